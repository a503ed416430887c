// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextEdit>

#include <vector>

class QTextCursor;

namespace widgets {

/// One line of what was sent and what came back.
struct ExchangeLine {
    enum class Kind {
        Title, ///< "Sent"
        Text, ///< as it went over the wire
        Note, ///< what the line above means
    };
    Kind kind = Kind::Text;
    QString text;
};

/// A request and its reply, to be read, marked and copied, by the mouse and by the keyboard alone. Long lines are
/// wrapped; a long reply scrolls.
class ExchangeView : public QTextEdit {
    Q_OBJECT
public:
    explicit ExchangeView(QWidget *parent = nullptr);

    /// The same lines again change nothing: what was marked, and how far it was scrolled, stays.
    void showLines(const std::vector<ExchangeLine> &lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();
    void writeLine(QTextCursor &cursor, const ExchangeLine &line) const;

    std::vector<ExchangeLine> m_lines;
};

[[nodiscard]] bool operator==(const ExchangeLine &one, const ExchangeLine &other);

} // namespace widgets
