// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace probe {

/// The order in which the addresses of one name are tried: the IP versions in turn, beginning with that of the first
/// address, and within each as they come (RFC 8305, section 4). No address comes twice; what is no address is left out.
[[nodiscard]] QList<QHostAddress> inOrderOfTrial(const QStringList &addresses);

} // namespace probe
