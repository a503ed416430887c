// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "probe/Variants.h"
#include "words/Ids.h"

using probe::Target;
using probe::Variant;

Q_DECLARE_METATYPE(probe::Variant)

/// What a trial changes about the target, and what it leaves.
class TestVariants : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void changeOneThing_data();
    void changeOneThing();
};

namespace {

Target usual()
{
    Target target;
    target.base = QUrl(QStringLiteral("https://rerank.example/gateway/v2"));
    target.header = {"X-Company-Key", {}, {}};
    target.proxy = {probe::ProxyChoice::Kind::Given, QUrl(QStringLiteral("http://proxy.example:3128"))};
    target.authorityFile = QStringLiteral("authority.pem");
    return target;
}

/// Everything that a request depends on, on one line.
QString line(const Target &target)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(probe::endpointUrl(target.base, target.rerankPath).toString(), probe::written(target.header),
            target.proxy.kind == probe::ProxyChoice::Kind::None ? QStringLiteral("direct") : QStringLiteral("proxy"),
            target.authorityFile);
}

} // namespace

void TestVariants::changeOneThing_data()
{
    QTest::addColumn<Variant>("variant");
    QTest::addColumn<QString>("expected");
    const auto row = [](Variant variant, const char *expected) {
        QTest::newRow(qPrintable(words::id(variant))) << variant << QString::fromLatin1(expected);
    };
    const char *unchanged = "https://rerank.example/gateway/v2/v2/rerank X-Company-Key: {key} proxy authority.pem";
    for (const Variant variant :
        {Variant::AsGiven, Variant::Cleaned, Variant::OtherPlace, Variant::NoKey, Variant::Again})
        row(variant, unchanged);
    row(Variant::Direct, "https://rerank.example/gateway/v2/v2/rerank X-Company-Key: {key} direct authority.pem");
    row(Variant::BearerHeader,
        "https://rerank.example/gateway/v2/v2/rerank Authorization: Bearer {key} proxy authority.pem");
    row(Variant::BareHeader, "https://rerank.example/gateway/v2/v2/rerank Authorization: {key} proxy authority.pem");
    row(Variant::XApiKeyHeader, "https://rerank.example/gateway/v2/v2/rerank X-API-Key: {key} proxy authority.pem");
    row(Variant::ApiKeyHeader, "https://rerank.example/gateway/v2/v2/rerank api-key: {key} proxy authority.pem");
    row(Variant::PathOnce, "https://rerank.example/gateway/v2/rerank X-Company-Key: {key} proxy authority.pem");
    row(Variant::V1Path, "https://rerank.example/gateway/v1/rerank X-Company-Key: {key} proxy authority.pem");
    row(Variant::WithoutPath, "https://rerank.example/v2/rerank X-Company-Key: {key} proxy authority.pem");
}

void TestVariants::changeOneThing()
{
    QFETCH(const Variant, variant);
    QFETCH(const QString, expected);
    QCOMPARE(line(probe::targetOf(variant, usual())), expected);
}

QTEST_GUILESS_MAIN(TestVariants)
#include "tst_Variants.moc"
