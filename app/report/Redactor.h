// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <string>
#include <vector>

namespace report {

/// Takes keys out of texts before anybody sees them. Knows the key that is being checked (a server may repeat
/// it, in whole or in part) and what keys in general look like.
class Redactor {
public:
    Redactor() = default;
    /// Bytes that may not be shown. Wiped when the redactor goes.
    void addSecret(QByteArrayView bytes);
    ~Redactor();
    Redactor(const Redactor &) = delete;
    Redactor &operator=(const Redactor &) = delete;

    /// The text with every run of more than four characters in a row of a known key, and everything that
    /// looks like a key of any service, replaced by "[key]". Control characters become blanks.
    [[nodiscard]] QString redacted(const QString &text) const;

private:
    std::vector<std::u16string> m_secrets;
};

} // namespace report
