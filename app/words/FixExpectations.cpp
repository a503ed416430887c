// SPDX-License-Identifier: GPL-3.0-or-later
// What one should see after a step of a fix, and the names of what fixes are written for. See FixWords.h.
#include "words/FixWords.h"

namespace words {

using diagnosis::Act;
using diagnosis::FixContext;
using diagnosis::Platform;
using diagnosis::Runtime;
using diagnosis::Shell;

namespace {

/// After a test with this program.
QString verdict()
{
    return FixWords::tr("The first line says whether the key works, or what is wrong with it.");
}

QString sameOrDifferent(const FixContext &context)
{
    if (context.runtime == Runtime::GitHubActions)
        return FixWords::tr("A list with the name of each secret and the day of its last change, and no value.");
    const bool trueOrFalse =
        context.runtime != Runtime::Systemd && (context.shell == Shell::PowerShell || context.shell == Shell::Cmd);
    return trueOrFalse ? FixWords::tr("“True” where both are the same, and “False” where one is older.")
                       : FixWords::tr("“same” where both are the same, and “different” where one is older.");
}

QString ofVariable(Act act, const FixContext &context)
{
    switch (act) {
    case Act::SetVariable:
        if (context.runtime == Runtime::Jupyter)
            return FixWords::tr("A field that asks for the key, and nothing after it.");
        return FixWords::tr("Nothing while you paste, and the prompt again after Enter.");
    case Act::KeepVariable:
        return context.shell == Shell::PowerShell
            ? FixWords::tr("Nothing now. In a new window the next step shows the length of the key.")
            : FixWords::tr("Nothing now. In a new terminal the variable is there.");
    case Act::HandToDock:
        return FixWords::tr("Nothing now. A program that you start from the Dock afterwards has the variable.");
    case Act::CheckLength:
        if (context.runtime == Runtime::GitHubActions)
            return FixWords::tr("A number in the log of that step, usually 40. 0 means that the secret is not set, or "
                                "is not handed to the step.");
        return FixWords::tr("A number, usually 40. 0 means that the variable is not set there.");
    case Act::CopyVariable:
        return context.runtime == Runtime::Compose || context.runtime == Runtime::Kubernetes
                || context.runtime == Runtime::GitHubActions
            ? FixWords::tr("Nothing yet. It takes effect with the next steps.")
            : FixWords::tr("Nothing is printed. The next steps show that the key is there.");
    case Act::CompareWithNew:
        return sameOrDifferent(context);
    case Act::UnsetOther:
        return FixWords::tr("Nothing is printed, or one line that says that it is gone.");
    case Act::RemoveForGood:
        return FixWords::tr("A line for each place, or nothing where there is none.");
    case Act::TestVariable:
        if (context.runtime == Runtime::GitHubActions)
            return FixWords::tr("The run ends with a tick, and the step that reranks has no 401 in its log.");
        return verdict();
    case Act::TestBoth:
    case Act::TestEnvFile:
    case Act::TestDirect:
    case Act::TestBaseUrl:
    case Act::TryOtherHeader:
    case Act::UseCurrentModel:
    case Act::TestAgain:
        return verdict();
    default:
        return {};
    }
}

QString restarted(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Kubernetes:
        return FixWords::tr("“restarted”. A moment later, “kubectl get pods” shows pods that are a few seconds old.");
    case Runtime::GitHubActions:
        return FixWords::tr("A line that says that the run was requested again.");
    case Runtime::Jupyter:
        return FixWords::tr("The notebook opens in the browser. Its kernels have the variable.");
    case Runtime::VsCode:
        return FixWords::tr("VS Code opens this folder. Its own terminal has the variable.");
    case Runtime::Systemd:
        return FixWords::tr("Nothing is printed. “systemctl --user status” says “active (running)”.");
    default:
        return FixWords::tr("The program starts, and takes the new value.");
    }
}

QString ofFile(Act act, const FixContext &context)
{
    switch (act) {
    case Act::MendEnvLine:
        return FixWords::tr("One line with this name, and nothing but the key behind the equals sign.");
    case Act::LoadIntoTerminal:
        return FixWords::tr("Nothing is printed. The length of %1 is no longer 0.").arg(context.variable);
    case Act::LoadEnvFile:
        break;
    default:
        return {};
    }
    switch (context.runtime) {
    case Runtime::Docker:
        return FixWords::tr("The long number of the new container.");
    case Runtime::Kubernetes:
        return FixWords::tr("A line with the name of the secret, such as “secret/cohere-key serverside-applied”.");
    case Runtime::Jupyter:
        return FixWords::tr("“True”. “False” means that there is no such file.");
    case Runtime::GitHubActions:
        return FixWords::tr("“git status” does not name the file.");
    default:
        return FixWords::tr("The program finds the key after its next start.");
    }
}

QString ofRunner(Act act, const FixContext &context)
{
    switch (act) {
    case Act::RestartProgram:
        return restarted(context);
    case Act::StoreKey:
        if (context.runtime == Runtime::Kubernetes)
            return FixWords::tr("A line with the name of the secret, such as “secret/cohere-key serverside-applied”.");
        if (context.runtime == Runtime::GitHubActions)
            return FixWords::tr("A line that says that the secret was set.");
        return FixWords::tr("Nothing is printed. The file belongs to you, and nobody else can read it.");
    case Act::PassVariable:
        return FixWords::tr("Nothing yet. It takes effect with the next steps.");
    case Act::PublishChange:
        return context.runtime == Runtime::GitHubActions
            ? FixWords::tr("A new run under “Actions” on the repository's page.")
            : FixWords::tr("A line that says that the deployment was configured, and new pods soon after.");
    case Act::ReloadUnits:
        return FixWords::tr("Nothing is printed where all is well.");
    case Act::RemoveContainer:
        return FixWords::tr("The name of the container. Where there was none, a line that says so.");
    case Act::RecreateContainer:
        if (context.runtime == Runtime::Docker)
            return FixWords::tr("The long number of the new container.");
        if (context.runtime == Runtime::Kubernetes)
            return restarted(context);
        return FixWords::tr("“Recreated” and “Started” behind the name of the container.");
    case Act::CheckImage:
        return FixWords::tr("0 where none of them does. Any other number: the key may stand in the image.");
    case Act::RebuildImage:
        return FixWords::tr("The steps of the build, and at their end the name of the image.");
    default:
        return {};
    }
}

/// Where one may have meant Cohere, and mistyped it.
bool isLikeCohere(const FixContext &context)
{
    return context.route.base == diagnosis::FixRoute::Base::NotKnown
        || context.host.contains(QLatin1String("cohere"), Qt::CaseInsensitive);
}

QString ofRoute(const diagnosis::FixStep &step, const FixContext &context)
{
    const bool printsNothing = !step.command.isEmpty();
    switch (step.act) {
    case Act::ShowBaseUrl:
        return FixWords::tr("An address, or nothing where the variable is not set.");
    case Act::SetBaseUrl:
    case Act::UnsetBaseUrl:
        return FixWords::tr("Nothing is printed, or one line that says that it was changed.");
    case Act::GiveAuthority:
        return FixWords::tr("The line about the server's certificate says “passed”.");
    case Act::TrustAuthority:
        return printsNothing ? FixWords::tr("Nothing is printed. Your program no longer speaks of a certificate.")
                             : FixWords::tr("Your program no longer speaks of a certificate.");
    case Act::SetClock:
        return FixWords::tr("The clock of the computer shows the right time and day within a minute.");
    case Act::LookUpHost:
        return FixWords::tr("At least one address. None means that the name is not known here.");
    case Act::CheckConnection:
        return FixWords::tr("Any page that you have not opened before.");
    case Act::SignInToNetwork:
        return FixWords::tr("Another page opens as well, without a word of signing in.");
    case Act::CheckHostSpelling:
        return isLikeCohere(context) ? FixWords::tr("Cohere's own name is api.cohere.com.") : QString();
    case Act::TryOtherNetwork:
        return FixWords::tr("If the test passes there, the trouble lies in this network, and the key is good.");
    case Act::LeaveProxy:
        return printsNothing ? FixWords::tr("Nothing is printed. The next test says that no proxy is used.")
                             : FixWords::tr("The next test says that no proxy is used.");
    case Act::SetProxyLogin:
        return printsNothing ? FixWords::tr("Nothing is printed. The next test gets past the proxy.")
                             : FixWords::tr("The next test gets past the proxy.");
    case Act::UseHeader:
        return FixWords::tr("The server no longer says that the key is missing.");
    default:
        return {};
    }
}

QString ofAccount(Act act)
{
    switch (act) {
    case Act::OpenKeysPage:
        return FixWords::tr("A list of your keys, each with the last characters of its text.");
    case Act::CopyKeyAgain:
    case Act::MakeNewKey:
    case Act::MakeProductionKey:
        return FixWords::tr("The key is in the clipboard. Pasted here, it shows no findings.");
    case Act::DeleteOldKey:
        return FixWords::tr("The old key is no longer in the list, and your program still works.");
    case Act::CompareEnd:
        return FixWords::tr("A key with the same four last characters, if it is one of yours.");
    case Act::CleanKey:
        return FixWords::tr("No findings any more.");
    case Act::OpenBilling:
        return FixWords::tr("A payment method that is valid, and a limit above what was used.");
    case Act::OpenStatusPage:
        return FixWords::tr("Green, or a report of what is wrong and since when.");
    case Act::ReadMessage:
        return FixWords::tr("The name of a field, or of a value.");
    case Act::ChangeText:
        return FixWords::tr("Results instead of 498.");
    case Act::CallLessOften:
        return FixWords::tr("No more answers with 429.");
    case Act::FindOtherService:
        return FixWords::tr("The name of a service or of its address, in the same line or the one above.");
    default:
        return {};
    }
}

} // namespace

