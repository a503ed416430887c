// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/Inspection.h"

#include "inspect/Analysis.h"
#include "key/Fingerprint.h"
#include "key/HeaderKey.h"
#include "key/Mask.h"

#include <algorithm>

namespace inspect {

bool Inspection::hasFindings() const
{
    return std::any_of(findings.begin(), findings.end(),
        [](const Finding &finding) { return finding.kind != FindingKind::UnusualShape; });
}

bool Inspection::has(FindingKind kind) const
{
    return std::any_of(
        findings.begin(), findings.end(), [kind](const Finding &finding) { return finding.kind == kind; });
}

Inspection inspect(const key::Secret &secret)
{
    Analysis analysis(secret.bytes());
    const key::Wiped<std::string> encoded(encodeUtf8(analysis.cleaned()));
    const key::Secret cleaned{QByteArrayView(encoded.value.data(), static_cast<qsizetype>(encoded.value.size()))};

    Inspection inspection;
    inspection.present = !cleaned.isEmpty();
    inspection.length = analysis.length();
    inspection.fingerprint = inspection.present ? key::fingerprint(secret.bytes()) : QString();
    inspection.masked = key::masked(cleaned.bytes());
    inspection.findingCount = analysis.findingCount();
    inspection.findings = analysis.takeFindings();
    inspection.headerSafe = key::HeaderKey::parse(secret).has_value();
    inspection.characters = characterClasses(secret.bytes());
    inspection.cleaned.changed = !(cleaned == secret);
    inspection.cleaned.headerSafe = key::HeaderKey::parse(cleaned).has_value();
    inspection.cleaned.length = static_cast<qsizetype>(analysis.cleaned().size());
    inspection.cleaned.fingerprint = key::fingerprint(cleaned.bytes());
    return inspection;
}

} // namespace inspect
