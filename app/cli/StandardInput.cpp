// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/StandardInput.h"

#include "cli/Console.h"
#include "sources/envfile/EnvFile.h"
#include "words/CommandWords.h"

#include <array>
#include <cstdio>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace cli {

namespace {

/// While it lives, what is typed is not shown.
class HiddenTyping {
public:
#ifdef Q_OS_WIN
    HiddenTyping()
        : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        GetConsoleMode(m_input, &m_before);
        SetConsoleMode(m_input, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    ~HiddenTyping()
    {
        SetConsoleMode(m_input, m_before);
    }

private:
    HANDLE m_input;
    DWORD m_before = 0;
#else
    HiddenTyping()
    {
        m_known = tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_known)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping()
    {
        if (m_known)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before{};
    bool m_known = false;
#endif

public:
    HiddenTyping(const HiddenTyping &) = delete;
    HiddenTyping &operator=(const HiddenTyping &) = delete;
};

std::optional<key::Secret> readToTheEnd()
{
#ifdef Q_OS_WIN
    _setmode(_fileno(stdin), _O_BINARY); // else CRLF would come as LF
#endif
    std::setvbuf(stdin, nullptr, _IONBF, 0); // no buffer that nobody wipes
    QByteArray bytes;
    std::array<char, 65536> chunk{};
    while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), stdin)) {
        bytes.append(chunk.data(), static_cast<qsizetype>(count));
        if (bytes.size() > sources::maximumFile)
            break;
    }
    key::wipeMemory(chunk.data(), chunk.size());
    if (bytes.size() > sources::maximumFile) {
        key::wipe(bytes);
        return std::nullopt;
    }
    return key::Secret::take(bytes);
}

key::Secret readLine()
{
    QByteArray bytes;
    const Console console(stderr);
    console.bytes(words::CommandWords::pasteTheKey().toUtf8() + ' ');
    {
        const HiddenTyping hidden;
        for (int byte = std::getchar(); byte != EOF && byte != '\n'; byte = std::getchar())
            bytes.append(static_cast<char>(byte));
    }
    console.line();
    return key::Secret::take(bytes);
}

} // namespace

std::optional<key::Secret> readStandardInput()
{
    return standardInputIsTerminal() ? std::optional(readLine()) : readToTheEnd();
}

} // namespace cli
