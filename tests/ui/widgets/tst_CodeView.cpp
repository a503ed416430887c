// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "widgets/Banner.h"
#include "widgets/CodePane.h"
#include "widgets/CodeView.h"
#include "words/SampleWords.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <cmath>

using widgets::CodePane;
using widgets::CodeView;
using words::SampleWords;

namespace {

samples::CodeSample sampleOf(const char *client)
{
    const auto sample = samples::codeSample(QLatin1String(client));
    return sample ? *sample : samples::CodeSample{};
}

CodePane *pane(const CodeView &view, const char *objectName)
{
    return view.findChild<CodePane *>(QLatin1String(objectName));
}

QString label(const CodeView &view, const char *objectName)
{
    const auto *found = view.findChild<QLabel *>(QLatin1String(objectName));
    return found == nullptr ? QString() : found->text();
}

QString withSigns(const std::vector<samples::CodeLine> &lines, QChar sign)
{
    QStringList texts;
    for (const samples::CodeLine &line : lines)
        texts.append(QString(line.changed ? sign : QChar(u' ')) + u' ' + line.text);
    return texts.join(u'\n');
}

/// WCAG's contrast of two colours: 4.5 is what text needs.
double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &color) {
        const auto part = [](double value) {
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
    };
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class TestCodeView : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void showsBothVersionsWithSigns();
    void coloursChangedLinesReadably_data();
    void coloursChangedLinesReadably();
    void copiesTheRightVersionAlone();
    void copiesWhatIsMarkedWithoutSigns();
    void isReadByKeyboardAndScreenReader();
    void showsAnotherSample();
};

void TestCodeView::showsBothVersionsWithSigns()
{
    CodeView view;
    const auto sample = sampleOf("cohere-python");
    view.showSample(sample);
    QCOMPARE(pane(view, "codeBroken")->toPlainText(), withSigns(sample.broken, QChar(0x2212)));
    QCOMPARE(pane(view, "codeRight")->toPlainText(), withSigns(sample.fixed, u'+'));
    QVERIFY(pane(view, "codeRight")->toPlainText().contains(QLatin1String("\n+ key = os.environ")));
    QCOMPARE(label(view, "codeTitle"), SampleWords::title(sample));
    QCOMPARE(label(view, "codeNotes"), SampleWords::notes(sample).join(u'\n'));
    QVERIFY(label(view, "codeNotes").contains(QLatin1String("CO_API_KEY")));
}

void TestCodeView::coloursChangedLinesReadably_data()
{
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("text");
    QTest::newRow("light") << QColor(Qt::white) << QColor(Qt::black);
    QTest::newRow("dark") << QColor(0x1e, 0x1e, 0x20) << QColor(0xea, 0xea, 0xea);
}

void TestCodeView::coloursChangedLinesReadably()
{
    QFETCH(QColor, base);
    QFETCH(QColor, text);
    CodeView view;
    const auto sample = sampleOf("cohere-java");
    view.showSample(sample);
    QPalette palette = view.palette();
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    view.setPalette(palette); // after the sample: the colours follow
    for (const auto &[name, lines] : {std::pair("codeBroken", sample.broken), std::pair("codeRight", sample.fixed)}) {
        const auto selections = pane(view, name)->extraSelections();
        QCOMPARE(selections.size(),
            std::count_if(lines.begin(), lines.end(), [](const auto &line) { return line.changed; }));
        for (const auto &selection : selections) {
            const QColor ground = selection.format.background().color();
            QVERIFY(ground != base);
            QVERIFY(contrast(ground, text) >= 4.5);
            QVERIFY(lines.at(static_cast<std::size_t>(selection.cursor.blockNumber())).changed);
        }
    }
    const auto ground = [&view](const char *name) {
        return pane(view, name)->extraSelections().constFirst().format.background().color();
    };
    QVERIFY(ground("codeBroken") != ground("codeRight"));
}

void TestCodeView::copiesTheRightVersionAlone()
{
    CodeView view;
    const auto sample = sampleOf("litellm");
    view.showSample(sample);
    view.show();
    auto *button = view.findChild<QPushButton *>(QStringLiteral("copyCode"));
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(), samples::textOf(sample.fixed));
    QTRY_COMPARE(label(view, "codeCopied"), SampleWords::copied());
    QVERIFY(view.findChild<widgets::Banner *>()->isVisible());
    view.showSample(sampleOf("curl"));
    QVERIFY(!view.findChild<widgets::Banner *>()->isVisible());
}

void TestCodeView::copiesWhatIsMarkedWithoutSigns()
{
    CodeView view;
    const auto sample = sampleOf("cohere-go");
    view.showSample(sample);
    CodePane *right = pane(view, "codeRight");
    right->selectAll();
    right->copy();
    QCOMPARE(QApplication::clipboard()->text() + u'\n', samples::textOf(sample.fixed));
    QTextCursor cursor = right->textCursor();
    cursor.setPosition(2 + 3); // in the first line, "package main"
    cursor.setPosition(2 + 7, QTextCursor::KeepAnchor);
    right->setTextCursor(cursor);
    right->copy();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("kage"));
}

void TestCodeView::isReadByKeyboardAndScreenReader()
{
    CodeView view;
    view.showSample(sampleOf("haystack"));
    view.show();
    for (const char *name : {"codeBroken", "codeRight"}) {
        CodePane *code = pane(view, name);
        QVERIFY(code->isReadOnly());
        QVERIFY(code->tabChangesFocus());
        QVERIFY(code->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(code);
        QVERIFY(accessible != nullptr);
        QCOMPARE(accessible->role(), QAccessible::EditableText);
        QCOMPARE(accessible->text(QAccessible::Description), SampleWords::marks());
        // What is read out holds the signs.
        QAccessibleTextInterface *text = accessible->textInterface();
        QVERIFY(text != nullptr);
        QCOMPARE(text->text(0, text->characterCount()), code->toPlainText());
        QTest::keyClick(code, Qt::Key_Down);
        QCOMPARE(code->textCursor().blockNumber(), 1);
    }
    QCOMPARE(QAccessible::queryAccessibleInterface(pane(view, "codeBroken"))->text(QAccessible::Name),
        SampleWords::broken());
    QCOMPARE(
        QAccessible::queryAccessibleInterface(pane(view, "codeRight"))->text(QAccessible::Name), SampleWords::right());
}

void TestCodeView::showsAnotherSample()
{
    CodeView view;
    view.showSample(sampleOf("cohere-java"));
    pane(view, "codeRight")->moveCursor(QTextCursor::End);
    const auto sample = sampleOf("curl");
    view.showSample(sample);
    QCOMPARE(pane(view, "codeRight")->toPlainText(), withSigns(sample.fixed, u'+'));
    QCOMPARE(pane(view, "codeRight")->textCursor().position(), 0);
    QVERIFY(!label(view, "codeTitle").isEmpty());
    QVERIFY(pane(view, "codeRight")->sizeHint().height() > pane(view, "codeRight")->minimumSizeHint().height());
}

QTEST_MAIN(TestCodeView)
#include "tst_CodeView.moc"
