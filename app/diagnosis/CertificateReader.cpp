// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Readers.h"
#include "diagnosis/ReleaseDay.h"

#include <QTimeZone>

#include <cstdlib>

namespace diagnosis {

namespace {

using probe::CertificateProblem;
using probe::TlsFacts;

/// A clock further off than this makes fresh certificates and signatures look wrong.
constexpr qint64 clockToleranceSeconds = 300;

using Items = std::vector<EvidenceItem>;

EvidenceItem problemItem(const probe::ProbeReply &reply)
{
    return {.fact = Fact::CertificateProblem,
        .name = reply.host,
        .detail = reply.tls.issuer,
        .certificate = reply.tls.problem};
}

EvidenceItem datesItem(const TlsFacts &tls)
{
    return {.fact = Fact::CertificateDates, .from = tls.validFrom, .until = tls.validUntil};
}

/// All that speaks for TlsUntrusted.
Items whyUntrusted(const probe::ProbeReply &reply)
{
    Items items{problemItem(reply)};
    if (!reply.tls.inspector.isEmpty())
        items.push_back({.fact = Fact::InspectedBy, .detail = reply.tls.inspector});
    if (isAboutDates(reply.tls.problem))
        items.push_back(datesItem(reply.tls));
    if (reply.proxyUse.isUsed()) // which may be the one that made it
        items.push_back({.fact = Fact::ProxyChosen, .proxy = reply.proxyUse});
    return items;
}

/// A clock that shows a day before this release is wrong. One day is left to the differences of time zones.
bool isBeforeRelease(const QDateTime &time)
{
    return time.isValid() && time.toUTC().date().addDays(1) < releaseDay();
}

/// What the server's own clock says about this one. Empty where the server gave no time, or one that is itself wrong.
std::optional<qint64> clockAheadOfServer(const Evidence &evidence, const TlsFacts &tls)
{
    const ProbeResult *time = evidence.find(probe::ProbeId::ServerTime, probe::Variant::None);
    if (time == nullptr || time->reply.failure || !time->reading.clockAheadSeconds)
        return std::nullopt;
    const qint64 ahead = *time->reading.clockAheadSeconds;
    if (isBeforeRelease(tls.seenAt.addSecs(-ahead)))
        return std::nullopt;
    return ahead;
}

void readDatesByServersClock(const probe::ProbeReply &reply, qint64 ahead, CauseCollector &causes)
{
    const TlsFacts &tls = reply.tls;
    const EvidenceItem differs{.fact = Fact::ClockDiffers, .number = ahead};
    if (std::abs(ahead) <= clockToleranceSeconds) {
        causes.add(Cause::TlsUntrusted, Status::Confirmed, whyUntrusted(reply));
        causes.add(Cause::ClockWrong, Status::RuledOut, {{.fact = Fact::ClockAgrees, .name = reply.host}});
        return;
    }
    // A certificate may be seconds old, and the two times were not taken at once.
    const QDateTime served = tls.seenAt.addSecs(-ahead);
    if (served.addSecs(clockToleranceSeconds) >= tls.validFrom
        && served.addSecs(-clockToleranceSeconds) <= tls.validUntil) {
        causes.add(Cause::ClockWrong, Status::Confirmed, {problemItem(reply), differs, datesItem(tls)});
        return;
    }
    // Out of date by either clock.
    causes.add(Cause::TlsUntrusted, Status::Confirmed, whyUntrusted(reply));
    causes.add(Cause::ClockWrong, Status::Possible, {differs});
}

void readDatesByThisClock(const probe::ProbeReply &reply, CauseCollector &causes)
{
    const TlsFacts &tls = reply.tls;
    const bool expired = tls.problem == CertificateProblem::Expired;
    if (isBeforeRelease(tls.seenAt)) {
        // Too early a clock explains a certificate of the future. One that has expired by it has done so all the more.
        if (expired)
            causes.add(Cause::TlsUntrusted, Status::Confirmed, whyUntrusted(reply));
        causes.add(Cause::ClockWrong, Status::Confirmed,
            {problemItem(reply),
                {.fact = Fact::ClockBeforeRelease,
                    .from = tls.seenAt,
                    .until = QDateTime(releaseDay(), QTime(0, 0), QTimeZone::utc())}});
        if (!expired)
            causes.add(Cause::TlsUntrusted, Status::Possible, whyUntrusted(reply));
    } else if (expired) {
        causes.add(Cause::TlsUntrusted, Status::Likely, whyUntrusted(reply));
        causes.add(Cause::ClockWrong, Status::Possible, {problemItem(reply), datesItem(tls)});
    } else {
        // Issued in this computer's future: the clock is the usual reason.
        causes.add(Cause::ClockWrong, Status::Likely, {problemItem(reply), datesItem(tls)});
        causes.add(Cause::TlsUntrusted, Status::Likely, whyUntrusted(reply));
    }
}

} // namespace

void readCertificate(const Evidence &evidence, const probe::ProbeReply &reply, CauseCollector &causes)
{
    if (!isAboutDates(reply.tls.problem)) {
        causes.add(Cause::TlsUntrusted, Status::Confirmed, whyUntrusted(reply));
        // Whoever inspects makes a certificate for the name that is asked for; a login page has its own alone.
        if (evidence.baseIsCohere && reply.tls.otherName) {
            causes.add(Cause::CaptivePortal, Status::Possible,
                {{.fact = Fact::CertificateProblem,
                    .name = reply.host,
                    .certificate = CertificateProblem::WrongHostName}});
        }
    } else if (const auto ahead = clockAheadOfServer(evidence, reply.tls)) {
        readDatesByServersClock(reply, *ahead, causes);
    } else {
        readDatesByThisClock(reply, causes);
    }
}

void readClock(const Evidence &evidence, CauseCollector &causes)
{
    for (const ProbeResult &result : evidence.probes) {
        const auto ahead = result.reading.clockAheadSeconds;
        const bool read = result.id == probe::ProbeId::ServerTime; // together with the certificate
        if (read || !ahead || std::abs(*ahead) <= clockToleranceSeconds)
            continue;
        // A reply that came through proves that the clock did not stand in its way.
        causes.add(Cause::ClockWrong, Status::Possible, {{.fact = Fact::ClockDiffers, .number = *ahead}});
        return;
    }
}

} // namespace diagnosis
