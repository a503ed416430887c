// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "widgets/KeyBox.h"
#include "widgets/KeyCoding.h"
#include "words/FindingWords.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolTip>

#include <memory>

using widgets::KeyBox;
using widgets::KeyCell;

namespace {

key::Secret secretOf(const QByteArray &bytes)
{
    return key::Secret{QByteArrayView(bytes)};
}

void addSpecialCharacters()
{
    QTest::addColumn<QString>("special");
    const auto row = [](const char *name, char32_t codePoint) {
        QTest::newRow(name) << (codePoint < 0x10000 ? QString(QChar(char16_t(codePoint)))
                                                    : QString::fromUcs4(&codePoint, 1));
    };
    row("NUL", 0);
    row("tab", 9);
    row("LF", 0x0a);
    row("CR", 0x0d);
    QTest::newRow("CRLF") << QStringLiteral("\r\n");
    row("ESC", 0x1b);
    row("space", 0x20);
    row("DEL", 0x7f);
    row("NEL", 0x85);
    row("NBSP", 0xa0);
    row("soft hyphen", 0xad);
    row("Cyrillic a", 0x430);
    row("ZWSP", 0x200b);
    row("ZWJ", 0x200d);
    row("RLM", 0x200f);
    row("line separator", 0x2028);
    row("paragraph separator", 0x2029);
    row("right-to-left override", 0x202e);
    row("Hebrew alef", 0x5d0);
    row("variation selector", 0xfe0f);
    row("combining acute", 0x301);
    row("BOM", 0xfeff);
    row("replacement character", 0xfffd);
    row("high surrogate alone", 0xd800);
    row("low surrogate alone", 0xdfff);
    row("tag letter", 0xe0041);
    row("mathematical letter", 0x1d400);
}

/// A point within a cell's left half.
QPoint pointIn(const KeyBox &box, qsizetype offset)
{
    const QRectF rect = box.cellRect(offset);
    return QPointF(rect.left() + rect.width() / 4, rect.center().y()).toPoint();
}

} // namespace

class TestKeyBox : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void keepsWhatIsPasted_data();
    void keepsWhatIsPasted();
    void keepsWhatIsDropped_data();
    void keepsWhatIsDropped();
    void keepsWhatAnInputMethodGives_data();
    void keepsWhatAnInputMethodGives();
    void keepsWhatIsTyped_data();
    void keepsWhatIsTyped();
    void keepsAByteOrderMarkThatComesAsBytes();
    void pastesWithEachKeyAndTheMenu_data();
    void pastesWithEachKeyAndTheMenu();
    void pastesIntoTheSelection();
    void showsChipsMaskedAndShown();
    void paintsNothingOfAMaskedKeyButItsEnd();
    void paintsTheKeyWhenItIsShown();
    void movesByCodePoint();
    void selectsByCodePoint();
    void deletesByCodePoint_data();
    void deletesByCodePoint();
    void setsAKeyAsOneEditThatCanBeUndone();
    void undoesAPasteWithoutWhatWasTypedBefore();
    void refusesTextThatIsTooLong_data();
    void refusesTextThatIsTooLong();
    void takesTheLongestText();
    void copiesNothingWhileMasked();
    void copiesWithTheHintForClipboardManagersWhileShown();
    void cutsOnlyWhileShown();
    void placesTheCursorWhereItIsClicked();
    void selectsByDraggingAndByDoubleClick();
    void keepsTheCursorVisible();
    void saysWhichCharacterTheCursorStandsBefore();
    void saysInAToolTipWhatAChipIs();
    void givesInputMethodsNothingOfTheKey();
    void changesNothingWhileReadOnly();
    void forgetsTheKeyWhenItIsWiped();
    void keepsEveryByteOfASecret();

