// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "helpers/TestKeys.h"
#include "ui/ShownTexts.h"
#include "ui/WindowFixture.h"
#include "widgets/ExchangeView.h"
#include "widgets/Page.h"
#include "words/ExchangeWords.h"
#include "words/TrustWords.h"
#include "words/WindowWords.h"

#include <QComboBox>
#include <QProcess>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>

using Step = DoctorWindow::Step;
using TestState = DoctorSession::TestState;
using probe::ProbeId;
using words::ExchangeWords;
using words::WindowWords;

namespace {

const QString goodKey = QString::fromLatin1(testkeys::good);

/// The 401 of a gateway.
Script gatewayReply()
{
    return Script::reply(401, "<html><head><title>401 Authorization Required</title></head></html>",
        {"Content-Type: text/html", "Server: nginx/1.22.1", R"(WWW-Authenticate: Basic realm="staff")"});
}

/// A window on the page "Test", after a test against a server.
class ExchangeFixture : public WindowFixture {
public:
    explicit ExchangeFixture(const ScriptedServer &server)
        : WindowFixture(Endpoint::Other, server.url().toString())
    {
    }

    void test()
    {
        open();
        paste(goodKey);
        click("testKey");
        QTRY_COMPARE(session().testState(), TestState::Finished);
        while (window().currentStep() != Step::Test)
            click("back");
    }

    [[nodiscard]] QAbstractItemView *checks() const { return qobject_cast<QAbstractItemView *>(visible("checks")); }

    /// Chooses the first row of a kind, as the arrow keys do.
    void choose(ProbeId id) const
    {
        const auto &tried = session().tried();
        const auto found =
            std::find_if(tried.begin(), tried.end(), [id](const TriedProbe &one) { return one.id == id; });
        QVERIFY(found != tried.end());
        checks()->setCurrentIndex(checks()->model()->index(static_cast<int>(found - tried.begin()), 0));
    }

    [[nodiscard]] QString exchange() const
    {
        const auto *view = qobject_cast<QTextEdit *>(visible("exchange"));
        return view == nullptr ? QString() : view->toPlainText();
    }

    [[nodiscard]] QString label(const char *objectName) const
    {
        const auto *found = qobject_cast<QLabel *>(visible(objectName));
        return found == nullptr ? QString() : found->text();
    }
};

QString clipboard()
{
    return QApplication::clipboard()->text();
}

} // namespace

class TestExchangePanel : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void showsTheRowThatTellsMost();
    void showsTheCertificatesWhereTheyAreTheTrouble();
    void keepsTheChosenRowInSight();
    void followsTheChosenRow();
    void asksToChooseWhereAllWentWell();
    void saysThatNothingWasSentWhereATestWasStopped();
    void holdsNothingOfAKeyThatTheServerRepeats_data();
    void holdsNothingOfAKeyThatTheServerRepeats();
    void copiesACommandForTheUsersShellAndClient_data();
    void copiesACommandForTheUsersShellAndClient();
    void copiesACommandThatMakesTheSameCall();
    void copiesTheReadableText();
    void isReadByAssistiveTechnology();
    void needsNothingButTheKeyboard();
    void keepsTheListInSight_data();
    void keepsTheListInSight();
    void keepsWhatIsMarkedUntilTheTextChanges();
    void forgetsTheExchangeOfAnotherKey();
    void triesAgainByTheUsersOwnActAlone();
};

void TestExchangePanel::showsTheRowThatTellsMost()
{
    ScriptedServer server;
    server.answer(gatewayReply());
    ExchangeFixture fixture(server);
    fixture.test();
    const QString text = fixture.exchange();
    for (const QString &line :
        {WindowWords::sent(), QStringLiteral("POST ") + server.url().toString() + QStringLiteral("/v2/rerank"),
            QStringLiteral("Authorization: Bearer {key}"),
            ExchangeWords::requestNote(QStringLiteral("Authorization"), QStringLiteral("Bearer {key}")),
            WindowWords::received(), QStringLiteral("HTTP 401"), ExchangeWords::statusNote(401),
            QStringLiteral("server: nginx/1.22.1"),
            ExchangeWords::replyNote(QStringLiteral("server"), QStringLiteral("nginx/1.22.1")),
            QStringLiteral("Authorization Required")})
        QVERIFY2(text.contains(line), qPrintable(line + QLatin1String(" in ") + text));
    QVERIFY(text.indexOf(WindowWords::sent()) < text.indexOf(WindowWords::received()));
    QVERIFY(fixture.visible("exchangeNote") == nullptr);
    QCOMPARE(fixture.checks()->selectionModel()->selectedRows().size(), 1);
}

