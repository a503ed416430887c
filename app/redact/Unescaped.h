// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace redact {

/// A text as a person could read it back, and where each character of it stands in the original.
struct Unescaped {
    struct Place {
        qsizetype start = 0;
        qsizetype end = 0; ///< behind the last character
    };
    QString text;
    std::vector<Place> places; ///< one for each character of `text`
    bool differs = false; ///< from the original
};

/// Reads what a server may write a key in: percent-encoding, escapes of JSON (with any number of backslashes, as in
/// JSON within JSON), numbers of HTML; leaves out invisible and control characters, among them the NULs of UTF-16 and
/// line breaks. Time grows linearly with the text.
[[nodiscard]] Unescaped unescaped(QStringView text);

} // namespace redact
