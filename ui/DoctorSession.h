// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ErrorTextSession.h"
#include "GuideSession.h"
#include "KeychainSession.h"
#include "SearchSession.h"
#include "TargetSession.h"
#include "check/Check.h"
#include "diagnosis/FixPlan.h"
#include "sources/Environment.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

/// A key of the practice endpoint.
struct PracticeKey {
    QString name; ///< of its scenario: "works"
    QString whatHappens; ///< one sentence
    QByteArray bytes;
};

/// What is said about the computer when the window starts. Values: the window itself reads no environment.
struct SessionOptions {
    QString baseUrl; ///< the text of the base URL to begin with
    bool practice = false; ///< `baseUrl` is the practice endpoint: no other is asked
    std::vector<PracticeKey> practiceKeys;
    QString projectFolder; ///< empty where none was given
    QString shellPath; ///< $SHELL: what the commands of a fix are written for; may be empty
};

/// One line of what a running test tries.
struct TriedProbe {
    probe::ProbeId id = probe::ProbeId::NameLookup;
    probe::Variant variant = probe::Variant::None;
    std::optional<diagnosis::ProbeResult> result; ///< empty while it runs
};

/// The state behind the window: the key, what its characters tell, the test, the causes and the one that is being
/// walked through. Values in, signals out; it knows no widget, and a page keeps nothing of it.
class DoctorSession : public QObject {
    Q_OBJECT
public:
    /// WithoutKey: nothing was tested, and the result comes from an error text or from answers.
    enum class TestState { NotTested, Running, Finished, Cancelled, WithoutKey };

    DoctorSession(check::Check &check, keychain::KeyStore &keyStore, check::PlaceSearch &search,
        const sources::Environment &environment, SessionOptions options, QObject *parent = nullptr);

    // The key
    [[nodiscard]] const key::Secret &secret() const { return m_secret; }
    [[nodiscard]] const inspect::Inspection &inspection() const { return m_inspection; }
    [[nodiscard]] const sources::Place &source() const { return m_source; }
    /// Takes a key as the user typed or pasted it. The same bytes again change nothing.
    void setSecret(key::Secret secret);
    [[nodiscard]] const std::vector<PracticeKey> &practiceKeys() const { return m_options.practiceKeys; }
    /// Takes the practice key with this place in practiceKeys().
    void usePracticeKey(std::size_t index);
    /// Whether the place with this number in the search's result holds a key that can be taken.
    [[nodiscard]] bool canUsePlace(std::size_t index) const;
    /// Takes the key that the search has found there. One in the keychain is read only now.
    void usePlace(std::size_t index);

    // Without a key
    [[nodiscard]] bool keyAtHand() const { return m_keyAtHand; }
    /// Another answer than before drops the result.
    void setKeyAtHand(bool atHand);
    /// What the user's program prints. Once ErrorTextSession::explain() has found causes in it, testFinished() comes.
    [[nodiscard]] ErrorTextSession &errorText() { return m_errorText; }
    [[nodiscard]] const ErrorTextSession &errorText() const { return m_errorText; }
    /// The name of the client that was chosen since the text shows it; empty where it shows none.
    [[nodiscard]] QString clientOfText() const;
    /// The questions. They begin with what the text leaves open; after the last one testFinished() comes.
    [[nodiscard]] GuideSession &guide() { return m_guide; }
    [[nodiscard]] const GuideSession &guide() const { return m_guide; }
    void startGuide();

    // Cleaning
    [[nodiscard]] bool canClean() const;
    /// The key before it was cleaned; nullptr where it was not.
    [[nodiscard]] const key::Secret *secretBeforeCleaning() const;
    void cleanKey();
    void undoClean();

    // Where it is tested, and for whom
    [[nodiscard]] const QString &clientId() const { return m_clientId; }
    void setClientId(const QString &id);
    [[nodiscard]] TargetSession &targetSession() { return m_target; }
    [[nodiscard]] const TargetSession &targetSession() const { return m_target; }
    [[nodiscard]] tl::expected<probe::Target, probe::TargetFailure> target() const { return m_target.target(); }
    [[nodiscard]] bool isPractice() const { return m_options.practice; }

