// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/FoundKeys.h"
#include "sources/configs/ConfigReaders.h"

class TestWorkflowKeys : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsWorkflows_data();
    void readsWorkflows();
    void survivesHostileTexts_data();
    void survivesHostileTexts();
};

void TestWorkflowKeys::readsWorkflows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *text, const char *found) {
        QTest::newRow(name) << foundkeys::withKeys(text) << QString::fromLatin1(found);
    };
    row("the workflow", "on: push\nenv:\n  CO_API_KEY: GOOD\njobs: {}\n", "CO_API_KEY 3 - GOOD");
    row("a job", "jobs:\n  test:\n    env:\n      CO_API_KEY: GOOD\n", "CO_API_KEY 4 test GOOD");
    row("a step", "jobs:\n  test:\n    steps:\n      - name: Ask\n        env:\n          CO_API_KEY: GOOD\n",
        "CO_API_KEY 6 test / Ask GOOD");
    row("a step without a name", "jobs:\n  test:\n    steps:\n      - run: x\n      - env: {CO_API_KEY: GOOD}\n",
        "CO_API_KEY 5 test / 2 GOOD");
    row("a secret", "env:\n  CO_API_KEY: ${{ secrets.CO_API_KEY }}\n", "CO_API_KEY 2 - ->(elsewhere)");
    row("a secret in quotes", "env:\n  CO_API_KEY: \"${{secrets.COHERE}}\"\n", "CO_API_KEY 2 - ->(elsewhere)");
    row("set to nothing", "env:\n  CO_API_KEY: ''\n", "CO_API_KEY 2 - (empty)");
    row("an input",
        "jobs:\n  test:\n    steps:\n      - uses: a/b@v1\n        with:\n          cohere-api-key: GOOD\n"
        "          cohere-model: rerank-v3.5\n          api-key: OTHER\n",
        "cohere-api-key 6 test / 1 GOOD");
    row("a workflow that is called",
        "jobs:\n  call:\n    uses: ./.github/workflows/a.yml\n    with: {cohere_key: GOOD}\n"
        "    secrets: {CO_API_KEY: '${{ secrets.K }}'}\n",
        "cohere_key 4 call GOOD; CO_API_KEY 5 call ->(elsewhere)");
    row("a container", "jobs:\n  t:\n    container: {image: x, env: {CO_API_KEY: GOOD}}\n", "CO_API_KEY 3 t GOOD");
    row("secrets that are inherited", "jobs:\n  t:\n    secrets: inherit\n", "");
    row("another name", "env:\n  MY_KEY: GOOD\n", "");
}

void TestWorkflowKeys::readsWorkflows()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, found);
    const auto keys = sources::keysInWorkflow(text, {});
    QCOMPARE(foundkeys::shown(keys), found);
    for (const sources::FoundKey &key : keys)
        QVERIFY(key.place.kind == sources::PlaceKind::Workflow);
}

void TestWorkflowKeys::survivesHostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto texts = foundkeys::hostileYaml();
    for (const auto &[name, text] : texts)
        QTest::newRow(name.constData()) << text;
}

void TestWorkflowKeys::survivesHostileTexts()
{
    QFETCH(const QByteArray, text);
    CpuTimer timer;
    timer.start();
    QVERIFY(sources::keysInWorkflow(text, {}).empty());
    QVERIFY2(timer.elapsed() < 10'000, "took longer than ten seconds"); // a second without sanitizers
}

QTEST_GUILESS_MAIN(TestWorkflowKeys)
#include "tst_WorkflowKeys.moc"
