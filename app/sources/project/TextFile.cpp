// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/TextFile.h"

#include "key/Secret.h"

#include <algorithm>
#include <cstring>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#else
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#endif

namespace sources {

namespace {

/// What tells whether a file was changed.
struct Stamp {
    bool regular = false;
    qint64 size = 0;
    qint64 seconds = 0;
    qint64 nanoseconds = 0;

    friend bool operator==(const Stamp &, const Stamp &) = default;
};

#ifdef Q_OS_UNIX

/// An open file.
class OpenFile {
public:
    /// Without O_NONBLOCK, to open a pipe that has just taken the file's place would wait for its writer.
    explicit OpenFile(const NativePath &path)
        : m_descriptor(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC))
    {
    }
    ~OpenFile()
    {
        if (isOpen())
            ::close(m_descriptor);
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] Stamp stamp() const
    {
        struct stat status { };
        if (::fstat(m_descriptor, &status) != 0)
            return {};
#ifdef Q_OS_DARWIN
        const timespec changed = status.st_mtimespec;
#else
        const timespec changed = status.st_mtim;
#endif
        return {S_ISREG(status.st_mode), status.st_size, changed.tv_sec, changed.tv_nsec};
    }
    /// The number of bytes, 0 at the file's end, -1 where it cannot be read.
    [[nodiscard]] qint64 read(char *memory, qint64 size) const
    {
        ssize_t count = -1;
        do
            count = ::read(m_descriptor, memory, static_cast<std::size_t>(size));
        while (count < 0 && errno == EINTR);
        return count;
    }

private:
    int m_descriptor;
};

#else

/// An open file.
class OpenFile {
public:
    explicit OpenFile(const NativePath &path)
        : m_file(shownPath(path))
    {
        // Unbuffered: QFile's buffer would keep a copy of the key that nobody wipes.
        if (QFileInfo(m_file).isFile())
            m_isOpen = m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] Stamp stamp() const
    {
        const qint64 changed = m_file.fileTime(QFileDevice::FileModificationTime).toMSecsSinceEpoch();
        return {true, m_file.size(), changed / 1000, changed % 1000 * 1'000'000};
    }
    [[nodiscard]] qint64 read(char *memory, qint64 size) { return m_file.read(memory, size); }

private:
    QFile m_file;
    bool m_isOpen = false;
};

#endif

} // namespace

TextFile::TextFile(qint64 maximumSize)
    : m_maximumSize(maximumSize)
{
}

TextFile::~TextFile()
{
    key::wipeMemory(m_memory.data(), m_memory.size());
}

std::optional<SkipReason> TextFile::read(const NativePath &path)
{
    auto reason = readOnce(path);
    if (reason == SkipReason::ChangedWhileRead)
        reason = readOnce(path);
    if (reason)
        wipe();
    return reason;
}

std::optional<SkipReason> TextFile::readOnce(const NativePath &path)
{
    m_size = 0;
    OpenFile file(path);
    if (!file.isOpen())
        return SkipReason::NotReadable;
    const Stamp before = file.stamp();
    if (!before.regular)
        return SkipReason::NotReadable;
    if (before.size > m_maximumSize)
        return SkipReason::TooLarge;
    makeRoom(before.size);
    while (m_size < before.size) {
        const qint64 count = file.read(m_memory.data() + m_size, before.size - m_size);
        if (count < 0)
            return SkipReason::NotReadable;
        if (count == 0)
            return SkipReason::ChangedWhileRead; // cut off
        m_size += count;
    }
    if (file.stamp() != before)
        return SkipReason::ChangedWhileRead;
    m_changed = before.seconds * 1000 + before.nanoseconds / 1'000'000;
    return std::nullopt;
}

void TextFile::makeRoom(qint64 size)
{
    const auto wanted = static_cast<std::size_t>(size);
    if (wanted <= m_memory.size())
        return;
    constexpr std::size_t step = std::size_t{256} * 1024;
    key::wipeMemory(m_memory.data(), m_memory.size());
    m_memory = std::vector<char>((wanted + step - 1) / step * step);
}

bool TextFile::isUtf16() const
{
    return bytes().startsWith("\xff\xfe") || bytes().startsWith("\xfe\xff");
}

bool TextFile::holdsNul() const
{
    constexpr qsizetype beginning = 8192;
    const auto size = static_cast<std::size_t>(std::min(m_size, beginning));
    return size > 0 && std::memchr(m_memory.data(), 0, size) != nullptr;
}

void TextFile::wipe()
{
    key::wipeMemory(m_memory.data(), static_cast<std::size_t>(m_size));
    m_size = 0;
}

} // namespace sources
