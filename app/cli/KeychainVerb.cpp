// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/KeychainVerb.h"

#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/Options.h"
#include "cli/StandardInput.h"
#include "cli/Stop.h"
#include "inspect/Cleaner.h"
#include "inspect/Inspection.h"
#include "keychain/OsKeyStore.h"
#include "redact/Redactor.h"
#include "report/CauseJson.h"
#include "words/CommandWords.h"
#include "words/FailureWords.h"
#include "words/FindingWords.h"
#include "words/KeychainWords.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace cli {

using keychain::KeyStoreFailure;
using words::CommandWords;
using words::FailureWords;
using words::FindingWords;
using words::KeychainWords;

namespace {

/// Waits for the one answer of a keychain's call. For a command, not for a window.
template <typename Result, typename Call> Result answerOf(const Call &call)
{
    QEventLoop loop;
    std::optional<Result> answer;
    call(&loop, [&](Result result) {
        answer.emplace(std::move(result));
        loop.quit();
    });
    loop.exec();
    return std::move(*answer);
}

using Done = tl::expected<void, KeyStoreFailure>;

int ended(const Done &done, const QString &whatWasDone)
{
    if (!done)
        return stopped({exitcode::keychain, FailureWords::sentence(done.error())});
    Console(stderr).line(whatWasDone);
    return 0;
}

/// A name that can be listed in a line of its own.
bool isUsableName(const QString &name)
{
    return !name.trimmed().isEmpty()
        && std::none_of(name.cbegin(), name.cend(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// Says what was found in a key; none of it repeats the key.
void printFindings(const inspect::Inspection &inspection)
{
    const Console console(stderr);
    for (const inspect::Finding &finding : inspection.findings)
        console.line(FindingWords::sentence(finding, inspection.length));
    const qsizetype notShown = inspection.findingCount - std::ssize(inspection.findings);
    if (notShown > 0)
        console.line(CommandWords::moreFindings(notShown));
}

enum class Keep { Cleaned, AsIs };

/// What is to be saved of the bytes that came, and how that is said; or why nothing is.
struct ToSave {
    key::Secret secret;
    QString remark;
};

tl::expected<ToSave, Stop> chooseWhatToSave(key::Secret given, Keep keep)
{
    const inspect::Inspection inspection = inspect::inspect(given);
    if (!inspection.present)
        return tl::unexpected(Stop{exitcode::hasFindings, KeychainWords::nothingToSave()});
    printFindings(inspection);
    if (!inspection.hasFindings())
        return ToSave{std::move(given), {}};
    if (keep == Keep::AsIs)
        return ToSave{std::move(given), KeychainWords::savedWithFindings()};
    inspect::Cleaning cleaning = inspect::clean(given);
    const inspect::Inspection cleaned = inspect::inspect(cleaning.secret);
    if (!cleaned.present || cleaned.hasFindings())
        return tl::unexpected(Stop{exitcode::hasFindings, KeychainWords::cannotBeCleaned()});
    return ToSave{std::move(cleaning.secret), KeychainWords::savedCleaned(inspection.findingCount)};
}

int save(const QStringList &arguments)
{
    Options options(QStringLiteral("keychain save"));
    options.describe(KeychainWords::saveSynopsis(), KeychainWords::saveDescription());
    options.allowPositional(Options::Positional::Name, QStringLiteral("NAME"), KeychainWords::nameArgument());
    options.add(QStringLiteral("as-is"), KeychainWords::asIsOption());
    if (const auto end = endsWithArguments(options, arguments))
        return *end;
    const QString name = options.positional().value_or(QStringLiteral("cohere"));
    if (!isUsableName(name))
        return stopped({exitcode::usage, KeychainWords::nameUnusable()});
    auto given = readStandardInput();
    if (!given)
        return stopped({exitcode::inputFile, CommandWords::standardInputTooLarge()});
    auto chosen =
        chooseWhatToSave(std::move(*given), options.isSet(QStringLiteral("as-is")) ? Keep::AsIs : Keep::Cleaned);
    if (!chosen)
        return stopped(chosen.error());

    keychain::OsKeyStore store;
    const auto done = answerOf<Done>([&](QObject *context, keychain::KeyStore::DoneHandler handler) {
        store.save(name, std::move(chosen->secret), context, std::move(handler));
    });
    const int code = ended(done, KeychainWords::saved(name));
    if (code == 0 && !chosen->remark.isEmpty())
        Console(stderr).line(chosen->remark);
    return code;
}

/// Labels and attributes are other programs' words: whatever they hold, no key is printed.
std::vector<keychain::OtherEntry> redacted(std::vector<keychain::OtherEntry> entries)
{
    const redact::Redactor redactor;
    for (keychain::OtherEntry &entry : entries) {
        for (QString *text : {&entry.label, &entry.holder, &entry.name})
            *text = redactor.redacted(*text);
    }
    return entries;
}

void printJson(const QStringList &names, const std::vector<keychain::OtherEntry> &others)
{
    QJsonArray entries;
    for (const keychain::OtherEntry &entry : others) {
        entries.append(QJsonObject{{QStringLiteral("label"), entry.label}, {QStringLiteral("holder"), entry.holder},
            {QStringLiteral("name"), entry.name}, {QStringLiteral("locked"), entry.locked}});
    }
    const QJsonObject json{{QStringLiteral("schema"), report::schema},
        {QStringLiteral("names"), QJsonArray::fromStringList(names)}, {QStringLiteral("others"), entries}};
    Console(stdout).bytes(QJsonDocument(json).toJson());
}

void printList(const QStringList &names, const std::vector<keychain::OtherEntry> &others)
{
    const Console out(stdout);
    for (const QString &name : names)
        out.line(name);
    if (!others.empty()) {
        out.line();
        out.line(KeychainWords::otherEntriesHeading(), Console::Style::Faint);
    }
    for (const keychain::OtherEntry &entry : others)
        out.line(QStringLiteral("  ") + KeychainWords::otherEntry(entry));
    if (names.isEmpty() && others.empty())
        Console(stderr).line(KeychainWords::nothingKept());
}

int list(const QStringList &arguments)
{
    Options options(QStringLiteral("keychain list"));
    options.describe(KeychainWords::listSynopsis(), KeychainWords::listDescription());
    options.add(QStringLiteral("json"), CommandWords::jsonOption());
    if (const auto end = endsWithArguments(options, arguments))
        return *end;
    keychain::OsKeyStore store;
    using Others = tl::expected<std::vector<keychain::OtherEntry>, KeyStoreFailure>;
    auto found = answerOf<Others>([&](QObject *context, keychain::KeyStore::OthersHandler handler) {
        store.findOthers(context, std::move(handler));
    });
    const auto others = found ? redacted(std::move(*found)) : std::vector<keychain::OtherEntry>();
    if (options.isSet(QStringLiteral("json")))
        printJson(store.names(), others);
    else if (found || !store.names().isEmpty())
        printList(store.names(), others);
    // The names are known without the keychain, and are of use also where it cannot be asked.
    return found ? 0 : stopped({exitcode::keychain, FailureWords::sentence(found.error())});
}

int remove(const QStringList &arguments)
{
    Options options(QStringLiteral("keychain delete"));
    options.describe(KeychainWords::deleteSynopsis(), KeychainWords::deleteDescription());
    options.allowPositional(Options::Positional::Name, QStringLiteral("NAME"), KeychainWords::nameToDelete());
    if (const auto end = endsWithArguments(options, arguments))
        return *end;
    const QString name = options.positional().value_or(QString());
    if (name.isEmpty())
        return stopped({exitcode::usage, KeychainWords::nameMissing()});
    keychain::OsKeyStore store;
    const auto done = answerOf<Done>([&](QObject *context, keychain::KeyStore::DoneHandler handler) {
        store.remove(name, context, std::move(handler));
    });
    return ended(done, KeychainWords::deleted(name));
}

int check(const QStringList &arguments)
{
    Options options(QStringLiteral("keychain check"));
    options.describe(KeychainWords::checkSynopsis(), KeychainWords::checkDescription());
    if (const auto end = endsWithArguments(options, arguments))
        return *end;
    keychain::OsKeyStore store;
    using Checked = tl::expected<void, keychain::SelfCheckFailure>;
    const auto checked = answerOf<Checked>([&](QObject *context, keychain::KeyStore::SelfCheckHandler handler) {
        store.selfCheck(context, std::move(handler));
    });
    if (!checked)
        return stopped({exitcode::keychain, KeychainWords::selfCheckFailed(checked.error())});
    Console(stdout).line(KeychainWords::selfCheckPassed(), Console::Style::Good);
    return 0;
}

} // namespace

int runKeychain(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (verb == QLatin1String("save"))
        return save(rest);
    if (verb == QLatin1String("list"))
        return list(rest);
    if (verb == QLatin1String("delete"))
        return remove(rest);
    if (verb == QLatin1String("check"))
        return check(rest);
    if (verb == QLatin1String("--help") || verb == QLatin1String("-h") || verb == QLatin1String("help")) {
        Console(stdout).line(KeychainWords::keychainHelp());
        return 0;
    }
    return stopped({exitcode::usage, KeychainWords::noKeychainVerb()});
}

} // namespace cli
