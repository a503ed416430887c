// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/FoundKeys.h"
#include "sources/configs/ConfigReaders.h"

class TestKubernetesKeys : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsManifests_data();
    void readsManifests();
    void seesTheLineFeedOfEcho();
    void survivesHostileTexts_data();
    void survivesHostileTexts();
};

void TestKubernetesKeys::readsManifests_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *text, const char *found) {
        QByteArray bytes(text);
        bytes.replace("BASE64LF", (testkeys::good + '\n').toBase64()).replace("BASE64", testkeys::good.toBase64());
        QTest::newRow(name) << foundkeys::withKeys(bytes.constData()) << QString::fromLatin1(found);
    };
    row("a pod",
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: a\n      env:\n"
        "        - name: CO_API_KEY\n          value: GOOD\n",
        "CO_API_KEY 9 Pod/web GOOD");
    row("a cron job",
        "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: n}\nspec: {jobTemplate: {spec: {template: {spec: "
        "{containers: [{env: [{name: COHERE_API_KEY, value: GOOD}]}]}}}}}\n",
        "COHERE_API_KEY 4 CronJob/n GOOD");
    row("from a secret",
        "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - env:\n"
        "        - name: CO_API_KEY\n          valueFrom: {secretKeyRef: {name: cohere, key: api-key}}\n",
        "CO_API_KEY 7 Pod/web ->(elsewhere)");
    row("no value", "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - env: [{name: CO_API_KEY}]\n",
        "CO_API_KEY 5 Pod/ (empty)");
    row("another variable's value",
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - env: [{name: CO_API_KEY, value: $(OTHER_KEY)}]\n",
        "CO_API_KEY 5 Pod/ ->(elsewhere)");
    row("a secret", "apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\ndata:\n  CO_API_KEY: BASE64\n",
        "CO_API_KEY 5 Secret/keys GOOD");
    row("a secret made with echo",
        "apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\ndata:\n  CO_API_KEY: BASE64LF\n",
        "CO_API_KEY 5 Secret/keys GOOD\\n");
    row("base64 on several lines",
        "apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\ndata:\n  CO_API_KEY: |\n    BASE64\n",
        "CO_API_KEY 5 Secret/keys GOOD");
    row("a secret of plain text",
        "apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\nstringData:\n  CO_API_KEY: GOOD\n",
        "CO_API_KEY 5 Secret/keys GOOD");
    row("no base64", "apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\ndata:\n  CO_API_KEY: not-base64!\n",
        "CO_API_KEY 5 Secret/keys not-base64!");
    row("a name that tells of Cohere",
        "apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\ndata:\n  cohere-api-key: BASE64\n  openai-api-key: "
        "QQ==\n",
        "cohere-api-key 5 Secret/keys GOOD");
    row("a secret for Cohere", "apiVersion: v1\nkind: Secret\nmetadata: {name: cohere}\ndata:\n  api-key: BASE64\n",
        "api-key 5 Secret/cohere GOOD");
    row("any other secret", "apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\ndata:\n  api-key: BASE64\n", "");
    row("other settings",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  COHERE_MODEL: rerank-v3.5\n  "
        "COHERE_KEY_FILE: /run/key\n  CO_API_KEY: GOOD\n",
        "CO_API_KEY 7 ConfigMap/c GOOD");
    row("a template",
        "apiVersion: v1\nkind: Secret\nmetadata: {name: c}\ndata:\n  CO_API_KEY: '{{ .Values.key | b64enc }}'\n",
        "CO_API_KEY 5 Secret/c ->(elsewhere)");
    row("several documents",
        "# one\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {CO_API_KEY: GOOD}\n---\n"
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\ndata: {CO_API_KEY: OTHER}\n",
        "CO_API_KEY 6 Secret/a GOOD; CO_API_KEY 11 ConfigMap/b OTHER");
    row("a list",
        "apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Secret\n    metadata: {name: a}\n"
        "    stringData: {CO_API_KEY: GOOD}\n",
        "CO_API_KEY 7 Secret/a GOOD");
    row("no manifest", "env:\n  - name: CO_API_KEY\n    value: GOOD\n", "");
    row("containers that share a list",
        "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  initContainers:\n    - env: &e\n"
        "        - {name: CO_API_KEY, value: GOOD}\n  containers:\n    - env: *e\n",
        "CO_API_KEY 7 Pod/p GOOD; CO_API_KEY 7 Pod/p GOOD");
}

void TestKubernetesKeys::readsManifests()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, found);
    const auto keys = sources::keysInKubernetes(text, {});
    QCOMPARE(foundkeys::shown(keys), found);
    for (const sources::FoundKey &key : keys)
        QVERIFY(key.place.kind == sources::PlaceKind::Kubernetes);
}

void TestKubernetesKeys::seesTheLineFeedOfEcho()
{
    const QByteArray text = "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {CO_API_KEY: "
        + (testkeys::good + '\n').toBase64() + "}\n";
    const auto keys = sources::keysInKubernetes(text, {});
    QCOMPARE(keys.size(), 1U);
    QCOMPARE(keys.front().place.length, 41);
    QVERIFY(keys.front().place.findings == std::vector{inspect::FindingKind::HiddenCharacters});
}

void TestKubernetesKeys::survivesHostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto texts = foundkeys::hostileYaml();
    for (const auto &[name, text] : texts)
        QTest::newRow(name.constData()) << text;
    QByteArray documents;
    while (documents.size() < 900'000)
        documents += "apiVersion: v1\nkind: Pod\nspec: {env: [{name: CO_API_KEY, value: x}]}\n---\n";
    QTest::newRow("many documents") << documents;
}

void TestKubernetesKeys::survivesHostileTexts()
{
    QFETCH(const QByteArray, text);
    CpuTimer timer;
    timer.start();
    QVERIFY(sources::keysInKubernetes(text, {}).empty());
    QVERIFY2(timer.elapsed() < 10'000, "took longer than ten seconds"); // a second without sanitizers
}

QTEST_GUILESS_MAIN(TestKubernetesKeys)
#include "tst_KubernetesKeys.moc"
