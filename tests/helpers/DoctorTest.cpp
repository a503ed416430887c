// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"

#include <QRegularExpression>

void DoctorTest::init()
{
    // Qt's offscreen platform says so of every menu and tooltip.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}
