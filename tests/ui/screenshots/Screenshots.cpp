// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a picture of every page and state of the window, light and dark, into the folder given as the only argument.
// The scale is QT_SCALE_FACTOR's. Every key in them is a practice key.
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "sources/envfile/EnvLoaders.h"
#include "ui/SamplePlaces.h"
#include "ui/WindowFixture.h"
#include "widgets/ReportDialog.h"
#include "words/Translations.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPalette>
#include <QScrollBar>
#include <QStyle>
#include <QStyleFactory>
#include <QTcpServer>
#include <QTemporaryDir>

#include <cstdio>

namespace {

constexpr int patience = 10'000; // milliseconds

enum class Theme { Light, Dark };

QPalette paletteOf(Theme theme)
{
    if (theme == Theme::Light)
        return QStyleFactory::create(QStringLiteral("Fusion"))->standardPalette();
    const QColor window(0x2b, 0x2b, 0x2e);
    const QColor base(0x1e, 0x1e, 0x20);
    const QColor text(0xea, 0xea, 0xea);
    const QColor faint(0x8c, 0x8c, 0x90);
    QPalette palette(text, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::Button, QColor(0x3a, 0x3a, 0x3e));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xc4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x7a, 0xb4, 0xff));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

bool waitFor(const std::function<bool()> &condition)
{
    QElapsedTimer clock;
    clock.start();
    while (!condition() && clock.elapsed() < patience)
        QTest::qWait(10);
    return condition();
}

/// Drives windows as a user would, and takes their pictures.
class Photographer {
public:
    Photographer(QDir folder, Theme theme)
        : m_folder(std::move(folder))
        , m_suffix(theme == Theme::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"))
    {
    }

    void takeAll()
    {
        keyPage();
        advanced();
        hiddenCharacter();
        cause("rejected", "rejected");
        cause("gateway", "gateway");
        exchange();
        otherWays();
        certificates();
        running();
        keychainTrouble();
        sources();
        withoutKey();
        computer();
        keychain();
        report();
        mending();
        code();
        m_complete = m_complete && m_taken > 0;
    }

    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] int taken() const { return m_taken; }

private:
    void take(const WindowFixture &fixture, const char *name)
    {
        QTest::qWait(50); // the last repaint
        const QString file = m_folder.filePath(QLatin1String(name) + m_suffix);
        const bool saved = fixture.window().grab().save(file);
        m_complete = m_complete && saved;
        ++m_taken;
    }

    void press(const WindowFixture &fixture, const char *objectName)
    {
        QWidget *widget = fixture.visible(objectName);
        if (widget == nullptr || !widget->isEnabled()) {
            std::fprintf(stderr, "There is no %s to press.\n", objectName);
            m_complete = false;
            return;
        }
        QTest::mouseClick(widget, Qt::LeftButton);
    }

    static void choose(const WindowFixture &fixture, const char *comboBox, const char *entry)
    {
        auto *box = qobject_cast<QComboBox *>(fixture.visible(comboBox));
        box->setCurrentIndex(box->findText(QLatin1String(entry), Qt::MatchStartsWith));
    }

    static void type(const WindowFixture &fixture, const char *lineEdit, const QString &text)
    {
        qobject_cast<QLineEdit *>(fixture.visible(lineEdit))->setText(text);
    }

    void test(const WindowFixture &fixture, const char *button)
    {
        press(fixture, button);
        m_complete =
            waitFor([&] { return fixture.session().testState() == DoctorSession::TestState::Finished; }) && m_complete;
    }

