// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "helpers/TestKeys.h"
#include "helpers/TunnelProxy.h"
#include "probe/route/ProxySettings.h"
#include "ui/ShownTexts.h"
#include "ui/WindowFixture.h"
#include "words/FailureWords.h"
#include "words/ProxyWords.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QTemporaryDir>

using Kind = probe::ProxyChoice::Kind;
using Step = DoctorWindow::Step;
using TestState = DoctorSession::TestState;
using probe::TargetFailure;

namespace {

/// A window whose fields are unfolded, before a server that takes every key.
class FieldsFixture : public WindowFixture {
public:
    explicit FieldsFixture(const QUrl &url)
        : WindowFixture(Endpoint::Other, url.toString())
    {
        open();
        paste(QString::fromLatin1(testkeys::good));
        click("advanced");
    }

    [[nodiscard]] QLineEdit *field(const char *objectName) const
    {
        return qobject_cast<QLineEdit *>(visible(objectName));
    }

    /// As a user does: goes there, marks all, types.
    void type(const char *objectName, const QString &text) const
    {
        QLineEdit *edit = field(objectName);
        QVERIFY2(edit != nullptr, objectName);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }

    void choose(Kind kind) const
    {
        auto *box = qobject_cast<QComboBox *>(visible("proxyChoice"));
        QVERIFY(box != nullptr);
        box->setCurrentIndex(box->findData(static_cast<int>(kind)));
    }

    [[nodiscard]] QString notice() const
    {
        const auto *label = qobject_cast<QLabel *>(visible("notice"));
        return label == nullptr ? QString() : label->text();
    }
};

const QUrl cohere(QStringLiteral("https://api.cohere.com"));

} // namespace

class TestTargetFields : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void sendTheKeyInTheHeaderThatWasTyped();
    void sayAtOnceThatAHeaderCannotBeUsed_data();
    void sayAtOnceThatAHeaderCannotBeUsed();
    void testNothingElseInPlaceOfAWrongHeader();
    void takeTheProxyThatIsChosen();
    void goThroughTheProxyThatWasTyped();
    void sayAtOnceThatAProxyCannotBeUsed_data();
    void sayAtOnceThatAProxyCannotBeUsed();
    void takeALoginOutOfTheAddress_data();
    void takeALoginOutOfTheAddress();
    void neverTellThePasswordOfAProxy();
    void trustAnAuthorityOfOnesOwn();
    void sayThatAnAuthorityCannotBeRead();
    void noticeThatAnAuthorityIsGone();
    void takeAnAuthorityFromTheDialog();
    void dropTheResultOfAnotherTarget_data();
    void dropTheResultOfAnotherTarget();
    void testTheWayThatATrialHasProven_data();
    void testTheWayThatATrialHasProven();
    void leadToTheFieldOfACause();
    void leadToTheProxyThatAskedForALogin();
    void showNothingOfTheWayInPractice();
    void keepTheirPlaceBesideAMessage_data();
    void keepTheirPlaceBesideAMessage();
    void haveNamesAndDescriptions_data();
    void haveNamesAndDescriptions();
};

void TestTargetFields::sendTheKeyInTheHeaderThatWasTyped()
{
    const ScriptedServer server;
    const FieldsFixture fixture(server.url());
    QCOMPARE(fixture.field("header")->text(), QStringLiteral("Authorization: Bearer {key}"));
    fixture.type("header", QStringLiteral("X-API-Key: {key}"));
    fixture.click("testKey");
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    QVERIFY(!server.requests().isEmpty());
    QVERIFY(server.requests().constFirst().contains("X-API-Key: " + testkeys::good + "\r\n"));
    QVERIFY(!server.requests().constFirst().contains("Bearer"));
}

