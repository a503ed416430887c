// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/Readers.h"
#include "sources/envfile/Text.h"

/// `docker run --env-file`. Source: docker/cli, opts/file.go: a line is a name, "=", and the value as it stands.
namespace sources::envfile {

namespace {

/// Go's bufio.Scanner gives up at a longer line.
constexpr qsizetype longestLine = 64 * 1024 - 1;

/// Reads one line; false where the program refuses it, and so the file.
bool readLine(QByteArrayView line, int number, LoadedFile &file)
{
    if (line.size() > longestLine || !line.isValidUtf8())
        return false;
    if (line.endsWith('\r'))
        line.chop(1);
    if (number == 1 && line.startsWith(byteOrderMark))
        line = line.sliced(byteOrderMark.size());
    line = withoutBlanksInFront(line);
    if (line.isEmpty() || line.front() == '#')
        return true;
    const qsizetype equals = line.indexOf('=');
    const QByteArrayView name = equals < 0 ? line : line.first(equals);
    if (name.isEmpty() || name.contains(' ') || name.contains('\t'))
        return false;
    if (equals >= 0)
        file.set(name, number, key::Secret(line.sliced(equals + 1)));
    // A name alone takes the value that the shell has.
    else if (const auto value = file.lookUp(name, LoadedFile::Order::ShellFirst))
        file.set(name, number, key::Secret(*value));
    return true;
}

} // namespace

LoadedFile loadAsDockerRun(QByteArrayView text, const Environment *shell)
{
    LoadedFile file(shell);
    int number = 0;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype found = text.indexOf('\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        if (!readLine(text.sliced(start, end - start), ++number, file)) {
            file.refuseFile();
            break;
        }
        start = end + 1;
    }
    return file;
}

} // namespace sources::envfile
