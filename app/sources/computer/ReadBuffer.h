// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Wiped.h"

#include <QByteArrayView>
#include <QtGlobal>

#include <string>

namespace sources {

/// Bytes that come piece by piece and may hold keys. It grows without leaving a copy behind, and what it held is
/// overwritten when it goes.
class ReadBuffer {
public:
    enum class End {
        EndOfFile,
        NothingYet, ///< the writer may write more (a descriptor that does not block)
        TooMuch, ///< more than `most` bytes
        Failed,
    };

#ifdef Q_OS_UNIX
    /// Adds what can be read from a file descriptor now, until more than `most` bytes are held.
    End readFrom(int descriptor, qsizetype most);
#endif
    [[nodiscard]] QByteArrayView bytes() const
    {
        return {m_memory.value.data(), m_size};
    }
    /// Empties it. Its memory is used again, and is overwritten at the end alone.
    void restart()
    {
        m_size = 0;
    }

private:
    /// Makes room for at least one more piece.
    void makeRoom();

    key::Wiped<std::string> m_memory;
    qsizetype m_size = 0; ///< how many bytes of the memory are in use
};

} // namespace sources
