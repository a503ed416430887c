// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/TrustWords.h"

#include "words/TimeWords.h"

#include <QLocale>

namespace words {

using diagnosis::EvidenceItem;
using diagnosis::Fact;

namespace {

QString ofCertificate(const EvidenceItem &item)
{
    switch (item.certificate) {
    case probe::CertificateProblem::SelfSigned:
        return TrustWords::tr("The certificate of %1 is signed by itself alone, and by no authority.").arg(item.name);
    case probe::CertificateProblem::WrongHostName:
        return TrustWords::tr("The certificate was not made for the name %1.").arg(item.name);
    case probe::CertificateProblem::Expired:
        return TrustWords::tr("By this computer's clock, the certificate of %1 has expired.").arg(item.name);
    case probe::CertificateProblem::NotYetValid:
        return TrustWords::tr("By this computer's clock, the certificate of %1 is not valid yet.").arg(item.name);
    case probe::CertificateProblem::IssuerNotSent:
        return TrustWords::tr("The certificate of %1 was issued by “%2”. The server did not send the certificate of "
                              "that issuer, and this computer does not have it.")
            .arg(item.name, item.detail);
    case probe::CertificateProblem::Other:
        return TrustWords::tr("The certificate of %1 does not meet this computer's rules for certificates.")
            .arg(item.name);
    default:
        break;
    }
    return item.detail.isEmpty()
        ? TrustWords::tr("The certificate of %1 comes from an authority that this computer does not know.")
              .arg(item.name)
        : TrustWords::tr("The certificate of %1 was issued by “%2”, which this computer does not trust.")
              .arg(item.name, item.detail);
}

QString clock(qint64 seconds)
{
    //: %1 is a length of time, such as "12 minutes"
    return seconds > 0
        ? TrustWords::tr("This computer's clock is about %1 ahead of the server's.").arg(aboutDuration(seconds))
        : TrustWords::tr("This computer's clock is about %1 behind the server's.").arg(aboutDuration(-seconds));
}

QString day(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::LongFormat);
}

} // namespace

QString TrustWords::sentence(const EvidenceItem &item)
{
    switch (item.fact) {
    case Fact::CertificateProblem:
        return ofCertificate(item);
    case Fact::ClockDiffers:
        return clock(item.number);
    case Fact::InspectedBy:
        //: %1 is a product, such as "Zscaler"
        return tr("By the name of its issuer, the certificate was made on the way by %1, which opens protected "
                  "connections to look into them.")
            .arg(item.detail);
    case Fact::CertificateDates:
        //: %1 and %2 are days
        return tr("The certificate is valid from %1 to %2.").arg(day(item.from), day(item.until));
    case Fact::ClockAgrees:
        return tr("This computer's clock and that of %1 show the same time.").arg(item.name);
    case Fact::ClockBeforeRelease:
        //: %1 and %2 are days
        return tr("This computer's clock shows %1, but this program was made on %2.")
            .arg(day(item.from), day(item.until));
    case Fact::TlsTooOld:
        return tr("%1 (port %2) speaks TLS, the protected form of a connection, but no version from 1.2 "
                  "on. Older ones are not safe.")
            .arg(item.name, QString::number(item.number));
    default:
        return {};
    }
}

QStringList TrustWords::certificates(const probe::TlsFacts &tls)
{
    QStringList lines;
    for (const probe::CertificateFacts &certificate : tls.chain) {
        //: A certificate: %1 whose it is, %2 who issued it, %3 and %4 are days
        QString line =
            tr("“%1”, issued by “%2”, valid from %3 to %4.")
                .arg(certificate.subject, certificate.issuer, day(certificate.validFrom), day(certificate.validUntil));
        if (!certificate.names.isEmpty()) {
            //: %1 is a list of host names
            line += QLatin1Char(' ') + tr("It is for %1.").arg(certificate.names.join(QLatin1String(", ")));
        }
        lines.append(line);
    }
    return lines;
}

} // namespace words