void TestExchangePanel::showsTheCertificatesWhereTheyAreTheTrouble()
{
    TestCertificates certificates;
    if (!certificates.isValid())
        QSKIP("The openssl command is not there.");
    const ScriptedServer server(certificates.issued());
    ExchangeFixture fixture(server);
    fixture.test();
    const std::vector<TriedProbe> &tried = fixture.session().tried();
    const auto row = static_cast<std::size_t>(fixture.checks()->currentIndex().row());
    QVERIFY(row < tried.size());
    QCOMPARE(tried[row].id, ProbeId::Tls);
    const QStringList chain = words::TrustWords::certificates(tried[row].result->reply.tls);
    QVERIFY(!chain.isEmpty());
    for (const QString &certificate : chain)
        QVERIFY(fixture.label("exchangeNote").contains(certificate));
    const auto *note = qobject_cast<QLabel *>(fixture.visible("exchangeNote"));
    QTRY_VERIFY(note->height() >= note->heightForWidth(note->width())); // all of it is seen
    QCOMPARE(server.requests().size(), 0);
}

void TestExchangePanel::keepsTheChosenRowInSight()
{
    ScriptedServer server;
    server.answer(gatewayReply());
    ExchangeFixture fixture(server);
    fixture.test();
    const auto isInSight = [list = fixture.checks()] {
        const QRect row = list->visualRect(list->currentIndex());
        return list->currentIndex().isValid() && list->viewport()->rect().intersected(row).height() == row.height();
    };
    QTRY_VERIFY(isInSight());
    const int before = fixture.checks()->height();
    fixture.click("copyCurl"); // what is said of it takes its room
    QTRY_VERIFY(fixture.checks()->height() < before);
    QTRY_VERIFY(isInSight());
}

void TestExchangePanel::followsTheChosenRow()
{
    ScriptedServer server;
    server.answer(gatewayReply());
    server.answerPath("/v2/rerank", Script::reply(503, R"({"message": "down for now"})"));
    ExchangeFixture fixture(server);
    fixture.test();
    QVERIFY(fixture.exchange().contains(QLatin1String("/v2/rerank")));
    QVERIFY(fixture.exchange().contains(QLatin1String("down for now")));
    QVERIFY(!fixture.exchange().contains(QLatin1String("nginx")));
    fixture.choose(ProbeId::CheckApiKey);
    QVERIFY(fixture.exchange().contains(QLatin1String("/v1/check-api-key")));
    QVERIFY(fixture.exchange().contains(QLatin1String("nginx")));
    fixture.choose(ProbeId::Connect);
    QVERIFY(fixture.visible("exchange") == nullptr);
    QVERIFY(fixture.visible("copyCurl") == nullptr);
    QVERIFY(fixture.visible("copyExchange") == nullptr);
    QCOMPARE(fixture.label("exchangeNote"), WindowWords::nothingSent());
}

void TestExchangePanel::asksToChooseWhereAllWentWell()
{
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("works"));
    fixture.click("testKey");
    QTRY_VERIFY(fixture.session().keyWorks());
    QCOMPARE(qobject_cast<QLabel *>(fixture.visible("exchangeNote"))->text(), WindowWords::chooseALine());
    QVERIFY(fixture.visible("exchange") == nullptr);
}

void TestExchangePanel::saysThatNothingWasSentWhereATestWasStopped()
{
    ScriptedServer server;
    server.answer(Script::raw({}, Script::Then::KeepOpen));
    ExchangeFixture fixture(server);
    fixture.open();
    fixture.paste(goodKey);
    fixture.click("testKey");
    QTRY_COMPARE(fixture.session().tried().size(), std::size_t(4));
    fixture.choose(ProbeId::Rerank);
    QCOMPARE(fixture.label("exchangeNote"), WindowWords::exchangeComes());
    fixture.click("cancelTest");
    const QModelIndex stopped = fixture.checks()->model()->index(3, 0);
    QVERIFY(stopped.data(Qt::AccessibleTextRole).toString().contains(QLatin1String(": stopped."))); // it was sent
    fixture.choose(ProbeId::Rerank);
    QCOMPARE(fixture.label("exchangeNote"), WindowWords::noExchangeSeen());
    QVERIFY(fixture.visible("copyCurl") == nullptr);
}