void TestTargetFields::sayAtOnceThatAHeaderCannotBeUsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TargetFailure>("failure");
    QTest::newRow("no place for the key") << QStringLiteral("X-API-Key: abc") << TargetFailure::HeaderWithoutKey;
    QTest::newRow("nothing") << QString() << TargetFailure::HeaderWithoutKey;
    QTest::newRow("no name") << QStringLiteral("Bearer {key}") << TargetFailure::HeaderMalformed;
    QTest::newRow("a taken name") << QStringLiteral("Host: {key}") << TargetFailure::HeaderMalformed;
}

void TestTargetFields::sayAtOnceThatAHeaderCannotBeUsed()
{
    QFETCH(const QString, text);
    QFETCH(const TargetFailure, failure);
    const FieldsFixture fixture(cohere);
    QVERIFY(fixture.notice().contains(QLatin1String("api.cohere.com")));
    fixture.type("header", text);
    QCOMPARE(fixture.notice(), words::FailureWords::sentence(failure));
    QCOMPARE(fixture.field("header")->text(), text); // as it was typed
    fixture.type("header", QStringLiteral("X-API-Key: {key}"));
    QVERIFY(fixture.notice().contains(QLatin1String("api.cohere.com")));
}

void TestTargetFields::testNothingElseInPlaceOfAWrongHeader()
{
    const ScriptedServer server;
    const FieldsFixture fixture(server.url());
    fixture.type("header", QStringLiteral("X-API-Key"));
    fixture.click("advanced"); // folded away
    QVERIFY(fixture.visible("header") == nullptr);
    fixture.click("testKey");
    QCOMPARE(fixture.session().testState(), TestState::NotTested);
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    QCOMPARE(fixture.notice(), words::FailureWords::sentence(TargetFailure::HeaderWithoutKey));
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("header"));
    QCOMPARE(fixture.field("header")->text(), QStringLiteral("X-API-Key"));
    QCOMPARE(server.connections(), 0);
    // Mended where the focus is, and tested by Enter.
    QTest::keyClicks(fixture.window().focusWidget(), QStringLiteral(": {key}"));
    fixture.press(Qt::Key_Return);
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    QVERIFY(server.requests().constFirst().contains("X-API-Key: " + testkeys::good));
}

void TestTargetFields::takeTheProxyThatIsChosen()
{
    const FieldsFixture fixture(cohere);
    QCOMPARE(fixture.session().target()->proxy.kind, Kind::System);
    QVERIFY(fixture.visible("proxyUrl") == nullptr);
    fixture.choose(Kind::None);
    QCOMPARE(fixture.session().target()->proxy.kind, Kind::None);
    fixture.choose(Kind::Given);
    fixture.type("proxyUrl", QStringLiteral("socks5://proxy.example:1080"));
    QCOMPARE(fixture.session().target()->proxy.kind, Kind::Given);
    QCOMPARE(fixture.session().target()->proxy.url, QUrl(QStringLiteral("socks5://proxy.example:1080")));
    // What was typed is kept, and not used.
    fixture.choose(Kind::None);
    QVERIFY(fixture.visible("proxyUrl") == nullptr);
    QCOMPARE(fixture.session().target()->proxy.kind, Kind::None);
    fixture.choose(Kind::Given);
    QCOMPARE(fixture.field("proxyUrl")->text(), QStringLiteral("socks5://proxy.example:1080"));
}

void TestTargetFields::goThroughTheProxyThatWasTyped()
{
    const ScriptedServer server;
    const TunnelProxy proxy(static_cast<quint16>(server.url().port()));
    const FieldsFixture fixture(server.url());
    fixture.choose(Kind::Given);
    fixture.type("proxyUrl", QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort()));
    fixture.type("proxyUser", QStringLiteral("ada"));
    fixture.type("proxyPassword", QStringLiteral("TestProxyPassword"));
    fixture.click("testKey");
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    QVERIFY(!proxy.requests().isEmpty());
    for (const TriedProbe &tried : fixture.session().tried()) {
        if (tried.id == probe::ProbeId::Connect)
            QVERIFY(tried.result->reply.viaProxy);
    }
    for (const QString &text : shown::texts(fixture.window()))
        QVERIFY2(!text.contains(QLatin1String("TestProxyPassword")), qPrintable(text));
}

