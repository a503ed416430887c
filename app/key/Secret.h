// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace key {

/// The bytes of a key, exactly as they were given: UTF-8 as a rule, but nothing is assumed.
/// Moved, never copied by accident; the bytes are overwritten with zeros before their memory is given back.
class Secret {
public:
    Secret() = default;
    /// Copies the bytes; the caller wipes its own.
    explicit Secret(QByteArrayView bytes);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    /// Moves the bytes out of `source` and overwrites them there.
    static Secret take(QByteArray &source);
    /// The one way to have a second copy, so that every copy can be found by its name.
    [[nodiscard]] Secret duplicate() const;

    [[nodiscard]] QByteArrayView bytes() const;
    [[nodiscard]] bool isEmpty() const;

    friend bool operator==(const Secret &a, const Secret &b) { return a.m_bytes == b.m_bytes; }

private:
    void wipe() noexcept;
    std::vector<char> m_bytes;
};

/// Overwrites memory in a way that the compiler may not leave out.
void wipeMemory(void *data, std::size_t size) noexcept;
/// Overwrites the bytes of `bytes` and empties it. Shared copies made before are not reached.
void wipe(QByteArray &bytes) noexcept;

} // namespace key
