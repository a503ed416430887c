// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace errortext {

/// A text as people read it: no colours of a terminal, no prefixes of a log, no frames.
struct CleanText {
    QString text; ///< one line break for each of the original, LF, or CR where it stood alone
    std::vector<qsizetype> lineStarts; ///< of each line in `text`
    QString prefixes; ///< what stood before the first lines

    CleanText() = default;
    CleanText(const CleanText &) = delete;
    CleanText &operator=(const CleanText &) = delete;
    CleanText(CleanText &&) = default;
    CleanText &operator=(CleanText &&) = delete;
    ~CleanText(); ///< wipes the text: it may hold a key

    /// The line, from 1, in which a place of the text stands.
    [[nodiscard]] int lineOf(qsizetype place) const;
    /// That line.
    [[nodiscard]] QStringView lineAt(qsizetype place) const;
};

/// Decodes (UTF-8, UTF-16 with or without its mark, else Latin-1) and cleans. Any bytes are welcome.
[[nodiscard]] CleanText cleanText(QByteArrayView bytes);

} // namespace errortext