void TestTargetFields::sayAtOnceThatAProxyCannotBeUsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TargetFailure>("failure");
    QTest::newRow("nothing") << QString() << TargetFailure::EmptyUrl;
    QTest::newRow("no scheme") << QStringLiteral("proxy.example:3128") << TargetFailure::MalformedUrl;
    QTest::newRow("https") << QStringLiteral("https://proxy.example") << TargetFailure::UnsupportedScheme;
    // The command's words for the other two choices: here they would test with something else than was chosen.
    QTest::newRow("system") << QStringLiteral("system") << TargetFailure::MalformedUrl;
    QTest::newRow("none") << QStringLiteral("none") << TargetFailure::MalformedUrl;
}

void TestTargetFields::sayAtOnceThatAProxyCannotBeUsed()
{
    QFETCH(const QString, text);
    QFETCH(const TargetFailure, failure);
    const ScriptedServer server;
    const FieldsFixture fixture(server.url());
    fixture.choose(Kind::Given);
    fixture.type("proxyUrl", text);
    QCOMPARE(fixture.notice(), words::ProxyWords::failure(failure));
    fixture.click("testKey");
    QCOMPARE(fixture.session().testState(), TestState::NotTested);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("proxyUrl"));
    QCOMPARE(server.connections(), 0);
    fixture.choose(Kind::None); // what stands there is no longer in the way
    QVERIFY(!fixture.session().targetSession().problem());
}

void TestTargetFields::takeALoginOutOfTheAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    const QString address = QStringLiteral("http://proxy.example:3128");
    const QString ada = QStringLiteral("ada");
    QTest::newRow("both") << QStringLiteral("http://ada:s3cret@proxy.example:3128") << address << ada
                          << QStringLiteral("s3cret");
    QTest::newRow("encoded") << QStringLiteral("http://a%40b:s%3Acr%20t@proxy.example:3128") << address
                             << QStringLiteral("a@b") << QStringLiteral("s:cr t");
    QTest::newRow("not encoded") << QStringLiteral("http://ada:s@:cret@proxy.example:3128") << address << ada
                                 << QStringLiteral("s@:cret");
    QTest::newRow("user alone") << QStringLiteral("http://ada@proxy.example:3128") << address << ada << QString();
    QTest::newRow("no scheme") << QStringLiteral("ada:s3cret@proxy.example:3128")
                               << QStringLiteral("proxy.example:3128") << ada << QStringLiteral("s3cret");
}

void TestTargetFields::takeALoginOutOfTheAddress()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, address);
    QFETCH(const QString, user);
    QFETCH(const QString, password);
    const FieldsFixture fixture(cohere);
    fixture.choose(Kind::Given);
    fixture.visible("proxyUrl")->setFocus();
    fixture.paste(typed);
    QCOMPARE(fixture.field("proxyUrl")->text(), address);
    QCOMPARE(fixture.field("proxyUser")->text(), user);
    QCOMPARE(fixture.field("proxyPassword")->text(), password);
    if (const auto target = fixture.session().target()) {
        QCOMPARE(target->proxy.url.userName(QUrl::FullyDecoded), user);
        QCOMPARE(target->proxy.url.password(QUrl::FullyDecoded), password);
        QCOMPARE(target->proxy.url.host(), QStringLiteral("proxy.example"));
    } else {
        QCOMPARE(address, QStringLiteral("proxy.example:3128"));
    }
}

void TestTargetFields::neverTellThePasswordOfAProxy()
{
    const FieldsFixture fixture(cohere);
    fixture.choose(Kind::Given);
    const auto isTold = [&fixture] {
        const QSet<QString> all = shown::texts(fixture.window());
        return std::any_of(
            all.begin(), all.end(), [](const QString &text) { return text.contains(QLatin1String("s3cretWord")); });
    };
    fixture.visible("proxyUrl")->setFocus();
    fixture.paste(QStringLiteral("http://ada:s3cretWord@proxy.example:3128"));
    QVERIFY(!isTold());
    fixture.press(Qt::Key_Z, Qt::ControlModifier); // nothing brings it back
    QVERIFY(!isTold());
    fixture.visible("proxyPassword")->setFocus();
    QVERIFY(!isTold());
    fixture.type("proxyUser", QStringLiteral("s3cretWord")); // the test can fail
    QVERIFY(isTold());
}

