// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext/Findings.h"

namespace errortext {

/// Which client printed the text, and its version: clientId and version of `reading`.
void readClient(const Findings &found, ErrorReading &reading);

} // namespace errortext
