// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "inspect/CharacterName.h"
#include "widgets/CharacterStrip.h"
#include "widgets/KeyBox.h"
#include "words/FindingWords.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>

#include <memory>

using widgets::KeyBox;

namespace {

/// What assistive technology was told, in the order of telling.
struct Heard {
    QList<QAccessible::Event> types;
    QStringList texts;
    QList<int> places;
};
Heard heard;

void hear(QAccessibleEvent *event)
{
    heard.types += event->type();
    if (event->type() == QAccessible::TextInserted) {
        const auto *inserted = static_cast<QAccessibleTextInsertEvent *>(event);
        heard.texts += inserted->textInserted();
        heard.places += inserted->changePosition();
    } else if (event->type() == QAccessible::TextRemoved) {
        const auto *removed = static_cast<QAccessibleTextRemoveEvent *>(event);
        heard.texts += removed->textRemoved();
        heard.places += removed->changePosition();
    } else if (event->type() == QAccessible::TextUpdated) {
        const auto *updated = static_cast<QAccessibleTextUpdateEvent *>(event);
        heard.texts += updated->textRemoved();
        heard.texts += updated->textInserted();
    } else if (event->type() == QAccessible::TextCaretMoved) {
        heard.places += static_cast<QAccessibleTextCursorEvent *>(event)->cursorPosition();
    }
}

const QString replaced(QChar(QChar::ReplacementCharacter));

QString bullets(qsizetype count)
{
    return QString(count, QChar(0x2022));
}

} // namespace

class TestAccessibleKeyBox : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void isAPasswordWhileItIsMasked();
    void readsBulletsAndOneCharacterForEachThatDoesNotBelong();
    void spellsWhatDoesNotBelong();
    void countsInCodePoints();
    void readsTheKeyWhenItIsShown();
    void describesTheKeyAndTheCharacterAtTheCursor();
    void takesTheKeyOutOfWhatQLineEditTells();
    void tellsOfWhatChanges();
    void neverTellsOfAMaskedKeysCharacters();
    void tellsPlacesInCodePoints();
    void tellsNothingOfCursorMovesOfItsOwn();
    void editsForToolsThatType();
    void selectsForToolsThatSelect();
    void readsAStripInWords();

private:
    void set(const QByteArray &bytes) { m_box->setSecret(key::Secret{QByteArrayView(bytes)}); }
    [[nodiscard]] QAccessibleInterface *interface() const { return QAccessible::queryAccessibleInterface(m_box.get()); }
    [[nodiscard]] QAccessibleTextInterface *texts() const { return interface()->textInterface(); }
    [[nodiscard]] QString all() const { return texts()->text(0, texts()->characterCount()); }
    std::unique_ptr<KeyBox> m_box;
};

