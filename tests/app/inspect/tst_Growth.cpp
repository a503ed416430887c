// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "inspect/Inspection.h"

#include <algorithm>
#include <limits>

/// Texts made to be slow: the time must grow with their size, not with its square.
class TestGrowth : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void isLinear_data();
    void isLinear();
    void takesTenMegabytes();
};

namespace {

QByteArray text(const QByteArray &front, const QByteArray &back, qsizetype size)
{
    QByteArray bytes;
    for (const QByteArray &unit : {front, back}) {
        if (!unit.isEmpty())
            bytes += unit.repeated(size / unit.size() / (back.isEmpty() || front.isEmpty() ? 1 : 2));
        if (&unit == &front)
            bytes += testkeys::good;
    }
    return bytes;
}

/// The best of so many runs.
qint64 nanosecondsFor(const QByteArray &bytes, int runs)
{
    const key::Secret secret{QByteArrayView(bytes)};
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < runs; ++i) {
        CpuTimer timer;
        timer.start();
        const inspect::Inspection inspection = inspect::inspect(secret);
        best = std::min(best, timer.nsecsElapsed());
        if (static_cast<qsizetype>(inspection.findings.size()) > inspect::maximumShown)
            return -1;
    }
    return best;
}

} // namespace

void TestGrowth::isLinear_data()
{
    QTest::addColumn<QByteArray>("front");
    QTest::addColumn<QByteArray>("back");
    const auto row = [](const char *name, const QByteArray &front, const QByteArray &back = {}) {
        QTest::newRow(name) << front << back;
    };
    row("letters", "abcdefghij0123456789");
    row("one letter", "k");
    row("NUL", QByteArray(1, '\0'));
    row("UTF-16", QByteArray("a\0", 2));
    row("blanks", " ", " ");
    row("line breaks between letters", "q\n");
    row("quotes", "\"", "\"");
    row("quotes before", "'");
    row("escaped quotes", "\\\"", "\\\"");
    row("curly quotes", "\u201c", "\u201d");
    row("misread quotes", "\u00e2\u20ac\u0153", "\u00e2\u20ac");
    row("zero width spaces", "\u200b");
    row("ESC", "\x1b");
    row("ESC[", "\x1b[");
    row("ESC[1", "\x1b[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1");
    row("paste marks", "[200~", "[201~");
    row("tags", "\U000e0041");
    row("tags and letters", "a\U000e0041");
    row("angle brackets", "<", ">");
    row("braces", "{", "}");
    row("braces and blanks", "{ ", "}");
    row("braces before, misread quotes behind", "{", "\u00e2\u20ac\u0153");
    row("dollar braces", "${", "}");
    row("Bearer", "Bearer ");
    row("Bearer without blanks", "Bearer");
    row("headers", "Authorization: ");
    row("assignments", "CO_API_KEY=");
    row("set", "set ");
    row("a name and blanks", "CO_API_KEY ");
    row("lists", "- ");
    row("JSON", "{\"a\":", "}");
    row("labels", "key: ");
    row("commas", ",", ",");
    row("stars", "*");
    row("invalid bytes", "\xff");
    row("cut characters", "\xe2\x80");
    row("misread blanks", "\u00c2\u00a0");
    row("percent signs", "%25");
    row("backslashes", "\\");
    row("written line feeds", "\\n");
    row("look-alikes", "\u0430");
    row("mathematical letters", "\U0001d400");
    row("Latin letters with accents", "\u00e9");
    row("dots", "...");
}

void TestGrowth::isLinear()
{
    QFETCH(const QByteArray, front);
    QFETCH(const QByteArray, back);
    constexpr qsizetype size = 16 * 1024; // small, since sanitizers make it slow: a square would show all the same
    const qint64 one = nanosecondsFor(text(front, back, size), 3);
    const qint64 four = nanosecondsFor(text(front, back, 4 * size), 1);
    QVERIFY(one > 0 && four > 0);
    const double ratio = static_cast<double>(four) / static_cast<double>(one);
    QVERIFY2(ratio < 8, qPrintable(QString::number(ratio)));
    constexpr qint64 second = 1000LL * 1000 * 1000;
    QVERIFY(four < 10 * second); // also in a build for debugging, with sanitizers, on a busy machine
}

void TestGrowth::takesTenMegabytes()
{
    const QByteArray bytes = QByteArray(10 * 1000 * 1000, '\0') + testkeys::good;
    const inspect::Inspection inspection = inspect::inspect(key::Secret{QByteArrayView(bytes)});
    QCOMPARE(inspection.findingCount, 10 * 1000 * 1000);
    QCOMPARE(static_cast<qsizetype>(inspection.findings.size()), inspect::maximumShown);
    QCOMPARE(inspection.cleaned.length, 40);
    QVERIFY(inspection.cleaned.headerSafe);
}

QTEST_GUILESS_MAIN(TestGrowth)
#include "tst_Growth.moc"
