// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Exchange.h"
#include "probe/Probe.h"

#include <QWidget>

#include <optional>

class DoctorSession;
class QLabel;
class QPushButton;
struct TriedProbe;

namespace widgets {
class Banner;
class ExchangeView;
} // namespace widgets

namespace pages {

/// What was sent and what came back in one of the lines of a test. The key stands in none of it.
class ExchangePanel : public QWidget {
    Q_OBJECT
public:
    explicit ExchangePanel(const DoctorSession &session, QWidget *parent = nullptr);

    /// nullptr: no line is chosen.
    void showTried(const TriedProbe *tried);

private:
    QPushButton *addButton(const char *objectName, const QString &text);
    void showExchange(std::optional<probe::Exchange> exchange, const QString &otherwise);
    void copyCurl();
    void copyExchange();

    const DoctorSession &m_session;
    std::optional<probe::Exchange> m_exchange;
    probe::Variant m_variant = probe::Variant::None;
    QLabel *m_note = nullptr;
    widgets::ExchangeView *m_view = nullptr;
    QPushButton *m_copyCurl = nullptr;
    QPushButton *m_copyExchange = nullptr;
    widgets::Banner *m_copied = nullptr;
};

} // namespace pages