void TestAccessibleKeyBox::initTestCase()
{
    // Before the first KeyBox: so this is told what its filter lets pass, as the platform is.
    QAccessible::installUpdateHandler(hear);
    // Qt tells nobody anything before a program asks for it. With a running accessibility bus (dbus-run-session, an
    // XDG_RUNTIME_DIR, a call to org.a11y.Bus) and this variable, Qt acts as if one did.
    if (qEnvironmentVariableIsSet("QT_LINUX_ACCESSIBILITY_ALWAYS_ON") && !QAccessible::isActive())
        static_cast<void>(QTest::qWaitFor([] { return QAccessible::isActive(); }, 30'000));
}

void TestAccessibleKeyBox::init()
{
    DoctorTest::init();
    m_box = std::make_unique<KeyBox>();
    m_box->setAccessibleName(QStringLiteral("API key"));
    m_box->resize(m_box->sizeHint());
    m_box->show();
    m_box->setFocus();
    heard = {};
}

void TestAccessibleKeyBox::cleanup()
{
    m_box.reset();
}

void TestAccessibleKeyBox::isAPasswordWhileItIsMasked()
{
    QVERIFY(interface() != nullptr);
    QCOMPARE(interface()->role(), QAccessible::EditableText);
    QCOMPARE(interface()->text(QAccessible::Name), QStringLiteral("API key"));
    QVERIFY(interface()->state().passwordEdit);
    QVERIFY(interface()->state().editable);
    QVERIFY(interface()->state().focusable);
    m_box->setKeyShown(true);
    QVERIFY(!interface()->state().passwordEdit);
    m_box->setReadOnly(true);
    QVERIFY(interface()->state().readOnly);
    QVERIFY(!interface()->state().editable);
}

void TestAccessibleKeyBox::readsBulletsAndOneCharacterForEachThatDoesNotBelong()
{
    set("abcdefghijklmnop\xf3\xa0\x81\x81"
        "3fQz\xc2\xa0");
    const QString expected = bullets(16) + replaced + QStringLiteral("3fQz") + replaced;
    QCOMPARE(all(), expected);
    QCOMPARE(interface()->text(QAccessible::Value), expected);
    QCOMPARE(texts()->text(15, 18), bullets(1) + replaced + QStringLiteral("3"));
    int start = 0;
    int end = 0;
    for (const auto boundary : {QAccessible::WordBoundary, QAccessible::LineBoundary, QAccessible::NoBoundary}) {
        QCOMPARE(texts()->textAtOffset(3, boundary, &start, &end), expected);
        QCOMPARE(start, 0);
        QCOMPARE(end, 22);
    }
}

void TestAccessibleKeyBox::spellsWhatDoesNotBelong()
{
    set("ab\xc2\xa0"
        "c");
    int start = 0;
    int end = 0;
    QCOMPARE(texts()->textAtOffset(2, QAccessible::CharBoundary, &start, &end), inspect::characterName(0xa0).toLower());
    QCOMPARE(start, 2);
    QCOMPARE(end, 3);
    QCOMPARE(texts()->textAtOffset(1, QAccessible::CharBoundary, &start, &end), bullets(1));
    QCOMPARE(
        texts()->textAfterOffset(1, QAccessible::CharBoundary, &start, &end), inspect::characterName(0xa0).toLower());
    QCOMPARE(
        texts()->textBeforeOffset(3, QAccessible::CharBoundary, &start, &end), inspect::characterName(0xa0).toLower());
    QCOMPARE(texts()->textAtOffset(4, QAccessible::CharBoundary, &start, &end), QString());
}

void TestAccessibleKeyBox::countsInCodePoints()
{
    set("\xf3\xa0\x81\x81\xf3\xa0\x81\x81"
        "ab");
    QCOMPARE(texts()->characterCount(), 4);
    texts()->setCursorPosition(3);
    QCOMPARE(m_box->cursorPosition(), 5);
    QCOMPARE(texts()->cursorPosition(), 3);
    const QRect rect = texts()->characterRect(1);
    QVERIFY(rect.width() > 0);
    QCOMPARE(texts()->offsetAtPoint(rect.topLeft() + QPoint(2, 2)), 1);
    QCOMPARE(texts()->offsetAtPoint(m_box->mapToGlobal(QPoint(-5, -5))), -1);
}

void TestAccessibleKeyBox::readsTheKeyWhenItIsShown()
{
    set(testkeys::good + '\n');
    m_box->setKeyShown(true);
    QCOMPARE(all(), QString::fromLatin1(testkeys::good) + replaced);
}

void TestAccessibleKeyBox::describesTheKeyAndTheCharacterAtTheCursor()
{
    set("ab\xc2\xa0"
        "c");
    const QString description = interface()->text(QAccessible::Description);
    QVERIFY2(description.startsWith(QLatin1String("4 character")), qPrintable(description));
    QVERIFY2(description.contains(QLatin1String("1 character")), qPrintable(description));
    const QString sentence = words::FindingWords::position(0xa0, 2, 4);
    QVERIFY(!description.contains(sentence));
    m_box->setCursorOffset(1);
    QTest::keyClick(m_box.get(), Qt::Key_Right);
    QVERIFY(interface()->text(QAccessible::Description).endsWith(sentence));
}

void TestAccessibleKeyBox::takesTheKeyOutOfWhatQLineEditTells()
{
    set("\xf3\xa0\x81\x81"
        "abcdefghijklmnop");
    const QAccessible::UpdateHandler filter = QAccessible::installUpdateHandler(hear);
    QAccessible::installUpdateHandler(filter);
    heard = {};
    // As QLineEdit does: places in UTF-16 units, the text as it is.
    QAccessibleTextInsertEvent inserted(m_box.get(), 2, QStringLiteral("Qz\u00a0"));
    filter(&inserted);
    QAccessibleTextRemoveEvent removed(m_box.get(), 0,
        QString::fromUcs4(U"\U000e0041"
                          U"ab"));
    filter(&removed);
    QAccessibleTextUpdateEvent updated(m_box.get(), 0, QStringLiteral("old"), QStringLiteral("new\n"));
    filter(&updated);
    QCOMPARE(
        heard.texts, (QStringList{bullets(2) + replaced, replaced + bullets(2), bullets(3), bullets(3) + replaced}));
    QCOMPARE(heard.places, (QList<int>{1, 0}));
    m_box->setKeyShown(true);
    QAccessibleTextInsertEvent shown(m_box.get(), 2, QStringLiteral("Qz\u00a0"));
    filter(&shown);
    QCOMPARE(heard.texts.last(), QStringLiteral("Qz") + replaced);
    m_box->setCursorOffset(2);
    QAccessibleTextCursorEvent moved(m_box.get(), 3);
    filter(&moved);
    QCOMPARE(heard.places.last(), 2);
}

void TestAccessibleKeyBox::tellsOfWhatChanges()
{
    if (!QAccessible::isActive())
        QSKIP("Without an accessibility bus and QT_LINUX_ACCESSIBILITY_ALWAYS_ON Qt tells nothing.");
    set("ab\xc2\xa0"
        "c");
    m_box->setKeyShown(true);
    QVERIFY(heard.types.contains(QAccessible::StateChanged));
    m_box->setCursorOffset(1);
    heard = {};
    QTest::keyClick(m_box.get(), Qt::Key_Right);
    QVERIFY(heard.types.contains(QAccessible::DescriptionChanged));
    QVERIFY(heard.types.contains(QAccessible::TextCaretMoved));
    QCOMPARE(heard.places, QList<int>{2});
}

void TestAccessibleKeyBox::neverTellsOfAMaskedKeysCharacters()
{
    if (!QAccessible::isActive())
        QSKIP("Without an accessibility bus and QT_LINUX_ACCESSIBILITY_ALWAYS_ON Qt tells nothing.");
    const QString key = QString::fromLatin1(testkeys::good);
    for (const QChar c : key)
        QTest::keyClick(m_box.get(), c.toLatin1());
    QApplication::clipboard()->setText(key + QStringLiteral("\u00a0"));
    QTest::keyClick(m_box.get(), Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(m_box.get(), Qt::Key_Backspace);
    QTest::keySequence(m_box.get(), QKeySequence(QKeySequence::Undo));
    set(testkeys::other);
    QTest::keySequence(m_box.get(), QKeySequence(QKeySequence::Undo));
    m_box->setText(key); // as a tool does that knows only QLineEdit
    m_box->selectAll();
    QTest::keyClick(m_box.get(), Qt::Key_Delete);
    QCOMPARE(m_box->text(), QString());

    QVERIFY(heard.types.contains(QAccessible::TextInserted));
    QVERIFY(heard.types.contains(QAccessible::TextRemoved));
    QVERIFY(heard.types.contains(QAccessible::TextUpdated));
    const QString end = QStringLiteral("%1%2").arg(key.right(4), QString::fromLatin1(testkeys::other).right(4));
    int inserted = 0;
    for (const QString &text : heard.texts) {
        inserted += int(text.size());
        for (const QChar c : text)
            QVERIFY2(c == QChar(0x2022) || c == replaced.front() || end.contains(c), "a character of the key was told");
    }
    QVERIFY(inserted > 2 * key.size());
}

void TestAccessibleKeyBox::tellsPlacesInCodePoints()
{
    if (!QAccessible::isActive())
        QSKIP("Without an accessibility bus and QT_LINUX_ACCESSIBILITY_ALWAYS_ON Qt tells nothing.");
    set("\xf3\xa0\x81\x81"
        "ab");
    m_box->setCursorOffset(2);
    heard = {};
    QTest::keyClick(m_box.get(), Qt::Key_X);
    QCOMPARE(heard.texts, QStringList{bullets(1)});
    QCOMPARE(heard.places, (QList<int>{2, 3}));
    heard = {};
    QTest::keyClick(m_box.get(), Qt::Key_Home);
    QTest::keyClick(m_box.get(), Qt::Key_Delete);
    QCOMPARE(heard.texts, QStringList{replaced});
    QCOMPARE(m_box->text(), QStringLiteral("axb"));
}

void TestAccessibleKeyBox::tellsNothingOfCursorMovesOfItsOwn()
{
    if (!QAccessible::isActive())
        QSKIP("Without an accessibility bus and QT_LINUX_ACCESSIBILITY_ALWAYS_ON Qt tells nothing.");
    set("ab\xc2\xa0");
    QSignalSpy focused(m_box.get(), &KeyBox::characterFocused);
    heard = {};
    QApplication::clipboard()->setText(QStringLiteral("cd"));
    m_box->paste();
    QCOMPARE(heard.places, (QList<int>{3, 5})); // the text, and the cursor behind it
    QCOMPARE(focused.count(), 0);
}

void TestAccessibleKeyBox::editsForToolsThatType()
{
    auto *editable = interface()->editableTextInterface();
    QVERIFY(editable != nullptr);
    editable->insertText(0, QStringLiteral("a\u00a0b"));
    QCOMPARE(m_box->text(), QStringLiteral("a\u00a0b"));
    editable->replaceText(1, 2, QString::fromUcs4(U"\U000e0041"));
    editable->insertText(2, QStringLiteral("\r\n"));
    QCOMPARE(m_box->text(), QString::fromUcs4(U"a\U000e0041\r\nb"));
    editable->deleteText(1, 3);
    QCOMPARE(m_box->text(), QStringLiteral("a\nb"));
    interface()->setText(QAccessible::Value, QStringLiteral("new"));
    QCOMPARE(m_box->text(), QStringLiteral("new"));
    QTest::keySequence(m_box.get(), QKeySequence(QKeySequence::Undo));
    QCOMPARE(m_box->text(), QStringLiteral("a\nb"));
    m_box->setReadOnly(true);
    editable->insertText(0, QStringLiteral("x"));
    QCOMPARE(m_box->text(), QStringLiteral("a\nb"));
}

void TestAccessibleKeyBox::selectsForToolsThatSelect()
{
    set("\xf3\xa0\x81\x81"
        "abc");
    QCOMPARE(texts()->selectionCount(), 0);
    texts()->addSelection(1, 3);
    QCOMPARE(m_box->selectedText(), QStringLiteral("ab"));
    QCOMPARE(texts()->selectionCount(), 1);
    int start = -1;
    int end = -1;
    texts()->selection(0, &start, &end);
    QCOMPARE(start, 1);
    QCOMPARE(end, 3);
    texts()->removeSelection(0);
    QCOMPARE(texts()->selectionCount(), 0);
}

void TestAccessibleKeyBox::readsAStripInWords()
{
    widgets::CharacterStrip strip;
    strip.setAccessibleName(QStringLiteral("Before"));
    strip.setSecret(key::Secret{QByteArrayView(testkeys::good + "\xc2\xa0")});
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&strip);
    QCOMPARE(accessible->role(), QAccessible::StaticText);
    QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Before"));
    const QString description = accessible->text(QAccessible::Description);
    QVERIFY(description.startsWith(QLatin1String("41 character")));
    QVERIFY(description.endsWith(words::FindingWords::position(0xa0, 40, 41)));
}

QTEST_MAIN(TestAccessibleKeyBox)
#include "tst_AccessibleKeyBox.moc"
