// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QString>
#include <QStringList>

namespace probe {

struct FoundAddresses {
    QStringList addresses; ///< the best first; none where the name is not known
    bool answered = true; ///< false where nobody could be asked about the name, or nobody gave an answer
};

/// Asks the system for the addresses of a host. An address stands for itself. `host` is in its ASCII form.
///
/// Nothing can end a look-up before the system's resolver gives up, 10 seconds and more after a name server fell
/// silent. Whoever no longer wants the answer forgets the future; the program may end meanwhile. (QHostInfo's own
/// threads keep a program from ending until then: measured with Qt 6.4.2.)
[[nodiscard]] QFuture<FoundAddresses> lookUpName(const QString &host);

} // namespace probe
