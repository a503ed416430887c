// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QString>

#include <tl/expected.hpp>

namespace probe {

enum class AuthorityFailure {
    Unreadable, ///< no such file, a folder, or no permission
    NoCertificates, ///< the file holds no certificate, neither in PEM nor in DER form
};

/// Reads the certificate authorities in a file, any number in PEM form or one in DER form, as --ca and
/// Target::authorityFile name one. Read this before a check: a probe whose file cannot be read trusts the system's
/// authorities alone.
[[nodiscard]] tl::expected<QList<QSslCertificate>, AuthorityFailure> loadAuthorities(const QString &path);

} // namespace probe
