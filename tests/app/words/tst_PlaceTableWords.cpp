// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "sources/Clients.h"
#include "words/PlaceTableWords.h"
#include "words/PlaceWords.h"

#include <QSet>

using sources::Place;
using sources::PlaceKind;
using words::PlaceTableWords;
using words::PlaceWords;

class tst_PlaceTableWords : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatStandsThere_data();
    void saysWhatStandsThere();
    void saysWhoReadsIt();
    void namesEachFindingInItsOwnWords();
    void hasASentenceForEachProblem();
    void hasASentenceForEachSkippedFile();
};

void tst_PlaceTableWords::saysWhatStandsThere_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<QString>("said");
    Place place;
    place.kind = PlaceKind::Environment;
    QTest::newRow("not set") << place << QStringLiteral("not set");
    place.set = true;
    QTest::newRow("set to nothing") << place << QStringLiteral("empty");
    place.length = 3;
    QTest::newRow("blanks alone are no key, but not nothing") << place << QStringLiteral("3 character(s)");
    place.reference = true;
    QTest::newRow("a reference") << place << QStringLiteral("taken from elsewhere");
    Place saved;
    saved.kind = PlaceKind::Keychain;
    saved.set = true;
    QTest::newRow("in the keychain") << saved << QStringLiteral("not read yet");
    saved.length = 40;
    saved.fingerprint = QStringLiteral("9c1f-42ab");
    QTest::newRow("read from the keychain") << saved << QStringLiteral("40 character(s)");
}

void tst_PlaceTableWords::saysWhatStandsThere()
{
    QFETCH(const Place, place);
    QTEST(PlaceTableWords::state(place), "said");
}

void tst_PlaceTableWords::saysWhoReadsIt()
{
    Place place;
    QCOMPARE(PlaceTableWords::readBy(place, nullptr), QStringList(QStringLiteral("–")));
    place.readBy = QStringList{QStringLiteral("haystack")};
    QCOMPARE(PlaceTableWords::readBy(place, nullptr), place.readBy);
    place.readBy.append(QStringLiteral("litellm"));
    QCOMPARE(PlaceTableWords::readBy(place, nullptr), place.readBy);
    place.readBy.append(QStringLiteral("chroma"));
    QCOMPARE(PlaceTableWords::readBy(place, nullptr),
        QStringList({QStringLiteral("haystack"), QStringLiteral("and 2 more")}));
    QCOMPARE(PlaceTableWords::readers(place).constLast(), QStringLiteral("Chroma"));
    const sources::Client *chroma = sources::findClient(QStringLiteral("chroma"));
    QCOMPARE(PlaceTableWords::readBy(place, chroma), QStringList(QStringLiteral("yes")));
    place.readBy.removeLast();
    QCOMPARE(PlaceTableWords::readBy(place, chroma), QStringList(QStringLiteral("no")));
    QVERIFY(PlaceTableWords::row(place, chroma).contains(u"not read by Chroma"));
}

void tst_PlaceTableWords::namesEachFindingInItsOwnWords()
{
    QSet<QString> words;
    constexpr int last = static_cast<int>(inspect::FindingKind::UnusualShape);
    for (int kind = 0; kind <= last; ++kind)
        words.insert(PlaceTableWords::finding(static_cast<inspect::FindingKind>(kind)));
    QCOMPARE(words.size(), last + 1);
    QVERIFY(!words.contains(QString()));
}

void tst_PlaceTableWords::hasASentenceForEachProblem()
{
    QSet<QString> sentences;
    constexpr int last = static_cast<int>(sources::PlaceProblem::TrackedByGit);
    for (int problem = 0; problem <= last; ++problem) {
        sources::PlaceFinding finding;
        finding.problem = static_cast<sources::PlaceProblem>(problem);
        finding.place.kind = PlaceKind::EnvFile;
        finding.place.name = QStringLiteral("CO_API_KEY");
        finding.place.file = QStringLiteral(".env");
        finding.other = Place{};
        finding.other->kind = PlaceKind::Environment;
        finding.other->name = QStringLiteral("COHERE_API_KEY");
        const QString sentence = PlaceWords::problem(finding);
        QVERIFY(sentence.contains(u"CO_API_KEY in .env") || sentence.contains(u"COHERE_API_KEY in this process"));
        QVERIFY(sentence.endsWith(u'.'));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), last + 1);
}

void tst_PlaceTableWords::hasASentenceForEachSkippedFile()
{
    QSet<QString> sentences;
    constexpr int last = static_cast<int>(sources::SkipReason::TooMany);
    for (int reason = 0; reason <= last; ++reason) {
        const QString sentence =
            PlaceWords::skipped({QStringLiteral("data/dump.sql"), static_cast<sources::SkipReason>(reason)});
        QVERIFY(sentence.startsWith(u"data/dump.sql "));
        QVERIFY(sentence.endsWith(u'.'));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), last + 1);
}

QTEST_GUILESS_MAIN(tst_PlaceTableWords)
#include "tst_PlaceTableWords.moc"