private:
    void paste(const QString &text);
    /// True where the box takes it.
    bool drop(const QString &text, const QPoint &place);
    void pressUndo() { QTest::keySequence(m_box.get(), QKeySequence(QKeySequence::Undo)); }
    [[nodiscard]] QString text() const { return m_box->text(); }
    std::unique_ptr<KeyBox> m_box;
};

void TestKeyBox::init()
{
    DoctorTest::init();
    m_box = std::make_unique<KeyBox>();
    m_box->resize(m_box->sizeHint());
    m_box->show();
    m_box->setFocus();
}

void TestKeyBox::cleanup()
{
    m_box.reset();
    QApplication::clipboard()->clear();
}

void TestKeyBox::paste(const QString &text)
{
    auto *mime = new QMimeData;
    mime->setText(text);
    QApplication::clipboard()->setMimeData(mime);
    m_box->paste();
}

bool TestKeyBox::drop(const QString &text, const QPoint &place)
{
    QMimeData mime;
    mime.setText(text);
    QDragEnterEvent enter(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_box.get(), &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_box.get(), &event);
    return event.isAccepted();
}

void TestKeyBox::keepsWhatIsPasted_data()
{
    addSpecialCharacters();
}

void TestKeyBox::keepsWhatIsPasted()
{
    QFETCH(const QString, special);
    for (const QString &pasted : {special + QStringLiteral("aB"), QStringLiteral("a") + special + QStringLiteral("B"),
             QStringLiteral("aB") + special}) {
        m_box->wipe();
        paste(pasted);
        QCOMPARE(text(), pasted);
        QCOMPARE(m_box->secret(), widgets::secretOf(pasted));
    }
}

void TestKeyBox::keepsWhatIsDropped_data()
{
    addSpecialCharacters();
}

void TestKeyBox::keepsWhatIsDropped()
{
    QFETCH(const QString, special);
    m_box->setSecret(secretOf("xy"));
    QVERIFY(drop(special + QStringLiteral("a"), pointIn(*m_box, 1)));
    QCOMPARE(text(), QStringLiteral("x") + special + QStringLiteral("ay"));
}

void TestKeyBox::keepsWhatAnInputMethodGives_data()
{
    addSpecialCharacters();
}

void TestKeyBox::keepsWhatAnInputMethodGives()
{
    QFETCH(const QString, special);
    m_box->setSecret(secretOf("ab"));
    m_box->setCursorOffset(1);
    QInputMethodEvent event;
    event.setCommitString(special);
    QApplication::sendEvent(m_box.get(), &event);
    QCOMPARE(text(), QStringLiteral("a") + special + QStringLiteral("b"));
    QCOMPARE(qsizetype(m_box->cells().size()), qsizetype(2 + widgets::codePointsOf(special).size()));
}

void TestKeyBox::keepsWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("letter") << QStringLiteral("k");
    QTest::newRow("space") << QStringLiteral(" ");
    QTest::newRow("NBSP") << QStringLiteral("\u00a0");
    QTest::newRow("ZWSP") << QStringLiteral("\u200b");
    QTest::newRow("RLM") << QStringLiteral("\u200f");
    QTest::newRow("line separator") << QStringLiteral("\u2028");
    QTest::newRow("Cyrillic a") << QStringLiteral("\u0430");
    QTest::newRow("private use") << QStringLiteral("\ue000");
    QTest::newRow("tag letter") << QString::fromUcs4(U"\U000e0041");
}

void TestKeyBox::keepsWhatIsTyped()
{
    QFETCH(const QString, typed);
    QSignalSpy edited(m_box.get(), &KeyBox::keyEdited);
    QTest::sendKeyEvent(QTest::Click, m_box.get(), Qt::Key_unknown, typed, Qt::NoModifier);
    QCOMPARE(text(), typed);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(m_box->cells().size(), std::size_t(1));
}

