// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/FixPlaceWords.h"

#include "words/FixWords.h"
#include "words/Visible.h"

namespace words {

using diagnosis::Act;
using diagnosis::FixContext;
using diagnosis::Runtime;
using diagnosis::Shell;

namespace {

QString settingVariable(const FixContext &context)
{
    if (context.runtime == Runtime::Jupyter)
        return FixWords::tr("Run this cell. It asks for the key and sets %1 for this notebook; nothing of the key is "
                            "shown, or kept in the notebook.")
            .arg(context.variable);
    if (context.shell == Shell::Cmd && context.runtime != Runtime::Systemd)
        return FixWords::tr("Set the variable %1 for your user. The command waits for the key: paste it, and press "
                            "Enter. Close this window afterwards: those that are opened from now on have it.")
            .arg(context.variable);
    if (context.runtime != Runtime::Terminal && context.runtime != Runtime::VsCode)
        return FixWords::tr("Set the variable %1 in this terminal, for the next step. The command waits for the key: "
                            "paste it, and press Enter. Nothing is shown.")
            .arg(context.variable);
    //: %1 is the name of an environment variable
    return FixWords::tr("Set the variable %1 in the terminal that your program is started from. The command waits "
                        "for the key: paste it, and press Enter. Nothing is shown.")
        .arg(context.variable);
}

QString keepingVariable(const FixContext &context)
{
    if (context.shell == Shell::PowerShell)
        return FixWords::tr("Keep %1 for your user: every window that is opened from now on has it.")
            .arg(context.variable);
    if (context.shell == Shell::Fish)
        return FixWords::tr("Keep %1 for every terminal, also for those of tomorrow.").arg(context.variable);
    return FixWords::tr("Keep %1 for every terminal that is opened from now on. The key then stands in a file that you "
                        "alone can read; “rerank-key run” does without, and takes it from the keychain.")
        .arg(context.variable);
}

QString copyingVariable(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Compose:
        return FixWords::tr("In the compose file, give the key the name that your program reads, %1.")
            .arg(context.variable);
    case Runtime::Kubernetes:
        return FixWords::tr("In the manifest, give the key the name that your program reads, %1.")
            .arg(context.variable);
    case Runtime::GitHubActions:
        return FixWords::tr("In the workflow, give the key the name that your program reads, %1.")
            .arg(context.variable);
    case Runtime::Systemd:
        return FixWords::tr("In the file that the service reads, give the key the name that your program reads, %1.")
            .arg(context.variable);
    default:
        return FixWords::tr("Give the key the name that your program reads, %1.").arg(context.variable);
    }
}

QString removingOther(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Docker:
        return FixWords::tr("Keep the key that works, and leave the variable with the other one out when the "
                            "container is made.");
    case Runtime::Compose:
        return FixWords::tr("Keep the key that works, and delete the line with the other one from the compose file.");
    case Runtime::GitHubActions:
        return FixWords::tr("Keep the key that works, and delete the secret with the other one.");
    default:
        return FixWords::tr("Keep the key that works, and remove the variable with the other one.");
    }
}

QString removingForGood(const FixContext &context)
{
    const bool found = context.runtime == Runtime::Compose || context.runtime == Runtime::GitHubActions
        || context.shell == Shell::Bash || context.shell == Shell::Zsh;
    if (found)
        return FixWords::tr("Find the lines that set it in files, and delete them in an editor, so that it does not "
                            "come back. The command shows their numbers, and no value.");
    return FixWords::tr("Remove it for good, so that it does not come back in the next window.");
}

QString comparing(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Docker:
    case Runtime::Compose:
    case Runtime::Kubernetes:
        return FixWords::tr("Compare the %1 of the container with that of this terminal. Neither is shown.")
            .arg(context.variable);
    case Runtime::Systemd:
        return FixWords::tr("Compare the %1 of the service with that of this terminal. Neither is shown.")
            .arg(context.variable);
    case Runtime::GitHubActions:
        return FixWords::tr("See when the secret was changed last: a run has the value of the moment when it began.");
    default:
        return FixWords::tr("Compare the %1 of this terminal with the one that a new terminal gets. Neither is shown.")
            .arg(context.variable);
    }
}

QString testingVariable(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Docker:
    case Runtime::Compose:
    case Runtime::Kubernetes:
        return FixWords::tr("Test the key that stands in %1 inside the container, from here.").arg(context.variable);
    case Runtime::Systemd:
        return FixWords::tr("Test the key that the running service has in %1.").arg(context.variable);
    case Runtime::GitHubActions:
        return FixWords::tr("Watch the run: nobody can read a secret back, so the step that reranks is the test of %1.")
            .arg(context.variable);
    case Runtime::Jupyter:
        return FixWords::tr("Test the key that the notebook has in %1. Run this as a cell.").arg(context.variable);
    default:
        return FixWords::tr("Test the key that stands in %1 now.").arg(context.variable);
    }
}

