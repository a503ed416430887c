// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/ProxyPeers.h"

#include <QCryptographicHash>
#include <QFile>

namespace proxypeers {

namespace {

constexpr char basicHelper[] = "/usr/lib/squid/basic_ncsa_auth";
constexpr char digestHelper[] = "/usr/lib/squid/digest_file_auth";
constexpr char ntlmHelper[] = "/usr/lib/squid/ntlm_fake_auth";

QByteArray hashedPassword(const QString &password)
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), {QStringLiteral("passwd"), QStringLiteral("-apr1"), password});
    openssl.waitForFinished();
    return openssl.readAllStandardOutput().trimmed();
}

QByteArray schemeOf(Login login)
{
    switch (login) {
    case Login::Digest:
        return "digest";
    case Login::Ntlm:
        return "ntlm";
    default:
        return "basic";
    }
}

QByteArray helperOf(Login login)
{
    switch (login) {
    case Login::Digest:
        return digestHelper;
    case Login::Ntlm:
        return ntlmHelper;
    default:
        return basicHelper;
    }
}

QByteArray squidLogin(Login login)
{
    if (login == Login::None)
        return {};
    const QByteArray scheme = schemeOf(login);
    const QByteArray program = helperOf(login)
        + (login == Login::Ntlm          ? QByteArray()
                : login == Login::Digest ? QByteArray(" -c {folder}/passwords")
                                         : QByteArray(" {folder}/passwords"));
    const QByteArray realm = login == Login::Ntlm ? QByteArray() : "auth_param " + scheme + " realm gate\n";
    return "auth_param " + scheme + " program " + program + "\nauth_param " + scheme + " children 1 startup=1\n" + realm
        + "acl known proxy_auth REQUIRED\nhttp_access deny !known\n";
}

} // namespace

std::unique_ptr<Peer> squid(Login login, quint16 allowedPort)
{
    // Its memory that is shared goes by the service's name: two must not have the same.
    auto peer = std::make_unique<Peer>(QStringLiteral("squid"),
        QStringList{QStringLiteral("-N"), QStringLiteral("-n"), QStringLiteral("peer{port}"), QStringLiteral("-f"),
            QStringLiteral("{folder}/squid.conf")});
    peer->runAs("proxy"); // Debian's name for it
    peer->addFile(QStringLiteral("squid.conf"),
        "http_port 127.0.0.1:{port}\npid_filename none\naccess_log stdio:{folder}/access.log\n"
        "cache_log {folder}/cache.log\ncache_store_log none\ncache deny all\ncoredump_dir {folder}\n"
        "shutdown_lifetime 0 seconds\npinger_enable off\nmemory_cache_shared off\nvisible_hostname gate.example\n"
        "hosts_file {folder}/hosts\n"
            + squidLogin(login) + "acl target port " + QByteArray::number(allowedPort)
            + "\nhttp_access allow CONNECT target\nhttp_access deny all\n");
    peer->addFile(QStringLiteral("hosts"), "127.0.0.1 api.example\n");
    if (login == Login::Basic)
        peer->addFile(QStringLiteral("passwords"), "aladdin:" + hashedPassword(QStringLiteral("sesame")) + '\n');
    if (login == Login::NonAscii)
        peer->addFile(QStringLiteral("passwords"), "müller:" + hashedPassword(QStringLiteral("sesäm:e")) + '\n');
    if (login == Login::Digest) {
        const QByteArray hash = QCryptographicHash::hash("aladdin:gate:sesame", QCryptographicHash::Md5).toHex();
        peer->addFile(QStringLiteral("passwords"), "aladdin:gate:" + hash + '\n');
    }
    return peer;
}

bool hasSquid(Login login)
{
    const bool hasHelper = login == Login::None || QFile::exists(QString::fromLatin1(helperOf(login)));
    return Peer::isInstalled(QStringLiteral("squid")) && hasHelper;
}

std::unique_ptr<Peer> tinyproxy(Login login, quint16 allowedPort)
{
    auto peer = std::make_unique<Peer>(QStringLiteral("tinyproxy"),
        QStringList{QStringLiteral("-d"), QStringLiteral("-c"), QStringLiteral("{folder}/tinyproxy.conf")});
    const QByteArray users = login == Login::None ? "" : "BasicAuth aladdin sesame\n";
    peer->addFile(QStringLiteral("tinyproxy.conf"),
        "Port {port}\nListen 127.0.0.1\nAllow 127.0.0.1\nTimeout 30\nMaxClients 20\nLogLevel Info\n"
        "LogFile \"{folder}/tinyproxy.log\"\n"
            + users + "ConnectPort " + QByteArray::number(allowedPort) + '\n');
    return peer;
}

std::unique_ptr<Peer> microsocks(Login login)
{
    QStringList arguments{
        QStringLiteral("-i"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QStringLiteral("{port}")};
    if (login == Login::NonAscii)
        arguments += {QStringLiteral("-u"), QStringLiteral("müller"), QStringLiteral("-P"), QStringLiteral("sesäm:e")};
    else if (login != Login::None)
        arguments += {QStringLiteral("-u"), QStringLiteral("aladdin"), QStringLiteral("-P"), QStringLiteral("sesame")};
    return std::make_unique<Peer>(QStringLiteral("microsocks"), arguments);
}

} // namespace proxypeers
