// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/NameLookup.h"

#include <QHostAddress>
#include <QPromise>

#include <optional>
#include <thread>
#include <utility>

#ifdef Q_OS_UNIX
#include <netdb.h>
#include <sys/socket.h>

#include <memory>
#else
#include <QHostInfo>
#endif

namespace probe {

namespace {

#ifdef Q_OS_UNIX

// Not QHostInfo: this may return while the program ends, when what Qt keeps for QHostInfo is gone.
FoundAddresses resolve(const QByteArray &host)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG; // no addresses of an IP version that this computer does not have
    addrinfo *found = nullptr;
    const int error = getaddrinfo(host.constData(), nullptr, &hints, &found);
    if (error != 0)
        return {{}, error != EAI_AGAIN && error != EAI_FAIL};
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, freeaddrinfo);
    QStringList addresses;
    for (const addrinfo *entry = found; entry != nullptr; entry = entry->ai_next) {
        if (entry->ai_family == AF_INET || entry->ai_family == AF_INET6)
            addresses.append(QHostAddress(entry->ai_addr).toString());
    }
    addresses.removeDuplicates();
    return {addresses};
}

#else

// Windows ends a program's other threads before it takes away what they use.
FoundAddresses resolve(const QByteArray &host)
{
    const QHostInfo info = QHostInfo::fromName(QString::fromLatin1(host));
    QStringList addresses;
    const QList<QHostAddress> found = info.addresses();
    for (const QHostAddress &address : found)
        addresses.append(address.toString());
    return {addresses, info.error() != QHostInfo::UnknownError};
}

#endif

/// What needs no asking: an address, and a name that is never known (RFC 6761, section 6.4).
std::optional<FoundAddresses> knownBeforehand(const QString &host)
{
    if (const QHostAddress address(host); !address.isNull())
        return FoundAddresses{{address.toString()}};
    if (host.endsWith(QLatin1String(".invalid")))
        return FoundAddresses{};
    return std::nullopt;
}

} // namespace

QFuture<FoundAddresses> lookUpName(const QString &host)
{
    QPromise<FoundAddresses> promise;
    QFuture<FoundAddresses> future = promise.future();
    promise.start();
    if (auto known = knownBeforehand(host)) {
        promise.addResult(std::move(*known));
        promise.finish();
        return future;
    }
    // The thread shares nothing but the promise, which outlives whichever of them ends first.
    std::thread([promise = std::move(promise), name = host.toLatin1()]() mutable {
        promise.addResult(resolve(name));
        promise.finish();
    }).detach();
    return future;
}

} // namespace probe
