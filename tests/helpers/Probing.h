// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helpers/TestKeys.h"
#include "probe/HttpProber.h"
#include "probe/reply/ReplyReader.h"
#include "redact/Redactor.h"

#include <QSignalSpy>

/// Short ways to probe in a test.
namespace probing {

/// A request that carries the good test key and takes no proxy.
inline probe::ProbeRequest request(probe::ProbeId id, const QUrl &base, std::chrono::milliseconds timeout)
{
    probe::ProbeRequest request;
    request.number = 7;
    request.id = id;
    request.target.base = base;
    request.target.model = QString::fromLatin1(probe::defaultModel);
    request.target.proxy.kind = probe::ProxyChoice::Kind::None;
    request.timeout = timeout;
    if (id == probe::ProbeId::CheckApiKey || id == probe::ProbeId::Rerank) {
        request.variant = probe::Variant::AsGiven;
        if (auto key = key::HeaderKey::parse(key::Secret{QByteArrayView(testkeys::good)}))
            request.key = std::move(*key);
    }
    return request;
}

/// Runs one probe to its end. A reply with number -1 says that it did not end within 30 seconds more than its time,
/// or ended more than once.
inline probe::ProbeReply run(probe::ProbeRequest request)
{
    probe::HttpProber prober;
    QSignalSpy spy(&prober, &probe::Prober::probeFinished);
    const auto patience = request.timeout + std::chrono::seconds(30);
    prober.start(std::move(request));
    const bool later = spy.isEmpty();
    if (!later || !spy.wait(static_cast<int>(patience.count())) || spy.size() != 1) {
        probe::ProbeReply none;
        none.number = -1;
        return none;
    }
    return spy.first().first().value<probe::ProbeReply>();
}

/// Reads a reply to a request that carried this key.
inline probe::Reading read(const probe::ProbeReply &reply, const QByteArray &key, const QDateTime &now)
{
    redact::Redactor redactor;
    redactor.addSecret(key);
    return probe::readReply(reply, redactor, now);
}

/// A failure as a number that a test can print; -1: none.
inline int code(const std::optional<probe::NetworkFailure> &failure)
{
    return failure ? static_cast<int>(*failure) : -1;
}

} // namespace probing
