// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "redact/Redactor.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace {

QString randomText(QRandomGenerator &random, const QString &alphabet, int length)
{
    QString text;
    for (int i = 0; i < length; ++i)
        text += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
    return text;
}

/// The first part of `secret`, five characters long, that stands in `text`; empty where none does.
QString partLeftOver(const QString &secret, const QString &text)
{
    for (qsizetype i = 0; i + 5 <= secret.size(); ++i) {
        if (text.contains(secret.mid(i, 5)))
            return secret.mid(i, 5);
    }
    return {};
}

} // namespace

class TestRedactor : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void leavesNoFiveCharactersOfASecret();
    void hidesTheSecretInEveryForm_data();
    void hidesTheSecretInEveryForm();
    void knowsKeysOfAnyService_data();
    void knowsKeysOfAnyService();
    void leavesOrdinarySentences_data();
    void leavesOrdinarySentences();
    void hidesAShortSecretOnlyWhereItStandsAlone();
    void hidesASecretWithOddCharacters();
    void hidesSeveralSecrets();
    void makesInvisibleCharactersBlanks();
    void staysQuickWithLongTextsAndLongSecrets();
};

void TestRedactor::leavesNoFiveCharactersOfASecret()
{
    const QString keyAlphabet = u"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_+/="_s;
    const QString textAlphabet = u"abc XYZ 123 .,:\"{}\n"_s;
    for (quint32 seed = 1; seed <= 500; ++seed) {
        QRandomGenerator random(seed);
        const QString secret = randomText(random, keyAlphabet, random.bounded(5, 90));
        redact::Redactor redactor;
        redactor.addSecret(secret.toUtf8());
        QString text;
        for (int piece = 0; piece < 12; ++piece) {
            const int start = random.bounded(static_cast<int>(secret.size()));
            const bool whole = random.bounded(3) == 0;
            text += whole ? secret : secret.mid(start, random.bounded(1, 30));
            text += randomText(random, textAlphabet, random.bounded(12));
        }
        const QString result = redactor.redacted(text);
        const QString left = partLeftOver(secret, result);
        QVERIFY2(left.isEmpty(), qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void TestRedactor::hidesTheSecretInEveryForm_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redacted");
    const QByteArray key = testkeys::good;
    const QByteArray odd = "q/Z+7=w%9&k#2";
    const auto text = [](const QByteArray &bytes) { return QString::fromUtf8(bytes); };
    QTest::newRow("whole") << key << text("key " + key + ".") << u"key [key]."_s;
    QTest::newRow("five") << key << text("…" + key.mid(11, 5) + "…") << u"…[key]…"_s;
    QTest::newRow("the four that may be seen") << key << text("••••…" + key.right(4)) << u"••••…r3fQ"_s;
    QTest::newRow("twice in a row is one") << key << text(key + key) << u"[key]"_s;
    QTest::newRow("beginning, then other text") << key << text(key.left(9) + "zzz") << u"[key]zzz"_s;
    QTest::newRow("base64") << key << text("= " + key.toBase64()) << u"= [key]=="_s;
    QTest::newRow("base64 after other text")
        << odd << text("( " + ("user:" + odd).toBase64() + " )") << u"( dXNlcjp[key] )"_s;
    QTest::newRow("percent-encoded") << odd << text("?k=" + odd.toPercentEncoding() + " x") << u"?k=[key] x"_s;
    const auto each = [](const QByteArray &secret, const QString &pattern) {
        QString all;
        for (const char c : secret)
            all += QString(pattern).replace(u"HH"_s, QString::fromLatin1(QByteArray(1, c).toHex()));
        return all;
    };
    QTest::newRow("each character percent-encoded") << key << u"?k=%1 x"_s.arg(each(key, u"%HH"_s)) << u"?k=[key] x"_s;
    QTest::newRow("some percent-encoded")
        << key << text(key.left(8) + '%' + key.sliced(8, 1).toHex() + key.sliced(9)) << u"[key]"_s;
    QTest::newRow("JSON") << key << u"\"%1\""_s.arg(each(key, u"\\u00HH"_s)) << u"\"[key]\""_s;
    QTest::newRow("JSON within JSON") << key << u"\"%1\""_s.arg(each(key, u"\\\\u00HH"_s)) << u"\"[key]\""_s;
    QTest::newRow("HTML, hexadecimal") << key << u"<p>%1</p>"_s.arg(each(key, u"&#xHH;"_s)) << u"<p>[key]</p>"_s;
    QTest::newRow("HTML, decimal") << QByteArray("FAKEY") << u"<p>&#70;&#65;&#75;&#69;&#89;</p>"_s << u"<p>[key]</p>"_s;
    QTest::newRow("soft hyphens within") << QByteArray("FAKEYS") << u"F\u00adA\u00adK\u00adE\u00adY\u00adS."_s
                                         << u"[key]."_s;
    QTest::newRow("a line break within") << QByteArray("FAKEYS") << u"it is FAK\nEYS\nthere"_s
                                         << u"it is [key] there"_s;
    QTest::newRow("UTF-16 read as UTF-8")
        << key << QString::fromUtf8(QByteArray(reinterpret_cast<const char *>(text(key).utf16()), 2 * key.size()))
        << u"[key] "_s;
    QTest::newRow("escapes that are none") << QByteArray("FAKEYS") << u"100% \\ &# &#x; %4 \\u00 &#99999999; %"_s
                                           << u"100% \\ &# &#x; %4 \\u00 &#99999999; %"_s;
    QTest::newRow("placeholder") << QByteArray("YOUR_API_KEY") << u"CO_API_KEY=YOUR_API_KEY"_s << u"CO[key]=[key]"_s;
    QTest::newRow("the words of the answer itself")
        << QByteArray("invalid api token") << u"the invalid api token is"_s << u"the [key] is"_s;
    QTest::newRow("empty secret") << QByteArray() << u"anything at all"_s << u"anything at all"_s;
    QTest::newRow("empty text") << key << QString() << QString();
}

void TestRedactor::hidesTheSecretInEveryForm()
{
    QFETCH(const QByteArray, secret);
    QFETCH(const QString, text);
    QFETCH(const QString, redacted);
    redact::Redactor redactor;
    redactor.addSecret(secret);
    QCOMPARE(redactor.redacted(text), redacted);
}

void TestRedactor::knowsKeysOfAnyService_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redacted");
    QTest::newRow("40 letters and digits") << QString::fromLatin1("'" + testkeys::other + "'") << u"'[key]'"_s;
    QTest::newRow("32 hexadecimal digits") << u"id 0123456789abcdef0123456789abcdef."_s << u"id [key]."_s;
    QTest::newRow("OpenAI") << u"sk-proj-Made_Up1 provided"_s << u"[key] provided"_s;
    QTest::newRow("Hugging Face") << u"token=hf_MadeUpMadeUpMadeUp"_s << u"token=[key]"_s;
    QTest::newRow("Groq") << u"gsk_MadeUp1MadeUp"_s << u"[key]"_s;
    QTest::newRow("JWT") << u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.x"_s << u"[key].[key].x"_s;
    QTest::newRow("Bearer") << u"Illegal header value b'Bearer Made-Up!'"_s
                            << u"Illegal header value b'Bearer [key]!'"_s;
    QTest::newRow("bearer with a colon") << u"bearer: Xy3zw"_s << u"bearer: [key]"_s;
    QTest::newRow("Basic") << u"Authorization: Basic dXNlcjp3b3Jk"_s << u"Authorization: Basic [key]"_s;
}

void TestRedactor::knowsKeysOfAnyService()
{
    QFETCH(const QString, text);
    QFETCH(const QString, redacted);
    QCOMPARE(redact::Redactor().redacted(text), redacted);
}

void TestRedactor::leavesOrdinarySentences_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {
             "You are using a Trial key, which is limited to 10 API calls / minute.",
             "model 'rerank-multilingual-v3.0' not found, make sure the correct model ID was used",
             "Please create a production key at dashboard.cohere.com/api-keys",
             "id 0d4a2f5e-7c1b-4e6a-9b57-3f6f0c2a1d11", // a UUID helps support to find the request
             "Use Bearer authentication, not Basic authentication.",
             "Bearer realm=\"api\", Basic realm=\"api\"",
             "pip install scikit-learn sk-learn pa-system",
             "Donaudampfschifffahrtsgesellschaft 12345678901234567890123456789012",
             "••••…3fQz",
         })
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestRedactor::leavesOrdinarySentences()
{
    QFETCH(const QString, text);
    redact::Redactor redactor;
    redactor.addSecret(testkeys::good);
    QCOMPARE(redactor.redacted(text), text);
}

