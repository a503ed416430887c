// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/FixWords.h"

#include "words/FixPlaceWords.h"
#include "words/FixRouteWords.h"
#include "words/TimeWords.h"

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

QString ofWaiting(Act act, const FixContext &context)
{
    switch (act) {
    case Act::WaitAMinute:
        //: %1 is a time, such as "60 seconds" or "2 hours"
        return FixWords::tr("Wait %1.").arg(duration(context.waitSeconds));
    case Act::TestLater:
        //: %1 is a time, such as "60 seconds" or "2 hours"
        return FixWords::tr("Wait %1, then test once more. Nothing is tried again by itself.")
            .arg(duration(context.waitSeconds));
    case Act::DoNotRetry:
        return FixWords::tr("Do not let your program try again by itself: the answer stays the same until one of "
                            "these steps is done.");
    default:
        return {};
    }
}

QString ofAccount(Act act, const FixContext &context)
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
        if (context.route.status != 0) // the limit is that of something in front
            return FixWords::tr("Let your program call less often. Whoever runs the server that answered can tell how "
                                "many calls a minute it lets through.");
        return FixWords::tr("Let your program call less often. A trial key may rerank 10 times a minute, a production "
                            "key 1,000 times.");
    case Act::OpenStatusPage:
        return FixWords::tr("Look at Cohere's status page.");
    case Act::WriteToSupport:
        return FixWords::tr(
            "If it stays so, write to Cohere's support. Tell the time, the message and the address that "
            "your network has on the internet, and never the key.");
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

} // namespace

QString FixWords::sentence(const diagnosis::FixStep &step, const FixContext &context)
{
    for (const QString &part : {ofKey(step.act), fixPlaceSentence(step, context), ofWaiting(step.act, context),
             ofAccount(step.act, context), fixRouteSentence(step, context)}) {
        if (!part.isEmpty())
            return part;
    }
    return {};
}

} // namespace words