void TestTargetFields::trustAnAuthorityOfOnesOwn()
{
    TestCertificates certificates;
    if (!certificates.isValid())
        QSKIP("The openssl command is not there.");
    const ScriptedServer server(certificates.issued());
    const FieldsFixture fixture(server.url());
    fixture.click("testKey");
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    QCOMPARE(fixture.session().causes().front().cause, diagnosis::Cause::TlsUntrusted);
    while (fixture.window().currentStep() != Step::Key)
        fixture.click("back");
    fixture.type("authorityFile", certificates.authorityFile());
    QCOMPARE(fixture.session().target()->authorityFile, certificates.authorityFile());
    fixture.press(Qt::Key_Return);
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    QVERIFY(!server.requests().isEmpty());
}

void TestTargetFields::sayThatAnAuthorityCannotBeRead()
{
    const ScriptedServer server;
    const FieldsFixture fixture(server.url());
    const QString usual = fixture.notice();
    const QString path = QStringLiteral("/no/such/authority.pem");
    fixture.type("authorityFile", path);
    QCOMPARE(fixture.notice(), usual); // it may be half a path
    QFocusEvent leaves(QEvent::FocusOut, Qt::TabFocusReason);
    QApplication::sendEvent(fixture.visible("authorityFile"), &leaves);
    QCOMPARE(fixture.notice(), words::FailureWords::sentence(probe::AuthorityFailure::Unreadable, path));
    fixture.visible("header")->setFocus();
    fixture.click("testKey");
    QCOMPARE(fixture.session().testState(), TestState::NotTested);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("authorityFile"));

    fixture.type("authorityFile", QStringLiteral(SOURCE_DIR "/LICENSE"));
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.notice(),
        words::FailureWords::sentence(probe::AuthorityFailure::NoCertificates, QStringLiteral(SOURCE_DIR "/LICENSE")));
    QCOMPARE(server.connections(), 0);
    fixture.type("authorityFile", QString());
    fixture.press(Qt::Key_Return);
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
}

void TestTargetFields::noticeThatAnAuthorityIsGone()
{
    const TestCertificates certificates;
    if (!certificates.isValid())
        QSKIP("The openssl command is not there.");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("authority.pem"));
    QVERIFY(QFile::copy(certificates.authorityFile(), path));
    const ScriptedServer server;
    const FieldsFixture fixture(server.url());
    fixture.type("authorityFile", path);
    fixture.click("testKey");
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    QVERIFY(QFile::remove(path));
    const qsizetype before = server.requests().size();
    fixture.click("testAgain");
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("authorityFile"));
    QCOMPARE(fixture.notice(), words::FailureWords::sentence(probe::AuthorityFailure::Unreadable, path));
    QCOMPARE(server.requests().size(), before);
}

void TestTargetFields::takeAnAuthorityFromTheDialog()
{
    const TestCertificates certificates;
    if (!certificates.isValid())
        QSKIP("The openssl command is not there.");
    const FieldsFixture fixture(cohere);
    fixture.click("chooseAuthority");
    auto *dialog = fixture.window().findChild<QFileDialog *>(QStringLiteral("authorityDialog"));
    QVERIFY(dialog != nullptr);
    dialog->selectFile(certificates.authorityFile());
    static_cast<QDialog *>(dialog)->accept();
    QCOMPARE(fixture.field("authorityFile")->text(), certificates.authorityFile());
    QCOMPARE(fixture.session().target()->authorityFile, certificates.authorityFile());
    QVERIFY(!fixture.session().targetSession().problem());
}

