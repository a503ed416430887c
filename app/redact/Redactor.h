// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <vector>

namespace redact {

/// Takes keys out of texts before anybody sees them. Knows the key that is being checked (a server may repeat
/// it, in whole or in part) and what keys in general look like.
class Redactor {
public:
    Redactor() = default;
    /// Bytes that may not be shown. Their base64 and percent-encoded forms may not be shown either, nor those with
    /// escapes of JSON or HTML, or with invisible characters between them. Not known: hexadecimal of a part, and pieces
    /// of four characters or fewer with others between them.
    /// Of a secret of three or four characters, only places where it stands as a word of its own are replaced;
    /// one of fewer is no secret. What is kept of it is wiped when the redactor goes.
    void addSecret(QByteArrayView bytes);
    ~Redactor();
    Redactor(const Redactor &) = delete;
    Redactor &operator=(const Redactor &) = delete;

    /// The text with every run of more than four characters in a row of a known key, and everything that
    /// looks like a key of any service, replaced by "[key]". Control, direction and other invisible characters
    /// become blanks. Time grows linearly with the text.
    [[nodiscard]] QString redacted(const QString &text) const;
    /// The same for the known keys alone: for texts such as a request's number, which look like keys and are none.
    [[nodiscard]] QString withoutKnownKeys(const QString &text) const;

private:
    void addText(const QString &secret);
    [[nodiscard]] std::vector<bool> placesAsWritten(QStringView text) const;
    [[nodiscard]] std::vector<bool> secretPlaces(const QString &text) const;
    [[nodiscard]] QString hidden(const QString &text, const std::vector<bool> &places) const;

    /// A number for each five characters in a row of the secrets, sorted: what is looked up for each place of a
    /// text, so that a long text against a long key stays quick.
    std::vector<std::uint64_t> m_runs;
    /// The same for secrets that are shorter than five characters.
    std::vector<std::uint64_t> m_shortSecrets;
};

} // namespace redact
