// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/EnvFile.h"

#include <QFile>
#include <QFileInfo>

namespace sources {

namespace {

constexpr bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f' || byte == '\v';
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

/// The value as python-dotenv takes it from what stands behind the "=".
QByteArrayView unquoted(QByteArrayView text)
{
    text = trimmed(text);
    if (!text.isEmpty() && (text.front() == '"' || text.front() == '\'')) {
        const qsizetype end = text.indexOf(text.front(), 1);
        if (end > 0)
            return text.sliced(1, end - 1);
    }
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == '#' && isBlank(text[i - 1]))
            return trimmed(text.first(i));
    }
    return !text.isEmpty() && text.front() == '#' ? QByteArrayView() : text;
}

struct Line {
    QByteArrayView name;
    QByteArrayView value;
};

std::optional<Line> parseLine(QByteArrayView text)
{
    text = trimmed(text);
    const qsizetype equals = text.indexOf('=');
    if (equals <= 0 || text.front() == '#')
        return std::nullopt;
    QByteArrayView name = trimmed(text.first(equals));
    constexpr QByteArrayView exportWord = "export ";
    if (name.startsWith(exportWord))
        name = trimmed(name.sliced(exportWord.size()));
    return Line{name, unquoted(text.sliced(equals + 1))};
}

std::optional<EnvEntry> findName(QByteArrayView text, const QString &name)
{
    const QByteArray wanted = name.toUtf8();
    std::optional<EnvEntry> found;
    int number = 0;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf('\n', start);
        const QByteArrayView line = text.sliced(start, (end < 0 ? text.size() : end) - start);
        start = end < 0 ? text.size() : end + 1;
        ++number;
        const auto parsed = parseLine(line);
        if (parsed && parsed->name == QByteArrayView(wanted))
            found = EnvEntry{name, number, key::Secret(parsed->value)};
    }
    return found;
}

} // namespace

tl::expected<key::Secret, FileFailure> readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return tl::unexpected(FileFailure::NotFound);
    if (info.isDir())
        return tl::unexpected(FileFailure::NotReadable);
    QFile file(path);
    // Unbuffered: QFile's buffer would keep a copy of the key that nobody wipes.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(FileFailure::NotReadable);
    QByteArray bytes = file.read(maximumFile + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(FileFailure::NotReadable);
    if (bytes.size() > maximumFile) {
        key::wipe(bytes);
        return tl::unexpected(FileFailure::TooLarge);
    }
    return key::Secret::take(bytes);
}

std::optional<EnvEntry> findInEnvFile(const key::Secret &file, const QStringList &names)
{
    for (const QString &name : names) {
        if (auto entry = findName(file.bytes(), name))
            return entry;
    }
    return std::nullopt;
}

} // namespace sources
