// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/HttpProber.h"

#include "probe/route/ConnectRun.h"
#include "probe/route/HttpRun.h"
#include "probe/route/NameLookupRun.h"
#include "probe/route/ServerTimeRun.h"

namespace probe {

namespace {

ProbeRun *makeRun(ProbeRequest request, QObject *parent)
{
    switch (request.id) {
    case ProbeId::NameLookup:
        return new NameLookupRun(std::move(request), parent);
    case ProbeId::Connect:
        return new ConnectRun(std::move(request), parent);
    case ProbeId::Tls:
        return new TlsRun(std::move(request), parent);
    case ProbeId::ServerTime:
        return new ServerTimeRun(std::move(request), parent);
    case ProbeId::CheckApiKey:
    case ProbeId::Rerank:
        break;
    }
    return new HttpRun(std::move(request), parent);
}

} // namespace

void HttpProber::start(ProbeRequest request)
{
    ProbeRun *run = makeRun(std::move(request), this);
    connect(run, &ProbeRun::finished, this, [this, run](const ProbeReply &reply) {
        run->deleteLater();
        Q_EMIT probeFinished(reply); // the last thing: whoever hears it may destroy this
    });
    run->start();
}

void HttpProber::cancelAll()
{
    const QList<ProbeRun *> runs = findChildren<ProbeRun *>(QString(), Qt::FindDirectChildrenOnly);
    for (ProbeRun *run : runs)
        run->cancel();
}

} // namespace probe
