// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/Probe.h"

#include <algorithm>

namespace probe {

bool isAboutDates(CertificateProblem problem)
{
    return problem == CertificateProblem::Expired || problem == CertificateProblem::NotYetValid;
}

QByteArray ProbeReply::header(const QByteArray &lowerCaseName) const
{
    const auto found = std::find_if(
        headers.begin(), headers.end(), [&lowerCaseName](const auto &header) { return header.first == lowerCaseName; });
    return found == headers.end() ? QByteArray() : found->second;
}

} // namespace probe
