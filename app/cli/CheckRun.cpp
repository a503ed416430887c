// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CheckRun.h"

#include "probe/HttpProber.h"

#include <QEventLoop>

namespace cli {

check::CheckResult runToTheEnd(check::CheckRequest request,
    const std::function<void(const diagnosis::ProbeResult &)> &onProbe, check::PlaceSearch *search)
{
    probe::HttpProber prober;
    check::Check check(prober, search);
    check::CheckResult outcome;
    QEventLoop loop;
    QObject::connect(&check, &check::Check::probeFinished, &loop, onProbe);
    QObject::connect(&check, &check::Check::checkFinished, &loop, [&](const check::CheckResult &result) {
        outcome = result;
        loop.quit();
    });
    check.start(std::move(request));
    loop.exec();
    return outcome;
}

} // namespace cli
