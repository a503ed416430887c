// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/FileSwap.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX

#include <string>
#include <utility>

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/// Single steps with files, each within a folder that is open: whatever is done to the folder's own path meanwhile,
/// they reach no other place.
namespace mend {

class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (isOpen())
            ::close(m_number);
    }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

/// What errno means for somebody whose file is mended.
[[nodiscard]] MendFailure failureOf(int error);
[[nodiscard]] tl::unexpected<MendFailure> lastFailure();
/// Whether errno says that the system, or this file system, has no such way to rename.
[[nodiscard]] bool isUnknownWay(int error);

/// Which file it is, whatever its name.
struct Identity {
    dev_t device = 0;
    ino_t number = 0;

    friend bool operator==(const Identity &, const Identity &) = default;
};

enum class Missing { Fails, IsMade };

/// The folder of a spot, reached from Spot::folder without following a link.
[[nodiscard]] tl::expected<Descriptor, MendFailure> openFolder(const Spot &spot, Missing missing = Missing::Fails);

/// A file in a folder, by its name. Everything that can be done to it is done within the folder.
class Entry {
public:
    Entry(const Descriptor &folder, std::string name)
        : m_folder(folder.number())
        , m_name(std::move(name))
    {
    }

    struct Content {
        key::Secret bytes;
        struct stat status { };
        Descriptor file{-1};
    };
    [[nodiscard]] tl::expected<Content, MendFailure> read() const;
    [[nodiscard]] bool exists() const { return identity() != Identity(); }
    [[nodiscard]] Identity identity() const;
    [[nodiscard]] bool remove() const { return ::unlinkat(m_folder, m_name.c_str(), 0) == 0; }
    /// Fails with EEXIST where the other name is taken.
    [[nodiscard]] bool moveTo(const Entry &to) const;
    [[nodiscard]] bool moveOver(const Entry &to) const
    {
        return ::renameat(m_folder, m_name.c_str(), to.m_folder, to.m_name.c_str()) == 0;
    }
    /// Both names change their files in one step. False, with errno, where that cannot be done.
    [[nodiscard]] bool exchangeWith(const Entry &other) const;
    [[nodiscard]] Descriptor make(mode_t mode) const
    {
        return Descriptor(
            ::openat(m_folder, m_name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    }

private:
    int m_folder;
    std::string m_name;
};

} // namespace mend

#endif
