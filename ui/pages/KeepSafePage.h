// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"
#include "widgets/Page.h"

class DoctorSession;
class QLineEdit;

namespace widgets {
class Banner;
class FixSteps;
} // namespace widgets

namespace pages {

/// The last step: the key goes into the operating system's keychain.
class KeepSafePage : public widgets::Page {
    Q_OBJECT
public:
    explicit KeepSafePage(DoctorSession &session, QWidget *parent = nullptr);

private:
    void showDoubts();
    void onSaved(const QString &name);
    void onSaveFailed(keychain::KeyStoreFailure failure);

    DoctorSession &m_session;
    widgets::Banner *m_doubts = nullptr;
    QLineEdit *m_name = nullptr;
    widgets::Banner *m_result = nullptr;
    widgets::FixSteps *m_next = nullptr;
};

} // namespace pages
