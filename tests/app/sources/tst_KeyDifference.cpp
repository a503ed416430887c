// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "sources/KeyDifference.h"

using sources::CharacterClass;
using sources::KeyDifference;
using Kind = KeyDifference::Kind;

Q_DECLARE_METATYPE(sources::KeyDifference)

class TestKeyDifference : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void saysWhereTwoKeysDiffer_data();
    void saysWhereTwoKeysDiffer();
};

namespace {

/// The good key with one character replaced.
QByteArray with(qsizetype position, char character)
{
    QByteArray key = testkeys::good;
    key[position] = character;
    return key;
}

} // namespace

void TestKeyDifference::saysWhereTwoKeysDiffer_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<KeyDifference>("expected");
    const auto row = [](const char *name, const QByteArray &first, const QByteArray &second, KeyDifference expected) {
        QTest::newRow(name) << first << second << expected;
    };
    using Class = CharacterClass;
    const QByteArray good = testkeys::good; // TestKeyGoodA1b2C3d4E5f6G7h8J9k0LmNpQr3fQ
    row("the same", good, good, {});
    row("both empty", {}, {}, {});
    row("the letter O and the digit 0", with(6, 'O'), with(6, '0'),
        {Kind::FewCharacters, 6, 1, Class::CapitalLetter, Class::Digit, 'O', '0'});
    row("the digit 1 and a small l", good, with(12, 'l'),
        {Kind::FewCharacters, 12, 1, Class::Digit, Class::SmallLetter, '1', 'l'});
    row("a small l and a capital I", with(3, 'l'), with(3, 'I'),
        {Kind::FewCharacters, 3, 1, Class::SmallLetter, Class::CapitalLetter, 'l', 'I'});
    row("another digit, which is not shown", good, with(12, '7'),
        {Kind::FewCharacters, 12, 1, Class::Digit, Class::Digit, 0, 0});
    row("a sign instead of a letter", good, with(5, '-'),
        {Kind::FewCharacters, 5, 1, Class::SmallLetter, Class::Sign, 0, 0});
    row("one character is missing", good, good.left(20) + good.mid(21),
        {Kind::FewCharacters, 20, 1, Class::Digit, Class::None, 0, 0});
    row("one character too many", good.left(20) + good.mid(21), good,
        {Kind::FewCharacters, 20, 1, Class::None, Class::Digit, 0, 0});
    row("all in small letters", good, good.toLower(),
        {Kind::OnlyCase, 0, 12, Class::CapitalLetter, Class::SmallLetter, 0, 0});
    row("the end is missing", good, good.left(32), {Kind::CutOff, 32, 8, Class::SmallLetter, Class::None, 0, 0});
    row("the beginning is missing", good.mid(10), good, {Kind::CutOff, 0, 10, Class::None, Class::CapitalLetter, 0, 0});
    row("a line feed more", good + '\n', good, {Kind::OnlyDirt, 40, 0, Class::None, Class::None, 0, 0});
    row("quotes around one", good, '"' + good + '"', {Kind::OnlyDirt, 0, 0, Class::None, Class::None, 0, 0});
    row("quotes and another digit", '"' + good + '"', with(12, '7'),
        {Kind::FewCharacters, 12, 1, Class::Digit, Class::Digit, 0, 0});
    const KeyDifference unrelated = {Kind::Unrelated, 7, 33, Class::None, Class::None, 0, 0};
    row("two keys", good, testkeys::other, unrelated);
    row("two short texts", "abc1", "abc2", {Kind::Unrelated, 3, 1, Class::None, Class::None, 0, 0});
    row("a key and nothing", good, {}, {Kind::Unrelated, 0, 40, Class::None, Class::None, 0, 0});
    row("a letter beyond ASCII", good, good.left(5) + "\xd0\xb5" + good.mid(6),
        {Kind::FewCharacters, 5, 1, Class::SmallLetter, Class::Other, 0, 0});
}

void TestKeyDifference::saysWhereTwoKeysDiffer()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    QFETCH(const KeyDifference, expected);
    const KeyDifference seen =
        sources::compareKeys(key::Secret(QByteArrayView(first)), key::Secret(QByteArrayView(second)));
    QCOMPARE(static_cast<int>(seen.kind), static_cast<int>(expected.kind));
    QCOMPARE(seen.position, expected.position);
    QCOMPARE(seen.count, expected.count);
    QCOMPARE(static_cast<int>(seen.first), static_cast<int>(expected.first));
    QCOMPARE(static_cast<int>(seen.second), static_cast<int>(expected.second));
    QCOMPARE(seen.firstLookalike, expected.firstLookalike);
    QCOMPARE(seen.secondLookalike, expected.secondLookalike);
}

QTEST_GUILESS_MAIN(TestKeyDifference)
#include "tst_KeyDifference.moc"