    void keyPage()
    {
        WindowFixture fixture(WindowFixture::Endpoint::Other, QLatin1String(probe::defaultBaseUrl));
        fixture.open();
        take(fixture, "01-key-empty");
        fixture.paste(practiceKey("works"));
        take(fixture, "02-key-clean");
        fixture.press(Qt::Key_Home);
        fixture.paste(QStringLiteral("export CO_API_KEY=\""));
        fixture.press(Qt::Key_End);
        fixture.paste(QStringLiteral("\u200b\u00a0\"\n"));
        take(fixture, "03-key-findings");
        press(fixture, "showKey");
        take(fixture, "04-key-shown");
        press(fixture, "showKey");
        press(fixture, "cleanKey");
        take(fixture, "05-key-cleaned");
        press(fixture, "undoClean");
        choose(fixture, "client", "Cohere SDK for Python");
        press(fixture, "programs");
        take(fixture, "06-key-programs");
    }

    void advanced()
    {
        WindowFixture fixture(WindowFixture::Endpoint::Other, QLatin1String(probe::defaultBaseUrl));
        fixture.open();
        fixture.paste(practiceKey("works"));
        press(fixture, "advanced");
        take(fixture, "07-key-advanced");
        choose(fixture, "proxyChoice", "This one:");
        type(fixture, "proxyUrl", QStringLiteral("http://ada:practice@proxy.example:3128"));
        type(fixture, "authorityFile", QStringLiteral("/etc/ssl/certs/ca-certificates.crt"));
        take(fixture, "08-key-advanced-proxy");
        type(fixture, "header", QStringLiteral("X-API-Key"));
        press(fixture, "testKey");
        take(fixture, "09-key-wrong-header");
    }

    void hiddenCharacter()
    {
        WindowFixture fixture;
        fixture.open();
        take(fixture, "10-practice");
        fixture.paste(practiceKey("works") + QChar(0x00a0));
        take(fixture, "11-key-no-break-space");
        test(fixture, "testKey");
        take(fixture, "12-cause-hidden-characters");
        press(fixture, "showFix");
        take(fixture, "13-fix-hidden-characters");
        press(fixture, "back");
        press(fixture, "cleanKey");
        take(fixture, "14-cause-cleaned");
        test(fixture, "testAgain");
        take(fixture, "15-test-works");
        press(fixture, "keepSafe");
        take(fixture, "16-keep-safe");
        press(fixture, "saveToKeychain");
        m_complete = waitFor([&] { return !fixture.session().keychain().isBusy(); }) && m_complete;
        take(fixture, "17-keep-safe-saved");
    }

    void cause(const char *scenario, const char *name)
    {
        WindowFixture fixture;
        fixture.open();
        fixture.paste(practiceKey(scenario));
        test(fixture, "testKey");
        take(fixture, qPrintable(QStringLiteral("20-cause-%1").arg(QLatin1String(name))));
        press(fixture, "showFix");
        take(fixture, qPrintable(QStringLiteral("21-fix-%1").arg(QLatin1String(name))));
        press(fixture, "back");
        press(fixture, "back");
        take(fixture, qPrintable(QStringLiteral("22-test-%1").arg(QLatin1String(name))));
        press(fixture, "showCauses");
        while (!fixture.session().causesUsedUp() && fixture.session().currentCause())
            press(fixture, "notThis");
        take(fixture, qPrintable(QStringLiteral("23-causes-used-up-%1").arg(QLatin1String(name))));
    }

    void exchange()
    {
        ScriptedServer gateway;
        gateway.answer(Script::reply(401,
            "<html>\r\n<head><title>401 Authorization Required</title></head>\r\n<body>\r\n<center><h1>401 "
            "Authorization Required</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n",
            {"Server: nginx/1.22.1", "Date: Sat, 01 Aug 2026 10:00:00 GMT", "Content-Type: text/html",
                "WWW-Authenticate: Basic realm=\"staff only\"", "Set-Cookie: session=1"}));
        WindowFixture fixture(WindowFixture::Endpoint::Other, gateway.url().toString());
        fixture.open();
        fixture.paste(practiceKey("works"));
        test(fixture, "testKey");
        while (fixture.window().currentStep() != DoctorWindow::Step::Test)
            press(fixture, "back");
        take(fixture, "32-test-exchange");
        press(fixture, "copyCurl");
        take(fixture, "33-test-exchange-copied");
        auto *view = qobject_cast<QAbstractScrollArea *>(fixture.visible("exchange"));
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
        qobject_cast<QAbstractItemView *>(fixture.visible("checks"))->scrollToTop();
        take(fixture, "34-test-exchange-end");
        qobject_cast<QAbstractItemView *>(fixture.visible("checks"))->setFocus();
        fixture.press(Qt::Key_Home);
        take(fixture, "35-test-no-exchange");
    }

