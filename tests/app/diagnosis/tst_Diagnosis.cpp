// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Diagnosis.h"
#include "helpers/DoctorTest.h"
#include "helpers/EvidenceBuilder.h"
#include "words/Ids.h"

#include <QSet>

using diagnosis::Diagnosis;
using diagnosis::Evidence;
using diagnosis::Fact;
using inspect::Action;
using inspect::Detail;
using inspect::FindingKind;
using probe::Answerer;
using probe::CertificateProblem;
using probe::Meaning;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::Variant;
using sources::PlaceProblem;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(diagnosis::Evidence)

/// What is expected is written as the JSON has it: "key-rejected confirmed, hidden-characters likely".
class TestDiagnosis : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void ranksTheCauses_data();
    void ranksTheCauses();
    void reachesEveryCauseOfTheCatalogueByARow();
    void neverCallsAKeyRejectedThatWasAcceptedOrNotJudged();
    void isThePureFunctionOfItsEvidence();
    void namesNoMoreThanAFewCharactersAndCountsTheRest();
};

namespace {

void row(const char *name, const EvidenceBuilder &builder, const char *verdict, const char *causes)
{
    QTest::newRow(name) << builder.evidence() << QString::fromLatin1(verdict) << QString::fromLatin1(causes);
}

EvidenceBuilder clean()
{
    return {};
}

EvidenceBuilder noBreakSpace()
{
    return EvidenceBuilder().finding(FindingKind::HiddenCharacters, Detail::Blank, Action::Remove).notSendable(true);
}

EvidenceBuilder quotes()
{
    return EvidenceBuilder().finding(FindingKind::WrappedKey, Detail::Quotes, Action::Remove);
}

void rowsOfKeyText()
{
    row("no key: variable not set", clean().missing(false), "fix-key", "key-missing confirmed");
    row("no key: variable set to nothing", clean().missing(true), "fix-key", "key-missing confirmed");
    row("hidden character, proved by the cleaned key",
        noBreakSpace().skipped().cleaned(Answerer::Cohere, Meaning::RerankResults, 200), "fix-key",
        "hidden-characters confirmed");
    row("hidden character, cleaned key accepted but out of calls",
        noBreakSpace().skipped().cleaned(Answerer::Cohere, Meaning::RateLimited, 429), "fix-key",
        "hidden-characters confirmed, rate-limited confirmed");
    row("hidden character, cleaned key not known either",
        noBreakSpace().skipped().cleaned(Answerer::Cohere, Meaning::KeyUnknown, 401), "fix-key",
        "hidden-characters likely, key-rejected likely");
    row("hidden character, and no connection",
        noBreakSpace().fails(ProbeId::Connect, NetworkFailure::ConnectionRefused), "fix-route",
        "unreachable confirmed, hidden-characters likely");
    row("hidden character that the endpoint does not mind",
        EvidenceBuilder()
            .finding(FindingKind::HiddenCharacters, Detail::Blank, Action::Remove)
            .rerank(Answerer::Cohere, Meaning::RerankResults, 200),
        "works", "hidden-characters ruled-out");
    row("quotes, proved by the cleaned key",
        quotes()
            .rerank(Answerer::Cohere, Meaning::KeyUnknown, 401)
            .cleaned(Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-key", "wrapped-key confirmed");
    row("quotes, and the cleaned key could not be tested", quotes().rerank(Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-key", "wrapped-key likely, key-rejected possible");
    row("quotes, and neither is known",
        quotes().rerank(Answerer::Cohere, Meaning::KeyUnknown, 401).cleaned(Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-key", "wrapped-key likely, key-rejected likely");
    row("look-alike letter: no such key can be sent",
        EvidenceBuilder()
            .finding(FindingKind::LookalikeCharacters, Detail::OtherScript, Action::CopyAgain)
            .notSendable(false)
            .skipped(),
        "fix-key", "lookalike-characters confirmed");
    row("placeholder, rejected",
        EvidenceBuilder()
            .finding(FindingKind::PlaceholderKey, Detail::PlaceholderWords, Action::UseRealKey)
            .rerank(Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-key", "placeholder-key confirmed");
    row("placeholder that a private deployment takes",
        EvidenceBuilder()
            .finding(FindingKind::PlaceholderKey, Detail::EmptyWord, Action::UseRealKey)
            .ownBase()
            .rerank(Answerer::Cohere, Meaning::RerankResults, 200),
        "works", "placeholder-key ruled-out");
    row("another service's key, rejected",
        EvidenceBuilder()
            .finding(FindingKind::OtherServiceKey, Detail::ServicePrefix, Action::UseRealKey)
            .rerank(Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-key", "other-service-key confirmed");
    row("a shape that services share, rejected",
        EvidenceBuilder()
            .finding(FindingKind::OtherServiceKey, Detail::ServiceShape, Action::UseRealKey)
            .rerank(Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-key", "other-service-key likely, key-rejected possible");
}

void rowsOfUnauthorized()
{
    row("rejected, clean key", clean().rerank(Answerer::Cohere, Meaning::KeyUnknown, 401), "fix-key",
        "key-rejected confirmed");
    row("rejected, both calls agree",
        clean().check(Answerer::Cohere, Meaning::KeyInvalid, 200).rerank(Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-key", "key-rejected confirmed");
    row("rejected, but Cohere's own check knows it",
        clean().check(Answerer::Cohere, Meaning::KeyValid, 200).rerank(Answerer::Cohere, Meaning::KeyUnknown, 401),
        "unknown", "no-rerank-access possible, gateway-refused possible");
    row("unusual shape is a hint alone",
        EvidenceBuilder()
            .finding(FindingKind::UnusualShape, Detail::UnusualLength, Action::None)
            .rerank(Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-key", "key-rejected confirmed");
    row("expired", clean().rerank(Answerer::Cohere, Meaning::KeyExpired, 401), "fix-key", "key-expired confirmed");
    row("no key arrived", clean().rerank(Answerer::Cohere, Meaning::NoKeyArrived, 401), "fix-route",
        "header-stripped confirmed");
    row("no key arrived, own base URL", clean().ownBase().rerank(Answerer::Cohere, Meaning::NoKeyArrived, 401),
        "fix-route", "header-stripped confirmed, wrong-header possible");
    row("gateway's own 401", clean().rerank(Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401), "fix-route",
        "gateway-refused confirmed");
    row("gateway's own 401, own base URL",
        clean().ownBase().rerank(Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401), "fix-route",
        "gateway-refused confirmed, wrong-header possible, wrong-endpoint possible");
    row("a 401 that does not show who wrote it", clean().rerank(Answerer::Unclear, Meaning::OtherUnauthorized, 401),
        "fix-route", "gateway-refused likely, key-rejected possible");
    row("Cohere's 401 in new words", clean().rerank(Answerer::Cohere, Meaning::OtherUnauthorized, 401), "fix-key",
        "key-rejected likely");
}

void rowsOfOtherReplies()
{
    row("works", clean().rerank(Answerer::Cohere, Meaning::RerankResults, 200), "works", "");
    row("works at somebody's own deployment", clean().ownBase().rerank(Answerer::Unclear, Meaning::RerankResults, 200),
        "works", "");
    row("works, whatever the key check says",
        clean().check(Answerer::Cohere, Meaning::KeyInvalid, 200).rerank(Answerer::Cohere, Meaning::RerankResults, 200),
        "works", "");
    row("billing", clean().rerank(Answerer::Cohere, Meaning::Billing, 402), "fix-access", "billing confirmed");
    row("month used up", clean().rerank(Answerer::Cohere, Meaning::QuotaUsedUp, 429), "fix-access",
        "quota-used-up confirmed");
    row("a proxy that nobody chose wants a login", clean().rerank(Answerer::SomethingInFront, Meaning::ProxyLogin, 407),
        "fix-route", "proxy-login likely, gateway-refused possible");
    row("too many calls", clean().rerank(Answerer::Cohere, Meaning::RateLimited, 429), "wait",
        "rate-limited confirmed");
    row("no permission, key valid",
        clean().check(Answerer::Cohere, Meaning::KeyValid, 200).rerank(Answerer::Cohere, Meaning::Forbidden, 403),
        "fix-access", "no-rerank-access confirmed");
    row("no permission, key not checked", clean().rerank(Answerer::Cohere, Meaning::Forbidden, 403), "fix-access",
        "no-rerank-access likely, key-rejected possible");
    row("403 of a gateway", clean().rerank(Answerer::SomethingInFront, Meaning::Forbidden, 403), "fix-route",
        "gateway-refused likely, blocked-address possible");
    row("the edge's 403 page", clean().rerank(Answerer::SomethingInFront, Meaning::EdgeBlocked, 403), "fix-route",
        "blocked-address confirmed");
    row("model gone", clean().rerank(Answerer::Cohere, Meaning::ModelNotFound, 404), "fix-request",
        "model-unavailable confirmed");
    row("path not found, Cohere says so", clean().rerank(Answerer::Cohere, Meaning::PathNotFound, 404), "fix-route",
        "wrong-endpoint confirmed");
    row("path not found, somebody says so",
        clean().ownBase().rerank(Answerer::SomethingInFront, Meaning::PathNotFound, 404), "fix-route",
        "wrong-endpoint likely");
    row("malformed request", clean().rerank(Answerer::Cohere, Meaning::RequestInvalid, 422), "fix-request",
        "request-malformed confirmed");
    row("content blocked", clean().rerank(Answerer::Cohere, Meaning::ContentBlocked, 498), "fix-request",
        "content-blocked confirmed");
    row("service trouble", clean().rerank(Answerer::Cohere, Meaning::ServiceError, 500), "wait",
        "service-trouble confirmed");
    row("trouble of a gateway", clean().rerank(Answerer::SomethingInFront, Meaning::ServiceError, 502), "wait",
        "service-trouble likely");
    row("network's login page, by its status", clean().rerank(Answerer::SomethingInFront, Meaning::LoginPage, 511),
        "fix-route", "captive-portal confirmed");
    row("a page where results should be", clean().rerank(Answerer::SomethingInFront, Meaning::LoginPage, 200),
        "fix-route", "captive-portal likely, wrong-endpoint possible");
    row("redirect of an own base URL", clean().ownBase().rerank(Answerer::SomethingInFront, Meaning::Redirect, 302),
        "fix-route", "wrong-endpoint likely, captive-portal possible");
    row("JSON of something else", clean().ownBase().rerank(Answerer::Unclear, Meaning::UnexpectedReply, 200),
        "fix-route", "wrong-endpoint likely, gateway-refused possible");
    row("a status of its own", clean().rerank(Answerer::Unclear, Meaning::OtherStatus, 418), "unknown",
        "gateway-refused possible");
}

void rowsOfTheRoute()
{
    const auto fails = [](ProbeId id, NetworkFailure failure) { return EvidenceBuilder().fails(id, failure); };
    row("name not known", fails(ProbeId::NameLookup, NetworkFailure::NameNotFound), "fix-route",
        "name-not-found confirmed");
    row("no name server answers", fails(ProbeId::NameLookup, NetworkFailure::TimedOut), "fix-route",
        "name-not-found likely");
    row("refused", fails(ProbeId::Connect, NetworkFailure::ConnectionRefused), "fix-route", "unreachable confirmed");
    row("no route", fails(ProbeId::Connect, NetworkFailure::HostUnreachable), "fix-route", "unreachable confirmed");
    row("no answer in time", fails(ProbeId::Connect, NetworkFailure::TimedOut), "fix-route", "unreachable confirmed");
    row("closed before a reply", fails(ProbeId::Rerank, NetworkFailure::ConnectionClosed), "fix-route",
        "unreachable confirmed");
    row("a reply that drips", fails(ProbeId::Rerank, NetworkFailure::TimedOutInReply), "fix-route",
        "unreachable confirmed");
    row("something else", fails(ProbeId::Rerank, NetworkFailure::Other), "fix-route", "unreachable likely");
    row("far too long a reply", fails(ProbeId::Rerank, NetworkFailure::ReplyTooLarge), "fix-route",
        "wrong-endpoint likely, captive-portal possible");
    row("not HTTP", fails(ProbeId::Rerank, NetworkFailure::NotHttp), "fix-route", "wrong-endpoint likely");
    row("not TLS", fails(ProbeId::Tls, NetworkFailure::TlsHandshakeFailed), "fix-route",
        "wrong-endpoint likely, gateway-refused possible");
    row("proxy wants a login", fails(ProbeId::Tls, NetworkFailure::ProxyLoginNeeded), "fix-route",
        "proxy-login confirmed");
    row("proxy not known", fails(ProbeId::NameLookup, NetworkFailure::ProxyNotFound), "fix-route",
        "name-not-found confirmed");
    row("proxy down", fails(ProbeId::Connect, NetworkFailure::ProxyRefused), "fix-route", "unreachable confirmed");
    row("proxy does not connect", fails(ProbeId::Tls, NetworkFailure::ProxyDenied), "fix-route",
        "unreachable likely, gateway-refused possible");
    row("proxy makes no connection in time", fails(ProbeId::Tls, NetworkFailure::ProxyTooSlow), "fix-route",
        "unreachable confirmed");
    row("no name server", fails(ProbeId::NameLookup, NetworkFailure::NoNameServer), "fix-route",
        "name-not-found likely");
    row("cancelled", fails(ProbeId::Rerank, NetworkFailure::Cancelled), "unknown", "");
    const auto tls = [](CertificateProblem problem) {
        return EvidenceBuilder().fails(ProbeId::Tls, NetworkFailure::CertificateUntrusted, problem);
    };
    row("self-signed", tls(CertificateProblem::SelfSigned), "fix-route", "tls-untrusted confirmed");
    row("own authority", tls(CertificateProblem::UnknownAuthority), "fix-route", "tls-untrusted confirmed");
    row("wrong host name", tls(CertificateProblem::WrongHostName), "fix-route", "tls-untrusted confirmed");
    const QUrl cohere(QStringLiteral("https://api.cohere.com"));
    row("certificate of somebody else in Cohere's place",
        tls(CertificateProblem::UnknownAuthority).forAnotherName().base(cohere), "fix-route",
        "tls-untrusted confirmed, captive-portal possible");
    row("that, at a server of one's own", tls(CertificateProblem::UnknownAuthority).forAnotherName().ownBase(),
        "fix-route", "tls-untrusted confirmed");
    row("expired certificate", tls(CertificateProblem::Expired), "fix-route",
        "tls-untrusted likely, clock-wrong possible");
    row("not yet valid certificate", tls(CertificateProblem::NotYetValid), "fix-route",
        "clock-wrong likely, tls-untrusted likely");
    row("clock an hour ahead, but it works",
        clean().rerank(Answerer::Cohere, Meaning::RerankResults, 200).clockAhead(3600), "works",
        "clock-wrong possible");
    row("clock a minute behind is no matter",
        clean().rerank(Answerer::Cohere, Meaning::RerankResults, 200).clockAhead(-60), "works", "");
    row("base URL empty", clean().targetFailure(probe::TargetFailure::EmptyUrl), "fix-route",
        "wrong-endpoint confirmed");
    row("plain http", clean().targetFailure(probe::TargetFailure::UnprotectedHttp), "fix-route",
        "wrong-endpoint confirmed");
}

/// Words that are Cohere's, at an address where another key may have been judged, or with a status that is not its own.
void rowsOfWhoseKeyWasJudged()
{
    const auto own = [] { return EvidenceBuilder().base(QUrl(u"https://rerank.example"_s)); };
    const auto unknown = [&own] { return own().rerank(Answerer::Cohere, Meaning::KeyUnknown, 401); };
    row("an unknown key, and without one none arrived: it was the user's",
        unknown().trial(Variant::NoKey, Answerer::Cohere, Meaning::NoKeyArrived, 401), "fix-key",
        "key-rejected confirmed");
    row("an unknown key, and somebody else speaks without one",
        unknown().trial(Variant::NoKey, Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401), "fix-key",
        "key-rejected likely");
    row("an unknown key at an own address, and no more could be asked", unknown(), "fix-key", "key-rejected likely");
    row("the same words without a key: a gateway may have sent one of its own",
        unknown().trial(Variant::NoKey, Answerer::Cohere, Meaning::KeyUnknown, 401), "fix-route",
        "gateway-refused likely, key-rejected possible");
    row("the same words without a key, of a stand-in on this computer",
        EvidenceBuilder()
            .base(QUrl(u"http://127.0.0.1:8080"_s))
            .rerank(Answerer::Cohere, Meaning::KeyUnknown, 401)
            .trial(Variant::NoKey, Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-key", "key-rejected likely, gateway-refused likely");
    row("an expired key at an own address", own().rerank(Answerer::Cohere, Meaning::KeyExpired, 401), "fix-key",
        "key-expired likely");
    row("billing at an own address: of which key is not known", own().rerank(Answerer::Cohere, Meaning::Billing, 402),
        "fix-access", "billing likely");
    row("a month used up at an own address", own().rerank(Answerer::Cohere, Meaning::QuotaUsedUp, 429), "fix-access",
        "quota-used-up likely");
    row("the words of an unknown key with another status",
        EvidenceBuilder().rerank(Answerer::Cohere, Meaning::KeyUnknown, 500), "fix-key", "key-rejected likely");
    row("a refusal with another status than 401 is never certain",
        own().rerank(Answerer::SomethingInFront, Meaning::OtherUnauthorized, 400), "fix-route",
        "gateway-refused likely, wrong-header possible, wrong-endpoint possible");
    row("501 of a file server", own().rerank(Answerer::SomethingInFront, Meaning::ServiceError, 501), "fix-route",
        "wrong-endpoint likely");
    row("501 of Cohere", EvidenceBuilder().rerank(Answerer::Cohere, Meaning::ServiceError, 501), "wait",
        "service-trouble confirmed");
    Evidence evidence = own().rerank(Answerer::SomethingInFront, Meaning::Redirect, 302).evidence();
    evidence.probes.back().reading.redirectsToLogin = true;
    QTest::newRow("a redirect to a login")
        << evidence << u"fix-route"_s << u"gateway-refused likely, captive-portal likely, wrong-endpoint possible"_s;
    evidence = own().rerank(Answerer::SomethingInFront, Meaning::LoginPage, 200).evidence();
    evidence.probes.back().reading.gateway = u"FortiGate"_s;
    QTest::newRow("a page of a known product, with 200")
        << evidence << u"fix-route"_s << u"gateway-refused likely, captive-portal possible, wrong-endpoint possible"_s;
    // The certificate proves the name: no network answers in it.
    evidence = own().rerank(Answerer::SomethingInFront, Meaning::LoginPage, 200).evidence();
    evidence.probes.back().reply.tls.protocol = u"TLSv1.3"_s;
    QTest::newRow("a page of an own address that a certificate proves")
        << evidence << u"fix-route"_s << u"wrong-endpoint likely, gateway-refused possible"_s;
    evidence = clean().rerank(Answerer::SomethingInFront, Meaning::LoginPage, 200).evidence();
    evidence.probes.back().reply.tls.protocol = u"TLSv1.3"_s;
    QTest::newRow("a page in Cohere's name, with a certificate that is trusted")
        << evidence << u"fix-route"_s << u"gateway-refused likely, captive-portal possible"_s;
}

EvidenceBuilder refusedAt(const char *base)
{
    return EvidenceBuilder()
        .base(QUrl(QString::fromLatin1(base)))
        .rerank(Answerer::Unclear, Meaning::OtherUnauthorized, 401);
}

void rowsOfHeadersAndPaths()
{
    const auto own = [] { return refusedAt("https://rerank.example"); };
    row("the same answer without a key, at Cohere's address",
        refusedAt("https://api.cohere.com").trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401),
        "fix-route", "gateway-refused confirmed, key-rejected ruled-out");
    row("the same answer without a key, at an own address",
        own().trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401), "fix-route",
        "gateway-refused likely, wrong-header possible, wrong-endpoint possible, key-rejected possible");
    row("the same answer without a key from nobody known: its key may be the matter",
        EvidenceBuilder()
            .ownBase()
            .rerank(Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401)
            .trial(Variant::NoKey, Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401),
        "fix-route", "gateway-refused likely, wrong-header possible, wrong-endpoint possible, key-rejected possible");
    row("the same answer without a key from one that names its login",
        EvidenceBuilder()
            .ownBase()
            .rerank(Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401)
            .loginSchemes({u"Basic"_s})
            .trial(Variant::NoKey, Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401),
        "fix-route", "gateway-refused confirmed, wrong-header possible, wrong-endpoint possible");
    row("sent away for a while without a key: no other answer",
        own().trial(Variant::NoKey, Answerer::Unclear, Meaning::RateLimited, 429), "fix-route",
        "gateway-refused likely, wrong-header possible, wrong-endpoint possible, key-rejected possible");
    row("another answer without a key",
        own().trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401).message(u"no key"_s),
        "fix-route", "gateway-refused likely, wrong-header possible, wrong-endpoint possible, key-rejected possible");
    row("results without a key", own().trial(Variant::NoKey, Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-route",
        "wrong-header confirmed, gateway-refused ruled-out, wrong-endpoint ruled-out, key-rejected ruled-out");
    row("without a key, something else is the matter first",
        own().trial(Variant::NoKey, Answerer::Cohere, Meaning::RequestInvalid, 422), "fix-route",
        "gateway-refused likely, wrong-header possible, wrong-endpoint possible, key-rejected possible");
    row("another header is taken",
        own()
            .trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401)
            .trial(Variant::XApiKeyHeader, Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-route",
        "wrong-header confirmed, gateway-refused ruled-out, wrong-endpoint ruled-out, key-rejected ruled-out");
    const auto taken = [&own] {
        return own()
            .trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401)
            .trial(Variant::XApiKeyHeader, Answerer::Cohere, Meaning::RerankResults, 200);
    };
    row("another header is taken, and the first one still is not",
        taken().trial(Variant::Again, Answerer::Unclear, Meaning::OtherUnauthorized, 401), "fix-route",
        "wrong-header confirmed, gateway-refused ruled-out, wrong-endpoint ruled-out, key-rejected ruled-out");
    row("another header is taken, and the first one is, too",
        taken().trial(Variant::Again, Answerer::Cohere, Meaning::RerankResults, 200), "fix-route",
        "gateway-refused likely, wrong-header possible, wrong-endpoint ruled-out, key-rejected ruled-out");
    row("another header is taken, and there was no second look",
        taken().trial(Variant::Again, Answerer::Unclear, Meaning::RateLimited, 429), "fix-route",
        "wrong-header likely, gateway-refused ruled-out, wrong-endpoint ruled-out, key-rejected ruled-out");
    row("another header is read, and the key is not known",
        own()
            .trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401)
            .trial(Variant::ApiKeyHeader, Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-route",
        "wrong-header confirmed, key-rejected confirmed, gateway-refused ruled-out, wrong-endpoint ruled-out");
    row("another header gets another refusal",
        own()
            .trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401)
            .trial(Variant::XApiKeyHeader, Answerer::Unclear, Meaning::OtherUnauthorized, 401)
            .message(u"invalid key"_s),
        "fix-route", "gateway-refused likely, wrong-header likely, wrong-endpoint possible, key-rejected possible");
    for (const auto &[name, meaning, status] :
        {std::tuple{"another header is sent away for a while", Meaning::RateLimited, 429},
            std::tuple{"another header meets trouble", Meaning::ServiceError, 500}}) {
        row(name,
            own()
                .trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401)
                .trial(Variant::XApiKeyHeader, Answerer::Unclear, meaning, status),
            "fix-route",
            "gateway-refused likely, wrong-header possible, wrong-endpoint possible, key-rejected possible");
    }
    row("the right header is read, and the key is not known",
        clean()
            .rerank(Answerer::Cohere, Meaning::NoKeyArrived, 401)
            .trial(Variant::BearerHeader, Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-route", "wrong-header confirmed, key-rejected confirmed, header-stripped ruled-out");
    row("the form made another key of it",
        clean()
            .rerank(Answerer::Cohere, Meaning::KeyUnknown, 401)
            .trial(Variant::BearerHeader, Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-route", "wrong-header confirmed, key-rejected ruled-out");
    row("not known in either form",
        clean()
            .rerank(Answerer::Cohere, Meaning::KeyUnknown, 401)
            .trial(Variant::BearerHeader, Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-key", "key-rejected confirmed");
    const auto notFound = [](const char *base) {
        return EvidenceBuilder()
            .base(QUrl(QString::fromLatin1(base)))
            .rerank(Answerer::Unclear, Meaning::PathNotFound, 404);
    };
    row("the path was given twice",
        notFound("https://api.cohere.com/v2/rerank")
            .trial(Variant::PathOnce, Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-route", "wrong-endpoint confirmed");
    row("the path was given twice, and the key is not known",
        notFound("https://api.cohere.com/v2").trial(Variant::PathOnce, Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-route", "wrong-endpoint confirmed, key-rejected confirmed");
    row("Cohere's own 404, and once the key is not known",
        EvidenceBuilder()
            .base(QUrl(u"https://api.cohere.com/v2"_s))
            .rerank(Answerer::Cohere, Meaning::PathNotFound, 404)
            .trial(Variant::PathOnce, Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-route", "wrong-endpoint confirmed, key-rejected confirmed");
    row("once, the path is there, and wants another key",
        notFound("https://rerank.example/v2")
            .trial(Variant::PathOnce, Answerer::Unclear, Meaning::OtherUnauthorized, 401),
        "fix-route", "wrong-endpoint likely");
    row("a gateway that refused at the path given twice",
        refusedAt("https://rerank.example/v2").trial(Variant::PathOnce, Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-route",
        "wrong-endpoint confirmed, gateway-refused ruled-out, wrong-header ruled-out, key-rejected ruled-out");
    row("no path helps",
        notFound("https://rerank.example/a").trial(Variant::V1Path, Answerer::Unclear, Meaning::PathNotFound, 404),
        "fix-route", "wrong-endpoint likely");
    row("Azure's address", refusedAt("https://x.services.ai.azure.com"), "fix-route",
        "wrong-endpoint likely, other-service-key possible");
    row("Azure's address, and the same answer without a key",
        refusedAt("https://x.services.ai.azure.com")
            .trial(Variant::NoKey, Answerer::Unclear, Meaning::OtherUnauthorized, 401),
        "fix-route", "wrong-endpoint likely, other-service-key possible");
    row("the dashboard's address", notFound("https://dashboard.cohere.com"), "fix-route", "wrong-endpoint confirmed");
    row("a page of Cohere's web site",
        EvidenceBuilder()
            .base(QUrl(u"https://www.cohere.com/api"_s))
            .rerank(Answerer::SomethingInFront, Meaning::LoginPage, 200),
        "fix-route", "wrong-endpoint confirmed");
}

/// A gateway at an own address may have put a key of its own in the user's place.
void rowsOfRefusedKeysAtAnOwnAddress()
{
    const auto unknown = [] { return clean().ownBase().rerank(Answerer::Cohere, Meaning::KeyUnknown, 401); };
    row("not known, and without a key neither",
        unknown().trial(Variant::NoKey, Answerer::Cohere, Meaning::KeyUnknown, 401), "fix-route",
        "gateway-refused likely, key-rejected possible");
    row("not known, and without a key none arrived",
        unknown().trial(Variant::NoKey, Answerer::Cohere, Meaning::NoKeyArrived, 401), "fix-key",
        "key-rejected confirmed");
    row("not known, and none is wanted", unknown().trial(Variant::NoKey, Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-route", "wrong-header confirmed, key-rejected ruled-out");
    row("expired, and without a key, too",
        clean()
            .ownBase()
            .rerank(Answerer::Cohere, Meaning::KeyExpired, 401)
            .trial(Variant::NoKey, Answerer::Cohere, Meaning::KeyExpired, 401),
        "fix-route", "gateway-refused likely, key-expired possible");
}

void rowsOfProxies()
{
    row("no key arrived through the proxy, and without it the key works",
        clean()
            .rerank(Answerer::Cohere, Meaning::NoKeyArrived, 401)
            .viaProxy()
            .trial(Variant::Direct, Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-route", "header-stripped confirmed");
    row("somebody's 401 through the proxy, and without it the key is not known",
        clean()
            .rerank(Answerer::Unclear, Meaning::OtherUnauthorized, 401)
            .viaProxy()
            .trial(Variant::Direct, Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-route", "gateway-refused confirmed, key-rejected confirmed");
    row("the proxy is down, and without it the key works",
        clean()
            .fails(ProbeId::Connect, NetworkFailure::ProxyRefused)
            .viaProxy()
            .trial(Variant::Direct, Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-route", "unreachable confirmed");
    row("the proxy wants a login, and there is no other way",
        clean()
            .fails(ProbeId::Tls, NetworkFailure::ProxyLoginNeeded)
            .viaProxy()
            .trialFails(Variant::Direct, NetworkFailure::ConnectionRefused),
        "fix-route", "proxy-login confirmed");
    row("somebody's 401 through the proxy, and no way without it",
        clean()
            .rerank(Answerer::Unclear, Meaning::OtherUnauthorized, 401)
            .viaProxy()
            .trialFails(Variant::Direct, NetworkFailure::ConnectionRefused),
        "fix-route", "gateway-refused likely, key-rejected possible");
    row("trouble behind the proxy, and none without it",
        clean()
            .rerank(Answerer::SomethingInFront, Meaning::ServiceError, 502)
            .viaProxy()
            .trial(Variant::Direct, Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-route", "gateway-refused confirmed, service-trouble ruled-out");
    row("quotes that the service does not mind, behind a proxy that takes the header away",
        quotes()
            .rerank(Answerer::Cohere, Meaning::NoKeyArrived, 401)
            .viaProxy()
            .trial(Variant::Direct, Answerer::Cohere, Meaning::RerankResults, 200),
        "fix-route", "header-stripped confirmed, wrapped-key ruled-out");
}

void rowsOfPlaces()
{
    const auto missing = [](PlaceProblem problem, bool certain) {
        return EvidenceBuilder().missing(false).place(problem, certain);
    };
    const auto rejected = [](PlaceProblem problem, bool certain) {
        return EvidenceBuilder().place(problem, certain).rerank(Answerer::Cohere, Meaning::KeyUnknown, 401);
    };
    row("key under another name, client known", missing(PlaceProblem::OtherNameSet, true), "fix-key",
        "wrong-variable confirmed, key-missing confirmed");
    row("key under another name, client not known", missing(PlaceProblem::OtherNameSet, false), "fix-key",
        "key-missing confirmed, wrong-variable likely");
    row("two keys, and this one is not known", rejected(PlaceProblem::OtherPlaceDiffers, true), "fix-key",
        "key-rejected confirmed, conflicting-keys likely");
    row("two keys, and this one works",
        clean().place(PlaceProblem::OtherPlaceDiffers, true).rerank(Answerer::Cohere, Meaning::RerankResults, 200),
        "works", "conflicting-keys possible");
    const auto accepted = [&](PlaceProblem problem) {
        return rejected(problem, true).otherPlace(Answerer::Cohere, Meaning::RerankResults, 200);
    };
    row("two keys, and the other one works", accepted(PlaceProblem::OtherPlaceDiffers), "fix-key",
        "conflicting-keys confirmed");
    row("two keys, and the other one is not known either",
        rejected(PlaceProblem::OtherPlaceDiffers, true).otherPlace(Answerer::Cohere, Meaning::KeyUnknown, 401),
        "fix-key", "key-rejected confirmed, conflicting-keys possible");
    row("two keys, and nobody answers for the other one",
        rejected(PlaceProblem::OtherPlaceDiffers, true).otherPlace(Answerer::Cohere, Meaning::ServiceError, 503),
        "fix-key", "key-rejected confirmed, conflicting-keys likely");
    row("an older key, and the newer one works", accepted(PlaceProblem::OlderValue), "fix-key",
        "stale-environment confirmed");
    row("a mistyped copy of a key that works", accepted(PlaceProblem::NearlySame), "fix-key", "key-rejected confirmed");
    row("a copy that differs, of a key that works",
        clean().place(PlaceProblem::NearlySame, true).rerank(Answerer::Cohere, Meaning::RerankResults, 200), "works",
        "");
    row("a container that may not be meant", rejected(PlaceProblem::ContainerOwnValue, false), "fix-key",
        "key-rejected confirmed, container-environment possible");
    row("a key that git keeps",
        clean().place(PlaceProblem::TrackedByGit, true).rerank(Answerer::Cohere, Meaning::RerankResults, 200), "works",
        "");
    row("an empty variable hides the key",
        EvidenceBuilder()
            .place(PlaceProblem::EmptyVariableHides, true)
            .fails(ProbeId::Connect, NetworkFailure::TimedOut),
        "fix-key", "conflicting-keys confirmed, unreachable confirmed");
    row("an older value", missing(PlaceProblem::OlderValue, true), "fix-key",
        "stale-environment confirmed, key-missing confirmed");
    row("a file that nothing loads", missing(PlaceProblem::FileNotLoaded, true), "fix-key",
        "env-file-not-loaded confirmed, key-missing confirmed");
    row("a line that is misread", missing(PlaceProblem::LineMisread, true), "fix-key",
        "env-file-syntax confirmed, key-missing confirmed");
    row("a container's own value", missing(PlaceProblem::ContainerOwnValue, true), "fix-key",
        "container-environment confirmed, key-missing confirmed");
}

QString written(const Diagnosis &diagnosis)
{
    QStringList causes;
    for (const diagnosis::CauseFound &found : diagnosis.causes)
        causes.append(words::id(found.cause) + QLatin1Char(' ') + words::id(found.status));
    return causes.join(QStringLiteral(", "));
}

void rowsOfErrorTexts()
{
    const char *invalidToken = "UnauthorizedError: status_code: 401, body: {'message': 'invalid api token'}";
    const char *noKey = "UnauthorizedError: status_code: 401, body: {'message': 'no api key supplied'}";
    const char *minute = "You are using a Trial key, which is limited to 10 API calls / minute.";
    const char *noBreak = "UnicodeEncodeError: 'ascii' codec can't encode character '\\xa0' in position 47";
    const char *expired = "Your API key has expired. Please create a production key at dashboard.cohere.com";
    const EvidenceBuilder works = clean().rerank(Answerer::Cohere, Meaning::RerankResults, 200);
    const EvidenceBuilder rejected = clean().rerank(Answerer::Cohere, Meaning::KeyUnknown, 401);
    const auto with = [](EvidenceBuilder builder, const char *text) { return builder.errorText(text); };
    row("text: works here, unknown there", with(works, invalidToken), "works",
        "stale-environment possible, conflicting-keys possible, container-environment possible, other-service-key "
        "possible, wrapped-key possible");
    row("text: works here, no key there", with(works, noKey), "works",
        "wrong-variable possible, env-file-not-loaded possible, stale-environment possible, conflicting-keys possible, "
        "header-stripped possible");
    row("text: works here, expired there", with(works, expired), "works",
        "stale-environment possible, conflicting-keys possible, container-environment possible");
    row("text: works here, a no-break space there", with(works, noBreak), "works", "hidden-characters likely");
    row("text: works here, too often there", with(works, minute), "works", "rate-limited possible");
    row("text: unknown here and there", with(rejected, invalidToken), "fix-key",
        "key-rejected confirmed, stale-environment possible");
    row("text: unknown here, expired there", with(rejected, expired), "fix-key",
        "key-rejected confirmed, key-expired possible");
    row("text: no way here, unknown there",
        with(clean().fails(ProbeId::NameLookup, NetworkFailure::NameNotFound), invalidToken), "fix-route",
        "name-not-found confirmed, key-rejected likely, stale-environment possible");
    row("text: nothing that is known", with(rejected, "all is well"), "fix-key", "key-rejected confirmed");
}

} // namespace

void TestDiagnosis::ranksTheCauses_data()
{
    QTest::addColumn<Evidence>("evidence");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("causes");
    rowsOfKeyText();
    rowsOfWhoseKeyWasJudged();
    rowsOfErrorTexts();
    rowsOfUnauthorized();
    rowsOfOtherReplies();
    rowsOfTheRoute();
    rowsOfHeadersAndPaths();
    rowsOfRefusedKeysAtAnOwnAddress();
    rowsOfProxies();
    rowsOfPlaces();
}

void TestDiagnosis::ranksTheCauses()
{
    QFETCH(const Evidence, evidence);
    QFETCH(const QString, verdict);
    QFETCH(const QString, causes);
    const Diagnosis diagnosis = diagnosis::diagnose(evidence);
    QCOMPARE(written(diagnosis), causes);
    QCOMPARE(words::id(diagnosis.verdict), verdict);
    for (const diagnosis::CauseFound &found : diagnosis.causes) {
        QVERIFY2(!found.evidence.empty(), qPrintable(words::id(found.cause) + QStringLiteral(" has no evidence")));
        // What rules a cause out stands with it, and not what spoke for it.
        const Fact first = found.evidence.front().fact;
        const bool isRefusal =
            first == Fact::ServiceSaid || first == Fact::SomethingInFrontSaid || first == Fact::UnclearWhoSaid;
        QVERIFY2(found.status != diagnosis::Status::RuledOut || !isRefusal, qPrintable(words::id(found.cause)));
    }
}

void TestDiagnosis::reachesEveryCauseOfTheCatalogueByARow()
{
    // Written out, so that a cause that no row can bring about shows here. OtherServiceError is `explain`'s alone.
    const QSet<QString> notFromAnyCheck = {QStringLiteral("other-service-error")};
    QSet<QString> reached = notFromAnyCheck;
    const auto collect = [&](const EvidenceBuilder &builder) {
        for (const diagnosis::CauseFound &found : diagnosis::diagnose(builder.evidence()).causes)
            reached.insert(words::id(found.cause));
    };
    for (int meaning = 0; meaning <= static_cast<int>(Meaning::OtherStatus); ++meaning) {
        for (const Answerer answerer : {Answerer::Cohere, Answerer::SomethingInFront, Answerer::Unclear}) {
            collect(clean().ownBase().rerank(answerer, static_cast<Meaning>(meaning), 401));
            collect(clean().rerank(answerer, static_cast<Meaning>(meaning), 401));
        }
    }
    for (int failure = 0; failure <= static_cast<int>(NetworkFailure::Other); ++failure)
        collect(clean().fails(ProbeId::Tls, static_cast<NetworkFailure>(failure), CertificateProblem::NotYetValid));
    for (int problem = 0; problem <= static_cast<int>(PlaceProblem::ContainerOwnValue); ++problem)
        collect(EvidenceBuilder().missing(false).place(static_cast<PlaceProblem>(problem), true));
    for (int kind = 0; kind <= static_cast<int>(FindingKind::OtherServiceKey); ++kind)
        collect(EvidenceBuilder().finding(static_cast<FindingKind>(kind), Detail::Quotes, Action::Remove));
    for (const diagnosis::Cause cause : diagnosis::allCauses())
        QVERIFY2(reached.contains(words::id(cause)), qPrintable(words::id(cause)));
}

void TestDiagnosis::neverCallsAKeyRejectedThatWasAcceptedOrNotJudged()
{
    const QList<Meaning> accepted = {Meaning::RerankResults, Meaning::Billing, Meaning::ModelNotFound,
        Meaning::RequestInvalid, Meaning::RateLimited, Meaning::QuotaUsedUp, Meaning::ContentBlocked};
    for (const Meaning meaning : accepted) {
        const Diagnosis diagnosis = diagnosis::diagnose(clean().rerank(Answerer::Cohere, meaning, 200).evidence());
        QVERIFY2(diagnosis.find(diagnosis::Cause::KeyRejected) == nullptr, qPrintable(written(diagnosis)));
    }
    for (int failure = 0; failure <= static_cast<int>(NetworkFailure::Other); ++failure) {
        const Diagnosis diagnosis =
            diagnosis::diagnose(clean().fails(ProbeId::Rerank, static_cast<NetworkFailure>(failure)).evidence());
        QVERIFY2(diagnosis.find(diagnosis::Cause::KeyRejected) == nullptr, qPrintable(written(diagnosis)));
        QVERIFY(diagnosis.verdict != diagnosis::Verdict::FixKey);
    }
}

void TestDiagnosis::isThePureFunctionOfItsEvidence()
{
    const Evidence evidence = noBreakSpace().rerank(Answerer::Cohere, Meaning::KeyUnknown, 401).evidence();
    QCOMPARE(written(diagnosis::diagnose(evidence)), written(diagnosis::diagnose(evidence)));
}

void TestDiagnosis::namesNoMoreThanAFewCharactersAndCountsTheRest()
{
    EvidenceBuilder builder;
    for (int i = 0; i < 30; ++i)
        builder.finding(FindingKind::HiddenCharacters, Detail::ZeroWidth, Action::Remove);
    const Diagnosis diagnosis = diagnosis::diagnose(builder.notSendable(true).skipped().evidence());
    const auto *found = diagnosis.find(diagnosis::Cause::HiddenCharacters);
    QVERIFY(found != nullptr);
    const auto more = std::find_if(found->evidence.begin(), found->evidence.end(),
        [](const auto &item) { return item.fact == diagnosis::Fact::MoreCharactersFound; });
    QVERIFY(more != found->evidence.end());
    QCOMPARE(more->number, 22);
}

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_Diagnosis.moc"
