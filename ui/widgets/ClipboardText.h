// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QMimeData;

namespace widgets {

/// The text of a clipboard or a drop with every character it holds. QClipboard::text() guesses an encoding and turns
/// lone surrogates into question marks, and QMimeData::text() loses a byte order mark that comes as bytes.
[[nodiscard]] QString exactText(const QMimeData &data);

/// The text with the marks by which clipboard managers know that they must not keep it.
[[nodiscard]] std::unique_ptr<QMimeData> secretMimeData(const QString &text);

} // namespace widgets
