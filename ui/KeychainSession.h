// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"
#include "sources/Place.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

/// What the window does with the operating system's keychain. Nothing is read from it before the user asks; what is
/// replaced or deleted is asked twice. While it is being asked, further wishes are passed over.
class KeychainSession : public QObject {
    Q_OBJECT
public:
    /// Takes a key that was read, with the place where it stands.
    using KeyHandler = std::function<void(key::Secret, sources::Place)>;

    KeychainSession(keychain::KeyStore &keyStore, KeyHandler onKey, QObject *parent = nullptr);

    /// The names that this program has saved keys under.
    [[nodiscard]] QStringList names() const;
    /// The entries of other programs, as far as they were looked for.
    [[nodiscard]] const std::vector<keychain::OtherEntry> &others() const { return m_others; }
    [[nodiscard]] bool isBusy() const { return m_busy; }

    void load(const QString &name);
    void loadOther(std::size_t index);
    /// What is being read is not wanted any more: the user has given another key.
    void dropReading();
    void findOthers();
    void check();
    /// Asks the first time, deletes the second time.
    void remove(const QString &name);
    /// A question that was asked, about replacing or deleting, is not answered.
    void forgetQuestion();

    /// The name under which the key will be saved.
    [[nodiscard]] const QString &keptName() const { return m_keptName; }
    void setKeptName(const QString &name);
    /// There is a name to save it under.
    [[nodiscard]] bool canSave() const;
    /// Asks the first time where there is a key of that name already, and replaces it the second time.
    void save(const key::Secret &secret);

Q_SIGNALS:
    /// The keychain is being asked; it may ask the user in turn.
    void asked();
    void loaded();
    void loadFailed(keychain::KeyStoreFailure failure);
    /// The answer came after the user had given another key.
    void readingDropped();
    void othersFound();
    void othersFailed(keychain::KeyStoreFailure failure);
    void checked();
    void checkFailed(keychain::SelfCheckFailure failure);
    void removeQuestioned(const QString &name);
    void questionForgotten();
    void removed(const QString &name);
    void removeFailed(keychain::KeyStoreFailure failure);
    void keptNameChanged();
    void replaceQuestioned(const QString &name);
    void saving();
    void saved(const QString &name);
    void saveFailed(keychain::KeyStoreFailure failure);

private:
    void begin();
    [[nodiscard]] keychain::KeyStore::ReadHandler reading(sources::Place place);

    keychain::KeyStore &m_keyStore;
    KeyHandler m_onKey;
    bool m_busy = false;
    int m_reading = 0; ///< number of the reading that is wanted: the answer to another one is dropped
    std::vector<keychain::OtherEntry> m_others;
    QString m_keptName = QStringLiteral("cohere");
    QString m_toReplace; ///< the name that the user was asked about
    QString m_toRemove;
};
