// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "sources/Clients.h"
#include "sources/Comparison.h"
#include "sources/envfile/EnvLoaders.h"

using sources::FoundKey;
using sources::Place;
using sources::PlaceFinding;
using sources::PlaceKind;
using sources::PlaceProblem;
using sources::Standing;

namespace {

const QDateTime morning(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

/// Places as a search would find them.
class Found {
public:
    Found &variable(const char *name, const QByteArray &value) { return add(PlaceKind::Environment, name, value); }
    Found &file(const char *path, const char *name, const QByteArray &value, const QDateTime &since = noon)
    {
        add(PlaceKind::EnvFile, name, value);
        keys.back().place.file = QLatin1String(path);
        keys.back().place.line = 1;
        keys.back().place.since = since;
        return *this;
    }
    /// A file as its reader finds it, with what each loader makes of it.
    Found &text(const char *path, const QByteArray &text)
    {
        for (FoundKey &key : sources::keysInEnvFile(text, {})) {
            key.place.file = QLatin1String(path);
            key.place.since = noon;
            keys.push_back(std::move(key));
        }
        return *this;
    }
    Found &place(PlaceKind kind, const char *name, const QByteArray &value, const QDateTime &since = {})
    {
        add(kind, name, value);
        keys.back().place.since = since;
        keys.back().place.file = QStringLiteral("/home/someone/file");
        return *this;
    }
    Found &program(const char *holder, const char *name, const QByteArray &value, const QDateTime &since)
    {
        add(PlaceKind::RunningProgram, name, value);
        keys.back().place.holder = QLatin1String(holder);
        keys.back().place.process = 77;
        keys.back().place.since = since;
        return *this;
    }
    Found &asParent()
    {
        keys.back().place.parent = true;
        return *this;
    }
    Found &tracked()
    {
        keys.back().place.tracked = true;
        return *this;
    }
    Found &reference()
    {
        keys.back().place.reference = true;
        return *this;
    }

    std::vector<FoundKey> keys;

private:
    Found &add(PlaceKind kind, const char *name, const QByteArray &value)
    {
        Place place;
        place.kind = kind;
        place.name = QLatin1String(name);
        keys.push_back(sources::foundKey(std::move(place), key::Secret(QByteArrayView(value))));
        return *this;
    }
};

QString written(const Place &place)
{
    static const QHash<PlaceKind, QString> kinds = {{PlaceKind::Environment, QStringLiteral("env")},
        {PlaceKind::EnvFile, QStringLiteral("file")}, {PlaceKind::RunningProgram, QStringLiteral("program")},
        {PlaceKind::LoginShell, QStringLiteral("shell")}, {PlaceKind::ShellProfile, QStringLiteral("profile")},
        {PlaceKind::ComposeFile, QStringLiteral("compose")}, {PlaceKind::Paste, QStringLiteral("paste")}};
    return kinds.value(place.kind) + QLatin1Char(':') + place.name;
}

QString written(PlaceProblem problem)
{
    switch (problem) {
    case PlaceProblem::OtherNameSet:
        return QStringLiteral("other-name");
    case PlaceProblem::OtherPlaceDiffers:
        return QStringLiteral("differs");
    case PlaceProblem::EmptyVariableHides:
        return QStringLiteral("empty-hides");
    case PlaceProblem::OlderValue:
        return QStringLiteral("older");
    case PlaceProblem::NearlySame:
        return QStringLiteral("nearly");
    case PlaceProblem::FileNotLoaded:
        return QStringLiteral("not-loaded");
    case PlaceProblem::LineMisread:
        return QStringLiteral("misread");
    case PlaceProblem::ContainerOwnValue:
        return QStringLiteral("container");
    case PlaceProblem::TrackedByGit:
        return QStringLiteral("tracked");
    }
    return {};
}

/// "differs env:A env:B; …", with "!" behind what is certain.
QString written(const std::vector<PlaceFinding> &findings)
{
    QStringList all;
    for (const PlaceFinding &finding : findings) {
        QString one = written(finding.problem) + QLatin1Char(' ') + written(finding.place);
        if (finding.other)
            one += QLatin1Char(' ') + written(*finding.other);
        all.append(one + (finding.certain ? QStringLiteral("!") : QString()));
    }
    return all.join(QStringLiteral("; "));
}

QString winner(const std::vector<FoundKey> &keys)
{
    for (const FoundKey &key : keys) {
        if (key.place.standing == Standing::Wins)
            return written(key.place);
    }
    return QStringLiteral("none");
}

const QByteArray &a = testkeys::good;
const QByteArray &b = testkeys::other;

} // namespace

class TestComparison : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatWinsAndWhatDisagrees_data();
    void saysWhatWinsAndWhatDisagrees();
    void putsTheWinnerFirst();
    void namesTheTerminalThatHoldsTheOlderKey();
    void comparesWithTheKeyUnderTest_data();
    void comparesWithTheKeyUnderTest();
    void saysADisagreementOnce();
    void saysWhereACopyDiffers();

private:
    static void row(const char *name, const char *client, Found found, const char *wins, const char *problems)
    {
        QTest::newRow(name) << QString::fromLatin1(client) << std::make_shared<Found>(std::move(found))
                            << QString::fromLatin1(wins) << QString::fromLatin1(problems);
    }
};