void TestTargetFields::dropTheResultOfAnotherTarget_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"baseUrl", "model", "header", "proxyChoice", "authorityFile"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void TestTargetFields::dropTheResultOfAnotherTarget()
{
    QFETCH(const QString, field);
    ScriptedServer server;
    server.answer(Script::reply(401, R"({"message": "invalid api token"})"));
    const FieldsFixture fixture(server.url());
    fixture.click("testKey");
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    while (fixture.window().currentStep() != Step::Key)
        fixture.click("back");
    QVERIFY(fixture.session().result());
    if (field == QLatin1String("proxyChoice"))
        fixture.choose(Kind::None);
    else
        QTest::keyClicks(fixture.visible(qPrintable(field)), QStringLiteral("x"));
    QVERIFY(!fixture.session().result());
    QCOMPARE(fixture.session().testState(), TestState::NotTested);
}

void TestTargetFields::testTheWayThatATrialHasProven_data()
{
    QTest::addColumn<QString>("path"); // behind the server's address
    QTest::addColumn<QString>("label");
    QTest::newRow("header") << QString() << QStringLiteral("&Test with the header that works");
    QTest::newRow("baseUrl") << QStringLiteral("/v2/rerank") << QStringLiteral("&Test with the base URL that works");
}

void TestTargetFields::testTheWayThatATrialHasProven()
{
    QFETCH(const QString, path);
    QFETCH(const QString, label);
    const QByteArray results = R"({"id": "1", "results": [{"index": 0, "relevance_score": 0.9}]})";
    ScriptedServer server;
    if (path.isEmpty()) {
        server.answer(Script::reply(401, R"({"error": "unauthorized"})", {"Server: gateway"}));
        server.answerHeader("X-API-Key: " + testkeys::good, Script::reply(200, results));
    } else {
        server.answer(Script::reply(404, "404 page not found", {"Content-Type: text/plain"}));
        server.answerPath("/v2/rerank", Script::reply(200, results));
    }
    const FieldsFixture fixture(QUrl(server.url().toString() + path));
    fixture.press(Qt::Key_Return);
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.press(Qt::Key_Return); // Show how to fix it
    QCOMPARE(fixture.window().currentStep(), Step::Fix);
    const auto *remedy = qobject_cast<QPushButton *>(fixture.visible("remedy"));
    QVERIFY(remedy != nullptr);
    QCOMPARE(remedy->text(), label);
    const QString proven = remedy->accessibleDescription();
    fixture.press(Qt::Key_Return);
    QTRY_VERIFY(fixture.session().keyWorks());
    QCOMPARE(fixture.window().currentStep(), Step::Test);
    while (fixture.window().currentStep() != Step::Key)
        fixture.click("back");
    QCOMPARE(fixture.field(QTest::currentDataTag())->text(), proven); // what was tested is seen
}

void TestTargetFields::leadToTheFieldOfACause()
{
    TestCertificates certificates;
    if (!certificates.isValid())
        QSKIP("The openssl command is not there.");
    const ScriptedServer server(certificates.issued());
    const FieldsFixture fixture(server.url());
    fixture.click("advanced"); // folded away
    fixture.click("testKey");
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.click("showFix");
    fixture.click("remedy");
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("authorityFile"));
    QCOMPARE(server.connections(), 2); // no test by itself
}

void TestTargetFields::leadToTheProxyThatAskedForALogin()
{
    ScriptedServer proxy;
    proxy.answer(Script::reply(407, "", {R"(Proxy-Authenticate: Basic realm="staff")"}));
    const ScriptedServer server;
    const FieldsFixture fixture(server.url());
    fixture.choose(Kind::Given);
    fixture.type("proxyUrl", proxy.url().toString());
    fixture.click("testKey");
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    QCOMPARE(fixture.session().causes().front().cause, diagnosis::Cause::ProxyLogin);
    fixture.click("showFix");
    fixture.click("remedy");
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("proxyUrl"));
    QCOMPARE(fixture.field("proxyUrl")->text(), proxy.url().toString());
}

