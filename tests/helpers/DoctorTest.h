// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTest>

// Qt's own patience, five seconds, is too little where much else runs. A longer one costs nothing where all is well.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, 30'000)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT(expr, message, 30'000)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, 30'000)

/// The base of every test: a warning that Qt prints fails the test in which it comes.
class DoctorTest : public QObject {
    Q_OBJECT
protected Q_SLOTS: // a test with an init() of its own calls this one
    void init();
};