void TestKeyBox::keepsAByteOrderMarkThatComesAsBytes()
{
    for (const QString &format : {QStringLiteral("text/plain"), QStringLiteral("text/plain;charset=utf-8")}) {
        auto *mime = new QMimeData;
        mime->setData(format, QByteArray("\xef\xbb\xbfkey"));
        QApplication::clipboard()->setMimeData(mime);
        m_box->wipe();
        m_box->paste();
        QCOMPARE(text(), QStringLiteral("\ufeffkey"));
    }
}

void TestKeyBox::pastesWithEachKeyAndTheMenu_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("Ctrl+V") << 0;
    QTest::newRow("Shift+Insert") << 1;
    QTest::newRow("context menu") << 2;
    QTest::newRow("middle click") << 3;
}

void TestKeyBox::pastesWithEachKeyAndTheMenu()
{
    QFETCH(const int, way);
    const QString pasted = QStringLiteral("a\r\nb\u00a0");
    QApplication::clipboard()->setText(pasted);
    if (way == 0) {
        QTest::keyClick(m_box.get(), Qt::Key_V, Qt::ControlModifier);
    } else if (way == 1) {
        QTest::keyClick(m_box.get(), Qt::Key_Insert, Qt::ShiftModifier);
    } else if (way == 2) {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), m_box->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(m_box.get(), &event);
        auto *menu = m_box->findChild<QMenu *>();
        QVERIFY(menu != nullptr);
        const auto isPaste = [](const QAction *action) {
            return action->shortcut() == QKeySequence(QKeySequence::Paste);
        };
        const QList<QAction *> actions = menu->actions();
        const auto action = std::find_if(actions.begin(), actions.end(), isPaste);
        QVERIFY(action != actions.end());
        QVERIFY((*action)->isEnabled());
        (*action)->trigger();
        menu->close();
    } else {
        if (!QApplication::clipboard()->supportsSelection())
            QSKIP("This platform has no selection to paste with the middle button.");
        QApplication::clipboard()->setText(pasted, QClipboard::Selection);
        QTest::mouseClick(m_box.get(), Qt::MiddleButton, Qt::NoModifier, m_box->rect().center());
    }
    QCOMPARE(text(), pasted);
}

void TestKeyBox::pastesIntoTheSelection()
{
    m_box->setSecret(secretOf("abcdef"));
    m_box->QLineEdit::setSelection(1, 3);
    paste(QStringLiteral("\u200bX"));
    QCOMPARE(text(), QStringLiteral("a\u200bXef"));
    QCOMPARE(m_box->cursorOffset(), qsizetype(3));
}

void TestKeyBox::showsChipsMaskedAndShown()
{
    m_box->setSecret(secretOf(testkeys::good + "\xc2\xa0"));
    for (const bool shown : {false, true}) {
        m_box->setKeyShown(shown);
        const KeyCell &cell = m_box->cells().back();
        QCOMPARE(cell.kind, KeyCell::Kind::Special);
        QCOMPARE(cell.label, QStringLiteral("NBSP"));
        // The label has room: a chip is as wide as its letters, and more.
        QVERIFY(m_box->cellRect(cell.offset).width() > 2 * m_box->cellRect(0).width());
    }
    QCOMPARE(m_box->cells().front().label, QStringLiteral("T"));
    m_box->setKeyShown(false);
    QCOMPARE(m_box->cells().front().label, QStringLiteral("•"));
}

void TestKeyBox::paintsNothingOfAMaskedKeyButItsEnd()
{
    m_box->setSecret(secretOf("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\xc2\xa0r3fQ"));
    const QImage first = m_box->grab().toImage();
    m_box->setSecret(secretOf("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW\xc2\xa0r3fQ"));
    QCOMPARE(m_box->grab().toImage(), first);
    m_box->setSecret(secretOf("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW\xe2\x80\x8br3fQ"));
    QVERIFY(m_box->grab().toImage() != first); // another chip
    m_box->setSecret(secretOf("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW\xc2\xa0r3fX"));
    QVERIFY(m_box->grab().toImage() != first); // another end
}

