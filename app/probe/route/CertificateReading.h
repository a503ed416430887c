// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>

namespace redact {
class Redactor;
}

namespace probe {

/// What the certificates say that a server sent, its own first, and what is wrong with them. Of several errors the one
/// that explains the most is named: an unknown authority before a date, a date before a name. Where dates are wrong,
/// validFrom and validUntil are the time in which all of those are valid that are out of date.
/// `authorities`: those that were named for the connection; an expired one is told as such.
[[nodiscard]] TlsFacts readCertificates(const QList<QSslCertificate> &chain, const QList<QSslError> &errors,
    const QList<QSslCertificate> &authorities = {});

/// The same with the keys hidden that `redactor` knows: who opens connections can write anything into a name.
[[nodiscard]] TlsFacts withoutKnownKeys(TlsFacts facts, const redact::Redactor &redactor);

/// True where there are errors, and each is that a certificate has expired or is not valid yet.
[[nodiscard]] bool areDatesAlone(const QList<QSslError> &errors);

/// "TLSv1.3"; empty for none.
[[nodiscard]] QString protocolName(QSsl::SslProtocol protocol);

} // namespace probe
