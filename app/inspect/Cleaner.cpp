// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/Cleaner.h"

#include "inspect/Analysis.h"

namespace inspect {

Cleaning clean(const key::Secret &secret)
{
    Analysis analysis(secret.bytes());
    const key::Wiped<std::string> encoded(encodeUtf8(analysis.cleaned()));
    Cleaning cleaning;
    cleaning.secret = key::Secret(QByteArrayView(encoded.value.data(), static_cast<qsizetype>(encoded.value.size())));
    cleaning.changed = !(cleaning.secret == secret);
    cleaning.removed = analysis.takeFindings();
    std::erase_if(cleaning.removed,
        [](const Finding &finding) { return finding.action != Action::Remove && finding.action != Action::Decode; });
    return cleaning;
}

} // namespace inspect
