// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/EvidenceBuilder.h"
#include "mend/Offers.h"
#include "words/Ids.h"

using diagnosis::Cause;
using diagnosis::Evidence;
using diagnosis::Platform;
using diagnosis::System;
using inspect::Action;
using inspect::Detail;
using inspect::FindingKind;
using mend::KeyToWrite;
using mend::MendKind;
using mend::Offer;
using probe::Answerer;
using probe::Meaning;
using probe::Variant;
using sources::PlaceKind;
using sources::PlaceProblem;

Q_DECLARE_METATYPE(diagnosis::Evidence)
Q_DECLARE_METATYPE(std::optional<diagnosis::Cause>)

namespace {

// Those of EvidenceBuilder's key.
const char *const workingPrint = "51d0-77be";
const char *const otherPrint = "0000-0001";

QString shownKind(MendKind kind)
{
    switch (kind) {
    case MendKind::EnvLine:
        return QStringLiteral("line");
    case MendKind::EnvKey:
        return QStringLiteral("key");
    case MendKind::Gitignore:
        return QStringLiteral("gitignore");
    case MendKind::ShellProfile:
        return QStringLiteral("profile");
    case MendKind::EnvironmentD:
        return QStringLiteral("environment.d");
    case MendKind::UserVariable:
        return QStringLiteral("account");
    }
    return {};
}

QString shownKey(KeyToWrite key)
{
    switch (key) {
    case KeyToWrite::None:
        return {};
    case KeyToWrite::AsTested:
        return QStringLiteral(" tested");
    case KeyToWrite::Cleaned:
        return QStringLiteral(" cleaned");
    case KeyToWrite::OfOtherPlace:
        return QStringLiteral(" other");
    }
    return {};
}

/// "key CO_API_KEY in /home/ada/search/.env below /home/ada/search, cleaned", one an offer.
QString shown(const std::vector<Offer> &offers)
{
    QStringList all;
    for (const Offer &offer : offers)
        all.append(shownKind(offer.kind) + u' ' + offer.variable + u' ' + offer.file + QLatin1String(" < ")
            + offer.folder + shownKey(offer.key)
            + (offer.fromVariable.isEmpty() ? QString() : QLatin1String(" was ") + offer.fromVariable));
    return all.join(QLatin1String("; "));
}

sources::Place envPlace(const char *file, const char *fingerprint)
{
    sources::Place place;
    place.kind = PlaceKind::EnvFile;
    place.name = QStringLiteral("CO_API_KEY");
    place.file = QLatin1String(file);
    place.line = 3;
    place.set = true;
    place.present = true;
    place.fingerprint = QLatin1String(fingerprint);
    place.meant = place.fingerprint;
    return place;
}

/// Every loader gets what the line seems to say, but docker run.
sources::Place quoted(sources::Place place)
{
    for (int i = 0; i < sources::envLoaderCount; ++i) {
        sources::LoaderReading reading;
        reading.loader = static_cast<sources::EnvLoader>(i);
        reading.outcome = sources::LoaderReading::Outcome::Value;
        reading.fingerprint =
            reading.loader == sources::EnvLoader::DockerRun ? QStringLiteral("dddd-dddd") : place.fingerprint;
        place.loaders.push_back(reading);
    }
    return place;
}

sources::PlaceFinding found(PlaceProblem problem, const sources::Place &place)
{
    sources::PlaceFinding finding;
    finding.problem = problem;
    finding.place = place;
    return finding;
}

EvidenceBuilder working()
{
    EvidenceBuilder builder;
    builder.rerank(Answerer::Cohere, Meaning::RerankResults, 200);
    return builder;
}

EvidenceBuilder rejected()
{
    EvidenceBuilder builder;
    builder.rerank(Answerer::Cohere, Meaning::KeyUnknown, 401);
    return builder;
}

EvidenceBuilder noBreakSpace()
{
    EvidenceBuilder builder;
    builder.finding(FindingKind::HiddenCharacters, Detail::Blank, Action::Remove).notSendable(true);
    return builder;
}

Evidence withKey(const EvidenceBuilder &builder, const char *fingerprint = workingPrint)
{
    Evidence evidence = builder.evidence();
    evidence.inspection.fingerprint = QLatin1String(fingerprint);
    return evidence;
}

Evidence from(Evidence evidence, sources::Place source)
{
    evidence.source = std::move(source);
    return evidence;
}

Evidence with(Evidence evidence, sources::Place place)
{
    evidence.places.push_back(std::move(place));
    return evidence;
}

Evidence with(Evidence evidence, PlaceProblem problem, const sources::Place &place)
{
    evidence.placeFindings.push_back(found(problem, place));
    return evidence;
}

Evidence pasted(Evidence evidence)
{
    return from(std::move(evidence), {});
}

const char *const env = "/home/ada/search/.env";

mend::Reach linux()
{
    return {.system = System::Linux,
        .project = QStringLiteral("/home/ada/search"),
        .home = QStringLiteral("/home/ada"),
        .config = QStringLiteral("/home/ada/.config")};
}

} // namespace

