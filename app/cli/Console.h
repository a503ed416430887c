// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdio>

namespace cli {

/// Writes lines to standard output or standard error, in UTF-8; with colour on a terminal alone, and not where
/// NO_COLOR is set (https://no-color.org).
class Console {
public:
    enum class Style { Plain, Strong, Good, Bad, Faint };

    explicit Console(std::FILE *stream);

    void line(const QString &text = {}, Style style = Style::Plain) const;
    /// Text that stands in a line with others.
    [[nodiscard]] QString styled(const QString &text, Style style) const;
    void bytes(const QByteArray &data) const;
    /// On a terminal alone: text that the next one replaces; an empty one takes it away.
    void status(const QString &text) const;

private:
    std::FILE *m_stream;
    bool m_terminal;
    bool m_colour;
};

/// True where a person types at standard input.
[[nodiscard]] bool standardInputIsTerminal();

} // namespace cli