QString ofVariable(Act act, const FixContext &context)
{
    switch (act) {
    case Act::SetVariable:
        return settingVariable(context);
    case Act::KeepVariable:
        return keepingVariable(context);
    case Act::HandToDock:
        return FixWords::tr("Hand %1 to the programs that are started from the Dock, until this Mac starts again: they "
                            "do not read what a terminal reads.")
            .arg(context.variable);
    case Act::CopyVariable:
        return copyingVariable(context);
    case Act::CheckLength:
        if (context.runtime == Runtime::GitHubActions)
            return FixWords::tr("Let a step of the workflow print the length of %1, and never the value. Cohere's keys "
                                "usually have 40 characters.")
                .arg(context.variable);
        return FixWords::tr("Look at the length of %1 without showing it. Cohere's keys usually have 40 characters.")
            .arg(context.variable);
    case Act::CompareWithNew:
        return comparing(context);
    case Act::UnsetOther:
        return removingOther(context);
    case Act::RemoveForGood:
        return removingForGood(context);
    case Act::TestBoth:
        return FixWords::tr("Test each of the two keys, and see which one works.");
    case Act::TestVariable:
        return testingVariable(context);
    default:
        return {};
    }
}

QString restarting(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::Kubernetes:
        return FixWords::tr("Start the pods anew: they keep the value that they started with.");
    case Runtime::GitHubActions:
        return FixWords::tr("Run the failed jobs again. The command asks which run you mean.");
    case Runtime::Jupyter:
        return FixWords::tr("Stop the notebook's server, and start it from a terminal that has %1: a kernel has the "
                            "variables of its server, and a restart of the kernel changes nothing.")
            .arg(context.variable);
    case Runtime::VsCode:
        return FixWords::tr("Close all windows of VS Code, then start it from the terminal that has %1: it keeps the "
                            "variables that it started with.")
            .arg(context.variable);
    case Runtime::Systemd:
        return FixWords::tr("Restart the service.");
    default:
        return FixWords::tr("Restart your program, and also the terminal or editor that it is started from: they keep "
                            "the values that they started with.");
    }
}

QString loadingFile(const FixContext &context)
{
    const QString file = visible(context.file);
    switch (context.runtime) {
    case Runtime::Docker:
        return FixWords::tr("Make the container anew with the variables of %1. Docker takes quotes in that file for a "
                            "part of the key.")
            .arg(file);
    case Runtime::Compose:
        return FixWords::tr("In the compose file, hand %1 to the service: the file alone puts nothing into a "
                            "container.")
            .arg(file);
    case Runtime::Kubernetes:
        return FixWords::tr("Store the variables of %1 in a secret of the cluster.").arg(file);
    case Runtime::GitHubActions:
        return FixWords::tr("Keep %1 out of the repository: a workflow takes the key from a secret, as the next steps "
                            "show.")
            .arg(file);
    case Runtime::Jupyter:
        return FixWords::tr("Load %1 in a cell, before the client is made. It takes the package python-dotenv.")
            .arg(file);
    case Runtime::VsCode:
        return FixWords::tr("Add this line to the settings of the workspace, .vscode/settings.json: Python programs "
                            "that VS Code starts then have the variables of %1.")
            .arg(file);
    case Runtime::Systemd:
        return FixWords::tr("Let the service read %1. It needs the whole path.").arg(file);
    case Runtime::Terminal:
        break;
    }
    //: %1 is a file name
    return FixWords::tr("Let your program load %1 before the client is made: with load_dotenv() in Python, or with "
                        "node --env-file in Node.")
        .arg(file);
}

QString ofFile(Act act, const FixContext &context)
{
    const QString file = visible(context.file);
    switch (act) {
    case Act::LoadEnvFile:
        return loadingFile(context);
    case Act::LoadIntoTerminal:
        if (context.shell == Shell::Fish)
            return FixWords::tr("Or load %1 into this terminal, which starts fish anew: fish cannot read such a file "
                                "by itself.")
                .arg(file);
        if (context.shell == Shell::Cmd)
            return FixWords::tr("Or take the key from %1 for your user: windows that are opened from now on have it.")
                .arg(file);
        return FixWords::tr("Or load %1 into this terminal, for the programs that you start from it.").arg(file);
    case Act::MendEnvLine:
        //: %1 is the name of an environment variable, %2 is a file name
        return FixWords::tr("Write the line in %2 as %1=, followed by the key alone: no quotes, no blanks, no # after "
                            "it.")
            .arg(context.variable, file);
    case Act::TestEnvFile:
        return FixWords::tr("Test the key that stands in %1.").arg(file);
    default:
        return {};
    }
}

