// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samples/CodeSample.h"

#include <QPlainTextEdit>

#include <vector>

namespace widgets {

/// One version of a sample program, to be read, marked and copied, by the mouse and by the keyboard alone. Beside each
/// changed line stands a sign, which screen readers read as well; the line has a ground of its own colour.
class CodePane : public QPlainTextEdit {
    Q_OBJECT
public:
    enum class Version { Broken, Right };

    explicit CodePane(Version version, QWidget *parent = nullptr);

    void showLines(const std::vector<samples::CodeLine> &lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    /// What is copied is the program, without the signs beside its lines.
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    [[nodiscard]] QChar sign() const;
    [[nodiscard]] QColor ground() const;
    void colourChangedLines();

    Version m_version;
    std::vector<samples::CodeLine> m_lines;
};

} // namespace widgets