void TestExchangePanel::holdsNothingOfAKeyThatTheServerRepeats_data()
{
    QTest::addColumn<QByteArray>("repeated");
    QTest::newRow("as it is") << testkeys::good;
    QTest::newRow("with its scheme") << "Bearer " + testkeys::good;
    QTest::newRow("base64") << testkeys::good.toBase64();
    QTest::newRow("half of it") << testkeys::good.left(20);
    QTest::newRow("percent-encoded") << testkeys::good.toPercentEncoding({}, "TKGA");
}

void TestExchangePanel::holdsNothingOfAKeyThatTheServerRepeats()
{
    QFETCH(const QByteArray, repeated);
    ScriptedServer server;
    server.answer(Script::reply(401, R"({"message": "no such key: )" + repeated + R"("})",
        {"X-Key: " + repeated, "Server: nginx " + repeated, "Set-Cookie: key=" + repeated,
            "X-" + testkeys::good + ": named"}));
    ExchangeFixture fixture(server);
    fixture.test();
    QVERIFY(server.requests().constFirst().contains(testkeys::good)); // it was there to be repeated
    bool isExchangeSeen = false;
    for (int row = 0; row < fixture.checks()->model()->rowCount(); ++row) {
        fixture.checks()->setCurrentIndex(fixture.checks()->model()->index(row, 0));
        QSet<QString> told = shown::texts(fixture.window());
        if (fixture.visible("exchange") != nullptr) {
            isExchangeSeen = true;
            QVERIFY(fixture.exchange().contains(QLatin1String("no such key")));
            for (const char *button : {"copyCurl", "copyExchange"}) {
                fixture.click(button);
                told.insert(clipboard());
            }
        }
        for (const QString &text : std::as_const(told)) {
            QVERIFY(!shown::holdsKey(text, goodKey));
            QVERIFY(!shown::holdsKey(text, QString::fromLatin1(testkeys::good.toBase64())));
        }
    }
    QVERIFY(isExchangeSeen);
}

void TestExchangePanel::copiesACommandForTheUsersShellAndClient_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("variable");
    QTest::newRow("bash") << QStringLiteral("/bin/bash") << QString() << QStringLiteral("CO_API_KEY");
    QTest::newRow("fish") << QStringLiteral("/usr/bin/fish") << QString() << QStringLiteral("CO_API_KEY");
    QTest::newRow("client") << QStringLiteral("/bin/zsh") << QStringLiteral("llamaindex")
                            << QStringLiteral("COHERE_API_KEY");
}

void TestExchangePanel::copiesACommandForTheUsersShellAndClient()
{
    QFETCH(const QString, shell);
    QFETCH(const QString, client);
    QFETCH(const QString, variable);
    ScriptedServer server;
    server.answer(gatewayReply());
    ExchangeFixture fixture(server);
    fixture.options.shellPath = shell;
    fixture.test();
    fixture.session().setClientId(client);
    fixture.click("copyCurl");
    QVERIFY(clipboard().contains(QLatin1String("curl ")));
    QVERIFY(clipboard().contains(u'$' + variable));
    QVERIFY(clipboard().contains(server.url().toString()));
    const diagnosis::Shell named = diagnosis::contextOfThisSystem(shell).shell;
    QCOMPARE(fixture.label("exchangeCopied"), WindowWords::curlCopied(variable, named));
    QVERIFY(fixture.label("exchangeCopied").contains(shell.section(u'/', -1)));
    fixture.choose(ProbeId::CheckApiKey); // another row: what was said is about the one before
    QVERIFY(fixture.visible("exchangeCopied") == nullptr);
}

