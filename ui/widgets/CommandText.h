// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace widgets {

/// A command in a monospaced font, wrapped anywhere rather than cut off. Not to be selected: a button beside it copies
/// the whole, and so no line break of the drawing gets into it.
class CommandText : public QWidget {
    Q_OBJECT
public:
    explicit CommandText(const QString &command, QWidget *parent = nullptr);

    [[nodiscard]] QString command() const { return m_command; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont commandFont() const;
    [[nodiscard]] qreal padding() const;

    QString m_command;
};

} // namespace widgets
