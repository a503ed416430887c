// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/CertificateReading.h"

#include <array>

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

QString firstOf(const QStringList &texts)
{
    return texts.isEmpty() ? QString() : texts.first();
}

QString issuerOf(const QSslCertificate &certificate)
{
    const QString organisation = firstOf(certificate.issuerInfo(QSslCertificate::Organization));
    return organisation.isEmpty() ? firstOf(certificate.issuerInfo(QSslCertificate::CommonName)) : organisation;
}

// The error that explains the most of the others comes first.
const QSslError *weightiest(const QList<QSslError> &errors)
{
    static constexpr std::array order{CertificateProblem::SelfSigned, CertificateProblem::UnknownAuthority,
        CertificateProblem::Expired, CertificateProblem::NotYetValid, CertificateProblem::WrongHostName,
        CertificateProblem::Other};
    for (const CertificateProblem problem : order) {
        for (const QSslError &error : errors) {
            if (problemOf(error.error()) == problem)
                return &error;
        }
    }
    return nullptr;
}

} // namespace

TlsFacts readCertificate(const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    TlsFacts facts;
    facts.issuer = issuerOf(certificate);
    facts.subject = firstOf(certificate.subjectInfo(QSslCertificate::CommonName));
    const QSslCertificate *dated = &certificate;
    const QSslError *error = weightiest(errors);
    const QSslCertificate blamed = error != nullptr ? error->certificate() : QSslCertificate();
    if (error != nullptr) {
        facts.problem = problemOf(error->error());
        const bool date =
            facts.problem == CertificateProblem::Expired || facts.problem == CertificateProblem::NotYetValid;
        if (date && !blamed.isNull())
            dated = &blamed;
    }
    facts.validFrom = dated->effectiveDate();
    facts.validUntil = dated->expiryDate();
    return facts;
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
