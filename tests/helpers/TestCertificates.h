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
    /// Makes the authority.
    TestCertificates();

    /// False where the `openssl` command is missing or has failed, in the constructor or later.
    [[nodiscard]] bool isValid() const { return m_valid; }
    /// The PEM file of the authority, for Target::authorityFile or --ca. Its organisation is "Test Authority".
    [[nodiscard]] QString authorityFile() const;

    /// A server's certificate from the authority, sent with the authority's own, as servers do.
    [[nodiscard]] QSslConfiguration issued(const QString &host = QStringLiteral("localhost"),
        const QDateTime &from = QDateTime::currentDateTimeUtc().addDays(-1),
        const QDateTime &until = QDateTime::currentDateTimeUtc().addDays(30));
    /// A certificate that vouches for itself.
    [[nodiscard]] QSslConfiguration selfSigned(const QString &host = QStringLiteral("localhost"));

private:
    bool run(const QStringList &arguments);
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] QSslConfiguration configuration(const QString &name, bool withAuthority) const;

    QTemporaryDir m_folder;
    bool m_valid = false;
    int m_made = 0;
};