    // The test
    /// Starts it. With a header, a proxy or an authority that cannot be used nothing is started, and targetRefused()
    /// comes; a base URL that cannot be used is a cause like others, and found by the check.
    void test();
    void cancelTest();
    [[nodiscard]] TestState testState() const { return m_testState; }
    [[nodiscard]] const std::vector<TriedProbe> &tried() const { return m_tried; }
    /// The test looks for other keys on this computer now.
    [[nodiscard]] bool isLookingElsewhere() const { return m_lookingElsewhere; }
    /// The last finished test; empty where the key has changed since, other than by cleaning.
    [[nodiscard]] const std::optional<check::CheckResult> &result() const { return m_result; }
    /// True where the last test was of the key as it is now, cleaned or not.
    [[nodiscard]] bool isResultOfThisKey() const;
    [[nodiscard]] bool keyWorks() const;

    // The causes
    [[nodiscard]] const std::vector<diagnosis::CauseFound> &causes() const;
    /// The place in causes() of the cause that is walked through; empty where there is none.
    [[nodiscard]] std::optional<std::size_t> currentCause() const;
    void chooseCause(std::size_t index);
    /// Goes on to the next cause that is not ruled out; after the last one there is none.
    void notThis();
    /// Every cause was walked through, and the user said of each that it was not it.
    [[nodiscard]] bool causesUsedUp() const { return m_causesUsedUp; }
    [[nodiscard]] diagnosis::FixContext fixContext() const;
    /// Where the user's program runs: this computer, until another one is chosen. Kept for all causes.
    [[nodiscard]] diagnosis::Platform platform() const { return diagnosis::platformOf(fixContext()); }
    void setPlatform(diagnosis::Platform platform);

    // Where keys are found and kept
    [[nodiscard]] SearchSession &search() { return m_search; }
    [[nodiscard]] const SearchSession &search() const { return m_search; }
    [[nodiscard]] KeychainSession &keychain() { return m_keychain; }
    [[nodiscard]] const KeychainSession &keychain() const { return m_keychain; }
    [[nodiscard]] bool canSave() const { return m_keychain.canSave() && !m_secret.isEmpty(); }
    void saveToKeychain();

Q_SIGNALS:
    void keyChanged();
    void keyCleaned();
    void cleaningUndone();
    void targetChanged();
    void targetRefused();
    void clientChanged();
    void keyAtHandChanged();
    void testStarted();
    void testProgressed();
    /// There is a result, or the test was cancelled.
    void testFinished();
    /// What was known of a test no longer holds, since what it tested has changed.
    void resultDropped();
    void currentCauseChanged();
    void platformChanged();
    /// A key was taken out of a place on this computer or out of the keychain.
    void keyTaken();

private:
    void replaceSecret(key::Secret secret, sources::Place source);
    void takeSecret(key::Secret secret, sources::Place source);
    void inspectSecret();
    void dropResult();
    void connectWithoutKey();
    [[nodiscard]] diagnosis::Evidence evidenceWithoutKey() const;
    void diagnoseWithoutKey();
    void setLookingElsewhere(bool looking);
    void onProbeStarted(probe::ProbeId id, probe::Variant variant);
    void onProbeFinished(const diagnosis::ProbeResult &result);
    void onCheckFinished(const check::CheckResult &result);
    [[nodiscard]] std::optional<std::size_t> nextCause(std::size_t from) const;

    check::Check &m_check;
    const sources::Environment &m_environment;
    SessionOptions m_options;
    SearchSession m_search;
    KeychainSession m_keychain;
    TargetSession m_target;
    ErrorTextSession m_errorText;
    GuideSession m_guide;
    bool m_keyAtHand = true;

    key::Secret m_secret;
    std::optional<key::Secret> m_secretBefore;
    inspect::Inspection m_inspection;
    sources::Place m_source;

    QString m_clientId;

    TestState m_testState = TestState::NotTested;
    std::vector<TriedProbe> m_tried;
    bool m_lookingElsewhere = false;
    std::optional<check::CheckResult> m_result;
    std::optional<std::size_t> m_currentCause;
    bool m_causesUsedUp = false;
    std::optional<diagnosis::Platform> m_platform; ///< empty where none was chosen
};