QString storing(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::GitHubActions:
        return FixWords::tr("Store the key as a secret of the repository. The command waits for the key: paste it, and "
                            "press Enter.");
    case Runtime::Systemd:
        return FixWords::tr("Put %1 into a file that you alone can read, for the service.").arg(context.variable);
    default:
        return FixWords::tr("Store the key as a secret of the cluster, straight from %1: nothing is added to it, as "
                            "“echo” would.")
            .arg(context.variable);
    }
}

QString passing(const FixContext &context)
{
    switch (context.runtime) {
    case Runtime::GitHubActions:
        return FixWords::tr("In the workflow, hand the secret to the job or to the step that needs it. Pull requests "
                            "from forks and from Dependabot get no secrets.");
    case Runtime::Kubernetes:
        return FixWords::tr("In the manifest, let the container take %1 from the secret.").arg(context.variable);
    case Runtime::Systemd:
        return FixWords::tr("Let the service read that file. For a service of the whole system, “sudo systemctl edit” "
                            "takes the same lines.");
    default:
        return FixWords::tr("In the compose file, name %1 without a value: compose then takes it from this terminal.")
            .arg(context.variable);
    }
}

QString ofRunner(Act act, const FixContext &context)
{
    switch (act) {
    case Act::RestartProgram:
        return restarting(context);
    case Act::StoreKey:
        return storing(context);
    case Act::PassVariable:
        return passing(context);
    case Act::PublishChange:
        return context.runtime == Runtime::GitHubActions ? FixWords::tr("Commit the changed workflow, and push it.")
                                                         : FixWords::tr("Put the changed manifest into effect.");
    case Act::ReloadUnits:
        return FixWords::tr("Let systemd read the files of its services again.");
    case Act::RemoveContainer:
        return FixWords::tr("Remove the old container: it keeps the value that it was made with. What stands in "
                            "volumes stays.");
    case Act::RecreateContainer:
        return FixWords::tr("Make the container anew. A mere restart keeps the old value.");
    case Act::CheckImage:
        return FixWords::tr("See whether a key was built into the image: count the steps of its making that name %1.")
            .arg(context.variable);
    case Act::RebuildImage:
        return FixWords::tr("If the key was built into the image, build the image again without it, and replace the "
                            "key: the image's history shows it.");
    case Act::ShowBaseUrl:
        return FixWords::tr(
            "See whether the variable CO_API_URL changes the address; a program may also set it itself, "
            "as base_url, baseUrl or environment of its client. Cohere's own address is "
            "https://api.cohere.com, without a path behind it.");
    case Act::SetBaseUrl:
        //: %1 is a URL
        return FixWords::tr("Set the base URL to %1, where your program takes it from.").arg(context.baseUrl);
    case Act::UnsetBaseUrl:
        return FixWords::tr("If it is not meant to be there, remove it.");
    default:
        return {};
    }
}

/// What stands in a command for a name that is not known.
QString standIn(const diagnosis::FixStep &step, const FixContext &context)
{
    const auto names = [&step](const char *name) { return step.command.contains(QLatin1String(name)); };
    if (names("my-image"))
        return context.holder.isEmpty() && names("my-app")
            ? FixWords::tr("For my-app and my-image, write the names of your container and of its image.")
            : FixWords::tr("For my-image, write the name of your image.");
    if (names("cohere-key"))
        return FixWords::tr("If the key has a secret already, write its name for cohere-key.");
    if (names("deployment.yaml"))
        return FixWords::tr("For deployment.yaml, write the name of your manifest.");
    if (!context.holder.isEmpty() || !names("my-app"))
        return {};
    switch (context.runtime) {
    case Runtime::Compose:
        return FixWords::tr("For my-app, write the name of your service, as the compose file has it.");
    case Runtime::Kubernetes:
        return FixWords::tr("For my-app, write the name of your deployment.");
    case Runtime::Systemd:
        return FixWords::tr("For my-app, write the name of your service.");
    default:
        return FixWords::tr("For my-app, write the name of your container.");
    }
}

} // namespace

QString fixPlaceSentence(const diagnosis::FixStep &step, const FixContext &context)
{
    for (const QString &part :
        {ofVariable(step.act, context), ofFile(step.act, context), ofRunner(step.act, context)}) {
        if (part.isEmpty())
            continue;
        const QString hint = standIn(step, context);
        return hint.isEmpty() ? part : part + QLatin1Char(' ') + hint;
    }
    return {};
}

} // namespace words
