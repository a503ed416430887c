// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/computer/ReadBuffer.h"

#include <algorithm>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <unistd.h>
#endif

namespace sources {

namespace {

constexpr std::size_t smallest = std::size_t{64} * 1024;

} // namespace

void ReadBuffer::makeRoom()
{
    const auto used = static_cast<std::size_t>(m_size);
    if (m_memory.value.size() - used >= smallest / 4)
        return;
    key::Wiped<std::string> larger(std::string(std::max(smallest, m_memory.value.size() * 2), '\0'));
    larger.value.replace(0, used, m_memory.value, 0, used);
    m_memory = std::move(larger);
}

#ifdef Q_OS_UNIX
ReadBuffer::End ReadBuffer::readFrom(int descriptor, qsizetype most)
{
    while (m_size <= most) {
        makeRoom();
        const std::size_t room = m_memory.value.size() - static_cast<std::size_t>(m_size);
        const ssize_t count = ::read(descriptor, m_memory.value.data() + m_size, room);
        if (count == 0)
            return End::EndOfFile;
        if (count > 0)
            m_size += count;
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            return End::NothingYet;
        else if (errno != EINTR)
            return End::Failed;
    }
    return End::TooMuch;
}
#endif

} // namespace sources