Q_DECLARE_METATYPE(std::shared_ptr<Found>)

void TestComparison::saysWhatWinsAndWhatDisagrees_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<std::shared_ptr<Found>>("found");
    QTest::addColumn<QString>("wins");
    QTest::addColumn<QString>("problems");
    const char *co = "CO_API_KEY";
    const char *cohere = "COHERE_API_KEY";

    row("nothing anywhere", "", std::move(Found()), "none", "");
    row("one variable", "", std::move(Found().variable(co, a)), "env:CO_API_KEY", "");
    row("the same key twice", "cohere-python", std::move(Found().variable(co, a).variable(cohere, a)), "env:CO_API_KEY",
        "");
    row("two keys, the first wins", "cohere-python", std::move(Found().variable(co, a).variable(cohere, b)),
        "env:CO_API_KEY", "differs env:COHERE_API_KEY env:CO_API_KEY!");
    row("LangChain takes the other one", "langchain-python", std::move(Found().variable(co, a).variable(cohere, b)),
        "env:COHERE_API_KEY", "differs env:CO_API_KEY env:COHERE_API_KEY!");
    row("two keys, the client not known", "", std::move(Found().variable(co, a).variable(cohere, b)), "env:CO_API_KEY",
        "differs env:COHERE_API_KEY env:CO_API_KEY");
    row("a key that the client does not read", "cohere-typescript",
        std::move(Found().variable(co, a).variable(cohere, b)), "env:CO_API_KEY", "");
    row("a key under another name alone", "cohere-typescript", std::move(Found().variable(cohere, a)), "none",
        "other-name env:COHERE_API_KEY env:CO_API_KEY!");
    row("a key under another name in the file", "llamaindex", std::move(Found().file("/p/.env", co, a)), "none",
        "other-name file:CO_API_KEY env:COHERE_API_KEY!");
    row("an empty variable hides the next", "cohere-python", std::move(Found().variable(co, "").variable(cohere, a)),
        "env:CO_API_KEY", "empty-hides env:CO_API_KEY env:COHERE_API_KEY!");
    row("an empty variable is passed over", "litellm", std::move(Found().variable(cohere, "").variable(co, a)),
        "env:CO_API_KEY", "");
    row("an empty variable hides the next, maybe", "", std::move(Found().variable(co, "").variable(cohere, a)),
        "env:COHERE_API_KEY", "empty-hides env:CO_API_KEY env:COHERE_API_KEY");
    row("an empty variable behind the winner", "cohere-python", std::move(Found().variable(co, a).variable(cohere, "")),
        "env:CO_API_KEY", "");
    row("an empty variable hides the file", "langchain-js",
        std::move(Found().variable(cohere, "").file("/p/.env", cohere, a)), "none",
        "empty-hides env:COHERE_API_KEY file:COHERE_API_KEY!");
    row("the file alone", "cohere-python", std::move(Found().file("/p/.env", co, a)), "file:CO_API_KEY", "");
    row("the variable wins over the file", "", std::move(Found().variable(co, a).file("/p/.env", co, b)),
        "env:CO_API_KEY", "differs file:CO_API_KEY env:CO_API_KEY");
    row("a line with a colon, for python-dotenv", "cohere-python",
        std::move(Found().text("/p/.env", "CO_API_KEY: " + a)), "none", "misread file:CO_API_KEY!");
    row("a line with a colon, behind a variable", "cohere-python",
        std::move(Found().variable(co, a).text("/p/.env", "CO_API_KEY: " + a)), "env:CO_API_KEY",
        "misread file:CO_API_KEY");
    row("a # right behind the key, for Node", "cohere-typescript",
        std::move(Found().text("/p/.env", "CO_API_KEY=" + a + "#c")), "file:CO_API_KEY", "misread file:CO_API_KEY!");
    row("CRLF, for python-dotenv", "cohere-python", std::move(Found().text("/p/.env", "CO_API_KEY=" + a + "\r\n")),
        "file:CO_API_KEY", "");
    row("CRLF, for whom bash may read it", "", std::move(Found().text("/p/.env", "CO_API_KEY=" + a + "\r\n")),
        "file:CO_API_KEY", "misread file:CO_API_KEY");
    row("quotes, which docker run alone keeps", "", std::move(Found().text("/p/.env", "CO_API_KEY='" + a + "'\n")),
        "file:CO_API_KEY", "");
    row("another file is not read by itself", "", std::move(Found().variable(co, a).file("/p/.env.production", co, b)),
        "env:CO_API_KEY", "");
    row("a client with settings of its own", "dify", std::move(Found().variable(co, a).variable(cohere, b)), "none",
        "");
    row("a new shell gets another key", "", std::move(Found().variable(co, a).place(PlaceKind::LoginShell, co, b)),
        "env:CO_API_KEY", "differs shell:CO_API_KEY env:CO_API_KEY");
    row("the terminal is older than the file", "",
        std::move(Found().variable(co, a).program("bash", co, a, morning).asParent().file("/p/.env", co, b, noon)),
        "env:CO_API_KEY", "older env:CO_API_KEY file:CO_API_KEY!");
    row("the terminal is younger than the file", "",
        std::move(Found().variable(co, a).program("bash", co, a, noon).asParent().file("/p/.env", co, b, morning)),
        "env:CO_API_KEY", "differs file:CO_API_KEY env:CO_API_KEY");
    row("the terminal is older than the profile", "",
        std::move(Found()
                      .variable(co, a)
                      .program("zsh", co, a, morning)
                      .asParent()
                      .place(PlaceKind::ShellProfile, co, b, noon)),
        "env:CO_API_KEY", "older env:CO_API_KEY profile:CO_API_KEY!");
    row("a program is older than the file", "",
        std::move(Found().program("python3 app.py", co, a, morning).file("/p/.env", co, b, noon)), "file:CO_API_KEY",
        "older program:CO_API_KEY file:CO_API_KEY!");
    row("a program is younger than the file", "",
        std::move(Found().program("python3 app.py", co, a, noon).file("/p/.env", co, b, morning)), "file:CO_API_KEY",
        "");
    row("a program has the file's key", "",
        std::move(Found().program("python3 app.py", co, b, morning).file("/p/.env", co, b, noon)), "file:CO_API_KEY",
        "");
    row("a program has the key of another file", "",
        std::move(Found()
                      .program("python3 app.py", co, a, morning)
                      .file("/p/.env", co, b, noon)
                      .file("/q/.env", co, a, morning)),
        "file:CO_API_KEY", "differs file:CO_API_KEY file:CO_API_KEY");
    row("a compose file with a key of its own", "",
        std::move(Found().variable(co, a).place(PlaceKind::ComposeFile, co, b)), "env:CO_API_KEY",
        "container compose:CO_API_KEY env:CO_API_KEY");
    row("a compose file with quotes", "",
        std::move(Found().variable(co, a).place(PlaceKind::ComposeFile, co, '\'' + a + '\'')), "env:CO_API_KEY",
        "container compose:CO_API_KEY env:CO_API_KEY");
    row("a compose file with the same key", "", std::move(Found().variable(co, a).place(PlaceKind::ComposeFile, co, a)),
        "env:CO_API_KEY", "");
    row("a compose file that passes the variable on", "",
        std::move(Found().variable(co, a).place(PlaceKind::ComposeFile, co, a).reference()), "env:CO_API_KEY", "");
    row("a compose file whose variable is not set", "",
        std::move(Found().place(PlaceKind::ComposeFile, co, "").reference()), "none", "container compose:CO_API_KEY");
    row("git keeps the file", "", std::move(Found().file("/p/.env", co, a).tracked()), "file:CO_API_KEY",
        "tracked file:CO_API_KEY!");
    row("git keeps an example", "", std::move(Found().file("/p/.env", co, "YOUR_API_KEY").tracked()), "file:CO_API_KEY",
        "");
}

