// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"

#include <string_view>

namespace inspect {

/// The outermost layer around a key: so many characters at its beginning, so many at its end.
struct Layer {
    FindingKind kind = FindingKind::WrappedKey;
    Detail detail = Detail::Quotes;
    std::size_t front = 0;
    std::size_t back = 0;
    QString text; ///< as Finding::text

    [[nodiscard]] bool isEmpty() const { return front == 0 && back == 0; }
};

/// What has been seen further out makes the rest clearer.
enum class Context { Plain, StructuredLine };

/// What stands around a key and may be removed; one layer a call. Blanks and line breaks at the ends are layers too.
/// Conservative: a key may be any printable ASCII. The time does not depend on the size of the text.
[[nodiscard]] Layer outermostLayer(std::u32string_view text, Context context);

} // namespace inspect
