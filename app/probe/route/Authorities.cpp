// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/Authorities.h"

#include <QFile>
#include <QFileInfo>

namespace probe {

namespace {
// All authorities of a system are some 250 KiB: a larger file is another one.
constexpr qint64 largestFile = qint64{8} * 1024 * 1024;
} // namespace

tl::expected<QList<QSslCertificate>, AuthorityFailure> loadAuthorities(const QString &path)
{
    QFile file(path);
    // A pipe or a device may never end.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return tl::unexpected(AuthorityFailure::Unreadable);
    const QByteArray bytes = file.read(largestFile);
    QList<QSslCertificate> certificates = QSslCertificate::fromData(bytes, QSsl::Pem);
    if (certificates.isEmpty()) // Windows exports a ".cer" so
        certificates = QSslCertificate::fromData(bytes, QSsl::Der);
    if (certificates.isEmpty())
        return tl::unexpected(AuthorityFailure::NoCertificates);
    return certificates;
}

} // namespace probe