void TestRedactor::hidesAShortSecretOnlyWhereItStandsAlone()
{
    redact::Redactor redactor;
    redactor.addSecret("None");
    redactor.addSecret("ab");
    QCOMPARE(redactor.redacted(u"key None, Nonesuch, ab"_s), u"key [key], Nonesuch, ab"_s);
}

void TestRedactor::hidesASecretWithOddCharacters()
{
    redact::Redactor redactor;
    const QString secret = u"ab\u200bcd\u00a0ef\ngh\u202eij\U0001F511kl"_s;
    redactor.addSecret(secret.toUtf8());
    const QString cleaned = u"abcdefghij\U0001F511kl"_s;
    QCOMPARE(redactor.redacted(secret), u"[key]"_s);
    QCOMPARE(redactor.redacted(cleaned), u"[key]"_s);
    QCOMPARE(redactor.redacted(QString::fromLatin1(secret.toUtf8())), u"[key]"_s);

    redact::Redactor blanks;
    blanks.addSecret("x y z w");
    QCOMPARE(blanks.redacted(u"x\ty\nz\rw"_s), u"[key]"_s);

    redact::Redactor notText;
    notText.addSecret("\xff\xfe\x80 key \xc3\x28");
    QCOMPARE(notText.redacted(QString::fromUtf8("<\xff\xfe\x80 key \xc3\x28>")), u"<[key]>"_s);
}

