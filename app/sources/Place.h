// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sources {

enum class PlaceKind { Paste, StandardInput, Environment, EnvFile, Keychain, Clipboard, Practice };

/// A place where a key is, or where one was looked for. Holds no key.
struct Place {
    PlaceKind kind = PlaceKind::Paste;
    QString name; ///< the variable, or the entry's name; empty for a paste
    QString where; ///< "this process", or the file; empty where there is nothing to say
    bool present = false; ///< something stands there
    bool set = false; ///< the variable exists; set and not present: it is empty
    QString fingerprint;
    QStringList readBy; ///< ids of the clients that read it
};

} // namespace sources
