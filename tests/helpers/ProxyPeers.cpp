// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/ProxyPeers.h"

#include <QCryptographicHash>
#include <QFile>

namespace proxypeers {

namespace {

constexpr char basicHelper[] = "/usr/lib/squid/basic_ncsa_auth";
constexpr char digestHelper[] = "/usr/lib/squid/digest_file_auth";

QByteArray hashedPassword()
{
    QProcess openssl;
    openssl.start(
        QStringLiteral("openssl"), {QStringLiteral("passwd"), QStringLiteral("-apr1"), QStringLiteral("sesame")});
    openssl.waitForFinished();
    return openssl.readAllStandardOutput().trimmed();
}

QByteArray squidLogin(Login login)
{
    if (login == Login::None)
        return {};
    const QByteArray scheme = login == Login::Basic ? "basic" : "digest";
    const QByteArray program = login == Login::Basic ? QByteArray(basicHelper) : QByteArray(digestHelper) + " -c";
    return "auth_param " + scheme + " program " + program + " {folder}/passwords\nauth_param " + scheme
        + " children 1 startup=1\nauth_param " + scheme
        + " realm gate\nacl known proxy_auth REQUIRED\nhttp_access deny !known\n";
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
        peer->addFile(QStringLiteral("passwords"), "aladdin:" + hashedPassword() + '\n');
    if (login == Login::Digest) {
        const QByteArray hash = QCryptographicHash::hash("aladdin:gate:sesame", QCryptographicHash::Md5).toHex();
        peer->addFile(QStringLiteral("passwords"), "aladdin:gate:" + hash + '\n');
    }
    return peer;
}

bool hasSquid(Login login)
{
    const bool hasHelper =
        login == Login::None || QFile::exists(QString::fromLatin1(login == Login::Basic ? basicHelper : digestHelper));
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
    if (login != Login::None)
        arguments += {QStringLiteral("-u"), QStringLiteral("aladdin"), QStringLiteral("-P"), QStringLiteral("sesame")};
    return std::make_unique<Peer>(QStringLiteral("microsocks"), arguments);
}

} // namespace proxypeers
