// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

/// A certificate authority of a test's own, made on the spot with the `openssl` command. What it makes is for
/// ScriptedServer.
class TestCertificates {
public:
    /// Makes the authority, of this organisation.
    explicit TestCertificates(const QString &organisation = QStringLiteral("Test Authority"));

    /// False where the `openssl` command is missing or has failed, in the constructor or later.
    [[nodiscard]] bool isValid() const { return m_valid; }
    /// The PEM file of the authority, for Target::authorityFile or --ca. Its common name is "Test Root".
    [[nodiscard]] QString authorityFile() const;
    /// The key of the authority, for a program that issues certificates itself.
    [[nodiscard]] QString authorityKeyFile() const;
    /// The server's certificate that was made last, and its key, as PEM files.
    [[nodiscard]] QString serverFile() const;
    [[nodiscard]] QString serverKeyFile() const;

    /// A server's certificate from the authority, sent with the authority's own, as servers do.
    [[nodiscard]] QSslConfiguration issued(const QString &host = QStringLiteral("localhost"),
        const QDateTime &from = QDateTime::currentDateTimeUtc().addDays(-1),
        const QDateTime &until = QDateTime::currentDateTimeUtc().addDays(30));
    /// A server's certificate from "Test Intermediate", which has its own from the authority. `sent`: what the server
    /// sends with its own certificate.
    enum class Sent { Nothing, Intermediate };
    [[nodiscard]] QSslConfiguration issuedByIntermediate(Sent sent);
    /// A certificate that vouches for itself. `furtherNames` as OpenSSL writes them: "IP:127.0.0.1".
    [[nodiscard]] QSslConfiguration selfSigned(
        const QString &host = QStringLiteral("localhost"), const QStringList &furtherNames = {});

private:
    bool run(const QStringList &arguments);
    bool request(const QString &name, const QString &commonName, const QString &extension);
    bool sign(const QString &name, const QString &issuer, const QDateTime &from, const QDateTime &until);
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] QSslConfiguration configuration(const QString &name, const QStringList &furtherFiles) const;

    QTemporaryDir m_folder;
    bool m_valid = false;
    int m_made = 0;
};
