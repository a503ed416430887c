// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Symbol.h"

#include <QFrame>

class QLabel;

namespace widgets {

class SymbolLabel;

enum class BannerKind { Information, Good, Problem };

/// A message in the page, with a mark whose shape tells its kind. Hidden until it has something to say. Assistive
/// technology is told of it as an alert.
class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows the message; an empty text hides the banner.
    void showMessage(BannerKind kind, const QString &text);
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] BannerKind kind() const { return m_kind; }
    /// The label inside, for a page that must give it a name (`outcome`).
    [[nodiscard]] QLabel *label() const { return m_label; }

private:
    BannerKind m_kind = BannerKind::Information;
    SymbolLabel *m_mark = nullptr;
    QLabel *m_label = nullptr;
};

} // namespace widgets
