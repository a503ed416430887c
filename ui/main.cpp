// SPDX-License-Identifier: GPL-3.0-or-later
#include "DoctorSession.h"
#include "DoctorWindow.h"
#include "MendSession.h"
#include "WindowArguments.h"
#include "check/ComputerSearch.h"
#include "check/Preparation.h"
#include "keychain/OsKeyStore.h"
#include "practice/PracticeEndpoint.h"
#include "probe/HttpProber.h"
#include "sources/Environment.h"
#include "sources/profiles/Profiles.h"
#include "words/PracticeWords.h"
#include "words/Translations.h"
#include "words/WindowWords.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QLibraryInfo>
#include <QTranslator>

#include <cstdio>

namespace {

constexpr int usageError = 2;
constexpr int notStarted = 3;

int fail(const QString &line, int exitCode)
{
    static_cast<void>(std::fputs(qPrintable(line + QLatin1Char('\n')), stderr));
    return exitCode;
}

/// --help and --version need no display.
std::optional<int> answerWithoutWindow(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    const auto read = readArguments(arguments);
    if (!read || read->wish == WindowArguments::Wish::Window) {
        return std::nullopt; // also Qt's own options, such as -platform, that QApplication takes out
    }
    const QCoreApplication application(argc, argv);
    const QString text = read->wish == WindowArguments::Wish::Help
        ? windowHelp()
        : QStringLiteral("rerank-key-doctor %1\n").arg(QLatin1String(DOCTOR_VERSION));
    static_cast<void>(std::fputs(qPrintable(text), stdout));
    return 0;
}

/// What Qt's own dialogs and menus say.
void installTranslationsOfQt(QApplication &application)
{
    auto *translator = new QTranslator(&application);
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (translator->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"), folder))
        QApplication::installTranslator(translator);
}

std::vector<PracticeKey> practiceKeys()
{
    std::vector<PracticeKey> keys;
    for (const practice::Scenario &scenario : practice::scenarios())
        keys.push_back({scenario.name, words::PracticeWords::whatHappens(scenario), scenario.key});
    return keys;
}

/// Where the user's own variables are set.
mend::Reach reachOfThisUser()
{
    sources::ProfileFolders folders = sources::ownProfileFolders();
    return {.system = diagnosis::contextOfThisSystem({}).system,
        .home = std::move(folders.home),
        .config = std::move(folders.config),
        .zsh = std::move(folders.zsh)};
}

} // namespace

int main(int argc, char *argv[])
{
    if (const std::optional<int> exitCode = answerWithoutWindow(argc, argv)) {
        return *exitCode;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rerank-key-doctor"));
    QApplication::setApplicationVersion(QStringLiteral(DOCTOR_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.rerank_key_doctor.RerankKeyDoctor"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/rerank-key-doctor.png")));
    installTranslationsOfQt(application);
    words::installTranslations(application);

    const auto arguments = readArguments(QApplication::arguments().mid(1));
    if (!arguments) {
        return fail(arguments.error(), usageError);
    }
    if (!arguments->projectFolder.isEmpty() && !QFileInfo(arguments->projectFolder).isDir()) {
        return fail(words::WindowWords::noSuchFolder(), usageError);
    }

    SessionOptions options;
    const sources::OwnEnvironment environment;
    options.baseUrl = check::baseUrlText(environment);
    options.practice = arguments->practice;
    options.projectFolder = arguments->projectFolder.isEmpty()
        ? check::usualProjectFolder()
        : QDir::cleanPath(QFileInfo(arguments->projectFolder).absoluteFilePath());
    options.shellPath = qEnvironmentVariable("SHELL");
    practice::PracticeEndpoint endpoint;
    if (arguments->practice) {
        const auto started = endpoint.start();
        if (!started) {
            return fail(words::PracticeWords::notStarted(started.error(), 0), notStarted);
        }
        options.baseUrl = started->toString();
        options.practiceKeys = practiceKeys();
    }

    probe::HttpProber prober;
    keychain::OsKeyStore keyStore;
    // Two, so that a test and the user's own search do not end one another.
    check::ComputerSearch searchOfCheck(environment, &keyStore);
    check::ComputerSearch search(environment, &keyStore);
    check::Check check(prober, &searchOfCheck);
    DoctorSession session(check, keyStore, search, environment, options);
    mend::Mender mender;
    MendSession mends(session, mender, reachOfThisUser());
    DoctorWindow window(session, mends);
    window.show();
    return QApplication::exec();
}
