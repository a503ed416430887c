// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

#include <span>

namespace probe {

/// A product that opens protected connections on their way and closes them again with a certificate of its own.
struct Inspector {
    QLatin1String text; ///< in the organisation, the organisational unit or the common name of the issuer
    QLatin1String product;
};

/// All that are known, for tests.
[[nodiscard]] std::span<const Inspector> inspectors();

/// The product that calls itself so as an issuer; empty where it is none that is known. `issuer`: an organisation, an
/// organisational unit or a common name. Whole words count, and their case does not.
[[nodiscard]] QString inspectorNamed(const QString &issuer);

} // namespace probe