void TestComparison::saysWhatWinsAndWhatDisagrees()
{
    QFETCH(const QString, client);
    QFETCH(const std::shared_ptr<Found>, found);
    QFETCH(const QString, wins);
    QFETCH(const QString, problems);
    const auto findings = sources::comparePlaces(found->keys, sources::findClient(client));
    QCOMPARE(winner(found->keys), wins);
    QCOMPARE(written(findings), problems);
}

void TestComparison::putsTheWinnerFirst()
{
    Found found;
    found.program("bash", "CO_API_KEY", a, morning).file("/p/.env", "CO_API_KEY", b).variable("CO_API_KEY", a);
    static_cast<void>(sources::comparePlaces(found.keys, nullptr));
    QCOMPARE(written(found.keys[0].place), QStringLiteral("env:CO_API_KEY"));
    QCOMPARE(found.keys[1].place.standing, Standing::Hidden);
    QCOMPARE(found.keys[2].place.standing, Standing::Apart);
}

void TestComparison::namesTheTerminalThatHoldsTheOlderKey()
{
    Found found;
    found.variable("CO_API_KEY", a);
    found.program("bash", "CO_API_KEY", a, morning.addSecs(60)).asParent();
    found.program("gnome-terminal-server", "CO_API_KEY", a, morning).asParent();
    found.file("/p/.env", "CO_API_KEY", b, noon);
    const auto findings = sources::comparePlaces(found.keys, nullptr);
    QCOMPARE(findings.size(), 1U);
    QCOMPARE(findings[0].place.holder, QStringLiteral("gnome-terminal-server"));
    QCOMPARE(findings[0].place.since, morning);
}

