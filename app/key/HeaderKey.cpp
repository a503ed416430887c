// SPDX-License-Identifier: GPL-3.0-or-later
#include "key/HeaderKey.h"

#include <algorithm>

namespace key {

tl::expected<HeaderKey, HeaderKeyFailure> HeaderKey::parse(const Secret &secret)
{
    const QByteArrayView bytes = secret.bytes();
    if (bytes.isEmpty())
        return tl::unexpected(HeaderKeyFailure::Empty);
    if (bytes.size() > maximumLength)
        return tl::unexpected(HeaderKeyFailure::TooLong);
    const bool safe = std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte >= 0x21 && byte <= 0x7e; });
    if (!safe)
        return tl::unexpected(HeaderKeyFailure::UnsafeByte);
    return HeaderKey(secret.duplicate());
}

} // namespace key