void TestTargetFields::showNothingOfTheWayInPractice()
{
    WindowFixture fixture;
    fixture.open();
    fixture.click("advanced");
    QVERIFY(fixture.visible("baseUrl") != nullptr);
    for (const char *name : {"header", "proxyChoice", "proxyUrl", "proxyUser", "proxyPassword", "authorityFile"})
        QVERIFY2(fixture.window().findChild<QWidget *>(QLatin1String(name)) == nullptr, name);
    const probe::Target target = fixture.session().target().value();
    QVERIFY(!probe::proxyFor(target.proxy, target.base).use.isUsed());
    QCOMPARE(fixture.session().target()->header, probe::HeaderForm());
}

void TestTargetFields::keepTheirPlaceBesideAMessage_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"baseUrl", "header", "proxyUrl", "authorityFile"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void TestTargetFields::keepTheirPlaceBesideAMessage()
{
    QFETCH(const QString, field);
    const FieldsFixture fixture(cohere);
    fixture.choose(Kind::Given);
    fixture.type("proxyUrl", QStringLiteral("http://proxy.example:3128"));
    fixture.type(qPrintable(field), QStringLiteral("nonsense"));
    fixture.session().targetSession().readAuthorityFile();
    const auto isInPlace = [&fixture](const QWidget *one, const QWidget *above) {
        const auto top = [&fixture](const QWidget *widget) { return widget->mapTo(&fixture.window(), QPoint()).y(); };
        return one->height() >= one->minimumSizeHint().height() && top(one) >= top(above) + above->height();
    };
    const char *above = "baseUrl";
    for (const char *name :
        {"model", "header", "proxyChoice", "proxyUrl", "proxyUser", "proxyPassword", "authorityFile"}) {
        QTRY_VERIFY2(isInPlace(fixture.visible(name), fixture.visible(above)), name);
        above = name;
    }
    QTRY_VERIFY(isInPlace(fixture.visible("notice")->parentWidget(), fixture.visible(qPrintable(field))));
}

void TestTargetFields::haveNamesAndDescriptions_data()
{
    QTest::addColumn<QAccessible::Role>("role");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isDescribed");
    QTest::newRow("header") << QAccessible::EditableText << QStringLiteral("Header") << true;
    QTest::newRow("proxyChoice") << QAccessible::ComboBox << QStringLiteral("Proxy") << true;
    QTest::newRow("proxyUrl") << QAccessible::EditableText << QStringLiteral("Address of the proxy") << true;
    QTest::newRow("proxyUser") << QAccessible::EditableText << QStringLiteral("User name for the proxy") << false;
    QTest::newRow("proxyPassword") << QAccessible::EditableText << QStringLiteral("Password for the proxy") << true;
    QTest::newRow("authorityFile") << QAccessible::EditableText << QStringLiteral("Certificate authority") << true;
    QTest::newRow("chooseAuthority") << QAccessible::Button
                                     << QStringLiteral("Choose file with a certificate authority") << false;
}

void TestTargetFields::haveNamesAndDescriptions()
{
    QFETCH(const QAccessible::Role, role);
    QFETCH(const QString, name);
    QFETCH(const bool, isDescribed);
    const FieldsFixture fixture(cohere);
    fixture.choose(Kind::Given);
    QWidget *control = fixture.visible(QTest::currentDataTag());
    QVERIFY(control != nullptr);
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(control);
    QCOMPARE(accessible->role(), role);
    QCOMPARE(accessible->text(QAccessible::Name), name);
    QCOMPARE(accessible->text(QAccessible::Description).isEmpty(), !isDescribed);
    QCOMPARE(accessible->state().passwordEdit, QByteArray(QTest::currentDataTag()) == "proxyPassword");
}

Q_DECLARE_METATYPE(probe::TargetFailure)

QTEST_MAIN(TestTargetFields)
#include "tst_TargetFields.moc"
