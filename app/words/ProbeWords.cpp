// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ProbeWords.h"

#include "words/ProxyWords.h"
#include "words/TrialWords.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>

#include <algorithm>

namespace words {

using diagnosis::ProbeResult;
using probe::NetworkFailure;
using probe::ProbeId;
using probe::Variant;

namespace {

QString ofRerank(Variant variant)
{
    switch (variant) {
    case Variant::None:
    case Variant::AsGiven:
        return ProbeWords::tr("Rerank with the key as it is");
    case Variant::Cleaned:
        return ProbeWords::tr("Rerank with the cleaned key");
    case Variant::OtherPlace:
        return ProbeWords::tr("Rerank with the other key that was found");
    case Variant::NoKey:
        return ProbeWords::tr("Rerank without any key, to see whether the answer changes");
    case Variant::Direct:
        return ProbeWords::tr("Rerank without the proxy");
    case Variant::BearerHeader:
        return ProbeWords::tr("Rerank with the key after “Authorization: Bearer”");
    case Variant::BareHeader:
        return ProbeWords::tr("Rerank with the key alone after “Authorization:”");
    case Variant::XApiKeyHeader:
        return ProbeWords::tr("Rerank with the key in the header X-API-Key");
    case Variant::ApiKeyHeader:
        return ProbeWords::tr("Rerank with the key in the header api-key");
    case Variant::PathOnce:
        return ProbeWords::tr("Rerank with the path not given twice");
    case Variant::V1Path:
        return ProbeWords::tr("Rerank at the older path /v1/rerank");
    case Variant::WithoutPath:
        return ProbeWords::tr("Rerank without the path of the base URL");
    case Variant::Again:
        return ProbeWords::tr("Rerank once more as at first, to see whether that answer stays");
    }
    return {};
}

} // namespace

QString ProbeWords::name(ProbeId id, Variant variant)
{
    switch (id) {
    case ProbeId::NameLookup:
        return tr("Look up the server's name");
    case ProbeId::Connect:
        return tr("Connect to the server");
    case ProbeId::Tls:
        return tr("Check the server's certificate");
    case ProbeId::ServerTime:
        return tr("Ask the server for the time, without the key");
    case ProbeId::CheckApiKey:
        return variant == Variant::Cleaned ? tr("Ask whether the cleaned key is valid")
                                           : tr("Ask whether the key is valid");
    case ProbeId::Rerank:
        break;
    }
    return ofRerank(variant);
}

QString ProbeWords::outcome(ProbeResult::Outcome outcome, std::optional<NetworkFailure> failure)
{
    if (failure == NetworkFailure::Cancelled)
        return tr("stopped"); // what it sends may have been sent
    switch (outcome) {
    case ProbeResult::Outcome::Passed:
        return tr("passed");
    case ProbeResult::Outcome::Failed:
        return tr("failed");
    case ProbeResult::Outcome::Skipped:
        return tr("not tried");
    }
    return {};
}

QString ProbeWords::failure(NetworkFailure failure)
{
    switch (failure) {
    case NetworkFailure::NameNotFound:
        return tr("The name is not known.");
    case NetworkFailure::NoNameServer:
        return tr("No name server gave an answer.");
    case NetworkFailure::ConnectionRefused:
        return tr("The connection was refused.");
    case NetworkFailure::ConnectionClosed:
        return tr("The connection was closed before the answer was complete.");
    case NetworkFailure::HostUnreachable:
        return tr("There is no route to the server.");
    case NetworkFailure::TimedOut:
        return tr("No answer came in time.");
    case NetworkFailure::TimedOutInReply:
        return tr("The answer began, but did not end in time.");
    case NetworkFailure::CertificateUntrusted:
        return tr("The certificate is not trusted, so nothing was sent.");
    case NetworkFailure::TlsHandshakeFailed:
        return tr("No connection with TLS 1.2 or newer could be made, so nothing was sent.");
    case NetworkFailure::ProxyLoginNeeded:
        return tr("The proxy asks for a login.");
    case NetworkFailure::ProxyNotFound:
        return tr("The proxy's name is not known.");
    case NetworkFailure::ProxyRefused:
        return tr("The proxy does not answer.");
    case NetworkFailure::ProxyTooSlow:
        return tr("The proxy made no connection in time.");
    case NetworkFailure::ProxyDenied:
        return tr("The proxy answers, but does not connect to the server.");
    case NetworkFailure::NotHttp:
        return tr("The answer is not HTTP.");
    case NetworkFailure::ReplyTooLarge:
        return tr("The answer was too long; the rest was not read.");
    case NetworkFailure::Cancelled:
        return tr("The test was stopped before an answer came.");
    case NetworkFailure::KeyNotSendable:
        return tr("The key has characters that cannot be sent.");
    case NetworkFailure::Other:
        return tr("No whole answer came.");
    }
    return {};
}

namespace {

/// The version of IP that could not be used beside the one that could; empty where there is none.
QString ofOtherVersion(const probe::ProbeReply &reply)
{
    const auto isVersion6 = [](const QString &address) { return address.contains(QLatin1Char(':')); };
    const auto failed =
        std::find_if(reply.attempts.begin(), reply.attempts.end(), [&](const probe::AddressAttempt &attempt) {
            return attempt.failure && *attempt.failure != NetworkFailure::Cancelled
                && isVersion6(attempt.address) != isVersion6(reply.address);
        });
    if (failed == reply.attempts.end())
        return {};
    const QString why = ProbeWords::failure(*failed->failure);
    //: %1 is an IP address, %2 a sentence that says what went wrong
    return isVersion6(failed->address)
        ? ProbeWords::tr("It answers over IPv4. Over IPv6 (%1): %2").arg(failed->address, why)
        : ProbeWords::tr("It answers over IPv6. Over IPv4 (%1): %2").arg(failed->address, why);
}

QString ofConnection(const probe::ProbeReply &reply)
{
    const QString port = QString::number(reply.port);
    QStringList sentences;
    if (reply.viaProxy) {
        sentences = {ProxyWords::sentence(reply.proxyUse), ProbeWords::tr("The proxy answers.")};
    } else {
        //: %1 is a host, %2 a port
        sentences = {ProbeWords::tr("%1 answers on port %2.").arg(reply.host, port)};
    }
    sentences += ofOtherVersion(reply);
    if (!reply.viaProxy)
        sentences += ProxyWords::sentence(reply.proxyUse);
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString ofCertificate(const probe::TlsFacts &tls)
{
    QString trusted = tls.issuer.isEmpty()
        ? ProbeWords::tr("The certificate is trusted.")
        : ProbeWords::tr("The certificate is trusted; it was issued by “%1”.").arg(tls.issuer);
    if (tls.inspector.isEmpty())
        return trusted;
    //: %1 is the name of a product, such as Zscaler
    return trusted + QLatin1Char(' ')
        + ProbeWords::tr("%1 opens and reads the connection on the way.").arg(tls.inspector);
}

QString ofTime(const ProbeResult &result)
{
    const auto ahead = result.reading.clockAheadSeconds;
    if (!ahead)
        return ProbeWords::tr("The server did not tell the time.");
    const QDateTime there = QDateTime::currentDateTimeUtc().addSecs(-*ahead);
    //: %1 is a date and a time
    return ProbeWords::tr("By the server's clock, it is %1.")
        .arg(QLocale().toString(there.toLocalTime(), QLocale::ShortFormat));
}

/// Via a proxy it is the proxy's name that is looked up: the proxy looks up the server's by itself.
QString ofName(const probe::ProbeReply &reply)
{
    const bool isAddress = !QHostAddress(reply.host).isNull();
    if (reply.viaProxy)
        //: %1 is the name of a proxy, or its IP address
        return isAddress ? ProbeWords::tr("The proxy is given by its address, %1.").arg(reply.host)
                         //: %1 is the name of a proxy
                         : ProbeWords::tr("The proxy's name %1 is known.").arg(reply.host);
    //: %1 is an IP address
    return isAddress ? ProbeWords::tr("%1 is an address, so no name had to be looked up.").arg(reply.host)
                     : ProbeWords::tr("%1 is known.").arg(reply.host);
}

QString ofRoute(const ProbeResult &result)
{
    switch (result.id) {
    case ProbeId::NameLookup:
        return ofName(result.reply);
    case ProbeId::Connect:
        return ofConnection(result.reply);
    case ProbeId::ServerTime:
        return ofTime(result);
    default:
        return ofCertificate(result.reply.tls);
    }
}

/// Which way was taken is told as well where no connection came about: often that is what is wrong.
QString ofFailure(const ProbeResult &result)
{
    const QString why = ProbeWords::failure(*result.reply.failure);
    const bool isOfWay = result.id == ProbeId::Connect && result.outcome == ProbeResult::Outcome::Failed;
    return isOfWay ? why + QLatin1Char(' ') + ProxyWords::sentence(result.reply.proxyUse) : why;
}

} // namespace

QString ProbeWords::detail(const ProbeResult &result)
{
    if (result.reply.failure)
        return ofFailure(result);
    if (result.id != ProbeId::CheckApiKey && result.id != ProbeId::Rerank)
        return ofRoute(result);
    if (result.reading.meaning == probe::Meaning::RerankResults)
        return tr("The endpoint answered with results.");
    if (result.reading.meaning == probe::Meaning::KeyValid)
        return tr("The service says that the key is valid.");
    if (result.reading.meaning == probe::Meaning::KeyInvalid)
        return tr("The service says that the key is not valid.");
    if (result.reading.meaning == probe::Meaning::UnexpectedReply)
        return tr("The answer was %1, but not one that Cohere's API gives.").arg(result.reply.status);
    if (result.reading.meaning == probe::Meaning::LoginPage)
        return tr("The answer was %1, and a web page.").arg(result.reply.status);
    return result.reading.message.isEmpty()
        ? tr("The answer was %1.").arg(result.reply.status)
        : tr("The answer was %1: “%2”").arg(QString::number(result.reply.status), result.reading.message);
}

QString ProbeWords::notice(const probe::Target &target)
{
    if (target.practice)
        return tr("The test stays on this computer: it asks the built-in practice endpoint.");
    const QString whose = TrialWords::endpoint(probe::endpointKind(target.base));
    const QString notice = probe::isOfCohere(probe::endpointKind(target.base))
        //: %1 is a host name
        ? tr("The test sends the key to %1 and to nobody else, with one smallest rerank call. With a trial key, that "
             "call counts as one of the month's free calls. Where the answer leaves a doubt, there is one more.")
              .arg(target.base.host())
        //: %1 is a host name
        : tr("The test sends the key to %1 and to nobody else, with one smallest rerank call. Where the answer leaves "
             "a doubt, there are some more, each with one thing changed.")
              .arg(target.base.host());
    return whose.isEmpty() ? notice : whose + QLatin1Char(' ') + notice;
}

} // namespace words