    void otherWays()
    {
        ScriptedServer gateway;
        gateway.answer(Script::reply(401, R"({"error": "unauthorized"})", {"Server: gateway"}));
        gateway.answerHeader("X-API-Key: " + practiceKey("works").toLatin1(),
            Script::reply(200, R"({"id": "1", "results": [{"index": 0, "relevance_score": 0.9}]})"));
        WindowFixture fixture(WindowFixture::Endpoint::Other, gateway.url().toString());
        fixture.open();
        fixture.paste(practiceKey("works"));
        test(fixture, "testKey");
        press(fixture, "showFix");
        take(fixture, "24-fix-header-that-works");
        test(fixture, "remedy");
        take(fixture, "25-test-header-that-works");
    }

    void certificates()
    {
        TestCertificates certificates;
        const ScriptedServer server(certificates.issued());
        WindowFixture fixture(WindowFixture::Endpoint::Other, server.url().toString());
        fixture.open();
        fixture.paste(practiceKey("works"));
        test(fixture, "testKey");
        press(fixture, "showFix");
        take(fixture, "26-fix-certificate");
        press(fixture, "back");
        press(fixture, "back");
        take(fixture, "27-test-certificates");
        press(fixture, "showCauses");
        press(fixture, "showFix");
        press(fixture, "remedy");
        take(fixture, "28-key-certificate-authority");
    }

    void running()
    {
        QTcpServer silent;
        silent.listen(QHostAddress::LocalHost);
        const QString url = QStringLiteral("http://127.0.0.1:%1").arg(silent.serverPort());
        WindowFixture fixture(WindowFixture::Endpoint::Other, url);
        fixture.open();
        fixture.paste(practiceKey("works"));
        press(fixture, "testKey");
        m_complete = waitFor([&] { return fixture.session().tried().size() == 4; }) && m_complete;
        take(fixture, "30-test-running");
        press(fixture, "cancelTest");
        take(fixture, "31-test-cancelled");
    }

    void keychainTrouble()
    {
        WindowFixture fixture;
        fixture.keyStore.failure = keychain::KeyStoreFailure::NoService;
        fixture.open();
        fixture.paste(practiceKey("works"));
        test(fixture, "testKey");
        press(fixture, "keepSafe");
        press(fixture, "saveToKeychain");
        m_complete = waitFor([&] { return !fixture.session().keychain().isBusy(); }) && m_complete;
        take(fixture, "40-keep-safe-failed");
        fixture.session().setSecret(key::Secret(practiceKey("works").toLatin1() + "\n"));
        take(fixture, "41-keep-safe-dirty");
    }

    void sources()
    {
        WindowFixture fixture;
        fixture.open();
        press(fixture, "sourceKeychain");
        take(fixture, "50-source-keychain-empty");
        press(fixture, "sourceNone");
        take(fixture, "51-source-none");
        press(fixture, "sourceComputer");
        m_complete = waitFor([&] { return !fixture.session().search().isRunning(); }) && m_complete;
        take(fixture, "52-source-computer-empty");
        press(fixture, "showPlaces");
        take(fixture, "53-places-empty");
    }

