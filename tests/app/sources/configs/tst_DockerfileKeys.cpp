// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/FoundKeys.h"
#include "sources/configs/ConfigReaders.h"

class TestDockerfileKeys : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsEnvAndArg_data();
    void readsEnvAndArg();
    void survivesHostileTexts_data();
    void survivesHostileTexts();
};

void TestDockerfileKeys::readsEnvAndArg_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *text, const char *found) {
        QTest::newRow(name) << foundkeys::withKeys(text) << QString::fromLatin1(found);
    };
    row("ENV with a sign", "FROM x\nENV CO_API_KEY=GOOD\n", "CO_API_KEY 2 0 GOOD");
    row("ENV with a blank", "FROM x\nENV CO_API_KEY GOOD\n", "CO_API_KEY 2 0 GOOD");
    row("ENV with a blank and quotes", "FROM x\nENV CO_API_KEY \"GOOD\"  \n", "CO_API_KEY 2 0 GOOD");
    row("several on a line", "FROM x\nENV A=1 CO_API_KEY=\"GOOD\" COHERE_API_KEY='OTHER'\n",
        "CO_API_KEY 2 0 GOOD; COHERE_API_KEY 2 0 OTHER");
    row("quotes with blanks within", "FROM x\nENV CO_API_KEY=\"GOOD \"\n", "CO_API_KEY 2 0 GOOD ");
    row("an escaped blank", "FROM x\nENV CO_API_KEY=a\\ b\n", "CO_API_KEY 2 0 a b");
    row("escapes in double quotes", "FROM x\nENV CO_API_KEY=\"a\\b\\\"c\"\n", "CO_API_KEY 2 0 a\\b\"c");
    row("a variable that is set anew, to what is not known", "FROM x\nENV K=GOOD\nENV K=$NONE\nENV CO_API_KEY=$K\n",
        "CO_API_KEY 4 0 ->(elsewhere)");
    row("set to nothing", "FROM x\nENV CO_API_KEY=\n", "CO_API_KEY 2 0 (empty)");
    row("ARG", "FROM x\nARG CO_API_KEY=GOOD\n", "CO_API_KEY 2 0 GOOD");
    row("ARG without a value", "FROM x\nARG CO_API_KEY\n", "CO_API_KEY 2 0 ->(elsewhere)");
    row("before the first stage", "ARG CO_API_KEY=GOOD\nFROM x\n", "CO_API_KEY 1 - GOOD");
    row("small letters", "from x as base\nenv CO_API_KEY=GOOD\n", "CO_API_KEY 2 base GOOD");
    row("stages", "FROM x AS build\nENV CO_API_KEY=GOOD\nFROM y\nENV CO_API_KEY=OTHER\n",
        "CO_API_KEY 2 build GOOD; CO_API_KEY 4 1 OTHER");
    row("a stage of a platform", "FROM --platform=linux/amd64 x AS build\nENV CO_API_KEY=GOOD\n",
        "CO_API_KEY 2 build GOOD");
    row("continued lines", "FROM x\nENV A=1 \\\n    B=2 \\\n    CO_API_KEY=GOOD\n", "CO_API_KEY 4 0 GOOD");
    row("a continued value", "FROM x\nENV CO_API_KEY=ab\\\ncd\n", "CO_API_KEY 2 0 abcd");
    row("a comment among continued lines", "FROM x\nENV A=1 \\\n# CO_API_KEY=OTHER\n\n    CO_API_KEY=GOOD\n",
        "CO_API_KEY 5 0 GOOD");
    row("another escape", "# escape=`\nFROM x\nENV A=1 `\n  CO_API_KEY=GOOD\n", "CO_API_KEY 4 0 GOOD");
    row("another escape too late", "FROM x\n# escape=`\nENV CO_API_KEY=GOOD`\n", "CO_API_KEY 3 0 GOOD`");
    row("a comment", "FROM x\n# ENV CO_API_KEY=GOOD\n", "");
    row("no comment within a line", "FROM x\nENV CO_API_KEY=GOOD#1\n", "CO_API_KEY 2 0 GOOD#1");
    row("from an ARG", "FROM x\nARG CO_API_KEY\nENV CO_API_KEY=$CO_API_KEY\n",
        "CO_API_KEY 2 0 ->(elsewhere); CO_API_KEY 3 0 ->(elsewhere)");
    row("from an ARG that has a value", "FROM x\nARG KEY=GOOD\nENV CO_API_KEY=${KEY}\n", "CO_API_KEY 3 0 ->GOOD");
    row("with a text for want of one", "FROM x\nARG KEY\nENV CO_API_KEY=${KEY:-GOOD}\n", "CO_API_KEY 3 0 GOOD");
    row("no variable in single quotes", "FROM x\nENV CO_API_KEY='$KEY'\n", "CO_API_KEY 2 0 $KEY");
    row("an escaped dollar", "FROM x\nENV CO_API_KEY=\\$KEY\n", "CO_API_KEY 2 0 $KEY");
    row("a variable ends with its stage", "FROM x\nARG KEY=GOOD\nFROM y\nENV CO_API_KEY=$KEY\n",
        "CO_API_KEY 4 1 ->(elsewhere)");
    row("a here-document", "FROM x\nRUN <<EOF\nENV CO_API_KEY=OTHER\nEOF\nENV CO_API_KEY=GOOD\n",
        "CO_API_KEY 5 0 GOOD");
    row("what only looks like a here-document", "FROM x\nRUN echo 1<<EOF\nENV CO_API_KEY=GOOD\n",
        "CO_API_KEY 3 0 GOOD");
    row("another instruction", "FROM x\nRUN echo CO_API_KEY=GOOD\n", "");
    row("another name", "FROM x\nENV MY_CO_API_KEY=GOOD\n", "");
    row("byte order mark and CRLF",
        "\xef\xbb\xbf"
        "FROM x\r\nENV CO_API_KEY=GOOD\r\n",
        "CO_API_KEY 2 0 GOOD");
    row("no line break at the end", "ENV CO_API_KEY=GOOD", "CO_API_KEY 1 - GOOD");
}

