// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/Entries.h"

#include <QDeadlineTimer>
#include <QObject>

namespace keychain {

/// How the name of a self-check's entry begins.
inline constexpr char selfCheckPrefix[] = "self-check-";

/// Writes an entry with a made-up name and a random value, reads it, compares and deletes it, whatever happens on the
/// way. Deletes itself after its answer.
class SelfCheck : public QObject {
    Q_OBJECT
public:
    /// Works on `entries`, whose child it becomes. `handler` is called once, later, within callLimit.
    static void run(Entries *entries, KeyStore::SelfCheckHandler handler);

private:
    SelfCheck(Entries *entries, KeyStore::SelfCheckHandler handler);

    void write();
    void read();
    void compare(const tl::expected<key::Secret, KeyStoreFailure> &result);
    void remove(const tl::expected<void, SelfCheckFailure> &soFar);
    void answer(const tl::expected<void, SelfCheckFailure> &result);
    [[nodiscard]] std::chrono::milliseconds timeLeft() const;

    Entries *m_entries;
    KeyStore::SelfCheckHandler m_handler;
    QDeadlineTimer m_deadline;
    QString m_name;
    key::Secret m_value;
};

} // namespace keychain