    void withoutKey()
    {
        WindowFixture fixture(WindowFixture::Endpoint::Other, QLatin1String(probe::defaultBaseUrl));
        fixture.open();
        press(fixture, "showErrorText");
        take(fixture, "80-error-text-folded-out");
        press(fixture, "sourceNone");
        fixture.visible("errorText")->setFocus();
        fixture.paste(
            QStringLiteral("File \"/usr/lib/python3/site-packages/cohere/base_client.py\", line 100, in rerank\n"
                           "  headers: {'Authorization': 'Bearer %1'}\n"
                           "cohere.errors.unauthorized_error.UnauthorizedError: status_code: 401, "
                           "body: {'message': 'invalid api token'}\n")
                .arg(practiceKey("rejected")));
        m_complete = waitFor([&] { return fixture.session().errorText().reading().has_value(); }) && m_complete;
        take(fixture, "81-error-text");
        press(fixture, "explainText");
        take(fixture, "82-error-text-cause");
        press(fixture, "askMore");
        take(fixture, "83-guide-after-text");
        press(fixture, "back");
        press(fixture, "clearErrorText");
        fixture.paste(QStringLiteral("Segmentation fault\n"));
        press(fixture, "explainText");
        m_complete = waitFor([&] { return fixture.visible("errorTextMessage") != nullptr; }) && m_complete;
        take(fixture, "84-error-text-not-recognised");
        press(fixture, "startGuide");
        take(fixture, "85-guide-first");
        fixture.session().guide().answer(3);
        take(fixture, "86-guide-second");
        fixture.session().guide().answer(1);
        take(fixture, "87-guide-third");
        fixture.session().guide().answer(1);
        take(fixture, "88-guide-cause");
        press(fixture, "showFix");
        take(fixture, "89-guide-fix");
    }

    void computer()
    {
        WindowFixture fixture;
        fixture.options.projectFolder = QStringLiteral("/home/ada/projects/search");
        fixture.search.find = [](const check::SearchRequest &, check::SearchResult &result) {
            sampleplaces::fill(result);
        };
        fixture.search.finishesByItself = false;
        fixture.open();
        press(fixture, "sourceComputer");
        fixture.search.progress(1200);
        take(fixture, "54-source-computer-searching");
        fixture.search.finish();
        take(fixture, "55-source-computer");
        press(fixture, "showPlaces");
        take(fixture, "56-places");
        fixture.session().setClientId(QStringLiteral("litellm"));
        fixture.search.progress(800);
        take(fixture, "57-places-searching-again");
        fixture.search.finish();
        press(fixture, "showSkipped");
        take(fixture, "58-places-client-and-skipped");
        press(fixture, "useSource");
        take(fixture, "59-key-taken");
    }

    void keychain()
    {
        WindowFixture fixture;
        fixture.keyStore.keys.insert_or_assign(QStringLiteral("cohere"), key::Secret(practiceKey("works").toLatin1()));
        fixture.keyStore.others = {{QStringLiteral("1"), QStringLiteral("cohere key"),
            QStringLiteral("Python keyring library"), QStringLiteral("ada@example.com"), true}};
        fixture.open();
        press(fixture, "sourceKeychain");
        take(fixture, "60-source-keychain");
        press(fixture, "findOthers");
        m_complete = waitFor([&] { return !fixture.session().keychain().isBusy(); }) && m_complete;
        take(fixture, "61-source-keychain-others");
        press(fixture, "checkKeychain");
        m_complete = waitFor([&] { return !fixture.session().keychain().isBusy(); }) && m_complete;
        take(fixture, "62-source-keychain-checked");
        press(fixture, "deleteSaved");
        take(fixture, "63-source-keychain-delete");
        press(fixture, "useSource");
        m_complete = waitFor([&] { return !fixture.session().keychain().isBusy(); }) && m_complete;
        test(fixture, "testKey");
        press(fixture, "keepSafe");
        qobject_cast<QLineEdit *>(fixture.visible("ownProgram"))->setText(QStringLiteral("python3 app.py --port 8080"));
        take(fixture, "64-keep-safe-with-lines");
        press(fixture, "saveToKeychain");
        take(fixture, "65-keep-safe-replace");
    }

