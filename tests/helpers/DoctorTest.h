// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTest>

/// The base of every test: a warning that Qt prints fails the test in which it comes.
class DoctorTest : public QObject {
    Q_OBJECT
protected Q_SLOTS: // a test with an init() of its own calls this one
    void init();
};
