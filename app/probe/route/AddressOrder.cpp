// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/AddressOrder.h"

namespace probe {

QList<QHostAddress> inOrderOfTrial(const QStringList &addresses)
{
    QList<QHostAddress> ofFirstVersion;
    QList<QHostAddress> ofOtherVersion;
    for (const QString &text : addresses) {
        const QHostAddress address(text);
        if (address.isNull())
            continue;
        const bool isOfFirst = ofFirstVersion.isEmpty() || address.protocol() == ofFirstVersion.constFirst().protocol();
        QList<QHostAddress> &list = isOfFirst ? ofFirstVersion : ofOtherVersion;
        if (!list.contains(address))
            list.append(address);
    }

    QList<QHostAddress> inTurn;
    for (qsizetype i = 0; i < ofFirstVersion.size() || i < ofOtherVersion.size(); ++i) {
        inTurn += ofFirstVersion.mid(i, 1);
        inTurn += ofOtherVersion.mid(i, 1);
    }
    return inTurn;
}

} // namespace probe