class TestOffers : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void areWhatCanBeDoneWithThePlacesKnown_data();
    void areWhatCanBeDoneWithThePlacesKnown();
    void choosesTheFileThatAShellReads_data();
    void choosesTheFileThatAShellReads();
    void setTheVariableWhereTheProgramReadsIt_data();
    void setTheVariableWhereTheProgramReadsIt();
    void leaveOtherComputersAlone();
    void setNoVariableThatIsRightAlready();
    void writeOnlyKeysThatWereAccepted();
};

void TestOffers::areWhatCanBeDoneWithThePlacesKnown_data()
{
    QTest::addColumn<std::optional<Cause>>("cause");
    QTest::addColumn<Evidence>("evidence");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, std::optional<Cause> cause, const Evidence &evidence, const char *expected) {
        QTest::newRow(name) << cause << evidence << QString::fromLatin1(expected);
    };
    const char *const mendLine = "line CO_API_KEY /home/ada/search/.env < /home/ada/search";
    const char *const putCleaned = "key CO_API_KEY /home/ada/search/.env < /home/ada/search cleaned";
    const char *const putTested = "key CO_API_KEY /home/ada/search/.env < /home/ada/search tested";
    const Evidence cleanedWorks =
        withKey(noBreakSpace().cleaned(Answerer::Cohere, Meaning::RerankResults, 200), otherPrint);
    const Evidence cleanedUntested = withKey(noBreakSpace(), otherPrint);

    row("the line of the tested key", Cause::HiddenCharacters, from(cleanedUntested, envPlace(env, otherPrint)),
        mendLine);
    row("the same, where its cleaned key works", Cause::HiddenCharacters, from(cleanedWorks, envPlace(env, otherPrint)),
        putCleaned);
    row("a line that means the key that works", Cause::EnvFileSyntax,
        from(withKey(working()), quoted(envPlace(env, workingPrint))), mendLine);
    row("a line that is read well", Cause::EnvFileSyntax, from(withKey(working()), envPlace(env, workingPrint)), "");
    row("a line that is misread, beside a pasted key", Cause::EnvFileSyntax,
        with(pasted(withKey(rejected())), PlaceProblem::LineMisread, envPlace(env, otherPrint)), mendLine);
    row("an older key, and one that works", std::nullopt, with(pasted(withKey(working())), envPlace(env, otherPrint)),
        putTested);
    row("quotes are no reason, where all is well", std::nullopt,
        with(pasted(withKey(working())), quoted(envPlace(env, workingPrint))), "");
    row("another key, and none that works", Cause::KeyRejected,
        with(pasted(withKey(rejected())), envPlace(env, otherPrint)), "");
    row("a file outside of the project", Cause::HiddenCharacters,
        from(cleanedUntested, envPlace("/srv/app/.env", otherPrint)), "line CO_API_KEY /srv/app/.env < /srv/app");

    sources::Place reference = envPlace(env, otherPrint);
    reference.reference = true;
    row("a line that refers elsewhere", std::nullopt, with(pasted(withKey(working())), reference), "");
    sources::Place dirty = envPlace(env, otherPrint);
    dirty.findings = {FindingKind::WrappedKey};
    row("a wrapped key in a file, beside a pasted one", Cause::WrappedKey, with(pasted(withKey(rejected())), dirty),
        mendLine);
    row("a line that is not in doubt, beside a pasted key", Cause::WrappedKey,
        with(pasted(withKey(rejected())), envPlace(env, otherPrint)), "");

    sources::Place otherName = envPlace(env, otherPrint);
    otherName.name = QStringLiteral("COHERE_KEY");
    row("a name that the client does not read", Cause::WrongVariable, with(pasted(withKey(rejected())), otherName),
        "line CO_API_KEY /home/ada/search/.env < /home/ada/search was COHERE_KEY");
    row("the same beside the right one", Cause::WrongVariable,
        with(with(pasted(withKey(rejected())), otherName), envPlace(env, otherPrint)), "");

    sources::Place tracked = envPlace(env, workingPrint);
    tracked.tracked = true;
    row("a file that git keeps", std::nullopt, from(withKey(working()), tracked),
        "gitignore  /home/ada/search/.env < /home/ada/search");
    row("the same, seen in a finding", Cause::EnvFileNotLoaded,
        with(withKey(rejected()), PlaceProblem::TrackedByGit, envPlace(env, workingPrint)),
        "gitignore  /home/ada/search/.env < /home/ada/search");
    sources::Place unguarded = envPlace(env, workingPrint);
    unguarded.unguarded = true;
    row("a file that git would keep", std::nullopt, from(withKey(working()), unguarded),
        "gitignore  /home/ada/search/.env < /home/ada/search");
    row("nothing for a cause that is elsewhere", Cause::ProxyLogin, from(withKey(rejected()), tracked), "");
    row("nothing for the account", Cause::QuotaUsedUp, with(withKey(working()), envPlace(env, otherPrint)), "");
    sources::Place practice;
    practice.kind = PlaceKind::Practice;
    row("no practice key into a file", std::nullopt,
        from(with(withKey(working()), envPlace(env, otherPrint)), practice), "");
}

