// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QProcess;

/// Has a server that a test is about to start be killed when the test ends, also where the test crashes or is killed
/// itself (on Linux; elsewhere it is left). Where the test runs as root, the server runs as `user`, if one is named:
/// a server that gives up root's rights by itself would forget about this.
void endWithTheTest(QProcess &server, const char *user = nullptr);
