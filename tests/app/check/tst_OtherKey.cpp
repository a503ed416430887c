// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/OtherKey.h"
#include "helpers/DoctorTest.h"
#include "helpers/EvidenceBuilder.h"
#include "helpers/TestKeys.h"
#include "sources/Comparison.h"

using probe::Answerer;
using probe::Meaning;
using sources::FoundKey;
using sources::PlaceKind;

/// Which other key is tried, and which never.
class TestOtherKey : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void triesTheKeyThatDisagrees_data();
    void triesTheKeyThatDisagrees();
    void looksElsewhereOnlyWhereTheKeyIsInDoubt_data();
    void looksElsewhereOnlyWhereTheKeyIsInDoubt();
};

namespace {

FoundKey found(PlaceKind kind, const QByteArray &key)
{
    sources::Place place;
    place.kind = kind;
    place.name = QStringLiteral("CO_API_KEY");
    place.file = kind == PlaceKind::EnvFile ? QStringLiteral("/p/.env") : QString();
    return sources::foundKey(std::move(place), key::Secret(QByteArrayView(key)));
}

} // namespace

void TestOtherKey::triesTheKeyThatDisagrees_data()
{
    QTest::addColumn<int>("sourceKind");
    QTest::addColumn<int>("meaning");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("cohere");
    QTest::addColumn<bool>("here");
    QTest::addColumn<bool>("tried");
    const auto row = [](const char *name, PlaceKind kind, Meaning meaning, const QByteArray &other, bool cohere,
                         bool here, bool tried) {
        QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(meaning) << other << cohere << here << tried;
    };
    const QByteArray &key = testkeys::other;
    row("a refused variable, and a file", PlaceKind::Environment, Meaning::KeyUnknown, key, true, false, true);
    row("an expired one", PlaceKind::Environment, Meaning::KeyExpired, key, true, false, true);
    row("at the practice endpoint", PlaceKind::Environment, Meaning::KeyUnknown, key, false, true, true);
    row("at somebody's gateway", PlaceKind::Environment, Meaning::KeyUnknown, key, false, false, false);
    row("a pasted key", PlaceKind::Paste, Meaning::KeyUnknown, key, true, false, false);
    row("a key from standard input", PlaceKind::StandardInput, Meaning::KeyUnknown, key, true, false, false);
    row("a key from the clipboard", PlaceKind::Clipboard, Meaning::KeyUnknown, key, true, false, false);
    row("a key that works", PlaceKind::Environment, Meaning::RerankResults, key, true, false, false);
    row("a gateway's refusal", PlaceKind::Environment, Meaning::OtherUnauthorized, key, true, false, false);
    row("the same key", PlaceKind::Environment, Meaning::KeyUnknown, testkeys::good, true, false, false);
    row("another service's key", PlaceKind::Environment, Meaning::KeyUnknown,
        "sk-proj-TestKeyOfAnotherServiceA1b2C3d4E5f6G7h8J9k0T3BlbkFJ", true, false, false);
    row("an example", PlaceKind::Environment, Meaning::KeyUnknown, "YOUR_API_KEY", true, false, false);
    row("a dirty key", PlaceKind::Environment, Meaning::KeyUnknown, key + " ", true, false, false);
}

void TestOtherKey::triesTheKeyThatDisagrees()
{
    QFETCH(const int, sourceKind);
    QFETCH(const int, meaning);
    QFETCH(const QByteArray, other);
    QFETCH(const bool, cohere);
    QFETCH(const bool, here);
    QFETCH(const bool, tried);
    EvidenceBuilder builder;
    builder.rerank(Answerer::Cohere, static_cast<Meaning>(meaning), 401);
    diagnosis::Evidence evidence = builder.evidence();
    evidence.baseIsCohere = cohere;
    std::vector<FoundKey> keys;
    keys.push_back(found(PlaceKind::Environment, testkeys::good));
    keys.push_back(found(PlaceKind::EnvFile, other));
    evidence.source = keys.front().place;
    evidence.source.kind = static_cast<PlaceKind>(sourceKind);
    evidence.placeFindings = sources::comparePlaces(keys, nullptr);
    const FoundKey *chosen = check::otherKeyWorthATry(evidence, keys, here);
    QCOMPARE(chosen != nullptr, tried);
    if (chosen != nullptr)
        QCOMPARE(chosen->secret.bytes().toByteArray(), other);
}

void TestOtherKey::looksElsewhereOnlyWhereTheKeyIsInDoubt_data()
{
    QTest::addColumn<int>("meaning");
    QTest::addColumn<bool>("inDoubt");
    const auto row = [](const char *name, Meaning meaning, bool inDoubt) {
        QTest::newRow(name) << static_cast<int>(meaning) << inDoubt;
    };
    row("it works", Meaning::RerankResults, false);
    row("it is not known", Meaning::KeyUnknown, true);
    row("it has expired", Meaning::KeyExpired, true);
    row("somebody says 401", Meaning::OtherUnauthorized, true);
    row("too many calls", Meaning::RateLimited, false);
    row("billing", Meaning::Billing, false);
    row("the edge", Meaning::EdgeBlocked, false);
    row("trouble", Meaning::ServiceError, false);
}

void TestOtherKey::looksElsewhereOnlyWhereTheKeyIsInDoubt()
{
    QFETCH(const int, meaning);
    QFETCH(const bool, inDoubt);
    EvidenceBuilder builder;
    builder.rerank(Answerer::Cohere, static_cast<Meaning>(meaning), 401);
    QCOMPARE(check::isPlaceInDoubt(builder.evidence()), inDoubt);
    EvidenceBuilder missing;
    missing.missing(false);
    QVERIFY(check::isPlaceInDoubt(missing.evidence()));
}

QTEST_GUILESS_MAIN(TestOtherKey)
#include "tst_OtherKey.moc"
