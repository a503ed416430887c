// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samples/CodeSample.h"
#include "sources/Clients.h"

namespace cli {

/// Prints the right version of a sample program, and what to do by habit, to standard output.
void printCode(const samples::CodeSample &sample);
/// Prints the sample for a client (nullptr: none was chosen), or that there is none.
void printCodeFor(const sources::Client *client);

} // namespace cli
