// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QString>

#include <utility>

namespace key {

/// Holds a text that is, or was, a key while it is worked on, and overwrites its memory when it goes.
/// A string that grows leaves its old memory behind unwiped: reserve what it will need first.
template <typename String> class Wiped {
public:
    Wiped() = default;
    explicit Wiped(String &&text)
        : value(std::move(text))
    {
    }
    Wiped(Wiped &&other) noexcept
        : value(std::move(other.value))
    {
        other.wipe();
    }
    Wiped &operator=(Wiped &&other) noexcept
    {
        if (this != &other) {
            wipe();
            value = std::move(other.value);
            other.wipe();
        }
        return *this;
    }
    Wiped(const Wiped &) = delete;
    Wiped &operator=(const Wiped &) = delete;
    ~Wiped() { wipe(); }

    String value;

private:
    void wipe() noexcept
    {
        // The memory first: a Qt string that shares it gets a smaller one of its own here, and nothing else is touched.
        auto *const memory = value.data();
        auto count = static_cast<std::size_t>(value.size());
        // Up to the capacity: what was cut off at the end still stands in the memory behind it. A Qt string's capacity
        // does not tell that: it counts free room before its first character, too.
        if constexpr (!requires { value.isDetached(); })
            count = value.capacity();
        wipeMemory(memory, count * sizeof(typename String::value_type));
        value.clear();
    }
};

/// Overwrites a text's memory and makes it empty. Memory that it shares with others is left to them.
inline void wipe(QString &text)
{
    if (!text.isEmpty())
        wipeMemory(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace key
