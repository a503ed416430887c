// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/KeyStore.h"
#include "probe/Target.h"
#include "probe/route/Authorities.h"
#include "sources/envfile/EnvFile.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// What went wrong outside a diagnosis, and what to do about it.
class FailureWords {
    Q_DECLARE_TR_FUNCTIONS(FailureWords)
public:
    [[nodiscard]] static QString sentence(probe::TargetFailure failure);
    [[nodiscard]] static QString sentence(keychain::KeyStoreFailure failure);
    [[nodiscard]] static QString sentence(sources::FileFailure failure, const QString &path);
    [[nodiscard]] static QString sentence(probe::AuthorityFailure failure, const QString &path);
};

} // namespace words
