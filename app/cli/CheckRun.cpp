// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CheckRun.h"

#include "probe/HttpProber.h"

#include <QEventLoop>

namespace cli {

check::CheckResult runToTheEnd(check::CheckRequest request, const CheckListener &listener, check::PlaceSearch *search)
{
    probe::HttpProber prober;
    check::Check check(prober, search);
    check::CheckResult outcome;
    QEventLoop loop;
    if (listener.onProbe)
        QObject::connect(&check, &check::Check::probeFinished, &loop, listener.onProbe);
    if (listener.onSearch)
        QObject::connect(&check, &check::Check::searchStarted, &loop, listener.onSearch);
    QObject::connect(&check, &check::Check::checkFinished, &loop, [&](const check::CheckResult &result) {
        outcome = result;
        loop.quit();
    });
    check.start(std::move(request));
    loop.exec();
    return outcome;
}

} // namespace cli
