// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeychainSession.h"

#include "words/SourceWords.h"

using keychain::KeyStoreFailure;
using keychain::OtherEntry;

KeychainSession::KeychainSession(keychain::KeyStore &keyStore, KeyHandler onKey, QObject *parent)
    : QObject(parent)
    , m_keyStore(keyStore)
    , m_onKey(std::move(onKey))
{
}

QStringList KeychainSession::names() const
{
    return m_keyStore.names();
}

void KeychainSession::begin()
{
    m_busy = true;
    forgetQuestion();
    Q_EMIT asked();
}

keychain::KeyStore::ReadHandler KeychainSession::reading(sources::Place place)
{
    const int number = ++m_reading;
    return [this, number, place = std::move(place)](tl::expected<key::Secret, KeyStoreFailure> read) {
        m_busy = false;
        if (number != m_reading) {
            Q_EMIT readingDropped(); // what the user has typed since is not lost to a slow keychain
            return;
        }
        if (!read) {
            Q_EMIT loadFailed(read.error());
            return;
        }
        m_onKey(std::move(*read), place);
        Q_EMIT loaded();
    };
}

void KeychainSession::load(const QString &name)
{
    if (m_busy) {
        return;
    }
    begin();
    sources::Place place;
    place.kind = sources::PlaceKind::Keychain;
    place.name = name;
    m_keyStore.read(name, this, reading(std::move(place)));
}

void KeychainSession::loadOther(std::size_t index)
{
    if (m_busy || index >= m_others.size()) {
        return;
    }
    begin();
    const OtherEntry &entry = m_others[index];
    sources::Place place;
    place.kind = sources::PlaceKind::Keychain;
    place.name = entry.name;
    place.holder = words::SourceWords::holderOf(entry);
    m_keyStore.readOther(entry.id, this, reading(std::move(place)));
}

void KeychainSession::dropReading()
{
    ++m_reading;
}

void KeychainSession::findOthers()
{
    if (m_busy) {
        return;
    }
    begin();
    m_keyStore.findOthers(this, [this](tl::expected<std::vector<OtherEntry>, KeyStoreFailure> found) {
        m_busy = false;
        if (!found) {
            Q_EMIT othersFailed(found.error());
            return;
        }
        m_others = std::move(*found);
        Q_EMIT othersFound();
    });
}

void KeychainSession::check()
{
    if (m_busy) {
        return;
    }
    begin();
    m_keyStore.selfCheck(this, [this](tl::expected<void, keychain::SelfCheckFailure> done) {
        m_busy = false;
        if (done) {
            Q_EMIT checked();
        } else {
            Q_EMIT checkFailed(done.error());
        }
    });
}

void KeychainSession::remove(const QString &name)
{
    if (m_busy) {
        return;
    }
    if (m_toRemove != name) {
        forgetQuestion();
        m_toRemove = name;
        Q_EMIT removeQuestioned(name);
        return;
    }
    begin();
    m_keyStore.remove(name, this, [this, name](tl::expected<void, KeyStoreFailure> done) {
        m_busy = false;
        if (done) {
            Q_EMIT removed(name);
        } else {
            Q_EMIT removeFailed(done.error());
        }
    });
}

void KeychainSession::forgetQuestion()
{
    if (m_toReplace.isEmpty() && m_toRemove.isEmpty()) {
        return;
    }
    m_toReplace.clear();
    m_toRemove.clear();
    Q_EMIT questionForgotten();
}

void KeychainSession::setKeptName(const QString &name)
{
    if (name == m_keptName) {
        return;
    }
    m_keptName = name;
    forgetQuestion();
    Q_EMIT keptNameChanged();
}

bool KeychainSession::canSave() const
{
    return !m_keptName.trimmed().isEmpty();
}

void KeychainSession::save(const key::Secret &secret)
{
    if (m_busy || !canSave()) {
        return;
    }
    const QString name = m_keptName.trimmed();
    if (m_toReplace != name && names().contains(name)) {
        forgetQuestion();
        m_toReplace = name;
        Q_EMIT replaceQuestioned(name);
        return;
    }
    begin();
    Q_EMIT saving();
    m_keyStore.save(name, secret.duplicate(), this, [this, name](tl::expected<void, KeyStoreFailure> done) {
        m_busy = false;
        if (done) {
            Q_EMIT saved(name);
        } else {
            Q_EMIT saveFailed(done.error());
        }
    });
}
