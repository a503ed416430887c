// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace sources {

/// True where a text may hold a key of Cohere's: it holds "cohere" or "co_api_key", in capitals or small letters. All
/// names of keyVariables() hold one of the two.
[[nodiscard]] bool mentionsKey(QByteArrayView text);

} // namespace sources
