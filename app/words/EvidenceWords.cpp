// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/EvidenceWords.h"

#include "words/DifferenceWords.h"
#include "words/ErrorTextWords.h"
#include "words/FailureWords.h"
#include "words/FindingWords.h"
#include "words/GuideWords.h"
#include "words/PlaceWords.h"
#include "words/ProbeWords.h"
#include "words/ProxyWords.h"
#include "words/TrialWords.h"
#include "words/TrustWords.h"

namespace words {

using diagnosis::EvidenceItem;
using diagnosis::Fact;

namespace {

QString ofKey(const EvidenceItem &item, qsizetype keyLength)
{
    switch (item.fact) {
    case Fact::NoKeyAtAll:
        return EvidenceWords::tr("There is nothing where the key should be.");
    case Fact::KeyIsOnlyBlanks:
        return EvidenceWords::tr("There are only blanks, quotes or a name where the key should be.");
    case Fact::VariableNotSet:
        return EvidenceWords::tr("The variable %1 is not set.").arg(item.name);
    case Fact::VariableEmpty:
        return EvidenceWords::tr("The variable %1 is set, but to nothing.").arg(item.name);
    case Fact::CharacterFound:
        return item.finding ? FindingWords::sentence(*item.finding, keyLength) : QString();
    case Fact::MoreCharactersFound:
        return EvidenceWords::tr("%n more such place(s) were found.", nullptr, static_cast<int>(item.number));
    case Fact::KeyNotSendable:
        return EvidenceWords::tr("A key with such characters cannot be sent as it is, and was not.");
    case Fact::CleanedKeyAccepted:
        return EvidenceWords::tr("Without them, the endpoint accepts the key.");
    case Fact::CleanedKeyRejected:
        return EvidenceWords::tr("The endpoint does not know the key without them either.");
    case Fact::CleanedKeyUntested:
        return EvidenceWords::tr("The key without them could not be tested to the end.");
    case Fact::KeyWorksAsGiven:
        return EvidenceWords::tr("The endpoint accepts the key as it is.");
    case Fact::KeyShapeUsual:
        return EvidenceWords::tr("The key has the usual form and no hidden characters.");
    case Fact::KeyShapeUnusual:
        return EvidenceWords::tr("The key does not have the usual 40 letters and digits.");
    default:
        return {};
    }
}

std::optional<sources::PlaceProblem> problemOf(Fact fact)
{
    using sources::PlaceProblem;
    switch (fact) {
    case Fact::OtherPlaceDiffers:
        return PlaceProblem::OtherPlaceDiffers;
    case Fact::EmptyVariableHides:
        return PlaceProblem::EmptyVariableHides;
    case Fact::KeyUnderOtherName:
        return PlaceProblem::OtherNameSet;
    case Fact::PlaceHoldsOlderValue:
        return PlaceProblem::OlderValue;
    case Fact::FileNotLoaded:
        return PlaceProblem::FileNotLoaded;
    case Fact::FileLineMisread:
        return PlaceProblem::LineMisread;
    case Fact::ContainerSetsOwn:
        return PlaceProblem::ContainerOwnValue;
    case Fact::KeysDifferAt:
        return PlaceProblem::NearlySame;
    default:
        return std::nullopt;
    }
}

QString ofPlace(const EvidenceItem &item)
{
    if (!item.place)
        return {};
    if (const auto problem = problemOf(item.fact)) {
        const QString sentence = PlaceWords::problem({.problem = *problem, .place = *item.place, .other = item.other});
        const QString where = item.difference ? DifferenceWords::sentence(*item.difference) : QString();
        return where.isEmpty() ? sentence : sentence + QLatin1Char(' ') + where;
    }
    switch (item.fact) {
    case Fact::OtherPlaceWorks:
        //: %1 is a fingerprint, such as 9c1f-42ab, %2 a place, such as "CO_API_KEY in .env, line 3"
        return EvidenceWords::tr("The key %1 was tested too, from %2: the endpoint accepts it.")
            .arg(item.place->fingerprint, PlaceWords::nameAndWhere(*item.place));
    case Fact::OtherPlaceRejected:
        //: %1 is a fingerprint, such as 9c1f-42ab, %2 a place, such as "CO_API_KEY in .env, line 3"
        return EvidenceWords::tr("The key %1 was tested too, from %2: the endpoint does not know it either.")
            .arg(item.place->fingerprint, PlaceWords::nameAndWhere(*item.place));
    default:
        return {};
    }
}

QString saidWithMessage(const EvidenceItem &item)
{
    switch (item.fact) {
    case Fact::ServiceSaid:
        //: %1 is an HTTP status such as 401, %2 is the message of the service, in English
        return EvidenceWords::tr("The service answered %1: “%2”").arg(item.number).arg(item.detail);
    case Fact::SomethingInFrontSaid:
        return item.name.isEmpty()
            ? EvidenceWords::tr("Something other than Cohere itself answered %1: “%2”")
                  .arg(QString::number(item.number), item.detail)
            //: %1 is the name of a product, such as nginx, %2 an HTTP status, %3 the message of the answer
            : EvidenceWords::tr("%1 answered %2, and not Cohere itself: “%3”")
                  .arg(item.name, QString::number(item.number), item.detail);
    default:
        return EvidenceWords::tr("The answer was %1: “%2”. It does not show who wrote it.")
            .arg(QString::number(item.number), item.detail);
    }
}

QString said(const EvidenceItem &item)
{
    if (!item.detail.isEmpty())
        return saidWithMessage(item);
    switch (item.fact) {
    case Fact::ServiceSaid:
        return EvidenceWords::tr("The service answered %1.").arg(item.number);
    case Fact::SomethingInFrontSaid:
        return item.name.isEmpty()
            ? EvidenceWords::tr("Something other than Cohere itself answered %1.").arg(item.number)
            //: %1 is the name of a product, such as nginx, %2 an HTTP status
            : EvidenceWords::tr("%1 answered %2, and not Cohere itself.").arg(item.name, QString::number(item.number));
    default:
        return EvidenceWords::tr("The answer was %1, without a word on who wrote it.").arg(item.number);
    }
}

/// A sign that is no header is the form of the answer, as the reader of replies notes it.
QString signOfAnswerer(const QString &sign)
{
    if (sign == QLatin1String("HTML"))
        return EvidenceWords::tr("The answer is a web page (HTML). Cohere's API answers in JSON, a form for programs.");
    if (sign == QLatin1String("text/plain"))
        return EvidenceWords::tr("The answer is plain text. Cohere's API answers in JSON, a form for programs.");
    if (sign.startsWith(QLatin1Char('{')) || sign.startsWith(QLatin1Char('[')))
        //: %1 is the beginning of an answer, such as {"error": …}
        return EvidenceWords::tr("The answer has the form %1, which is not that of Cohere's errors.").arg(sign);
    //: %1 is a header of the answer, such as "server: nginx"
    return EvidenceWords::tr("A sign of who answered: %1").arg(sign);
}

QString ofReply(const EvidenceItem &item)
{
    switch (item.fact) {
    case Fact::ServiceSaid:
    case Fact::SomethingInFrontSaid:
    case Fact::UnclearWhoSaid:
        return said(item);
    case Fact::AnswererSign:
        return signOfAnswerer(item.detail);
    case Fact::KeyWasSent:
        return EvidenceWords::tr("This program did send the key with the request.");
    case Fact::CheckSaysValid:
        return EvidenceWords::tr("The service's own key check says that the key is valid.");
    case Fact::CheckSaysInvalid:
        return EvidenceWords::tr("The service's own key check does not know the key either.");
    case Fact::PracticeKnowsItsOwnKeys:
        return EvidenceWords::tr("This was the practice endpoint, which knows its practice keys alone. It says nothing "
                                 "about a real key.");
    case Fact::PageInsteadOfReply:
        return EvidenceWords::tr("A web page came instead of an answer (status %1).").arg(item.number);
    case Fact::RedirectTo:
        return item.detail.isEmpty()
            ? EvidenceWords::tr("The answer points to another address (status %1).").arg(item.number)
            : EvidenceWords::tr("The answer points to %2 (status %1). The key was not sent there.")
                  .arg(item.number)
                  .arg(item.detail);
    case Fact::UnexpectedReply:
        return EvidenceWords::tr("The answer (status %1) is not what a rerank endpoint sends.").arg(item.number);
    case Fact::ReplyCutOff:
        return EvidenceWords::tr("The answer was far too long for a rerank endpoint; the rest was not read.");
    default:
        return {};
    }
}

QString askedByProxy(const EvidenceItem &item, const QString &port)
{
    if (!item.detail.isEmpty())
        //: %3 is a list of names, such as "Negotiate, NTLM"
        return EvidenceWords::tr("The proxy %1 (port %2) takes no plain user name and password, but %3 alone. Most "
                                 "clients cannot log in that way.")
            .arg(item.name, port, item.detail);
    if (item.proxy && item.proxy->login)
        return EvidenceWords::tr("The proxy %1 (port %2) does not take the login that it was given.")
            .arg(item.name, port);
    if (item.proxy && item.proxy->socks) // 407 is HTTP's
        return EvidenceWords::tr("The proxy %1 (port %2) asks for its own login.").arg(item.name, port);
    return EvidenceWords::tr("The proxy %1 (port %2) answered 407: it asks for its own login.").arg(item.name, port);
}

QString ofRoute(const EvidenceItem &item)
{
    // The port without group separators: 8080, not 8,080.
    const QString port = QString::number(item.number);
    switch (item.fact) {
    case Fact::NameUnknown:
        return EvidenceWords::tr("No address is known for the name %1.").arg(item.name);
    case Fact::NoNameServer:
        return EvidenceWords::tr("No name server gave an answer when the name %1 was looked up.").arg(item.name);
    case Fact::PortRefused:
        return EvidenceWords::tr("The connection to %1 (port %2) was refused.").arg(item.name, port);
    case Fact::ConnectionClosedEarly:
        return EvidenceWords::tr("The connection to %1 (port %2) was closed before the answer was complete.")
            .arg(item.name, port);
    case Fact::NoRoute:
        return EvidenceWords::tr("There is no route to %1 (port %2).").arg(item.name, port);
    case Fact::NoAnswerInTime:
        return EvidenceWords::tr("No answer came from %1 (port %2) in time.").arg(item.name, port);
    case Fact::ReplyNeverEnded:
        return EvidenceWords::tr("The answer from %1 (port %2) began, but did not end in time.").arg(item.name, port);
    case Fact::ProxyAsked:
        return askedByProxy(item, port);
    case Fact::ProxyChosen:
        return item.proxy ? ProxyWords::sentence(*item.proxy) : QString();
    case Fact::ProxySchemes:
        //: %1 is a list of names, such as "Basic, Negotiate"
        return EvidenceWords::tr("It takes these kinds of login: %1.").arg(item.detail);
    case Fact::AddressTried:
        //: %1 is an IP address, %2 a sentence
        return EvidenceWords::tr("%1: %2").arg(
            item.name, item.failure ? ProbeWords::failure(*item.failure) : EvidenceWords::tr("It answers."));
    case Fact::ProxyDown:
        return EvidenceWords::tr("The proxy %1 (port %2) does not answer.").arg(item.name, port);
    case Fact::ProxyTooSlow:
        //: %1 is the host of a proxy, %3 that of a server
        return EvidenceWords::tr("The proxy %1 (port %2) did not make a connection to %3 in time.")
            .arg(item.name, port, item.detail);
    case Fact::ProxyDenied:
        return item.detail.isEmpty()
            ? EvidenceWords::tr("The proxy %1 (port %2) answers, but does not connect to the server.")
                  .arg(item.name, port)
            //: %3 is an HTTP status, a number
            : EvidenceWords::tr("The proxy %1 (port %2) answers, but does not connect to the server: it said %3.")
                  .arg(item.name, port, item.detail);
    case Fact::NotTls:
        return EvidenceWords::tr("%1 (port %2) does not speak TLS 1.2 or newer, the protected form of a connection.")
            .arg(item.name, port);
    case Fact::TlsEnded:
        return EvidenceWords::tr(
            "%1 (port %2) speaks TLS, the protected form of a connection, but ended the connection "
            "while it was being set up. Some servers do so where they are not given a certificate "
            "of whoever calls, or where they do not know the name that is asked for.")
            .arg(item.name, port);
    case Fact::CertificateWanted:
        return EvidenceWords::tr("%1 (port %2) wants a certificate of whoever calls, before it takes a key. This test "
                                 "has none.")
            .arg(item.name, port);
    case Fact::NotHttp:
        return EvidenceWords::tr("%1 (port %2) answered, but not in HTTP.").arg(item.name, port);
    case Fact::AddressUnusable:
        return FailureWords::sentence(item.target);
    case Fact::NothingTested:
        return EvidenceWords::tr("The key was not tested.");
    default:
        return {};
    }
}

QString ofAnswer(const EvidenceItem &item)
{
    return item.fact == Fact::UserSaid && item.answer ? GuideWords::said(*item.answer) : QString();
}

} // namespace

QString EvidenceWords::sentence(const EvidenceItem &item, qsizetype keyLength)
{
    for (const QString &part : {ofKey(item, keyLength), ofPlace(item), ofReply(item), TrialWords::sentence(item),
             ofRoute(item), TrustWords::sentence(item), ErrorTextWords::sentence(item), ofAnswer(item)}) {
        if (!part.isEmpty())
            return part;
    }
    return {};
}

} // namespace words