void TestOffers::areWhatCanBeDoneWithThePlacesKnown()
{
    QFETCH(const std::optional<Cause>, cause);
    QFETCH(const Evidence, evidence);
    QFETCH(const QString, expected);
    // In a container no variable of the user's is read: the files alone are offered.
    const auto context = diagnosis::contextFor({}, Platform::Docker);
    QCOMPARE(shown(mend::offers(cause, evidence, context, linux())), expected);
}

void TestOffers::setTheVariableWhereTheProgramReadsIt_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<QString>("expected");
    const char *const bash = "profile CO_API_KEY /home/ada/.bashrc < /home/ada tested";
    const char *const session = "environment.d CO_API_KEY /home/ada/.config/environment.d/60-cohere.conf < "
                                "/home/ada tested";
    const auto row = [](Platform platform, const QByteArray &expected) {
        QTest::newRow(qPrintable(words::id(platform))) << platform << QString::fromLatin1(expected);
    };
    row(Platform::LinuxBash, bash);
    row(Platform::LinuxZsh, "profile CO_API_KEY /home/ada/.zshrc < /home/ada tested");
    row(Platform::LinuxFish, "profile CO_API_KEY /home/ada/.config/fish/config.fish < /home/ada tested");
    row(Platform::MacZsh, "profile CO_API_KEY /home/ada/.zshrc < /home/ada tested");
    row(Platform::WindowsCmd, "account CO_API_KEY  <  tested");
    row(Platform::WindowsPowerShell, "account CO_API_KEY  <  tested");
    row(Platform::Docker, "");
    row(Platform::Compose, "");
    row(Platform::Kubernetes, "");
    row(Platform::GitHubActions, "");
    row(Platform::Jupyter, bash);
    row(Platform::VsCode, QByteArray(session) + "; " + bash);
    row(Platform::Systemd, session);
}

void TestOffers::setTheVariableWhereTheProgramReadsIt()
{
    QFETCH(const Platform, platform);
    QFETCH(const QString, expected);
    const auto context = diagnosis::contextFor({}, platform);
    mend::Reach reach = linux();
    reach.system = context.system;
    const Evidence evidence = pasted(withKey(working()));
    for (const std::optional<Cause> cause : {std::optional<Cause>{}, std::optional(Cause::KeyMissing),
             std::optional(Cause::WrongVariable), std::optional(Cause::StaleEnvironment)})
        QCOMPARE(shown(mend::offers(cause, evidence, context, reach)), expected);
}

void TestOffers::leaveOtherComputersAlone()
{
    mend::Reach reach = linux();
    for (int i = 0; i < diagnosis::platformCount; ++i) {
        const auto context = diagnosis::contextFor({}, static_cast<Platform>(i));
        reach.system = context.system == System::Linux ? System::Windows : System::Linux;
        QCOMPARE(shown(mend::offers(std::nullopt, pasted(withKey(working())), context, reach)), QString());
    }
    const auto context = diagnosis::contextFor({}, Platform::LinuxBash);
    QCOMPARE(shown(mend::offers(std::nullopt, pasted(withKey(working())), context, {})), QString());
}

