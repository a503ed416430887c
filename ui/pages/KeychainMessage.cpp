// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/KeychainMessage.h"

#include "KeychainSession.h"
#include "words/FailureWords.h"
#include "words/SourceWords.h"

#include <QLabel>

using widgets::BannerKind;
using words::SourceWords;

namespace pages {

KeychainMessage::KeychainMessage(KeychainSession &keychain, QWidget *parent)
    : widgets::Banner(parent)
    , m_keychain(keychain)
{
    label()->setObjectName(QStringLiteral("keychainMessage"));
    connect(&m_keychain, &KeychainSession::asked, this,
        [this] { showMessage(BannerKind::Information, SourceWords::keychainAsked()); });
    connect(&m_keychain, &KeychainSession::questionForgotten, this, &Banner::clear);
    sayReadings();
    sayRest();
}

void KeychainMessage::sayReadings()
{
    const auto fail = [this](keychain::KeyStoreFailure failure) {
        showMessage(BannerKind::Problem, words::FailureWords::sentence(failure));
    };
    connect(&m_keychain, &KeychainSession::loaded, this, &Banner::clear);
    connect(&m_keychain, &KeychainSession::readingDropped, this, &Banner::clear);
    connect(&m_keychain, &KeychainSession::loadFailed, this, fail);
    connect(&m_keychain, &KeychainSession::othersFailed, this, fail);
    connect(&m_keychain, &KeychainSession::othersFound, this, [this] {
        const auto count = static_cast<qsizetype>(m_keychain.others().size());
        showMessage(
            BannerKind::Information, count == 0 ? SourceWords::noOthersFound() : SourceWords::othersFound(count));
    });
    connect(&m_keychain, &KeychainSession::removeFailed, this, fail);
}

void KeychainMessage::sayRest()
{
    connect(&m_keychain, &KeychainSession::removeQuestioned, this,
        [this](const QString &name) { showMessage(BannerKind::Problem, SourceWords::deleteQuestion(name)); });
    connect(&m_keychain, &KeychainSession::removed, this,
        [this](const QString &name) { showMessage(BannerKind::Good, SourceWords::deleted(name)); });
    connect(&m_keychain, &KeychainSession::checked, this,
        [this] { showMessage(BannerKind::Good, SourceWords::keychainWorks()); });
    connect(&m_keychain, &KeychainSession::checkFailed, this, [this](const keychain::SelfCheckFailure &failure) {
        showMessage(BannerKind::Problem, SourceWords::selfCheckFailed(failure));
    });
    // What becomes of saving is said where the key is saved.
    connect(&m_keychain, &KeychainSession::saved, this, &Banner::clear);
    connect(&m_keychain, &KeychainSession::saveFailed, this, &Banner::clear);
}

} // namespace pages
