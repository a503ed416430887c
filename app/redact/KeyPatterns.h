// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <vector>

namespace redact {

/// A letter or digit of ASCII, "-" or "_": what keys consist of.
[[nodiscard]] bool isTokenCharacter(QChar c);

/// Marks in `places` (one for each UTF-16 unit of `text`) what looks like a key of any service: long runs of
/// letters and digits, known beginnings such as "sk-", what follows "Bearer". Time grows linearly with the text.
void markKeyPatterns(QStringView text, std::vector<bool> &places);

} // namespace redact