void TestDockerfileKeys::readsEnvAndArg()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, found);
    const auto keys = sources::keysInDockerfile(text, {});
    QCOMPARE(foundkeys::shown(keys), found);
    for (const sources::FoundKey &key : keys)
        QVERIFY(key.place.kind == sources::PlaceKind::Dockerfile);
}

void TestDockerfileKeys::survivesHostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("nothing", "");
    row("half an instruction", "ENV");
    row("ENV of a sign", "ENV =\nARG =x\nENV CO_API_KEY\n");
    row("continued without end", QByteArray("\\\n").repeated(500'000));
    row("quotes that never end", "ENV CO_API_KEY=\"" + QByteArray(1'000'000, 'x'));
    row("doubling", QByteArray("ENV A=x\n") + QByteArray("ENV A=$A$A\n").repeated(90'000));
    row("many variables",
        "ENV A=" + QByteArray(4000, 'x') + "\nENV CO_API_KEY=" + QByteArray("$A").repeated(500'000) + "\n");
    row("braces", "ENV CO_API_KEY=" + QByteArray("${A").repeated(300'000));
    row("here-documents without end", QByteArray("RUN <<A\n").repeated(100'000));
    row("many here-documents on a line", "RUN " + QByteArray("<<A ").repeated(20'000) + "\n");
    row("binary", QByteArray("\0\xff\n", 3).repeated(300'000));
    row("too large", QByteArray("ENV CO_API_KEY=x\n").repeated(70'000));
}

void TestDockerfileKeys::survivesHostileTexts()
{
    QFETCH(const QByteArray, text);
    CpuTimer timer;
    timer.start();
    QVERIFY(sources::keysInDockerfile(text, {}).size() <= 1);
    QVERIFY2(timer.elapsed() < 10'000, "took longer than ten seconds");
}

QTEST_GUILESS_MAIN(TestDockerfileKeys)
#include "tst_DockerfileKeys.moc"
