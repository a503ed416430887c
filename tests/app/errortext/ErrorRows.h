// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

/// An error text, and what is right to say about it.
struct ErrorRow {
    const char *name;
    const char *text;
    const char *causes; ///< the ids that are right as the first cause; "-": naming none is right
    const char *client = nullptr; ///< the client that must be seen; nullptr: none is asked for
};

/// Written from Cohere's own documentation, the source of its SDKs and of the programs that call it, and the forms in
/// which people post errors.
[[nodiscard]] std::span<const ErrorRow> errorRows();
