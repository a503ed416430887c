// SPDX-License-Identifier: GPL-3.0-or-later
#include "key/Secret.h"

#include <utility>

namespace key {

void wipeMemory(void *data, std::size_t size) noexcept
{
    // A write through a volatile pointer is an effect: it stays, although the memory is given back next.
    auto *byte = static_cast<volatile unsigned char *>(data);
    for (std::size_t i = 0; i < size; ++i)
        byte[i] = 0;
}

void wipe(QByteArray &bytes) noexcept
{
    if (!bytes.isEmpty() && bytes.isDetached())
        wipeMemory(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

Secret::Secret(QByteArrayView bytes)
    : m_bytes(bytes.begin(), bytes.end())
{
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

Secret Secret::take(QByteArray &source)
{
    Secret secret{QByteArrayView(source)};
    key::wipe(source);
    return secret;
}

Secret Secret::duplicate() const
{
    return Secret(bytes());
}

QByteArrayView Secret::bytes() const
{
    return {m_bytes.data(), static_cast<qsizetype>(m_bytes.size())};
}

bool Secret::isEmpty() const
{
    return m_bytes.empty();
}

void Secret::wipe() noexcept
{
    wipeMemory(m_bytes.data(), m_bytes.size());
    m_bytes.clear();
}

} // namespace key
