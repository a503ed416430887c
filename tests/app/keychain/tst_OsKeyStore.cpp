// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "keychain/OsKeyStore.h"

#include <QProcess>

using keychain::KeyStoreFailure;

/// Runs against a real Secret Service: helpers/with-secret-service.sh starts one on a bus of its own.
class TestOsKeyStore : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void savesReadsReplacesAndDeletes();
    void isReadByOtherPrograms();
    void saysThatThereIsNoSuchKey();
    void saysNothingToWhoHasGone();

private:
    [[nodiscard]] int save(const QString &name, const QByteArray &bytes);
    [[nodiscard]] QByteArray read(const QString &name);
    [[nodiscard]] int remove(const QString &name);

    keychain::OsKeyStore m_store;
};

namespace {

constexpr int patience = 15'000; // milliseconds
constexpr int fine = -1;

int code(const tl::expected<void, KeyStoreFailure> &result)
{
    return result ? fine : static_cast<int>(result.error());
}

} // namespace

int TestOsKeyStore::save(const QString &name, const QByteArray &bytes)
{
    std::optional<int> outcome;
    m_store.save(name, key::Secret{QByteArrayView(bytes)}, this, [&](const auto &result) { outcome = code(result); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), patience); }();
    return outcome.value_or(-2);
}

QByteArray TestOsKeyStore::read(const QString &name)
{
    std::optional<QByteArray> outcome;
    m_store.read(name, this, [&](const tl::expected<key::Secret, KeyStoreFailure> &result) {
        outcome = result ? result->bytes().toByteArray()
                         : QByteArray("failure ") + QByteArray::number(static_cast<int>(result.error()));
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), patience); }();
    return outcome.value_or("no answer");
}

int TestOsKeyStore::remove(const QString &name)
{
    std::optional<int> outcome;
    m_store.remove(name, this, [&](const auto &result) { outcome = code(result); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), patience); }();
    return outcome.value_or(-2);
}

void TestOsKeyStore::savesReadsReplacesAndDeletes()
{
    const QString name = QStringLiteral("cohere");
    QCOMPARE(save(name, testkeys::good), fine);
    QCOMPARE(read(name), testkeys::good);
    QVERIFY(m_store.names().contains(name));
    QCOMPARE(save(name, testkeys::other), fine);
    QCOMPARE(read(name), testkeys::other);
    QCOMPARE(m_store.names().count(name), 1);
    QCOMPARE(remove(name), fine);
    QVERIFY(!m_store.names().contains(name));
    QCOMPARE(read(name), "failure " + QByteArray::number(static_cast<int>(KeyStoreFailure::NotFound)));
}

void TestOsKeyStore::isReadByOtherPrograms()
{
    const QString name = QStringLiteral("for others");
    QCOMPARE(save(name, testkeys::good), fine);
    QProcess other;
    other.start(QStringLiteral("secret-tool"),
        {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("rerank-key-doctor"),
            QStringLiteral("user"), name});
    QVERIFY(other.waitForFinished(patience));
    QCOMPARE(other.readAllStandardOutput(), testkeys::good);
    QCOMPARE(remove(name), fine);
}

void TestOsKeyStore::saysThatThereIsNoSuchKey()
{
    QCOMPARE(read(QStringLiteral("never saved")),
        "failure " + QByteArray::number(static_cast<int>(KeyStoreFailure::NotFound)));
}

void TestOsKeyStore::saysNothingToWhoHasGone()
{
    bool called = false;
    {
        QObject shortLived;
        m_store.read(QStringLiteral("never saved"), &shortLived, [&](const auto &) { called = true; });
    }
    // The same question once more: when it is answered, the first would have been.
    QVERIFY(read(QStringLiteral("never saved")).startsWith("failure"));
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestOsKeyStore)
#include "tst_OsKeyStore.moc"
