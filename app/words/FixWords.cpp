// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/FixWords.h"

#include "words/Visible.h"

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

QString ofVariable(Act act, const FixContext &context)
{
    switch (act) {
    case Act::SetVariable:
        //: %1 is the name of an environment variable
        return FixWords::tr("Set the variable %1 in the terminal that your program is started from. The command waits "
                            "for the key: paste it, and press Enter. Nothing is shown.")
            .arg(context.variable);
    case Act::CopyVariable:
        return FixWords::tr("Give the key the name that your program reads, %1.").arg(context.variable);
    case Act::CheckLength:
        return FixWords::tr("Look at the length of %1 without showing it. Cohere's keys usually have 40 characters.")
            .arg(context.variable);
    case Act::UnsetOther:
        return FixWords::tr("Keep the key that works, and remove the variable with the other one.");
    case Act::TestBoth:
        return FixWords::tr("Test each of the two keys, and see which one works.");
    case Act::TestVariable:
        return FixWords::tr("Test the key that stands in %1 now.").arg(context.variable);
    case Act::RestartProgram:
        return FixWords::tr("Restart your program, and also the terminal or editor that it is started from: they keep "
                            "the values that they started with.");
    case Act::LoadEnvFile:
        return FixWords::tr("Load the file before the client is made: with load_dotenv() in Python, or with node "
                            "--env-file=.env in Node.");
    case Act::MendEnvLine:
        //: %1 is the name of an environment variable, %2 is a file name
        return FixWords::tr("Write the line in %2 as %1=, followed by the key alone: no quotes, no blanks, no # after "
                            "it.")
            .arg(context.variable, visible(context.file));
    case Act::TestEnvFile:
        return FixWords::tr("Test the key that stands in %1.").arg(visible(context.file));
    case Act::RecreateContainer:
        return FixWords::tr("Make the container anew. A mere restart keeps the old value.");
    case Act::RebuildImage:
        return FixWords::tr("If the key was built into the image, build the image again without it, and replace the "
                            "key: the image's history shows it.");
    default:
        return {};
    }
}

QString ofWaiting(Act act, const FixContext &context)
{
    const int seconds = static_cast<int>(context.waitSeconds);
    switch (act) {
    case Act::WaitAMinute:
        return FixWords::tr("Wait %n second(s).", nullptr, seconds);
    case Act::TestLater:
        return FixWords::tr(
            "Wait %n second(s), then test once more. Nothing is tried again by itself.", nullptr, seconds);
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
    case Act::ShowBaseUrl:
        return FixWords::tr("See whether the variable CO_API_URL changes the address. Cohere's own address is "
                            "https://api.cohere.com, without a path behind it.");
    case Act::SetBaseUrl:
        //: %1 is a URL
        return FixWords::tr("Set the base URL to %1, where your program takes it from.").arg(context.baseUrl);
    case Act::UnsetBaseUrl:
        return FixWords::tr("If it is not meant to be there, remove it.");
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
        return FixWords::tr("See whether the name is spelt right: %1").arg(context.host);
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
    for (const QString &part : {ofKey(step.act), ofVariable(step.act, context), ofWaiting(step.act, context),
             ofAccount(step.act), ofRoute(step.act, context), ofConnection(step.act, context)}) {
        if (!part.isEmpty())
            return part;
    }
    return {};
}

} // namespace words
