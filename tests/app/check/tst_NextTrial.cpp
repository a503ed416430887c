// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/NextTrial.h"
#include "helpers/DoctorTest.h"
#include "helpers/EvidenceBuilder.h"
#include "probe/Target.h"
#include "words/Ids.h"

using diagnosis::Evidence;
using probe::Answerer;
using probe::Meaning;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::Variant;

Q_DECLARE_METATYPE(diagnosis::Evidence)
Q_DECLARE_METATYPE(probe::Target)

/// Which thing is changed next, by what was answered so far.
class TestNextTrial : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void changesWhatTheAnswerCallsFor_data();
    void changesWhatTheAnswerCallsFor();
    void asksNoMoreThanItMay_data();
    void asksNoMoreThanItMay();
    void endsWhateverTheAnswersAre();
};

namespace {

probe::Target target(const char *base, const char *header = "Authorization: Bearer {key}")
{
    probe::Target target;
    target.base = QUrl(QString::fromLatin1(base));
    target.header = *probe::parseHeaderForm(QString::fromLatin1(header));
    return target;
}

EvidenceBuilder at(const char *base)
{
    return EvidenceBuilder().base(QUrl(QString::fromLatin1(base)));
}

constexpr const char *cohere = "https://api.cohere.com";
constexpr const char *own = "https://rerank.example";

EvidenceBuilder refused(const char *base)
{
    return at(base).rerank(Answerer::Unclear, Meaning::OtherUnauthorized, 401);
}

/// The same refusal comes without a key.
EvidenceBuilder refusedWithoutKeyToo(const char *base)
{
    return refused(base).trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401);
}

void row(const char *name, const EvidenceBuilder &builder, const probe::Target &target, const char *next)
{
    QTest::newRow(name) << builder.evidence() << target << QString::fromLatin1(next);
}

void rowsOfControlAndHeaders()
{
    row("results: nothing", at(own).rerank(Answerer::Cohere, Meaning::RerankResults, 200), target(own), "");
    row("Cohere does not know the key: nothing", at(cohere).rerank(Answerer::Cohere, Meaning::KeyUnknown, 401),
        target(cohere), "");
    row("somebody's 401: without a key", refused(own), target(own), "no-key");
    row("somebody's 401 at Cohere's address: without a key", refused(cohere), target(cohere), "no-key");
    row("somebody's 403: without a key", at(own).rerank(Answerer::SomethingInFront, Meaning::Forbidden, 403),
        target(own), "no-key");
    row("Cohere's own refusal in other words: nothing",
        at(cohere).rerank(Answerer::Cohere, Meaning::OtherUnauthorized, 401), target(cohere), "");
    row("the practice endpoint: nothing",
        at("http://127.0.0.1:4242").practice().rerank(Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401),
        target("http://127.0.0.1:4242"), "");
    row("the edge's page: nothing", at(cohere).rerank(Answerer::SomethingInFront, Meaning::EdgeBlocked, 403),
        target(cohere), "");
    row("the same without a key: another header", refusedWithoutKeyToo(own), target(own), "header:X-API-Key");
    row("and the next",
        refusedWithoutKeyToo(own).trial(Variant::XApiKeyHeader, Answerer::Unclear, Meaning::OtherUnauthorized, 401),
        target(own), "header:api-key");
    row("a refusal in Cohere's words that is not Cohere's settles nothing",
        refusedWithoutKeyToo(own).trial(Variant::XApiKeyHeader, Answerer::Unclear, Meaning::KeyUnknown, 401),
        target(own), "header:api-key");
    row("the same but for the number of the request",
        refused(own)
            .message(QStringLiteral("request 4f2a-9 denied"))
            .trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401)
            .message(QStringLiteral("request 77b1-3 denied")),
        target(own), "header:X-API-Key");
    row("not the one that the user has chosen", refusedWithoutKeyToo(own), target(own, "X-API-Key: {key}"),
        "header:Bearer");
    row("Azure's first", refusedWithoutKeyToo("https://x.services.ai.azure.com/providers/cohere"),
        target("https://x.services.ai.azure.com/providers/cohere"), "header:api-key");
    row("never another header at Cohere", refusedWithoutKeyToo(cohere), target(cohere), "");
    row("but the right one", at(cohere).rerank(Answerer::Cohere, Meaning::NoKeyArrived, 401),
        target(cohere, "X-API-Key: {key}"), "header:Bearer");
    row("another answer without a key: it was read, and refused",
        refused(own).trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 403), target(own), "");
    row("a login of another kind: no header",
        at(own)
            .rerank(Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401)
            .loginSchemes({QStringLiteral("Basic")})
            .trial(Variant::NoKey, Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401),
        target(own), "");
    row("a header that works: the first call once more",
        refusedWithoutKeyToo(own).trial(Variant::XApiKeyHeader, Answerer::Cohere, Meaning::RerankResults, 200),
        target(own), "again");
    row("then nothing more",
        refusedWithoutKeyToo(own)
            .trial(Variant::XApiKeyHeader, Answerer::Cohere, Meaning::RerankResults, 200)
            .trial(Variant::Again, Answerer::Unclear, Meaning::OtherUnauthorized, 401),
        target(own), "");
    row("a header that works at Cohere: nothing more",
        at(cohere)
            .rerank(Answerer::Cohere, Meaning::NoKeyArrived, 401)
            .trial(Variant::BearerHeader, Answerer::Cohere, Meaning::RerankResults, 200),
        target(cohere, "X-API-Key: {key}"), "");
    row("results without a key: the first call once more",
        refused(own).trial(Variant::NoKey, Answerer::Cohere, Meaning::RerankResults, 200), target(own), "again");
    row("a key that a gateway asks for as Kong does is no login",
        refused(own)
            .loginSchemes({QStringLiteral("Key")})
            .trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401),
        target(own), "header:X-API-Key");
    row("sent away for a while without a key: nothing more",
        refused(own).trial(Variant::NoKey, Answerer::Unclear, Meaning::RateLimited, 429), target(own), "");
    row("sent away for a while with another header: nothing more",
        refusedWithoutKeyToo(own).trial(Variant::XApiKeyHeader, Answerer::Unclear, Meaning::RateLimited, 429),
        target(own), "");
    row("no key arrived: another header", at(own).rerank(Answerer::Cohere, Meaning::NoKeyArrived, 401), target(own),
        "header:X-API-Key");
}

