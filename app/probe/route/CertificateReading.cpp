// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/CertificateReading.h"

#include "inspect/Unprintable.h"
#include "probe/route/Inspectors.h"
#include "redact/Redactor.h"

#include <QSsl>

#include <algorithm>
#include <array>
#include <iterator>

namespace probe {

namespace {

CertificateProblem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::NoError:
        return CertificateProblem::None;
    case QSslError::SelfSignedCertificate:
        return CertificateProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return CertificateProblem::UnknownAuthority;
    case QSslError::CertificateExpired:
        return CertificateProblem::Expired;
    case QSslError::CertificateNotYetValid:
        return CertificateProblem::NotYetValid;
    case QSslError::HostNameMismatch:
        return CertificateProblem::WrongHostName;
    default:
        return CertificateProblem::Other;
    }
}

/// A server that nobody trusts may write anything here, for a terminal too, and of any length.
QString harmless(QString text)
{
    constexpr qsizetype longest = 200;
    text.truncate(longest);
    std::replace_if(text.begin(), text.end(), inspect::isUnprintable, QChar(QChar::ReplacementCharacter));
    return text;
}

QString firstOf(const QStringList &texts)
{
    return harmless(texts.value(0));
}

QString issuerOf(const QSslCertificate &certificate)
{
    const QString organisation = firstOf(certificate.issuerInfo(QSslCertificate::Organization));
    return organisation.isEmpty() ? firstOf(certificate.issuerInfo(QSslCertificate::CommonName)) : organisation;
}

QString subjectOf(const QSslCertificate &certificate)
{
    const QString name = firstOf(certificate.subjectInfo(QSslCertificate::CommonName));
    return name.isEmpty() ? firstOf(certificate.subjectInfo(QSslCertificate::Organization)) : name;
}

CertificateFacts factsOf(const QSslCertificate &certificate)
{
    CertificateFacts facts;
    facts.subject = subjectOf(certificate);
    facts.issuer = issuerOf(certificate);
    facts.validFrom = certificate.effectiveDate();
    facts.validUntil = certificate.expiryDate();
    const QMultiMap<QSsl::AlternativeNameEntryType, QString> names = certificate.subjectAlternativeNames();
    facts.names = names.values(QSsl::DnsEntry) + names.values(QSsl::IpAddressEntry);
    facts.names.resize(std::min(facts.names.size(), mostCertificateNames));
    std::transform(facts.names.cbegin(), facts.names.cend(), facts.names.begin(), harmless);
    return facts;
}

QString inspectorOf(const QSslCertificate &certificate)
{
    for (const auto part :
        {QSslCertificate::Organization, QSslCertificate::OrganizationalUnitName, QSslCertificate::CommonName}) {
        const QStringList texts = certificate.issuerInfo(part);
        for (const QString &text : texts) {
            QString product = inspectorNamed(text);
            if (!product.isEmpty())
                return product;
        }
    }
    return {};
}

// The error that explains the most of the others comes first.
CertificateProblem weightiest(const QList<QSslError> &errors)
{
    static constexpr std::array order{CertificateProblem::SelfSigned, CertificateProblem::UnknownAuthority,
        CertificateProblem::Expired, CertificateProblem::NotYetValid, CertificateProblem::WrongHostName,
        CertificateProblem::Other};
    for (const CertificateProblem problem : order) {
        const bool found = std::any_of(errors.begin(), errors.end(),
            [problem](const QSslError &error) { return problemOf(error.error()) == problem; });
        if (found)
            return problem;
    }
    return CertificateProblem::None;
}

bool issued(const QSslCertificate &authority, const QSslCertificate &certificate)
{
    constexpr std::array parts{
        QSslCertificate::Organization, QSslCertificate::OrganizationalUnitName, QSslCertificate::CommonName};
    return std::all_of(parts.begin(), parts.end(),
        [&](auto part) { return authority.subjectInfo(part) == certificate.issuerInfo(part); });
}

