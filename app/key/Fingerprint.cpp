// SPDX-License-Identifier: GPL-3.0-or-later
#include "key/Fingerprint.h"

#include <QCryptographicHash>

namespace key {

QString fingerprint(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    const QString digits = QString::fromLatin1(hash.result().toHex().left(8));
    return digits.left(4) + QLatin1Char('-') + digits.mid(4);
}

} // namespace key