void TestComparison::comparesWithTheKeyUnderTest_data()
{
    QTest::addColumn<QByteArray>("tested"); // "-": the variable is not set
    QTest::addColumn<std::shared_ptr<Found>>("found");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char *name, const QByteArray &tested, Found found, const char *problems) {
        QTest::newRow(name) << tested << std::make_shared<Found>(std::move(found)) << QString::fromLatin1(problems);
    };
    const char *co = "CO_API_KEY";
    row("no other key", a, std::move(Found()), "");
    row("the same key wins", a, std::move(Found().variable(co, a)), "");
    row("another key wins", a, std::move(Found().variable(co, b)), "differs env:CO_API_KEY paste:");
    row("a mistyped copy", a.left(12) + 'l' + a.mid(13), std::move(Found().place(PlaceKind::ShellProfile, co, a)),
        "nearly paste: profile:CO_API_KEY!");
    row("two places with the same copy", a.left(12) + 'l' + a.mid(13),
        std::move(Found().place(PlaceKind::ShellProfile, co, a).place(PlaceKind::ComposeFile, co, a)),
        "nearly paste: profile:CO_API_KEY!");
    row("no key, but one in a file", "-", std::move(Found().file("/p/.env.local", co, a)),
        "not-loaded file:CO_API_KEY env:CO_API_KEY");
    row("no key, but in a new shell", "-", std::move(Found().place(PlaceKind::LoginShell, co, a)),
        "older env:CO_API_KEY shell:CO_API_KEY!");
    row("no key, and a file with nothing", "-", std::move(Found().file("/p/.env", co, "")), "");
}

void TestComparison::comparesWithTheKeyUnderTest()
{
    QFETCH(const QByteArray, tested);
    QFETCH(const std::shared_ptr<Found>, found);
    QFETCH(const QString, problems);
    Place place;
    place.name = tested == "-" ? QStringLiteral("CO_API_KEY") : QString();
    place.kind = tested == "-" ? PlaceKind::Environment : PlaceKind::Paste;
    FoundKey key{place, {}};
    if (tested != "-")
        key = sources::foundKey(place, key::Secret(QByteArrayView(tested)));
    std::vector<PlaceFinding> findings;
    sources::addFindingsOfTested(findings, found->keys, key.place, key.secret, nullptr);
    QCOMPARE(written(findings), problems);
}

void TestComparison::saysADisagreementOnce()
{
    Found found;
    found.variable("CO_API_KEY", a).variable("COHERE_API_KEY", b);
    std::vector<PlaceFinding> findings = sources::comparePlaces(found.keys, nullptr);
    const FoundKey &tested = found.keys.back(); // the one that does not win
    sources::addFindingsOfTested(findings, found.keys, tested.place, tested.secret, nullptr);
    QCOMPARE(written(findings), QStringLiteral("differs env:COHERE_API_KEY env:CO_API_KEY"));
}

void TestComparison::saysWhereACopyDiffers()
{
    Found found;
    found.variable("CO_API_KEY", a.left(12) + 'l' + a.mid(13)).file("/p/.env", "CO_API_KEY", a);
    const auto findings = sources::comparePlaces(found.keys, nullptr);
    QCOMPARE(findings.size(), 1U);
    QVERIFY(findings[0].difference.has_value());
    QCOMPARE(findings[0].difference->position, 12);
    QCOMPARE(findings[0].difference->firstLookalike, '1'); // in the file, which is the finding's place
    QCOMPARE(findings[0].difference->secondLookalike, 'l');
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_Comparison.moc"