void TestKeyBox::paintsTheKeyWhenItIsShown()
{
    m_box->setSecret(secretOf("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaar3fQ"));
    m_box->setKeyShown(true);
    const QImage first = m_box->grab().toImage();
    m_box->setSecret(secretOf("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWr3fQ"));
    QVERIFY(m_box->grab().toImage() != first);
}

void TestKeyBox::movesByCodePoint()
{
    // Each of these is a cluster that a text layout would jump over.
    paste(QString::fromUcs4(U"a\r\n\U000e0041e\u0301\u200d\ufe0fb"));
    const auto count = qsizetype(m_box->cells().size());
    QCOMPARE(count, qsizetype(9));
    for (qsizetype i = count; i > 0; --i) {
        QCOMPARE(m_box->cursorOffset(), i);
        QTest::keyClick(m_box.get(), Qt::Key_Left);
    }
    QCOMPARE(m_box->cursorOffset(), qsizetype(0));
    QTest::keyClick(m_box.get(), Qt::Key_Left);
    for (qsizetype i = 0; i < count; ++i) {
        QCOMPARE(m_box->cursorOffset(), i);
        QTest::keyClick(m_box.get(), Qt::Key_Right);
    }
    QCOMPARE(m_box->cursorOffset(), count);
    QTest::keyClick(m_box.get(), Qt::Key_Home);
    QCOMPARE(m_box->cursorOffset(), qsizetype(0));
    QTest::keyClick(m_box.get(), Qt::Key_End);
    QCOMPARE(m_box->cursorOffset(), count);
}

void TestKeyBox::selectsByCodePoint()
{
    const QString tag = QString::fromUcs4(U"\U000e0041");
    paste(QStringLiteral("a\r\n") + tag + QStringLiteral("b"));
    QTest::keyClick(m_box.get(), Qt::Key_Left);
    QTest::keyClick(m_box.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_box->selectedText(), tag);
    QTest::keyClick(m_box.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_box->selectedText(), QStringLiteral("\n") + tag);
    QTest::keyClick(m_box.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_box.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(!m_box->hasSelectedText());
    QTest::keyClick(m_box.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_box->selectedText(), QStringLiteral("b"));
    QTest::keyClick(m_box.get(), Qt::Key_Left);
    QVERIFY(!m_box->hasSelectedText());
    QCOMPARE(m_box->cursorOffset(), qsizetype(4)); // to the selection's side
}

void TestKeyBox::deletesByCodePoint_data()
{
    QTest::addColumn<QString>("special");
    QTest::newRow("ordinary") << QStringLiteral("k");
    QTest::newRow("ZWJ") << QStringLiteral("\u200d");
    QTest::newRow("variation selector") << QStringLiteral("\ufe0f");
    QTest::newRow("LF after CR") << QStringLiteral("\n");
    QTest::newRow("tag letter") << QString::fromUcs4(U"\U000e0041");
}

void TestKeyBox::deletesByCodePoint()
{
    QFETCH(const QString, special);
    const QString before = QStringLiteral("x\r") + special + QStringLiteral("\u0301y");
    const QString after = QStringLiteral("x\r\u0301y");
    paste(before);
    m_box->setCursorOffset(3);
    QTest::keyClick(m_box.get(), Qt::Key_Backspace);
    QCOMPARE(text(), after);
    pressUndo();
    QCOMPARE(text(), before);
    m_box->setCursorOffset(2);
    QTest::keyClick(m_box.get(), Qt::Key_Delete);
    QCOMPARE(text(), after);
    pressUndo();
    QCOMPARE(text(), before);
    m_box->QLineEdit::setSelection(1, 2);
    QTest::keyClick(m_box.get(), Qt::Key_Delete);
    QCOMPARE(text(), QStringLiteral("x") + before.mid(3));
}

void TestKeyBox::setsAKeyAsOneEditThatCanBeUndone()
{
    paste(QStringLiteral("abc\u00a0"));
    QSignalSpy edited(m_box.get(), &KeyBox::keyEdited);
    m_box->setSecret(secretOf("abc"));
    QCOMPARE(text(), QStringLiteral("abc"));
    QVERIFY(edited.count() >= 1);
    QTest::keyClick(m_box.get(), Qt::Key_Z);
    QTest::keyClick(m_box.get(), Qt::Key_Z);
    QCOMPARE(text(), QStringLiteral("abczz"));
    pressUndo();
    QCOMPARE(text(), QStringLiteral("abc"));
    pressUndo();
    QCOMPARE(text(), QStringLiteral("abc\u00a0"));
    QCOMPARE(m_box->cells().back().label, QStringLiteral("NBSP"));
    QTest::keySequence(m_box.get(), QKeySequence(QKeySequence::Redo));
    QCOMPARE(text(), QStringLiteral("abc"));
    QCOMPARE(m_box->echoMode(), QLineEdit::Password);
    const auto count = edited.count();
    m_box->setSecret(secretOf("abc")); // nothing new: nothing to undo
    QCOMPARE(edited.count(), count);
}

void TestKeyBox::undoesAPasteWithoutWhatWasTypedBefore()
{
    QTest::keyClick(m_box.get(), Qt::Key_A);
    paste(QStringLiteral("bc"));
    pressUndo();
    QCOMPARE(text(), QStringLiteral("a"));
    pressUndo();
    QCOMPARE(text(), QString());
}

void TestKeyBox::refusesTextThatIsTooLong_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("paste") << 0;
    QTest::newRow("set") << 1;
    QTest::newRow("drop") << 2;
    QTest::newRow("input method") << 3;
    QTest::newRow("typed") << 4;
}