void TestExchangePanel::copiesACommandThatMakesTheSameCall()
{
    const QString bash = QStandardPaths::findExecutable(QStringLiteral("bash"));
    if (bash.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
        QSKIP("bash or curl is not there.");
    ScriptedServer server;
    server.answer(gatewayReply());
    ExchangeFixture fixture(server);
    fixture.options.shellPath = bash;
    fixture.test();
    fixture.choose(ProbeId::Rerank);
    fixture.click("copyCurl");
    const QByteArrayList before = server.requests();

    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CO_API_KEY"), goodKey);
    process.setProcessEnvironment(environment);
    process.start(bash, {QStringLiteral("-c"), clipboard()});
    QTRY_COMPARE(process.state(), QProcess::NotRunning);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("401"));
    QCOMPARE(server.requests().size(), before.size() + 1);
    const QByteArray request = server.requests().constLast();
    QVERIFY(request.startsWith("POST /v2/rerank HTTP/1.1\r\n"));
    QVERIFY(request.contains("\r\nAuthorization: Bearer " + testkeys::good + "\r\n"));
    const auto bodyOf = [](const QByteArray &whole) { return whole.mid(whole.indexOf("\r\n\r\n")); };
    const auto isTheSame = [&](const QByteArray &one) {
        return one.startsWith("POST /v2/rerank") && bodyOf(one) == bodyOf(request);
    };
    QVERIFY(std::any_of(before.begin(), before.end(), isTheSame));
}

void TestExchangePanel::copiesTheReadableText()
{
    ScriptedServer server;
    server.answer(gatewayReply());
    ExchangeFixture fixture(server);
    fixture.test();
    fixture.click("copyExchange");
    QVERIFY(clipboard().startsWith(QLatin1String("> POST /v2/rerank")));
    QVERIFY(clipboard().contains(QLatin1String("> Authorization: Bearer {key}\n")));
    QVERIFY(clipboard().contains(QLatin1String("< server: nginx/1.22.1\n")));
    QCOMPARE(fixture.label("exchangeCopied"), WindowWords::exchangeCopied());
}

void TestExchangePanel::isReadByAssistiveTechnology()
{
    ScriptedServer server;
    server.answer(gatewayReply());
    ExchangeFixture fixture(server);
    fixture.test();
    QAccessibleInterface *view = QAccessible::queryAccessibleInterface(fixture.visible("exchange"));
    QCOMPARE(view->text(QAccessible::Name), QStringLiteral("What was sent and received"));
    QCOMPARE(view->role(), QAccessible::EditableText);
    QVERIFY(view->state().readOnly);
    QVERIFY(view->state().focusable);
    QAccessibleTextInterface *text = view->textInterface();
    QVERIFY(text != nullptr);
    QVERIFY(text->text(0, text->characterCount()).contains(QLatin1String("Authorization: Bearer {key}")));
    for (const auto &[button, name] :
        {std::pair("copyCurl", "Copy as curl"), std::pair("copyExchange", "Copy this exchange")})
        QCOMPARE(QAccessible::queryAccessibleInterface(fixture.visible(button))->text(QAccessible::Name),
            QLatin1String(name));
}

void TestExchangePanel::needsNothingButTheKeyboard()
{
    ScriptedServer server;
    server.answer(gatewayReply());
    ExchangeFixture fixture(server);
    fixture.test();
    fixture.checks()->setFocus();
    const auto tabTo = [&fixture](const char *objectName) {
        constexpr int many = 20;
        for (int i = 0; i < many && fixture.window().focusWidget() != fixture.visible(objectName); ++i)
            fixture.press(Qt::Key_Tab);
        QCOMPARE(fixture.window().focusWidget(), fixture.visible(objectName));
    };
    const QString before = fixture.exchange();
    fixture.press(Qt::Key_Up);
    QVERIFY(fixture.exchange() != before);
    tabTo("exchange");
    fixture.press(Qt::Key_A, Qt::ControlModifier);
    fixture.press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(clipboard().contains(QLatin1String("Authorization: Bearer {key}")));
    fixture.press(Qt::Key_X);
    fixture.press(Qt::Key_Delete);
    QVERIFY(fixture.exchange().contains(QLatin1String("Authorization: Bearer {key}"))); // it is to be read alone
    tabTo("copyCurl");
    fixture.press(Qt::Key_Space);
    QVERIFY(clipboard().contains(QLatin1String("curl ")));
    tabTo("copyExchange");
    fixture.press(Qt::Key_Return);
    QVERIFY(clipboard().startsWith(QLatin1String("> POST ")));
}

