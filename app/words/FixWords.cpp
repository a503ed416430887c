// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/FixWords.h"

#include "words/Count.h"
#include "words/FixPlaceWords.h"

namespace words {

using diagnosis::Act;
using diagnosis::FixContext;

namespace {

QString ofKey(Act act)
{
    switch (act) {
    case Act::OpenKeysPage:
        return FixWords::tr("Open the page “API keys” in Cohere's dashboard.");
    case Act::CopyKeyAgain:
        return FixWords::tr(
            "Copy the key again with the page's copy button; do not mark it by hand, and do not copy it "
            "from a document or a chat.");
    case Act::MakeNewKey:
        return FixWords::tr(
            "Make a new key there and copy it at once. A production key is shown in full only when it is "
            "made.");
    case Act::MakeProductionKey:
        return FixWords::tr("Make a production key in the dashboard and copy it at once. It is shown in full only when "
                            "it is made.");
    case Act::DeleteOldKey:
        return FixWords::tr("When everything works with the new key, delete the old one in the dashboard.");
    case Act::CompareEnd:
        return FixWords::tr("Compare the last four characters shown here with the keys on that page. If none of them "
                            "ends so, the key is not one of yours, or was deleted.");
    case Act::CleanKey:
        return FixWords::tr("Remove what does not belong to the key. In the window, “Clean key” does it and shows the "
                            "key before and after.");
    case Act::CleanPlace:
        return FixWords::tr("Remove the same characters from the place where your program reads the key, or your "
                            "program will still fail.");
    case Act::KeepOnlyKey:
        return FixWords::tr(
            "In the place where your program reads the key, keep the key alone: no quotes around it, no "
            "“Bearer” and no name before it.");
    case Act::KeepOtherKeyApart:
        return FixWords::tr("Keep the other service's key for that service, under that service's own variable.");
    default:
        return {};
    }
}

/// A time to wait, rounded up.
QString waiting(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    if (seconds < 2 * minute)
        //: How long to wait, as %1 in "Wait %1."
        return FixWords::tr("%n second(s)", nullptr, countOf(seconds));
    if (seconds < 2 * hour)
        //: How long to wait, as %1 in "Wait %1."
        return FixWords::tr("%n minute(s)", nullptr, countOf((seconds + minute - 1) / minute));
    //: How long to wait, as %1 in "Wait %1."
    return FixWords::tr("%n hour(s)", nullptr, countOf((seconds + hour - 1) / hour));
}

QString ofWaiting(Act act, const FixContext &context)
{
    switch (act) {
    case Act::WaitAMinute:
        //: %1 is a time, such as "60 seconds"
        return FixWords::tr("Wait %1.").arg(waiting(context.waitSeconds));
    case Act::TestLater:
        //: %1 is a time, such as "60 seconds"
        return FixWords::tr("Wait %1, then test once more. Nothing is tried again by itself.")
            .arg(waiting(context.waitSeconds));
    case Act::DoNotRetry:
        return FixWords::tr("Do not let your program try again by itself: the answer stays the same until one of "
                            "these steps is done.");
    default:
        return {};
    }
}

QString ofAccount(Act act)
{
    switch (act) {
    case Act::AskOwner:
        return FixWords::tr("If the organisation is not yours, ask its owner: only owners can change billing and "
                            "permissions.");
    case Act::OpenBilling:
        return FixWords::tr("Open the page “Billing” in Cohere's dashboard, and add a payment method or raise the "
                            "limit.");
    case Act::WaitForMonth:
        return FixWords::tr("Or wait for the next month, when the free calls begin anew.");
    case Act::CallLessOften:
        return FixWords::tr("Let your program call less often. A trial key may rerank 10 times a minute, a production "
                            "key 1,000 times.");
    case Act::OpenStatusPage:
        return FixWords::tr("Look at Cohere's status page.");
    case Act::WriteToSupport:
        return FixWords::tr("If it stays so, write to Cohere's support. Tell the time and the message, and never the "
                            "key.");
    case Act::UseCurrentModel:
        return FixWords::tr("Use a model that is there, such as rerank-v3.5. The models rerank-english-v2.0 and "
                            "rerank-multilingual-v2.0 were shut down.");
    case Act::ReadMessage:
        return FixWords::tr("Read the message above: it names the part of the request that is not right.");
    case Act::CompareRequest:
        return FixWords::tr("Compare your request with the description of the endpoint.");
    case Act::ChangeText:
        return FixWords::tr("Send another text. The key needs no change.");
    case Act::FindOtherService:
        return FixWords::tr("Find the service whose name stands near the error, and look at the key for that one.");
    case Act::TestAgain:
        return FixWords::tr("Test again.");
    default:
        return {};
    }
}

QString ofRoute(Act act, const FixContext &context)
{
    switch (act) {
    case Act::TryOtherNetwork:
        return FixWords::tr("Try another network, such as a phone's, and without a VPN.");
    case Act::TestDirect:
        return FixWords::tr("Test the key at Cohere itself, with nothing in between. If it works there, the key is "
                            "good.");
    case Act::AskGatewayOwner:
        return FixWords::tr("Ask whoever runs the server at %1 which key it wants, and in which header.")
            .arg(context.host);
    case Act::AskToPassHeader:
        return FixWords::tr("Ask whoever runs the proxy or gateway to pass the Authorization header on.");
    case Act::UseHeader:
        //: %1 is a header, such as "X-API-Key: {key}"
        return FixWords::tr("Let your program send the key as “%1”; {key} stands for the key.").arg(context.header);
    case Act::TryOtherHeader:
        return context.header.isEmpty() ? FixWords::tr("Test with another header, such as X-API-Key.")
                                        : FixWords::tr("Test with that header.");
    case Act::SetProxyLogin:
        return FixWords::tr("Give the proxy's user name and password where your program takes its proxy from. They are "
                            "your network's, not Cohere's.");
    case Act::AskNetworkOwner:
        return FixWords::tr("Ask whoever runs your network whether connections are inspected or need a login.");
    case Act::GiveAuthority:
        return FixWords::tr("If they give you a file with their certificate authority, test with it.");
    case Act::KeepCertificateChecks:
        return FixWords::tr("Do not switch certificate checks off: then anyone on the way can read the key.");
    case Act::SetClock:
        return FixWords::tr("Let the computer set its clock from the network.");
    default:
        return {};
    }
}

QString ofConnection(Act act, const FixContext &context)
{
    switch (act) {
    case Act::CheckHostSpelling:
        return FixWords::tr("See whether the name %1 is spelt right.").arg(context.host);
    case Act::LookUpHost:
        return FixWords::tr("See whether this computer finds an address for it.");
    case Act::CheckConnection:
        return FixWords::tr("See whether other pages open in a browser. If none does, mend the connection first.");
    case Act::CheckFirewall:
        return FixWords::tr("Ask whoever runs your network whether a firewall keeps programs from reaching %1.")
            .arg(context.host);
    case Act::SignInToNetwork:
        return FixWords::tr("Open any page in a browser, and sign in to the network there.");
    default:
        return {};
    }
}

} // namespace

QString FixWords::sentence(const diagnosis::FixStep &step, const FixContext &context)
{
    for (const QString &part : {ofKey(step.act), fixPlaceSentence(step, context), ofWaiting(step.act, context),
             ofAccount(step.act), ofRoute(step.act, context), ofConnection(step.act, context)}) {
        if (!part.isEmpty())
            return part;
    }
    return {};
}

} // namespace words