void TestKeyBox::refusesTextThatIsTooLong()
{
    QFETCH(const int, way);
    const QByteArray held = way == 4 ? QByteArray(int(KeyBox::maximumLength), 'k') : QByteArray("abc");
    m_box->setSecret(secretOf(held));
    QSignalSpy refused(m_box.get(), &KeyBox::tooLong);
    QSignalSpy edited(m_box.get(), &KeyBox::keyEdited);
    const QString more(KeyBox::maximumLength - 2, QLatin1Char('x'));
    if (way == 0) {
        paste(more);
    } else if (way == 1) {
        m_box->setSecret(secretOf(QByteArray(KeyBox::maximumLength + 1, 'x')));
    } else if (way == 2) {
        drop(more, QPoint(5, 5));
    } else if (way == 3) {
        QInputMethodEvent event;
        event.setCommitString(more);
        QApplication::sendEvent(m_box.get(), &event);
    } else {
        QTest::keyClick(m_box.get(), Qt::Key_X);
    }
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().value<qsizetype>(), KeyBox::maximumLength + 1);
    QCOMPARE(edited.count(), 0);
    QCOMPARE(m_box->secret(), secretOf(held));
}

void TestKeyBox::takesTheLongestText()
{
    // Two UTF-16 units each: more than QLineEdit would hold by itself.
    const std::u32string longest(std::size_t(KeyBox::maximumLength), U'\U000e0041');
    const QString pasted = QString::fromUcs4(longest.data(), qsizetype(longest.size()));
    QSignalSpy refused(m_box.get(), &KeyBox::tooLong);
    paste(pasted);
    QCOMPARE(text(), pasted);
    QCOMPARE(refused.count(), 0);
    pressUndo();
    QCOMPARE(text(), QString());
}

