// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "report/CaseNumber.h"
#include "ui/WindowFixture.h"
#include "widgets/Banner.h"
#include "widgets/ReportDialog.h"
#include "words/ReportWords.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using Step = DoctorWindow::Step;

/// "Copy report" and "Save report": shown first, then shared as shown.
class tst_Report : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void isOfferedWhereverATestHasAResult();
    void isOfferedForAKeyThatWorks();
    void copiesExactlyWhatItHasShown();
    void copiesNothingWhereItIsCancelled_data();
    void copiesNothingWhereItIsCancelled();
    void tellsTheNumbersForReadingAloud();
    void keepsItsNumberUntilTheNextTest();
    void savesExactlyWhatItHasShown_data();
    void savesExactlyWhatItHasShown();
    void savesNothingWhereNoFileIsChosen();
    void saysWhyItWasNotSaved();
    void canBeUsedByKeysAndReadOut();
};

namespace {

using namespace Qt::Literals::StringLiterals;

/// A window after a test whose key is refused.
class ReportFixture : public WindowFixture {
public:
    explicit ReportFixture(const char *scenario = "rejected")
    {
        open();
        paste(practiceKey(scenario));
        click("testKey");
        const bool finished =
            QTest::qWaitFor([this] { return session().testState() == DoctorSession::TestState::Finished; }, 30'000);
        QVERIFY(finished);
    }

    [[nodiscard]] widgets::ReportDialog *dialog() const
    {
        return qobject_cast<widgets::ReportDialog *>(visible("reportDialog"));
    }
    [[nodiscard]] QString preview() const
    {
        const auto *edit = qobject_cast<QPlainTextEdit *>(visible("reportPreview"));
        return edit == nullptr ? QString() : edit->toPlainText();
    }
    [[nodiscard]] QString text(const char *label) const
    {
        const auto *shown = qobject_cast<QLabel *>(visible(label));
        return shown == nullptr ? QString() : shown->text();
    }
    [[nodiscard]] QFileDialog *files() const { return qobject_cast<QFileDialog *>(visible("reportFileDialog")); }
    void saveAs(const QString &path) const
    {
        click("reportShare");
        QVERIFY(files() != nullptr);
        files()->selectFile(path);
        static_cast<QDialog *>(files())->accept();
    }
    void chooseFormat(report::ReportFormat format) const
    {
        auto *box = qobject_cast<QComboBox *>(visible("reportFormat"));
        box->setCurrentIndex(box->findData(static_cast<int>(format)));
    }
    void closeDialog() const
    {
        click("reportClose");
        QTRY_VERIFY(visible("reportDialog") == nullptr);
    }
};

QString clipboardText()
{
    return QApplication::clipboard()->text();
}

} // namespace

void tst_Report::initTestCase()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void tst_Report::init()
{
    DoctorTest::init();
    QApplication::clipboard()->clear();
}

void tst_Report::isOfferedWhereverATestHasAResult()
{
    ReportFixture fixture;
    const auto isOffered = [&] {
        return fixture.visible("copyReport") != nullptr && fixture.visible("saveReport") != nullptr;
    };
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
    QVERIFY(isOffered());
    fixture.click("showFix");
    QVERIFY(isOffered());
    fixture.click("back");
    fixture.click("back");
    QCOMPARE(fixture.window().currentStep(), Step::Test);
    QVERIFY(isOffered());
    fixture.click("testAgain");
    QCOMPARE(fixture.session().testState(), DoctorSession::TestState::Running);
    QVERIFY(!isOffered()); // that of the older test would be taken for this one's
    QTRY_COMPARE(fixture.session().testState(), DoctorSession::TestState::Finished);
    QVERIFY(isOffered());
    fixture.session().setSecret(key::Secret("another"));
    QVERIFY(!isOffered());
}

void tst_Report::isOfferedForAKeyThatWorks()
{
    ReportFixture fixture("works");
    QCOMPARE(fixture.window().currentStep(), Step::Test);
    fixture.click("copyReport");
    QVERIFY2(
        fixture.preview().contains("**The key works at the practice endpoint.**"_L1), qPrintable(fixture.preview()));
    QVERIFY(!fixture.preview().contains("What to do next"_L1));
    fixture.closeDialog();
    fixture.click("keepSafe");
    QVERIFY(fixture.visible("copyReport") == nullptr);
}

void tst_Report::copiesExactlyWhatItHasShown()
{
    ReportFixture fixture;
    QApplication::clipboard()->clear();
    fixture.click("copyReport");
    const QString shown = fixture.preview();
    QVERIFY(shown.startsWith("# Rerank Key Doctor, report RKD-"_L1));
    QVERIFY(shown.contains("key-rejected"_L1));
    QVERIFY(!shown.contains(practiceKey("rejected").left(12)));
    QCOMPARE(fixture.text("reportPromise"), words::ReportWords::promise());
    QVERIFY(clipboardText().isEmpty()); // not before it is wanted

    fixture.click("reportShare");
    QCOMPARE(clipboardText(), shown);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QVERIFY(data->html().startsWith("<!DOCTYPE html>"_L1));
    QCOMPARE(fixture.text("reportMessage"), words::ReportWords::copied());
    fixture.closeDialog();
    QVERIFY(fixture.window().isEnabled());
}

void tst_Report::copiesNothingWhereItIsCancelled_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("button") << false;
    QTest::newRow("Escape") << true;
}

void tst_Report::copiesNothingWhereItIsCancelled()
{
    QFETCH(const bool, byKey);
    ReportFixture fixture;
    QApplication::clipboard()->setText(u"before"_s);
    fixture.click("copyReport");
    if (byKey) {
        QTest::keyClick(fixture.dialog(), Qt::Key_Escape);
        QTRY_VERIFY(fixture.visible("reportDialog") == nullptr);
    } else {
        fixture.closeDialog();
    }
    QCOMPARE(clipboardText(), u"before"_s);
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
}