void TestRedactor::hidesSeveralSecrets()
{
    redact::Redactor redactor;
    redactor.addSecret(testkeys::good.left(20));
    redactor.addSecret("another-one");
    redactor.addSecret("third.word");
    QCOMPARE(redactor.redacted(QString::fromLatin1(testkeys::good.left(20)) + u" another-one third.word end"_s),
        u"[key] [key] [key] end"_s);
}

void TestRedactor::makesInvisibleCharactersBlanks()
{
    QCOMPARE(redact::Redactor().redacted(u"a\u001b[31mb\u0000c\nd\u202ee\u2028f\u009bg"_s), u"a [31mb c d e f g"_s);
}

void TestRedactor::staysQuickWithLongTextsAndLongSecrets()
{
    const auto elapsed = [](const QByteArray &secret, const QString &text) {
        CpuTimer timer;
        timer.start();
        redact::Redactor redactor;
        redactor.addSecret(secret);
        [[maybe_unused]] const QString result = redactor.redacted(text);
        return timer.elapsed();
    };
    const qsizetype megabyte = 1024 * 1024;
    const QString same(megabyte, u'a');
    // Everything repeats: what a search for the longest common run would take hours for.
    QVERIFY(elapsed(QByteArray(megabyte / 8, 'a'), same) < 10'000);
    QVERIFY(elapsed(testkeys::good, u"Bearer "_s.repeated(megabyte / 7)) < 10'000);
    QVERIFY(elapsed(testkeys::good, u"Bearer"_s + QString(megabyte, u' ')) < 10'000);
    QVERIFY(elapsed(testkeys::good, QString(megabyte, u'-')) < 10'000);
    for (const QChar sign : {u'\\', u'%', u'&', u'\u00ad'})
        QVERIFY(elapsed(testkeys::good, QString(megabyte / 8, sign)) < 10'000);
}

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_Redactor.moc"