/// Qt leaves out the authorities that have expired (measured with 6.4), and then does not know who issued the rest.
QList<QSslCertificate> expiredAuthorities(
    const QList<QSslCertificate> &chain, const QList<QSslCertificate> &authorities)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QSslCertificate> expired;
    std::copy_if(
        authorities.begin(), authorities.end(), std::back_inserter(expired), [&](const QSslCertificate &authority) {
            return authority.expiryDate() < now && issued(authority, chain.constLast());
        });
    return expired;
}

/// Those whose dates are wrong.
QList<QSslCertificate> blamedForDates(const QList<QSslError> &errors)
{
    QList<QSslCertificate> blamed;
    for (const QSslError &error : errors) {
        if (isAboutDates(problemOf(error.error())) && !error.certificate().isNull())
            blamed.append(error.certificate());
    }
    return blamed;
}

void takeCommonDates(const QList<QSslCertificate> &certificates, TlsFacts &facts)
{
    if (certificates.isEmpty())
        return;
    facts.validFrom = certificates.constFirst().effectiveDate();
    facts.validUntil = certificates.constFirst().expiryDate();
    for (const QSslCertificate &certificate : certificates) {
        facts.validFrom = std::max(facts.validFrom, certificate.effectiveDate());
        facts.validUntil = std::min(facts.validUntil, certificate.expiryDate());
    }
}

} // namespace

TlsFacts readCertificates(
    const QList<QSslCertificate> &chain, const QList<QSslError> &errors, const QList<QSslCertificate> &authorities)
{
    TlsFacts facts;
    if (chain.isEmpty())
        return facts;
    const QList<QSslCertificate> kept = chain.first(std::min(chain.size(), mostCertificates));
    for (const QSslCertificate &certificate : kept) {
        facts.chain.append(factsOf(certificate));
        if (facts.inspector.isEmpty())
            facts.inspector = inspectorOf(certificate);
    }
    const CertificateFacts &own = facts.chain.constFirst();
    facts.issuer = own.issuer;
    facts.subject = own.subject;
    facts.validFrom = own.validFrom;
    facts.validUntil = own.validUntil;
    facts.problem = weightiest(errors);
    facts.otherName = std::any_of(errors.begin(), errors.end(),
        [](const QSslError &error) { return problemOf(error.error()) == CertificateProblem::WrongHostName; });
    QList<QSslCertificate> outOfDate = blamedForDates(errors);
    if (facts.problem == CertificateProblem::UnknownAuthority) {
        const QList<QSslCertificate> expired = expiredAuthorities(chain, authorities);
        outOfDate += expired;
        // Servers send what stands between their own certificate and an authority's: without any of it, it was
        // forgotten, or the authority itself is not known. Nothing shows which.
        if (!expired.isEmpty())
            facts.problem = CertificateProblem::Expired;
        else if (chain.size() == 1)
            facts.problem = CertificateProblem::IssuerNotSent;
    }
    if (isAboutDates(facts.problem))
        takeCommonDates(outOfDate, facts);
    return facts;
}

TlsFacts withoutKnownKeys(TlsFacts facts, const redact::Redactor &redactor)
{
    const auto hide = [&redactor](QString &text) { text = redactor.withoutKnownKeys(text); };
    hide(facts.issuer);
    hide(facts.subject);
    for (CertificateFacts &certificate : facts.chain) {
        hide(certificate.subject);
        hide(certificate.issuer);
        std::for_each(certificate.names.begin(), certificate.names.end(), hide);
    }
    return facts;
}

bool areDatesAlone(const QList<QSslError> &errors)
{
    return !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), [](const QSslError &error) {
        return isAboutDates(problemOf(error.error()));
    });
}

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return QStringLiteral("TLSv1.2");
    case QSsl::TlsV1_3:
        return QStringLiteral("TLSv1.3");
    default: // older ones are never agreed on
        return {};
    }
}

} // namespace probe
