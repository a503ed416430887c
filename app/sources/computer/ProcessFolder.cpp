// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/computer/ProcessFolder.h"

#ifdef __linux__

#include "sources/computer/ProgramName.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <array>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sources {

namespace {

/// The kernel allows 6 MiB for arguments and environment together.
constexpr qsizetype largestEnvironment = qsizetype{8} * 1024 * 1024;
/// Enough for a stat, and for the part of a command line that tells the program.
constexpr std::size_t beginning = 4096;

QByteArrayView view(const key::Wiped<std::string> &text)
{
    return {text.value.data(), static_cast<qsizetype>(text.value.size())};
}

} // namespace

ProcessFolder::ProcessFolder(qint64 process)
    : m_folder(-1)
{
    const std::string path = "/proc/" + std::to_string(process);
    m_folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

ProcessFolder::~ProcessFolder()
{
    if (m_folder >= 0)
        ::close(m_folder);
}

bool ProcessFolder::isOwn() const
{
    struct stat folder { };
    // Unlike the files in it, the folder belongs to whom the process acts as, also where it may not be traced.
    return m_folder >= 0 && ::fstat(m_folder, &folder) == 0 && folder.st_uid == ::geteuid();
}

bool ProcessFolder::readEnvironment(ReadBuffer &into) const
{
    into.restart();
    const int file = openFile("environ");
    if (file < 0)
        return false;
    const ReadBuffer::End end = into.readFrom(file, largestEnvironment);
    ::close(file);
    return end == ReadBuffer::End::EndOfFile && !into.bytes().isEmpty();
}

std::optional<ProcessFacts> ProcessFolder::facts() const
{
    const auto text = beginningOf("stat");
    const QByteArrayView all = view(text);
    // The second field is the program's name in parentheses: it may hold blanks and parentheses itself.
    constexpr qsizetype firstField = 3;
    const qsizetype nameEnd = all.lastIndexOf(')');
    if (nameEnd < 0 || nameEnd + 2 >= all.size())
        return std::nullopt;
    const QList<QByteArray> fields = all.sliced(nameEnd + 2).toByteArray().split(' ');
    constexpr qsizetype parent = 4 - firstField;
    constexpr qsizetype session = 6 - firstField;
    constexpr qsizetype startTime = 22 - firstField;
    const qint64 ticksPerSecond = ::sysconf(_SC_CLK_TCK);
    if (fields.size() <= startTime || ticksPerSecond <= 0)
        return std::nullopt;
    return ProcessFacts{fields.at(parent).toLongLong(), fields.at(session).toLongLong(),
        fields.at(startTime).toLongLong() * 1000 / ticksPerSecond};
}

QString ProcessFolder::name() const
{
    const auto commandLine = beginningOf("cmdline");
    const auto shortName = beginningOf("comm");
    QByteArrayView trimmedName = view(shortName);
    while (trimmedName.endsWith('\n'))
        trimmedName.chop(1);
    return programName(view(commandLine), trimmedName);
}

int ProcessFolder::openFile(const char *file) const
{
    return m_folder < 0 ? -1 : ::openat(m_folder, file, O_RDONLY | O_CLOEXEC);
}

key::Wiped<std::string> ProcessFolder::beginningOf(const char *file) const
{
    // A command line may hold secrets.
    key::Wiped<std::string> text(std::string(beginning, '\0'));
    const int descriptor = openFile(file);
    const ssize_t count = descriptor < 0 ? 0 : ::read(descriptor, text.value.data(), text.value.size());
    if (descriptor >= 0)
        ::close(descriptor);
    text.value.resize(static_cast<std::size_t>(std::max(count, ssize_t{0})));
    return text;
}

} // namespace sources

#endif