void TestKeyBox::copiesNothingWhileMasked()
{
    QApplication::clipboard()->setText(QStringLiteral("before"));
    m_box->setSecret(secretOf(testkeys::good));
    m_box->selectAll();
    m_box->copy();
    QTest::keyClick(m_box.get(), Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(m_box.get(), Qt::Key_Insert, Qt::ControlModifier);
    QTest::keyClick(m_box.get(), Qt::Key_X, Qt::ControlModifier);
    m_box->QLineEdit::copy(); // also not by those who know no KeyBox
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
    QCOMPARE(m_box->secret(), secretOf(testkeys::good));
    if (QApplication::clipboard()->supportsSelection())
        QVERIFY(!QApplication::clipboard()->text(QClipboard::Selection).contains(text()));
}

void TestKeyBox::copiesWithTheHintForClipboardManagersWhileShown()
{
    m_box->setSecret(secretOf("abc\xc2\xa0"));
    m_box->setKeyShown(true);
    QVERIFY(!m_box->isCopyAllowed()); // nothing is selected
    m_box->selectAll();
    QTest::keyClick(m_box.get(), Qt::Key_C, Qt::ControlModifier);
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    QCOMPARE(mime->text(), QStringLiteral("abc\u00a0"));
    QCOMPARE(mime->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
}

void TestKeyBox::cutsOnlyWhileShown()
{
    m_box->setSecret(secretOf("abc"));
    m_box->selectAll();
    m_box->cut();
    QCOMPARE(text(), QStringLiteral("abc"));
    m_box->setKeyShown(true);
    m_box->selectAll();
    QTest::keyClick(m_box.get(), Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(text(), QString());
    QCOMPARE(QApplication::clipboard()->mimeData()->text(), QStringLiteral("abc"));
}

void TestKeyBox::placesTheCursorWhereItIsClicked()
{
    m_box->setSecret(secretOf("ab\xc2\xa0\xf3\xa0\x81\x81"
                              "cd"));
    for (qsizetype i = 0; i < qsizetype(m_box->cells().size()); ++i) {
        QTest::mouseClick(m_box.get(), Qt::LeftButton, Qt::NoModifier, pointIn(*m_box, i));
        QCOMPARE(m_box->cursorOffset(), i);
    }
    QTest::mouseClick(m_box.get(), Qt::LeftButton, Qt::NoModifier, QPoint(m_box->width() - 4, m_box->height() / 2));
    QCOMPARE(m_box->cursorOffset(), qsizetype(6));
}

void TestKeyBox::selectsByDraggingAndByDoubleClick()
{
    const QByteArray bytes("ab\xc2\xa0"
                           "cd");
    m_box->setSecret(secretOf(bytes));
    QTest::mousePress(m_box.get(), Qt::LeftButton, Qt::NoModifier, pointIn(*m_box, 1));
    QMouseEvent move(QEvent::MouseMove, QPointF(pointIn(*m_box, 3)), m_box->mapToGlobal(QPointF(pointIn(*m_box, 3))),
        Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_box.get(), &move);
    QTest::mouseRelease(m_box.get(), Qt::LeftButton, Qt::NoModifier, pointIn(*m_box, 3));
    QCOMPARE(m_box->selectedText(), QStringLiteral("b\u00a0"));
    QTest::mouseClick(m_box.get(), Qt::LeftButton, Qt::ShiftModifier, pointIn(*m_box, 4));
    QCOMPARE(m_box->selectedText(), QStringLiteral("b\u00a0c"));
    QTest::mouseDClick(m_box.get(), Qt::LeftButton, Qt::NoModifier, pointIn(*m_box, 1));
    QCOMPARE(m_box->selectedText(), QString::fromUtf8(bytes));
}

void TestKeyBox::keepsTheCursorVisible()
{
    m_box->resize(m_box->minimumSizeHint());
    m_box->setSecret(secretOf(testkeys::good + testkeys::good));
    const auto isVisible = [this] {
        const QRectF rect = m_box->cellRect(m_box->cursorOffset());
        return rect.left() >= 0 && rect.left() < m_box->width();
    };
    QVERIFY(isVisible());
    QVERIFY(m_box->cellRect(0).left() < 0);
    QTest::keyClick(m_box.get(), Qt::Key_Home);
    QVERIFY(isVisible());
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(m_box.get(), Qt::Key_Right);
    QVERIFY(isVisible());
    m_box->resize(m_box->width() / 2, m_box->height());
    QVERIFY(isVisible());
}

void TestKeyBox::saysWhichCharacterTheCursorStandsBefore()
{
    m_box->setSecret(secretOf("ab\xe2\x80\x8b"
                              "cd"));
    QSignalSpy focused(m_box.get(), &KeyBox::characterFocused);
    QTest::keyClick(m_box.get(), Qt::Key_Home);
    QTest::keyClick(m_box.get(), Qt::Key_Right);
    QCOMPARE(focused.count(), 0);
    QTest::keyClick(m_box.get(), Qt::Key_Right);
    QCOMPARE(focused.count(), 1);
    const QString sentence = words::FindingWords::position(0x200b, 2, 5);
    QCOMPARE(focused.first().first().toString(), sentence);
    QCOMPARE(m_box->focusedCharacter(), sentence);
    QTest::keyClick(m_box.get(), Qt::Key_Right);
    QCOMPARE(focused.count(), 1);
    QCOMPARE(m_box->focusedCharacter(), QString());
}

void TestKeyBox::saysInAToolTipWhatAChipIs()
{
    m_box->setSecret(secretOf("ab\xe2\x80\x8b"
                              "cd"));
    const QPoint place = pointIn(*m_box, 2);
    QHelpEvent help(QEvent::ToolTip, place, m_box->mapToGlobal(place));
    QApplication::sendEvent(m_box.get(), &help);
    QCOMPARE(QToolTip::text(), words::FindingWords::position(0x200b, 2, 5));
    QToolTip::hideText();
}

void TestKeyBox::givesInputMethodsNothingOfTheKey()
{
    m_box->setSecret(secretOf(testkeys::good));
    m_box->selectAll();
    for (const auto query :
        {Qt::ImSurroundingText, Qt::ImCurrentSelection, Qt::ImTextBeforeCursor, Qt::ImTextAfterCursor}) {
        QCOMPARE(m_box->inputMethodQuery(query).toString(), QString());
        QVariant answer;
        QVERIFY(QMetaObject::invokeMethod(m_box.get(), "inputMethodQuery", Q_RETURN_ARG(QVariant, answer),
            Q_ARG(Qt::InputMethodQuery, query), Q_ARG(QVariant, QVariant())));
        QCOMPARE(answer.toString(), QString());
    }
    QVERIFY(m_box->inputMethodHints().testFlag(Qt::ImhHiddenText));
}

void TestKeyBox::changesNothingWhileReadOnly()
{
    m_box->setSecret(secretOf("abc"));
    m_box->setReadOnly(true);
    paste(QStringLiteral("x"));
    QTest::keyClick(m_box.get(), Qt::Key_X);
    QTest::keyClick(m_box.get(), Qt::Key_Backspace);
    pressUndo();
    QVERIFY(!drop(QStringLiteral("x"), QPoint(5, 5)));
    QCOMPARE(text(), QStringLiteral("abc"));
}

void TestKeyBox::forgetsTheKeyWhenItIsWiped()
{
    m_box->setSecret(secretOf(testkeys::good));
    QSignalSpy edited(m_box.get(), &KeyBox::keyEdited);
    m_box->wipe();
    QCOMPARE(edited.count(), 1);
    QVERIFY(m_box->secret().isEmpty());
    QVERIFY(m_box->cells().empty());
    pressUndo();
    QCOMPARE(text(), QString());
}

void TestKeyBox::keepsEveryByteOfASecret()
{
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all.append(char(i));
    m_box->setSecret(secretOf(all));
    QCOMPARE(m_box->secret(), secretOf(all));
}

QTEST_MAIN(TestKeyBox)
#include "tst_KeyBox.moc"
