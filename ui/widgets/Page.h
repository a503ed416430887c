// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace widgets {

class PageContent;

/// The base of the pages: scrolls where the window is too small for it, so that nothing is cut off.
class Page : public QScrollArea {
    Q_OBJECT
public:
    explicit Page(QWidget *parent = nullptr);

    /// Scrolls by most of what is to be seen, down or, where `direction` is negative, up.
    void scrollByPage(int direction);
    /// Some lines of some words, so that a small window still shows what it says.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// What can scroll by itself, such as a list, gives way down to its least height before the page itself scrolls.
    /// Without this it is as high as all that it holds, and the page scrolls.
    void letListsGiveWay();
    /// A label for whole sentences: wrapped, its text can be marked by the mouse.
    QLabel *addText(const QString &text = {});

private:
    PageContent *m_content = nullptr;
    QVBoxLayout *m_body = nullptr;
};

} // namespace widgets