void tst_Report::tellsTheNumbersForReadingAloud()
{
    ReportFixture fixture;
    fixture.click("saveReport");
    const QString caseNumber = fixture.text("reportCaseNumber");
    QVERIFY(report::isCaseNumber(caseNumber.section(u':', 0, 0)));
    QVERIFY(caseNumber.endsWith(words::ReportWords::spelledCaseNumber(caseNumber.section(u':', 0, 0))));
    const QString fingerprint = fixture.session().inspection().fingerprint;
    QCOMPARE(fixture.text("reportFingerprint"), fingerprint + u": "_s + words::ReportWords::spelled(fingerprint));
}

void tst_Report::keepsItsNumberUntilTheNextTest()
{
    ReportFixture fixture;
    fixture.click("copyReport");
    const QString first = fixture.preview();
    fixture.closeDialog();
    fixture.click("saveReport");
    QCOMPARE(fixture.preview(), first);
    fixture.closeDialog();
    fixture.click("testAgain");
    QTRY_COMPARE(fixture.session().testState(), DoctorSession::TestState::Finished);
    fixture.click("copyReport");
    QVERIFY(fixture.preview().section(u'\n', 0, 0) != first.section(u'\n', 0, 0));
}

void tst_Report::savesExactlyWhatItHasShown_data()
{
    QTest::addColumn<report::ReportFormat>("format");
    QTest::addColumn<QString>("ending");
    QTest::newRow("Markdown") << report::ReportFormat::Markdown << u"md"_s;
    QTest::newRow("HTML") << report::ReportFormat::Html << u"html"_s;
    QTest::newRow("JSON") << report::ReportFormat::Json << u"json"_s;
}

void tst_Report::savesExactlyWhatItHasShown()
{
    QFETCH(const report::ReportFormat, format);
    QFETCH(const QString, ending);
    const QTemporaryDir folder;
    ReportFixture fixture;
    fixture.click("saveReport");
    fixture.chooseFormat(format);
    const QString shown = fixture.preview();
    fixture.saveAs(folder.filePath(u"report"_s)); // the ending comes by itself
    QFile file(folder.filePath(u"report."_s + ending));
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), shown);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(fixture.text("reportMessage").contains(file.fileName()));
    QCOMPARE(fixture.dialog()->focusWidget(), fixture.visible("reportClose"));
}

void tst_Report::savesNothingWhereNoFileIsChosen()
{
    ReportFixture fixture;
    fixture.click("saveReport");
    fixture.click("reportShare");
    QVERIFY(fixture.files() != nullptr);
    QVERIFY(fixture.files()->selectedFiles().value(0).contains("RKD-"_L1)); // a name to begin with
    static_cast<QDialog *>(fixture.files())->reject();
    QTRY_VERIFY(fixture.visible("reportFileDialog") == nullptr);
    QVERIFY(fixture.dialog() != nullptr); // the report is still there
    QVERIFY(fixture.text("reportMessage").isEmpty());
}

void tst_Report::saysWhyItWasNotSaved()
{
    ReportFixture fixture;
    fixture.click("saveReport");
    fixture.click("reportShare");
    QVERIFY(fixture.files() != nullptr);
    // The dialog itself takes no such name; a folder can go away after it was chosen.
    Q_EMIT fixture.files()->fileSelected(u"/not-there/report.md"_s);
    QCOMPARE(fixture.text("reportMessage"), words::ReportWords::notSaved(report::SaveFailure::NoFolder));
    static_cast<QDialog *>(fixture.files())->reject();
    QTRY_VERIFY(fixture.visible("reportFileDialog") == nullptr);
    fixture.chooseFormat(report::ReportFormat::Json);
    QVERIFY(fixture.text("reportMessage").isEmpty()); // it was about another try
    QVERIFY(QJsonDocument::fromJson(fixture.preview().toUtf8()).isObject());
}

void tst_Report::canBeUsedByKeysAndReadOut()
{
    ReportFixture fixture;
    fixture.visible("copyReport")->setFocus();
    fixture.press(Qt::Key_Return);
    QVERIFY(fixture.dialog() != nullptr);
    QVERIFY(!fixture.dialog()->windowTitle().isEmpty());
    QVERIFY(qobject_cast<QPushButton *>(fixture.visible("reportShare"))->isDefault());
    QVERIFY(!qobject_cast<QPushButton *>(fixture.visible("reportClose"))->isDefault());
    QVERIFY(fixture.dialog()->isModal());
    QWidget *preview = fixture.visible("reportPreview");
    QCOMPARE(fixture.dialog()->focusWidget(), preview);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(preview);
    QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
    QVERIFY(accessible->state().readOnly);
    QVERIFY(accessible->textInterface() != nullptr);
    QVERIFY(accessible->textInterface()->text(0, 20).startsWith("# Rerank"_L1));

    QSet<QString> reached;
    for (int i = 0; i < 12; ++i) {
        reached.insert(fixture.dialog()->focusWidget()->objectName());
        QTest::keyClick(fixture.dialog()->focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name : {u"reportPreview"_s, u"reportShare"_s, u"reportClose"_s})
        QVERIFY2(reached.contains(name), qPrintable(reached.values().join(u' ')));
    preview->setFocus();
    QTest::keyClick(preview, Qt::Key_Return); // the default button
    QVERIFY(clipboardText().startsWith("# Rerank"_L1));
    QTest::keyClick(fixture.dialog()->focusWidget(), Qt::Key_Return); // now it closes
    QTRY_VERIFY(fixture.visible("reportDialog") == nullptr);
}

QTEST_MAIN(tst_Report)
#include "tst_Report.moc"
