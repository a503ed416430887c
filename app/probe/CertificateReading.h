// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>

namespace probe {

/// What a certificate says, and what is wrong with it. Of several errors the one that explains the most is named:
/// an unknown authority before a date, a date before a name. Where a date is wrong, validFrom and validUntil are
/// those of the certificate that is out of date, which can be an authority's.
[[nodiscard]] TlsFacts readCertificate(const QSslCertificate &certificate, const QList<QSslError> &errors);

/// "TLSv1.3"; empty for none.
[[nodiscard]] QString protocolName(QSsl::SslProtocol protocol);

} // namespace probe