QString FixWords::expectation(const diagnosis::FixStep &step, const FixContext &context)
{
    for (const QString &part : {ofVariable(step.act, context), ofFile(step.act, context), ofRunner(step.act, context),
             ofRoute(step, context), ofAccount(step.act)}) {
        if (!part.isEmpty())
            return part;
    }
    return {};
}

QString FixWords::platform(Platform platform)
{
    switch (platform) {
    case Platform::WindowsPowerShell:
        return tr("Windows, PowerShell");
    case Platform::WindowsCmd:
        return tr("Windows, Command Prompt");
    case Platform::MacZsh:
        return tr("macOS, zsh");
    case Platform::LinuxBash:
        return tr("Linux, bash");
    case Platform::LinuxZsh:
        return tr("Linux, zsh");
    case Platform::LinuxFish:
        return tr("Linux, fish");
    case Platform::Docker:
        return tr("Docker");
    case Platform::Compose:
        return tr("Docker Compose");
    case Platform::Kubernetes:
        return tr("Kubernetes");
    case Platform::GitHubActions:
        return tr("GitHub Actions");
    case Platform::Jupyter:
        return tr("Jupyter");
    case Platform::VsCode:
        return tr("VS Code");
    case Platform::Systemd:
        return tr("systemd service");
    }
    return {};
}

} // namespace words