void TestOffers::setNoVariableThatIsRightAlready()
{
    const auto context = diagnosis::contextFor({}, Platform::LinuxBash);
    sources::Place profile;
    profile.kind = PlaceKind::ShellProfile;
    profile.name = QStringLiteral("CO_API_KEY");
    profile.file = QStringLiteral("/home/ada/.bashrc");
    profile.fingerprint = QLatin1String(workingPrint);
    QCOMPARE(shown(mend::offers(std::nullopt, with(pasted(withKey(working())), profile), context, linux())), QString());
    profile.fingerprint = QLatin1String(otherPrint);
    QCOMPARE(mend::offers(std::nullopt, with(pasted(withKey(working())), profile), context, linux()).size(), 1U);
}

void TestOffers::writeOnlyKeysThatWereAccepted()
{
    const auto context = diagnosis::contextFor({}, Platform::LinuxBash);
    EvidenceBuilder builder = rejected();
    builder.place(PlaceProblem::OtherPlaceDiffers, true);
    const auto keyOf = [&](const EvidenceBuilder &tried) {
        const Evidence evidence = withKey(tried);
        const auto offers = mend::offers(Cause::KeyMissing, evidence, context, linux());
        return offers.empty() ? KeyToWrite::None : offers.front().key;
    };
    QCOMPARE(keyOf(builder), KeyToWrite::None);
    QCOMPARE(keyOf(EvidenceBuilder(builder).otherPlace(Answerer::Cohere, Meaning::KeyUnknown, 401)), KeyToWrite::None);
    QCOMPARE(keyOf(EvidenceBuilder(builder).otherPlace(Answerer::Cohere, Meaning::RerankResults, 200)),
        KeyToWrite::OfOtherPlace);
}

void TestOffers::choosesTheFileThatAShellReads_data()
{
    using diagnosis::Shell;
    using diagnosis::System;
    QTest::addColumn<System>("system");
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<QString>("existing"); ///< a file that sets the variable already
    QTest::addColumn<QString>("file"); ///< "-": none
    const auto row = [](const char *name, System system, Shell shell, const char *existing, const char *file) {
        QTest::newRow(name) << system << shell << QString::fromLatin1(existing) << QString::fromLatin1(file);
    };
    row("bash", System::Linux, Shell::Bash, "", ".bashrc");
    row("bash, set elsewhere", System::Linux, Shell::Bash, ".bash_aliases", ".bash_aliases");
    row("bash, set for another shell", System::Linux, Shell::Bash, ".zshrc", ".bashrc");
    row("bash, set in a folder of the same name", System::Linux, Shell::Bash, "old/.bashrc", ".bashrc");
    row("bash of macOS", System::MacOs, Shell::Bash, "", ".bash_profile");
    row("zsh", System::MacOs, Shell::Zsh, "", ".zshrc");
    row("zsh, set elsewhere", System::Linux, Shell::Zsh, ".zshenv", ".zshenv");
    row("fish", System::Linux, Shell::Fish, "", ".config/fish/config.fish");
    row("PowerShell", System::Windows, Shell::PowerShell, "", "-");
}

void TestOffers::choosesTheFileThatAShellReads()
{
    QFETCH(const diagnosis::System, system);
    QFETCH(const diagnosis::Shell, shell);
    QFETCH(const QString, existing);
    QFETCH(const QString, file);
    const QString home = QStringLiteral("/home/ada");
    const mend::Reach reach{.system = system, .home = home, .config = home + QStringLiteral("/.config")};
    const QString variable = QStringLiteral("CO_API_KEY");
    std::vector<sources::Place> places;
    if (!existing.isEmpty())
        places.push_back({.name = variable, .file = home + u'/' + existing, .set = true});
    const mend::UsualFile usual = mend::usualFile(mend::MendKind::ShellProfile, variable, shell, reach, places);
    if (file == QLatin1String("-")) {
        QVERIFY(usual.file.isEmpty());
        return;
    }
    QCOMPARE(usual.file, home + u'/' + file);
    QCOMPARE(usual.folder, home);
    // The variable of another name is left where it is.
    if (!existing.isEmpty())
        places.front().name = QStringLiteral("COHERE_API_KEY");
    const mend::UsualFile other = mend::usualFile(mend::MendKind::ShellProfile, variable, shell, reach, places);
    QCOMPARE(other.file, mend::usualFile(mend::MendKind::ShellProfile, variable, shell, reach, {}).file);
}

QTEST_GUILESS_MAIN(TestOffers)
#include "tst_Offers.moc"
