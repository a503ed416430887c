// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/ReleaseDay.h"

#include <QString>

namespace diagnosis {

QDate releaseDay()
{
    return QDate::fromString(QStringLiteral(DOCTOR_RELEASE_DATE), Qt::ISODate);
}

} // namespace diagnosis
