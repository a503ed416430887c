// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/TestCertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace {

const QStringList newKey{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
    QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes")};

// `openssl ca` alone takes both dates of a certificate, also in version 3.0.
constexpr char authorityConfiguration[] = R"([ca]
default_ca = test
[test]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = anything
copy_extensions = copy
unique_subject = no
[anything]
commonName = supplied
)";

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString stamp(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")) + u'Z';
}

} // namespace

TestCertificates::TestCertificates(const QString &organisation)
{
    m_valid = m_folder.isValid() && write(path(QStringLiteral("index.txt")), {})
        && write(path(QStringLiteral("ca.cnf")), authorityConfiguration)
        && run(
            QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"), QStringLiteral("3650"),
                QStringLiteral("-subj"), QStringLiteral("/O=%1/CN=Test Root").arg(organisation),
                QStringLiteral("-keyout"), QStringLiteral("ca.key"), QStringLiteral("-out"), QStringLiteral("ca.pem")}
            + newKey);
}

QString TestCertificates::authorityFile() const
{
    return path(QStringLiteral("ca.pem"));
}

QString TestCertificates::authorityKeyFile() const
{
    return path(QStringLiteral("ca.key"));
}

QString TestCertificates::serverFile() const
{
    return path(QString::number(m_made) + QStringLiteral(".pem"));
}

QString TestCertificates::serverKeyFile() const
{
    return path(QString::number(m_made) + QStringLiteral(".key"));
}

QSslConfiguration TestCertificates::issued(const QString &host, const QDateTime &from, const QDateTime &until)
{
    const QString name = QString::number(++m_made);
    m_valid = m_valid && request(name, host, QStringLiteral("subjectAltName=DNS:") + host)
        && sign(name, QStringLiteral("ca"), from, until);
    return configuration(name, {authorityFile()});
}

QSslConfiguration TestCertificates::issuedByIntermediate(Sent sent)
{
    const QDateTime from = QDateTime::currentDateTimeUtc().addDays(-1);
    const QDateTime until = from.addDays(30);
    const QString intermediate = QStringLiteral("intermediate");
    const QString name = QString::number(++m_made);
    m_valid = m_valid
        && request(
            intermediate, QStringLiteral("Test Intermediate"), QStringLiteral("basicConstraints=critical,CA:TRUE"))
        && sign(intermediate, QStringLiteral("ca"), from, until)
        && request(name, QStringLiteral("localhost"), QStringLiteral("subjectAltName=DNS:localhost"))
        && sign(name, intermediate, from, until);
    if (sent == Sent::Nothing)
        return configuration(name, {});
    return configuration(name, {path(intermediate + QStringLiteral(".pem"))});
}

QSslConfiguration TestCertificates::selfSigned(const QString &host, const QStringList &furtherNames)
{
    const QString name = QString::number(++m_made);
    const QStringList names = QStringList{QStringLiteral("DNS:") + host} + furtherNames;
    m_valid = m_valid
        && run(
            QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"), QStringLiteral("30"),
                QStringLiteral("-subj"), QStringLiteral("/CN=") + host, QStringLiteral("-addext"),
                QStringLiteral("subjectAltName=") + names.join(u','), QStringLiteral("-keyout"),
                name + QStringLiteral(".key"), QStringLiteral("-out"), name + QStringLiteral(".pem")}
            + newKey);
    return configuration(name, {});
}

bool TestCertificates::run(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("openssl"), arguments);
    if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    qWarning("openssl failed: %s", process.readAllStandardError().constData());
    return false;
}

bool TestCertificates::request(const QString &name, const QString &commonName, const QString &extension)
{
    return run(QStringList{QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=") + commonName, QStringLiteral("-addext"), extension, QStringLiteral("-keyout"),
                   name + QStringLiteral(".key"), QStringLiteral("-out"), name + QStringLiteral(".csr")}
        + newKey);
}

bool TestCertificates::sign(const QString &name, const QString &issuer, const QDateTime &from, const QDateTime &until)
{
    return run({QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"), QStringLiteral("-config"),
        QStringLiteral("ca.cnf"), QStringLiteral("-cert"), issuer + QStringLiteral(".pem"), QStringLiteral("-keyfile"),
        issuer + QStringLiteral(".key"), QStringLiteral("-startdate"), stamp(from), QStringLiteral("-enddate"),
        stamp(until), QStringLiteral("-in"), name + QStringLiteral(".csr"), QStringLiteral("-out"),
        name + QStringLiteral(".pem")});
}

QString TestCertificates::path(const QString &name) const
{
    return m_folder.filePath(name);
}

QSslConfiguration TestCertificates::configuration(const QString &name, const QStringList &furtherFiles) const
{
    QList<QSslCertificate> chain = QSslCertificate::fromData(read(path(name + QStringLiteral(".pem"))));
    for (const QString &file : furtherFiles)
        chain += QSslCertificate::fromData(read(file));
    QSslConfiguration configuration;
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(QSslKey(read(path(name + QStringLiteral(".key"))), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}