void rowsOfRefusedKeys()
{
    const auto unknown = [](const char *base) { return at(base).rerank(Answerer::Cohere, Meaning::KeyUnknown, 401); };
    row("not known at an own address: without a key", unknown(own), target(own), "no-key");
    row("expired at an own address: without a key", at(own).rerank(Answerer::Cohere, Meaning::KeyExpired, 401),
        target(own), "no-key");
    row("then nothing", unknown(own).trial(Variant::NoKey, Answerer::Cohere, Meaning::KeyUnknown, 401), target(own),
        "");
    row("not known to a vault of Cohere's: nothing", unknown("https://my.vault.cohere.com"),
        target("https://my.vault.cohere.com"), "");
    row("not known to the practice endpoint: nothing",
        at("http://127.0.0.1:4242").practice().rerank(Answerer::Cohere, Meaning::KeyUnknown, 401),
        target("http://127.0.0.1:4242"), "");
    row("not known, and sent in a form of the user's: the right form", unknown(cohere),
        target(cohere, "Authorization: Bearer Bearer {key}"), "header:Bearer");
    row("then nothing, at Cohere",
        unknown(cohere).trial(Variant::BearerHeader, Answerer::Cohere, Meaning::KeyUnknown, 401),
        target(cohere, "X-API-Key: {key}"), "");
}

void rowsOfPaths()
{
    const auto notFound = [](const char *base) {
        return at(base).rerank(Answerer::Unclear, Meaning::PathNotFound, 404);
    };
    row("not found: the older path", notFound(own), target(own), "path:v1");
    row("not found, and the path is given twice", notFound("https://rerank.example/v2"),
        target("https://rerank.example/v2"), "path:once");
    row("the same at Cohere", notFound("https://api.cohere.com/v2/rerank"), target("https://api.cohere.com/v2/rerank"),
        "path:once");
    row("then the older path",
        notFound("https://rerank.example/v2").trial(Variant::PathOnce, Answerer::Unclear, Meaning::PathNotFound, 404),
        target("https://rerank.example/v2"), "path:v1");
    row("not found below a path of its own: last without it",
        notFound("https://rerank.example/gateway")
            .trial(Variant::V1Path, Answerer::Unclear, Meaning::PathNotFound, 404),
        target("https://rerank.example/gateway"), "path:none");
    row("once, it works: the first call once more",
        notFound("https://rerank.example/v2").trial(Variant::PathOnce, Answerer::Cohere, Meaning::RerankResults, 200),
        target("https://rerank.example/v2"), "again");
    row("once, it is there, whatever it says of the key",
        notFound("https://rerank.example/v2")
            .trial(Variant::PathOnce, Answerer::Unclear, Meaning::OtherUnauthorized, 401),
        target("https://rerank.example/v2"), "");
    row("a gateway that refuses at every address, and the path is given twice", refused("https://rerank.example/v2"),
        target("https://rerank.example/v2"), "path:once");
    row("then without a key",
        refused("https://rerank.example/v2")
            .trial(Variant::PathOnce, Answerer::Unclear, Meaning::OtherUnauthorized, 401),
        target("https://rerank.example/v2"), "no-key");
    row("no model of that name is another matter", at(own).rerank(Answerer::Cohere, Meaning::ModelNotFound, 404),
        target(own), "");
}

