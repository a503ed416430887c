// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QUrl>

#include <vector>

namespace widgets {

/// One act of a fix, in words.
struct FixRow {
    QString sentence;
    QString command; ///< to copy; may be empty
    QString link; ///< a page to open; may be empty
    QString expectation{}; ///< what one should see afterwards; may be empty
};

/// The numbered steps of a fix, as a list for assistive technology: each row can have the focus (Tab, arrow keys) and
/// holds its buttons. Sets its own objectName `fixSteps` and accessible name "How to fix it".
class FixSteps : public QScrollArea {
    Q_OBJECT
public:
    explicit FixSteps(QWidget *parent = nullptr);

    void setSteps(const std::vector<FixRow> &steps);
    [[nodiscard]] int stepCount() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QWidget *row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// The user wants to see the page; the widget itself opens nothing.
    void linkActivated(const QUrl &url);
    /// The command of this row now stands in the clipboard.
    void commandCopied(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void keepTabOrder();
    void showRow(QWidget *row);

    std::vector<QWidget *> m_rows;
};

} // namespace widgets
