// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "sources/Clients.h"
#include "sources/Environment.h"

#include <QSet>

namespace {

/// An environment of a test's own.
class GivenEnvironment : public sources::Environment {
public:
    explicit GivenEnvironment(QHash<QString, QByteArray> variables)
        : m_variables(std::move(variables))
    {
    }
    [[nodiscard]] std::optional<key::Secret> read(const QString &name) const override
    {
        const auto found = m_variables.find(name);
        return found == m_variables.end() ? std::nullopt : std::optional(key::Secret{QByteArrayView(*found)});
    }

private:
    QHash<QString, QByteArray> m_variables;
};

const sources::Client *client(const char *id)
{
    return *id == '\0' ? nullptr : sources::findClient(QString::fromLatin1(id));
}

} // namespace

class TestEnvironment : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void knowsEveryClientOnce();
    void knowsWhatAnEmptyVariableDoes_data();
    void knowsWhatAnEmptyVariableDoes();
    void knowsWhatAClientSaysAndHowItsEnvFileIsLoaded();
    void readsTheVariableThatTheClientReads_data();
    void readsTheVariableThatTheClientReads();
    void readsItsOwnEnvironmentByteByByte();
};

void TestEnvironment::knowsEveryClientOnce()
{
    QSet<QString> ids;
    for (const sources::Client &one : sources::clients()) {
        QVERIFY(!ids.contains(one.id));
        QVERIFY(!one.name.isEmpty());
        ids.insert(one.id);
    }
    QCOMPARE(ids.size(), 22);
    QVERIFY(sources::clientsReading(QStringLiteral("COHERE_API_KEY")).contains(QStringLiteral("langchain-js")));
    QVERIFY(!sources::clientsReading(QStringLiteral("COHERE_API_KEY")).contains(QStringLiteral("cohere-typescript")));
}

void TestEnvironment::knowsWhatAnEmptyVariableDoes_data()
{
    QTest::addColumn<sources::EmptyVariable>("empty");
    const auto row = [](const char *id, sources::EmptyVariable empty) { QTest::newRow(id) << empty; };
    row("cohere-python", sources::EmptyVariable::IsUsed);
    row("cohere-python-4", sources::EmptyVariable::IsPassedOver);
    row("cohere-typescript", sources::EmptyVariable::IsUsed);
    row("cohere-java", sources::EmptyVariable::IsUsed);
    row("cohere-go", sources::EmptyVariable::IsPassedOver);
    row("langchain-python", sources::EmptyVariable::IsUsed);
    row("langchain-js", sources::EmptyVariable::IsPassedOver);
    row("llamaindex", sources::EmptyVariable::IsUsed);
    row("haystack", sources::EmptyVariable::IsUsed);
    row("litellm", sources::EmptyVariable::IsPassedOver);
    row("vercel-ai-sdk", sources::EmptyVariable::IsUsed);
    row("anythingllm", sources::EmptyVariable::IsPassedOver);
    row("chroma", sources::EmptyVariable::IsUsed);
    row("weaviate", sources::EmptyVariable::IsPassedOver);
    row("pydantic-ai", sources::EmptyVariable::IsPassedOver);
    row("dify", sources::EmptyVariable::NotKnown);
}

void TestEnvironment::knowsWhatAnEmptyVariableDoes()
{
    QFETCH(const sources::EmptyVariable, empty);
    const sources::Client *one = client(QTest::currentDataTag());
    QVERIFY(one != nullptr);
    QVERIFY(one->empty == empty);
}

void TestEnvironment::knowsWhatAClientSaysAndHowItsEnvFileIsLoaded()
{
    QVERIFY(client("litellm")->whenNothingIsSet.contains(QLatin1String("Cohere API key is required")));
    QVERIFY(client("cohere-python")->loader == sources::EnvLoader::PythonDotenv);
    QVERIFY(client("langchain-js")->loader == sources::EnvLoader::Node);
    QVERIFY(!client("cohere-java")->loader.has_value());
    for (const sources::Client &one : sources::clients()) {
        // One that keeps the key in its own settings reads no variable, and so no .env file either.
        QCOMPARE(one.variables.isEmpty(), one.empty == sources::EmptyVariable::NotKnown);
        QVERIFY(!one.variables.isEmpty() || !one.loader.has_value());
    }
}

void TestEnvironment::readsTheVariableThatTheClientReads_data()
{
    QTest::addColumn<QByteArray>("coApiKey"); // "-": not set
    QTest::addColumn<QByteArray>("cohereApiKey");
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QString>("variable");
    const auto row = [](const char *name, const char *co, const char *cohere, const char *id, const char *variable) {
        QTest::newRow(name) << QByteArray(co) << QByteArray(cohere) << QByteArray(id) << QString::fromLatin1(variable);
    };
    row("nothing set", "-", "-", "", "CO_API_KEY");
    row("both set", "a", "b", "", "CO_API_KEY");
    row("the second alone", "-", "b", "", "COHERE_API_KEY");
    row("the first is empty", "", "b", "", "COHERE_API_KEY");
    row("cohere-python prefers the first", "a", "b", "cohere-python", "CO_API_KEY");
    row("LangChain prefers the second", "a", "b", "langchain-python", "COHERE_API_KEY");
    row("TypeScript never reads the second", "-", "b", "cohere-typescript", "CO_API_KEY");
    row("cohere-python takes an empty first one", "", "b", "cohere-python", "CO_API_KEY");
    row("LangChain takes an empty first one", "a", "", "langchain-python", "COHERE_API_KEY");
    row("Haystack takes an empty first one", "a", "", "haystack", "COHERE_API_KEY");
    row("LiteLLM passes over an empty one", "a", "", "litellm", "CO_API_KEY");
    row("an empty second one is no matter", "a", "", "cohere-python", "CO_API_KEY");
    row("a client with its own settings", "-", "b", "dify", "COHERE_API_KEY");
    row("an empty one, and a client with its own settings", "", "b", "dify", "COHERE_API_KEY");
}

void TestEnvironment::readsTheVariableThatTheClientReads()
{
    QFETCH(const QByteArray, coApiKey);
    QFETCH(const QByteArray, cohereApiKey);
    QFETCH(const QByteArray, client);
    QFETCH(const QString, variable);
    QHash<QString, QByteArray> variables;
    if (coApiKey != "-")
        variables.insert(QStringLiteral("CO_API_KEY"), coApiKey);
    if (cohereApiKey != "-")
        variables.insert(QStringLiteral("COHERE_API_KEY"), cohereApiKey);
    QCOMPARE(sources::variableRead(GivenEnvironment(variables), ::client(client.constData())), variable);
}

void TestEnvironment::readsItsOwnEnvironmentByteByByte()
{
    const QByteArray odd = testkeys::good + "\xff\xc2\xa0\n";
    qputenv("CHROMA_COHERE_API_KEY", odd);
    const auto secret = sources::OwnEnvironment().read(QStringLiteral("CHROMA_COHERE_API_KEY"));
    qunsetenv("CHROMA_COHERE_API_KEY");
    QVERIFY(secret.has_value());
    QCOMPARE(secret->bytes().toByteArray(), odd);
    QVERIFY(!sources::OwnEnvironment().read(QStringLiteral("CHROMA_COHERE_API_KEY")).has_value());
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_Environment.moc"