void rowsOfProxies()
{
    const auto viaProxy = [](EvidenceBuilder builder) { return builder.viaProxy(); };
    row("a proxy that wants a login", viaProxy(at(own).fails(ProbeId::Tls, NetworkFailure::ProxyLoginNeeded)),
        target(own), "direct");
    row("a proxy that is down", viaProxy(at(own).fails(ProbeId::Connect, NetworkFailure::ProxyRefused)), target(own),
        "direct");
    row("a certificate that is not trusted, through a proxy",
        viaProxy(at(own).fails(ProbeId::Tls, NetworkFailure::CertificateUntrusted)), target(own), "direct");
    row("the same without a proxy", at(own).fails(ProbeId::Tls, NetworkFailure::CertificateUntrusted), target(own), "");
    row("no key arrived, through a proxy", viaProxy(at(cohere).rerank(Answerer::Cohere, Meaning::NoKeyArrived, 401)),
        target(cohere), "direct");
    row("Cohere's own word through a proxy", viaProxy(at(cohere).rerank(Answerer::Cohere, Meaning::KeyUnknown, 401)),
        target(cohere), "");
    row("the way fails, and no proxy is there", at(own).fails(ProbeId::Connect, NetworkFailure::ConnectionRefused),
        target(own), "");
}

void rowsOfCleaning()
{
    const auto quoted = [](const char *base) {
        return at(base).finding(inspect::FindingKind::WrappedKey, inspect::Detail::Quotes, inspect::Action::Remove);
    };
    row("a key with quotes", quoted(cohere).rerank(Answerer::Cohere, Meaning::KeyUnknown, 401), target(cohere),
        "cleaned");
    row("where the path is the matter, cleaning can wait",
        quoted("https://api.cohere.com/v2").rerank(Answerer::Cohere, Meaning::PathNotFound, 404),
        target("https://api.cohere.com/v2"), "path:once");
    row("a service in trouble says nothing of the key",
        quoted(cohere).rerank(Answerer::Cohere, Meaning::ServiceError, 500), target(cohere), "");
    row("tried once",
        quoted(cohere)
            .rerank(Answerer::Cohere, Meaning::KeyUnknown, 401)
            .cleaned(Answerer::Cohere, Meaning::KeyUnknown, 401),
        target(cohere), "");
    row("a key that nobody can send", at(own).notSendable(false).skipped(), target(own), "");
}

} // namespace

void TestNextTrial::changesWhatTheAnswerCallsFor_data()
{
    QTest::addColumn<Evidence>("evidence");
    QTest::addColumn<probe::Target>("target");
    QTest::addColumn<QString>("next");
    rowsOfControlAndHeaders();
    rowsOfRefusedKeys();
    rowsOfPaths();
    rowsOfProxies();
    rowsOfCleaning();
}

void TestNextTrial::changesWhatTheAnswerCallsFor()
{
    QFETCH(const Evidence, evidence);
    QFETCH(const probe::Target, target);
    QFETCH(const QString, next);
    const auto trial = check::nextTrial(evidence, target);
    QCOMPARE(trial ? words::id(*trial) : QString(), next);
}

void TestNextTrial::asksNoMoreThanItMay_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<qsizetype>("most");
    QTest::newRow("Cohere") << QStringLiteral("https://api.cohere.com/v2") << qsizetype{3};
    QTest::newRow("Cohere, with the dot of a whole name")
        << QStringLiteral("https://api.cohere.com./v2") << qsizetype{3};
    QTest::newRow("Cohere's old host") << QStringLiteral("https://production.api.cohere.ai/v1") << qsizetype{3};
    QTest::newRow("somebody's own") << QStringLiteral("https://rerank.example/gateway/v2") << qsizetype{8};
}

void TestNextTrial::asksNoMoreThanItMay()
{
    QFETCH(const QString, base);
    QFETCH(const qsizetype, most);
    // Each answer calls for something else: the worst that a server can do.
    EvidenceBuilder builder =
        EvidenceBuilder()
            .base(QUrl(base))
            .finding(inspect::FindingKind::WrappedKey, inspect::Detail::Quotes, inspect::Action::Remove);
    builder.check(Answerer::Unclear, Meaning::OtherUnauthorized, 401)
        .rerank(Answerer::Unclear, Meaning::OtherUnauthorized, 401)
        .viaProxy();
    probe::Target target;
    target.base = QUrl(base);
    qsizetype asked = 2;
    while (const auto next = check::nextTrial(builder.evidence(), target)) {
        QVERIFY2(asked < most, qPrintable(words::id(*next)));
        builder.trial(*next, Answerer::Unclear, Meaning::OtherUnauthorized, 401);
        ++asked;
    }
    QVERIFY(asked <= most);
    QVERIFY2(asked > 2, "nothing was tried at all");
}

void TestNextTrial::endsWhateverTheAnswersAre()
{
    for (const char *base : {cohere, own}) {
        for (int meaning = 0; meaning <= static_cast<int>(Meaning::OtherStatus); ++meaning) {
            EvidenceBuilder builder = at(base);
            builder.rerank(Answerer::Unclear, static_cast<Meaning>(meaning), 401).viaProxy();
            int trials = 0;
            while (const auto next = check::nextTrial(builder.evidence(), target(base))) {
                QVERIFY(++trials < check::mostRequests);
                builder.trial(*next, Answerer::Unclear, static_cast<Meaning>(meaning), 401);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestNextTrial)
#include "tst_NextTrial.moc"
