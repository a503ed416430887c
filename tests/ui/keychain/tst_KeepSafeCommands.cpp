// SPDX-License-Identifier: GPL-3.0-or-later
#include "DoctorSession.h"
#include "DoctorWindow.h"
#include "MendSession.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "keychain/OsKeyStore.h"
#include "probe/HttpProber.h"
#include "ui/FixedEnvironment.h"
#include "ui/FixedPlaceSearch.h"
#include "widgets/CommandText.h"
#include "widgets/FixSteps.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>

/// The lines of the last page, typed into the real shells, over a real keychain: helpers/with-secret-service.sh starts
/// one on a bus of its own.
class tst_KeepSafeCommands : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readTheSavedKeyIntoAVariable_data();
    void readTheSavedKeyIntoAVariable();

private:
    [[nodiscard]] static QByteArray typed(const QString &shell, const QString &line);
};

namespace {

constexpr int patience = 15'000; // milliseconds

} // namespace

/// What a shell prints of the variable once a line was typed into it.
QByteArray tst_KeepSafeCommands::typed(const QString &shell, const QString &line)
{
    QProcess process;
    process.start(shell, {});
    process.write(line.toUtf8() + "\nprintenv CO_API_KEY\n");
    process.closeWriteChannel();
    [&] { QVERIFY(process.waitForFinished(patience)); }();
    return process.readAllStandardOutput();
}

void tst_KeepSafeCommands::readTheSavedKeyIntoAVariable_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("name");
    const QStringList names{QStringLiteral("cohere"), QStringLiteral("my project"),
        QStringLiteral("it's \"quoted\" `id` $HOME $(id) \\ !x"), QStringLiteral("-n"), QStringLiteral("--help"),
        QStringLiteral("%1 %2 *?[a]~#;&|<>"), QString(QChar(0xe9)) + QChar(0x4e2d)};
    for (const char *shell : {"bash", "zsh", "dash", "fish"}) {
        for (const QString &name : names)
            QTest::addRow("%s: %s", shell, qPrintable(name)) << QString::fromLatin1(shell) << name;
    }
}

void tst_KeepSafeCommands::readTheSavedKeyIntoAVariable()
{
#if !defined(Q_OS_LINUX)
    QSKIP("The line that is tried here is Linux's.");
#endif
    QFETCH(const QString, shell);
    QFETCH(const QString, name);
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP("This shell is not installed here.");
    probe::HttpProber prober;
    check::Check check(prober);
    keychain::OsKeyStore keyStore;
    const FixedEnvironment environment;
    SessionOptions options;
    options.shellPath = QStringLiteral("/usr/bin/") + shell;
    FixedPlaceSearch search;
    DoctorSession session(check, keyStore, search, environment, options);
    mend::Mender mender;
    MendSession mends(session, mender, {});
    const DoctorWindow window(session, mends);
    const QSignalSpy saved(&session.keychain(), &KeychainSession::saved);
    session.setSecret(key::Secret(testkeys::good));
    window.findChild<QLineEdit *>(QStringLiteral("keptName"))->setText(name);
    session.saveToKeychain();
    if (saved.isEmpty() && !session.keychain().isBusy())
        session.saveToKeychain(); // a name of the row before: replaced
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);

    const auto *steps = window.findChild<widgets::FixSteps *>(QStringLiteral("keepSteps"));
    steps->row(1)->findChild<QPushButton *>()->click(); // "Copy"
    const QString line = QApplication::clipboard()->text();
    QVERIFY(line.contains(u"secret-tool lookup"));
    QCOMPARE(typed(shell, line), testkeys::good + '\n');
}

QTEST_MAIN(tst_KeepSafeCommands)
#include "tst_KeepSafeCommands.moc"
