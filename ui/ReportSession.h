// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/CaseReport.h"

#include <QObject>

class DoctorSession;

/// The report on the last test, for as long as its result holds. However often it is asked for, it has the same number
/// and the same time.
class ReportSession : public QObject {
    Q_OBJECT
public:
    explicit ReportSession(const DoctorSession &session, QObject *parent = nullptr);

    [[nodiscard]] bool hasReport() const;
    /// Only where there is one.
    [[nodiscard]] report::CaseReport report() const;

Q_SIGNALS:
    void reportChanged();

private:
    void onTestFinished();

    const DoctorSession &m_session;
    report::Circumstances m_circumstances; ///< of the last test
};
