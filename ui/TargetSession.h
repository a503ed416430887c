// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Target.h"
#include "probe/route/Authorities.h"

#include <QObject>
#include <QString>

#include <optional>
#include <variant>

/// What the user types about where, and by which way, a key is tested.
enum class TargetField { BaseUrl, Model, Header, Proxy, Authority };

/// What cannot be used as it is typed.
struct TargetProblem {
    TargetField field = TargetField::BaseUrl;
    std::variant<probe::TargetFailure, probe::AuthorityFailure> failure;
};

/// A login for a proxy. Kept while the window is open, saved nowhere, and shown in its own fields alone.
struct ProxyLogin {
    QString user;
    QString password;
};

/// Where a key is tested: the texts as they are typed, and the target that they make. Knows no widget.
class TargetSession : public QObject {
    Q_OBJECT
public:
    TargetSession(QString baseUrl, bool practice, QObject *parent = nullptr);

    [[nodiscard]] const QString &baseUrl() const { return m_baseUrl; }
    void setBaseUrl(const QString &text);
    [[nodiscard]] const QString &model() const { return m_model; }
    void setModel(const QString &model);
    /// "Authorization: Bearer {key}"
    [[nodiscard]] const QString &headerText() const { return m_headerText; }
    void setHeaderText(const QString &text);
    [[nodiscard]] probe::ProxyChoice::Kind proxyKind() const { return m_proxyKind; }
    void setProxyKind(probe::ProxyChoice::Kind kind);
    /// The address of the proxy, for ProxyChoice::Kind::Given. Never holds a login.
    [[nodiscard]] const QString &proxyText() const { return m_proxyText; }
    /// A login in the text goes to proxyLogin(), and out of the text, at once: the address is shown and read out.
    void setProxyText(const QString &text);
    [[nodiscard]] const ProxyLogin &proxyLogin() const { return m_proxyLogin; }
    void setProxyLogin(const ProxyLogin &login);
    /// The PEM file; empty: the system's authorities alone.
    [[nodiscard]] const QString &authorityFile() const { return m_authorityFile; }
    void setAuthorityFile(const QString &path);
    /// Reads the file to see whether it holds certificate authorities; problem() tells.
    void readAuthorityFile();

    /// The first thing that stands in the way of a test; empty where there is none.
    [[nodiscard]] std::optional<TargetProblem> problem() const;
    /// Errors: of the base URL, the header and the proxy. A file that cannot be read is told by problem() alone.
    [[nodiscard]] tl::expected<probe::Target, probe::TargetFailure> target() const;
    [[nodiscard]] bool isPractice() const { return m_practice; }

Q_SIGNALS:
    void changed();
    /// proxyText() and proxyLogin() are other than what was set.
    void proxyLoginTaken();
    void authorityFileRead();

private:
    template <typename T> void change(T &value, const T &to);
    [[nodiscard]] tl::expected<probe::ProxyChoice, probe::TargetFailure> proxy() const;

    bool m_practice = false;
    QString m_baseUrl;
    QString m_model;
    QString m_headerText;
    probe::ProxyChoice::Kind m_proxyKind = probe::ProxyChoice::Kind::System;
    QString m_proxyText;
    ProxyLogin m_proxyLogin;
    QString m_authorityFile;
    std::optional<probe::AuthorityFailure> m_authorityFailure;
};
