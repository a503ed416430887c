// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

#include <tl/expected.hpp>

namespace keychain {

/// Why the OS keychain could not do what was asked.
enum class KeyStoreFailure {
    NotFound, ///< no entry of that name
    NoService, ///< no keychain service answers
    NoKeyring, ///< the service has no keyring to put it into
    Locked, ///< the keyring is locked and nobody unlocked it
    Refused, ///< the user or the system said no
    Stopped, ///< the service ended while it was asked
    NotText, ///< the key to save is no UTF-8, or holds a NUL: keychains keep text
    TimedOut, ///< no answer in time
    Other,
};

/// An entry of another program that seems to hold a key of Cohere's. Known by its label and attributes alone: its value
/// is not read before readOther().
struct OtherEntry {
    QString id{}; ///< opaque: for readOther()
    QString label{}; ///< what the program called it; may be empty
    /// The program that saved it, "Python keyring library", or else the service that it was saved for. May be empty:
    /// secret-tool leaves no name of its own.
    QString holder{};
    QString name{}; ///< the user or the variable that it was saved under; its label where there is none
    bool locked = false; ///< reading it asks the user to unlock the keyring

    friend bool operator==(const OtherEntry &, const OtherEntry &) = default;
};

/// A self-check of the keychain that did not go well: at which step, and why.
struct SelfCheckFailure {
    enum class Step {
        Write,
        Read,
        Compare, ///< what was read is not what was written: `failure` says nothing
        Delete,
    };
    Step step = Step::Write;
    KeyStoreFailure failure = KeyStoreFailure::Other;
};

/// Keys kept by the operating system, under service "rerank-key-doctor" and a name.
class KeyStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using ReadHandler = std::function<void(tl::expected<key::Secret, KeyStoreFailure>)>;
    using DoneHandler = std::function<void(tl::expected<void, KeyStoreFailure>)>;
    using OthersHandler = std::function<void(tl::expected<std::vector<OtherEntry>, KeyStoreFailure>)>;
    using SelfCheckHandler = std::function<void(tl::expected<void, SelfCheckFailure>)>;

    /// Each calls its handler once, later, never from within the call, within ten seconds;
    /// not at all when `context` is gone by then. A name is any text but an empty one, for which nothing is found and
    /// nothing saved (KeyStoreFailure::NotFound).
    virtual void read(const QString &name, QObject *context, ReadHandler handler) = 0;
    virtual void save(const QString &name, key::Secret secret, QObject *context, DoneHandler handler) = 0;
    virtual void remove(const QString &name, QObject *context, DoneHandler handler) = 0;
    /// The names saved by this program, sorted, from the settings: QtKeychain lists nothing.
    [[nodiscard]] virtual QStringList names() const = 0;

    /// Entries of other programs that mention Cohere in their label or attributes. Reads no value and unlocks nothing.
    /// Empty where the system's keychain cannot be searched (macOS, Windows).
    virtual void findOthers(QObject *context, OthersHandler handler) = 0;
    /// Reads the value of an entry that findOthers() found, as it is. Where its keyring is locked, the keychain asks
    /// the user to unlock it: then the answer may take as long as the user, up to a minute.
    virtual void readOther(const QString &id, QObject *context, ReadHandler handler) = 0;

    /// Writes an entry with a made-up name and a random value, reads it, compares and deletes it. Nothing of it is
    /// left behind, and it never stands among the names.
    virtual void selfCheck(QObject *context, SelfCheckHandler handler) = 0;
};

inline constexpr char serviceName[] = "rerank-key-doctor";

} // namespace keychain