void TestExchangePanel::keepsTheListInSight_data()
{
    QTest::addColumn<int>("scale");
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << 1 << QSize();
    QTest::newRow("small") << 1 << QSize(420, 360);
    QTest::newRow("large font") << 2 << QSize(900, 700);
}

void TestExchangePanel::keepsTheListInSight()
{
    QFETCH(const int, scale);
    QFETCH(const QSize, size);
    ScriptedServer server;
    QList<QByteArray> headers;
    for (int i = 0; i < 50; ++i)
        headers.append("X-Header-" + QByteArray::number(i) + ": " + QByteArray(200, 'x'));
    server.answer(Script::reply(401, QByteArray(500'000, 'y'), headers));
    const QFont usual = QApplication::font();
    QFont font = usual;
    font.setPointSizeF(usual.pointSizeF() * scale);
    QApplication::setFont(font);
    ExchangeFixture fixture(server);
    fixture.test();
    if (size.isValid())
        fixture.window().resize(size);
    auto *view = qobject_cast<QTextEdit *>(fixture.visible("exchange"));
    QTRY_VERIFY(view->verticalScrollBar()->maximum() > view->height()); // it scrolls by itself
    QCOMPARE(view->horizontalScrollBar()->maximum(), 0); // and no line is cut off
    const int line = view->fontMetrics().lineSpacing();
    constexpr int leastLines = 5;
    QTRY_VERIFY(fixture.checks()->visibleRegion().boundingRect().height() >= leastLines * line);
    QVERIFY(view->height() >= leastLines * line);
    QApplication::setFont(usual);
}

void TestExchangePanel::keepsWhatIsMarkedUntilTheTextChanges()
{
    widgets::ExchangeView view;
    using Kind = widgets::ExchangeLine::Kind;
    const std::vector<widgets::ExchangeLine> lines{{Kind::Title, QStringLiteral("Sent")},
        {Kind::Text, QStringLiteral("Host: example")}, {Kind::Note, QStringLiteral("Who is asked.")}};
    view.showLines(lines);
    QCOMPARE(view.toPlainText(), QStringLiteral("Sent\nHost: example\nWho is asked."));
    view.selectAll();
    view.showLines(lines);
    QVERIFY(view.textCursor().hasSelection());
    view.showLines({{Kind::Text, QStringLiteral("<b>as it is</b>")}});
    QVERIFY(!view.textCursor().hasSelection());
    QCOMPARE(view.toPlainText(), QStringLiteral("<b>as it is</b>")); // a server's markup is text
}

void TestExchangePanel::forgetsTheExchangeOfAnotherKey()
{
    ScriptedServer server;
    server.answer(gatewayReply());
    ExchangeFixture fixture(server);
    fixture.test();
    QVERIFY(!fixture.exchange().isEmpty());
    fixture.session().setSecret(key::Secret(testkeys::other));
    const auto *view = fixture.window().findChild<QTextEdit *>(QStringLiteral("exchange"));
    QCOMPARE(view->toPlainText(), QString());
}

void TestExchangePanel::triesAgainByTheUsersOwnActAlone()
{
    ScriptedServer server;
    server.answer(Script::reply(503, R"({"message": "internal server error"})", {"Retry-After: 0"}));
    ExchangeFixture fixture(server);
    fixture.test();
    const qsizetype once = server.requests().size();
    QSignalSpy started(&fixture.session(), &DoctorSession::testStarted);
    QVERIFY(!started.wait(300)); // whatever Retry-After says
    QCOMPARE(server.requests().size(), once);
    fixture.click("showCauses");
    fixture.click("showFix");
    QCOMPARE(fixture.window().currentStep(), Step::Fix);
    server.answer(Script::reply(200, R"({"valid": true})"));
    server.answerPath(
        "/v2/rerank", Script::reply(200, R"({"id": "1", "results": [{"index": 0, "relevance_score": 1}]})"));
    fixture.press(Qt::Key_Return); // "Test again" is what this page is for
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    QCOMPARE(started.size(), 1);
    QVERIFY(fixture.session().keyWorks());
}

QTEST_MAIN(TestExchangePanel)
#include "tst_ExchangePanel.moc"