    void report()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.paste(practiceKey("rejected"));
        test(fixture, "testKey");
        for (const char *button : {"copyReport", "saveReport"}) {
            press(fixture, button);
            auto *dialog = qobject_cast<widgets::ReportDialog *>(fixture.visible("reportDialog"));
            m_complete = QTest::qWaitForWindowExposed(dialog) && m_complete;
            m_complete = dialog->grab().save(m_folder.filePath(QLatin1String("66-") + QLatin1String(button) + m_suffix))
                && m_complete;
            ++m_taken;
            press(fixture, "reportClose");
            m_complete = waitFor([&] { return fixture.visible("reportDialog") == nullptr; }) && m_complete;
        }
    }

    void mending()
    {
        const QTemporaryDir folder;
        const QString path = QDir(folder.path()).canonicalPath();
        const QString file = path + QStringLiteral("/.env");
        const QByteArray key = practiceKey("works").toLatin1();
        writeFile(file, "DEBUG=1\r\nexport CO_API_KEY=\"" + key + "\xc2\xa0\" # of the team\r\nPORT=8000\r\n");
        WindowFixture fixture;
        fixture.options.projectFolder = path;
        fixture.options.shellPath = QStringLiteral("/bin/bash");
        fixture.reach.home = path;
        fixture.search.find = [&file](const check::SearchRequest &, check::SearchResult &result) {
            result.keys = sources::keysInEnvFile(readFile(file), {});
            for (sources::FoundKey &found : result.keys) {
                found.place.file = file;
                found.place.tracked = true;
            }
        };
        fixture.open();
        press(fixture, "sourceComputer");
        m_complete = waitFor([&] { return !fixture.session().search().isRunning(); }) && m_complete;
        press(fixture, "useSource");
        test(fixture, "testKey");
        press(fixture, "showFix");
        take(fixture, "70-fix-offers");
        fixture.mends().prepare(0);
        m_complete = waitFor([&] { return fixture.mends().preview() != nullptr; }) && m_complete;
        take(fixture, "71-fix-preview");
        press(fixture, "mendApply");
        m_complete = waitFor([&] { return fixture.mends().proof() == MendSession::Proof::Works; }) && m_complete;
        take(fixture, "72-fix-done");
        press(fixture, "keepSafe");
        take(fixture, "73-keep-safe-offers");
        writeFile(file, "CO_API_KEY=other\n");
        press(fixture, "mendUndo");
        m_complete =
            waitFor([&] { return fixture.mends().outcome() == MendSession::Outcome::NotGoneBack; }) && m_complete;
        take(fixture, "74-fix-not-gone-back");
    }

    void code()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.session().setClientId(QStringLiteral("cohere-python"));
        fixture.paste(practiceKey("rejected"));
        test(fixture, "testKey");
        press(fixture, "showFix");
        choose(fixture, "platform", "Docker Compose");
        fixture.session().setPlatform(diagnosis::Platform::Compose);
        take(fixture, "75-fix-compose");
        press(fixture, "showCode");
        take(fixture, "76-fix-code");
        fixture.press(Qt::Key_PageDown);
        take(fixture, "77-fix-code-below");
    }

    static QByteArray readFile(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void writeFile(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        m_complete = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && m_complete;
    }

    QDir m_folder;
    QString m_suffix;
    bool m_complete = true;
    int m_taken = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2 || !QDir().mkpath(arguments.at(1))) {
        std::fputs("Type: screenshots FOLDER\n", stderr);
        return 2;
    }
    words::installTranslations(application);
    QApplication::setStyle(QStringLiteral("Fusion"));
    bool isComplete = true;
    int taken = 0;
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        QApplication::setPalette(paletteOf(theme));
        Photographer photographer(QDir(arguments.at(1)), theme);
        photographer.takeAll();
        isComplete = isComplete && photographer.isComplete();
        taken += photographer.taken();
    }
    std::printf("%d pictures\n", taken);
    return isComplete ? 0 : 1;
}
