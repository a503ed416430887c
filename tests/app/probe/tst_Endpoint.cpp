// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "probe/Endpoint.h"

using probe::EndpointKind;

Q_DECLARE_METATYPE(probe::EndpointKind)

/// What a base URL tells about whose it is, and which part of it belongs to the endpoint.
class TestEndpoint : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhoseItIs_data();
    void tellsWhoseItIs();
    void takesAwayWhatTheEndpointAddsItself_data();
    void takesAwayWhatTheEndpointAddsItself();
};

void TestEndpoint::tellsWhoseItIs_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<EndpointKind>("kind");
    const auto row = [](const char *base, EndpointKind kind) {
        QTest::newRow(base) << QString::fromLatin1(base) << kind;
    };
    row("https://api.cohere.com", EndpointKind::Cohere);
    row("https://API.Cohere.com/v2", EndpointKind::Cohere);
    row("https://api.cohere.com.", EndpointKind::Cohere);
    row("https://api.cohere.ai", EndpointKind::CohereOldHost);
    row("https://production.api.cohere.ai/v1", EndpointKind::CohereOldHost);
    row("https://dashboard.cohere.com/api-keys", EndpointKind::CohereWebSite);
    row("https://cohere.com", EndpointKind::CohereWebSite);
    row("https://cohere.com/rerank", EndpointKind::CohereWebSite);
    row("https://status.cohere.com", EndpointKind::CohereWebSite);
    row("https://my-vault.cohere.com", EndpointKind::CohereOther);
    row("https://api.cohere.com.evil.example", EndpointKind::Unknown);
    row("https://notcohere.com", EndpointKind::Unknown);
    row("https://x.services.ai.azure.com/providers/cohere", EndpointKind::AzureFoundry);
    row("https://cohere-rerank.eastus.models.ai.azure.com", EndpointKind::AzureFoundry);
    row("https://bedrock-runtime.us-east-1.amazonaws.com", EndpointKind::AwsBedrock);
    row("https://vpce-1.bedrock-runtime.us-east-1.vpce.amazonaws.com", EndpointKind::AwsBedrock);
    row("https://bedrock-runtime.us-east-1.api.aws", EndpointKind::AwsBedrock);
    row("https://runtime.sagemaker.us-east-1.amazonaws.com", EndpointKind::AwsSageMaker);
    row("https://abc123.execute-api.eu-west-1.amazonaws.com/prod", EndpointKind::Unknown);
    row("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com", EndpointKind::OracleCloud);
    row("https://api.openai.com/v1", EndpointKind::OtherProvider);
    row("https://litellm.company.example", EndpointKind::LiteLlm);
    row("http://localhost:4000", EndpointKind::LiteLlm);
    row("http://127.0.0.1:8080", EndpointKind::ThisComputer);
    row("https://rerank.company.example", EndpointKind::Unknown);
}

void TestEndpoint::tellsWhoseItIs()
{
    QFETCH(const QString, base);
    QFETCH(const EndpointKind, kind);
    QCOMPARE(probe::endpointKind(QUrl(base)), kind);
}

void TestEndpoint::takesAwayWhatTheEndpointAddsItself_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("once");
    const auto row = [](const char *base, const char *once) {
        QTest::newRow(base) << QString::fromLatin1(base) << QString::fromLatin1(once);
    };
    row("https://a.example", "https://a.example");
    row("https://a.example/v2/rerank", "https://a.example");
    row("https://a.example/v1", "https://a.example");
    row("https://a.example/rerank", "https://a.example");
    row("https://a.example/v2/rerank/v2/rerank", "https://a.example");
    row("https://a.example/gateway/cohere/v2", "https://a.example/gateway/cohere");
    row("https://api.cohere.ai/compatibility/v1", "https://api.cohere.ai");
    row("https://a.example/v2//rerank", "https://a.example");
    row("https://a.example//v2/rerank", "https://a.example");
    row("https://a.example/dev1", "https://a.example/dev1");
    row("https://a.example/g%2Fb/v2", "https://a.example/g%2Fb");
}

void TestEndpoint::takesAwayWhatTheEndpointAddsItself()
{
    QFETCH(const QString, base);
    QFETCH(const QString, once);
    QCOMPARE(probe::withoutEndpointPath(QUrl(base)).toString(QUrl::FullyEncoded), once);
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_Endpoint.moc"
