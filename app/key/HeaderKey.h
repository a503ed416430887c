// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <tl/expected.hpp>

namespace key {

enum class HeaderKeyFailure {
    Empty, ///< nothing to send
    UnsafeByte, ///< a byte outside 0x21–0x7E
    TooLong, ///< more than HeaderKey::maximumLength bytes
};

/// A key proven safe to stand in an HTTP header. Only parse() makes one, so a request that takes a HeaderKey
/// cannot send a line break: QNetworkRequest::setRawHeader would send CR and LF as they are.
class HeaderKey {
public:
    /// Longer than any key seen, shorter than the header limits of common servers (8 KiB).
    static constexpr qsizetype maximumLength = 4096;

    static tl::expected<HeaderKey, HeaderKeyFailure> parse(const Secret &secret);

    [[nodiscard]] QByteArrayView bytes() const { return m_secret.bytes(); }
    [[nodiscard]] HeaderKey duplicate() const { return HeaderKey(m_secret.duplicate()); }

private:
    explicit HeaderKey(Secret secret)
        : m_secret(std::move(secret))
    {
    }
    Secret m_secret;
};

} // namespace key
