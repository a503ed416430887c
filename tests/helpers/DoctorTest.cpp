// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"

#include <QRegularExpression>

void DoctorTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}
