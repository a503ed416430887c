// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "key/Fingerprint.h"
#include "key/HeaderKey.h"
#include "key/Mask.h"

class TestSecret : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void leavesNothingWhereItWasMovedFrom();
    void wipesTheBytesItTakes();
    void isParsedIntoAHeaderKeyOnlyWhenEveryByteMayStandThere_data();
    void isParsedIntoAHeaderKeyOnlyWhenEveryByteMayStandThere();
    void hasAFingerprintOfSha256();
    void showsItsEndOnlyWhenItIsLongEnough_data();
    void showsItsEndOnlyWhenItIsLongEnough();
};

void TestSecret::leavesNothingWhereItWasMovedFrom()
{
    key::Secret first{QByteArrayView(testkeys::good)};
    const key::Secret second = std::move(first);
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is the question
    QCOMPARE(second.bytes().toByteArray(), testkeys::good);
}

void TestSecret::wipesTheBytesItTakes()
{
    QByteArray source(testkeys::good.constData(), testkeys::good.size());
    const key::Secret secret = key::Secret::take(source);
    QVERIFY(source.isEmpty());
    QCOMPARE(secret.bytes().toByteArray(), testkeys::good);

    std::vector<char> memory(8, 'k');
    key::wipeMemory(memory.data(), memory.size());
    QCOMPARE(memory, std::vector<char>(8, '\0'));
}

void TestSecret::isParsedIntoAHeaderKeyOnlyWhenEveryByteMayStandThere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("failure"); // -1: none
    const auto failure = [](key::HeaderKeyFailure value) { return static_cast<int>(value); };
    QTest::newRow("usual") << testkeys::good << -1;
    QTest::newRow("lowest and highest") << QByteArray("!~") << -1;
    QTest::newRow("empty") << QByteArray() << failure(key::HeaderKeyFailure::Empty);
    QTest::newRow("space") << QByteArray("a b") << failure(key::HeaderKeyFailure::UnsafeByte);
    QTest::newRow("delete") << QByteArray("a\x7f") << failure(key::HeaderKeyFailure::UnsafeByte);
    QTest::newRow("line feed at the end") << testkeys::good + '\n' << failure(key::HeaderKeyFailure::UnsafeByte);
    QTest::newRow("header injected") << QByteArray("a\r\nX-Injected: yes")
                                     << failure(key::HeaderKeyFailure::UnsafeByte);
    QTest::newRow("no-break space") << QByteArray("a\xc2\xa0") << failure(key::HeaderKeyFailure::UnsafeByte);
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << failure(key::HeaderKeyFailure::UnsafeByte);
    QTest::newRow("longest") << QByteArray(4096, 'k') << -1;
    QTest::newRow("too long") << QByteArray(4097, 'k') << failure(key::HeaderKeyFailure::TooLong);
}

void TestSecret::isParsedIntoAHeaderKeyOnlyWhenEveryByteMayStandThere()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, failure);
    const auto parsed = key::HeaderKey::parse(key::Secret{QByteArrayView(bytes)});
    QCOMPARE(parsed ? -1 : static_cast<int>(parsed.error()), failure);
    if (parsed)
        QCOMPARE(parsed->bytes().toByteArray(), bytes);
}

void TestSecret::hasAFingerprintOfSha256()
{
    // printf %s abc | sha256sum: ba7816bf…
    QCOMPARE(key::fingerprint("abc"), QStringLiteral("ba78-16bf"));
    QCOMPARE(key::fingerprint(""), QString());
}

void TestSecret::showsItsEndOnlyWhenItIsLongEnough_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("usual") << testkeys::good << QStringLiteral("••••…r3fQ");
    QTest::newRow("16") << QByteArray("0123456789abcdef") << QStringLiteral("••••…cdef");
    QTest::newRow("15") << QByteArray("0123456789abcde") << QStringLiteral("••••");
    QTest::newRow("odd characters at the end") << QByteArray("0123456789abcdefgh\"}") << QStringLiteral("••••");
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestSecret::showsItsEndOnlyWhenItIsLongEnough()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, shown);
    QCOMPARE(key::masked(bytes), shown);
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_Secret.moc"
