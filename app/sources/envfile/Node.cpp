// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/Readers.h"
#include "sources/envfile/Text.h"
#include "sources/envfile/ValueBuffer.h"

#include <QString>

/// `node --env-file`. Source: Node 20.20, measured; 22 and later also leave out tabs around names and values.
namespace sources::envfile {

namespace {

QByteArrayView withoutSpacesInFront(QByteArrayView text)
{
    while (text.startsWith(' '))
        text = text.sliced(1);
    return text;
}

QByteArrayView withoutSpaces(QByteArrayView text)
{
    text = withoutSpacesInFront(text);
    while (text.endsWith(' '))
        text.chop(1);
    return text;
}

/// As a program sees it: V8 puts U+FFFD where something is not UTF-8, and an environment's texts end at a NUL.
key::Secret environmentText(QByteArrayView bytes)
{
    const qsizetype nul = bytes.indexOf('\0');
    if (nul >= 0)
        bytes.truncate(nul);
    if (bytes.isValidUtf8())
        return key::Secret(bytes);
    key::Wiped<QString> text(QString::fromUtf8(bytes));
    QByteArray utf8 = text.value.toUtf8();
    return key::Secret::take(utf8);
}

class Reader {
public:
    Reader(QByteArrayView text, LoadedFile &file)
        : m_text(text)
        , m_rest(withoutSpaces(text))
        , m_lines(text)
        , m_file(file)
    {
    }

    void readAll()
    {
        while (!m_rest.isEmpty()) {
            if ((m_rest.front() == '\n' || m_rest.front() == '#') && m_rest.contains('\n'))
                skipLine();
            else if (!readVariable())
                return;
        }
    }

private:
    void skipLine() { goOnBehind(m_rest.indexOf('\n')); }
    /// At the end where `position` is -1.
    void goOnBehind(qsizetype position) { m_rest = position < 0 ? m_rest.last(0) : m_rest.sliced(position + 1); }
    /// False where nothing further is read.
    bool readVariable();
    void readQuoted();
    void store(QByteArrayView value) { m_file.set(m_name.bytes(), m_line, environmentText(value)); }

    QByteArrayView m_text;
    QByteArrayView m_rest;
    LineCounter m_lines;
    LoadedFile &m_file;
    key::Secret m_name;
    int m_line = 0;
};

bool Reader::readVariable()
{
    // A line without "=" becomes a part of the next name.
    const qsizetype equals = m_rest.indexOf('=');
    if (equals < 0)
        return false;
    QByteArrayView name = withoutSpaces(m_rest.first(equals));
    m_rest = withoutSpacesInFront(m_rest.sliced(equals + 1));
    if (name.isEmpty())
        return false;
    constexpr QByteArrayView exportWord = "export ";
    if (name.startsWith(exportWord))
        name = name.sliced(exportWord.size());
    m_name = environmentText(name);
    m_line = m_lines.lineAt(name.end() - m_text.begin());
    if (m_rest.startsWith('"') || m_rest.startsWith('\'') || m_rest.startsWith('`')) {
        readQuoted();
        return true;
    }
    const qsizetype end = m_rest.indexOf('\n');
    QByteArrayView value = end < 0 ? m_rest : m_rest.first(end);
    if (const qsizetype comment = value.indexOf('#'); comment >= 0)
        value.truncate(comment);
    store(withoutSpaces(value));
    goOnBehind(end);
    return true;
}

void Reader::readQuoted()
{
    const char quote = m_rest.front();
    const qsizetype closing = m_rest.indexOf(quote, 1);
    if (closing < 0) {
        // The quote belongs to the value. Without a line break behind it, Node stores nothing, and reads the value as
        // if it were the next name.
        const qsizetype end = m_rest.indexOf('\n');
        if (end >= 0) {
            store(m_rest.first(end));
            goOnBehind(end);
        }
        return;
    }
    QByteArrayView inside = m_rest.sliced(1, closing - 1);
    ValueBuffer value;
    while (quote == '"' && !inside.isEmpty()) {
        const qsizetype escape = inside.indexOf("\\n");
        value.append(escape < 0 ? inside : inside.first(escape));
        if (escape >= 0)
            value.append('\n');
        inside = escape < 0 ? inside.last(0) : inside.sliced(escape + 2);
    }
    value.append(inside);
    store(value.view());
    goOnBehind(m_rest.indexOf('\n', closing + 1));
}

} // namespace

LoadedFile loadAsNode(QByteArrayView text, const Environment *shell)
{
    LoadedFile file(shell);
    // Before anything else, every carriage return goes.
    const ValueBuffer lines = without(text, '\r');
    Reader(lines.view(), file).readAll();
    return file;
}

} // namespace sources::envfile
