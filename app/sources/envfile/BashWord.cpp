// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/BashWord.h"

#include "sources/envfile/BashSyntax.h"
#include "sources/envfile/LoadedFile.h"
#include "sources/envfile/Text.h"

#include <QChar>
#include <QString>

#include <algorithm>

namespace sources::envfile {

namespace {

/// Words within words within words: nobody writes more, and each takes room on the stack.
constexpr int deepest = 50;

/// A number in `base` with at most `digits` digits at the beginning; its length is 0 where none stands there.
struct Number {
    uint value = 0;
    qsizetype length = 0;
};

Number numberAt(QByteArrayView text, int base, qsizetype digits)
{
    Number number;
    for (qsizetype length = std::min(digits, text.size()); length > 0 && number.length == 0; --length) {
        const QByteArray bytes = text.first(length).toByteArray();
        bool isNumber = std::all_of(bytes.begin(), bytes.end(), isNameByte);
        const uint value = isNumber ? bytes.toUInt(&isNumber, base) : 0;
        if (isNumber)
            number = {value, length};
    }
    return number;
}

} // namespace

BashWord::Result BashWord::read(QByteArrayView word)
{
    m_valueStart = assignmentLength(word);
    return read(word, Quotes::None, 0);
}

BashWord::Result BashWord::read(QByteArrayView text, Quotes quotes, int depth)
{
    if (depth > deepest)
        return Result::Refused;
    for (qsizetype at = 0; at < text.size();) {
        const QByteArrayView rest = text.sliced(at);
        Result result = Result::Read;
        qsizetype length = 1;
        const char byte = rest.front();
        if (byte == '\\')
            readBackslash(rest, quotes, length);
        else if (byte == '$')
            result = readDollar(rest, quotes, depth, length);
        else if (byte == '`' || (quotes == Quotes::None && (byte == '"' || byte == '\'')))
            result = readQuoted(rest, depth, length);
        else if (quotes == Quotes::Double || depth > 0 || byte != '~' || !readTilde(text, at))
            m_value.append(byte);
        if (result != Result::Read)
            return result;
        at += length;
    }
    return Result::Read;
}

void BashWord::readBackslash(QByteArrayView text, Quotes quotes, qsizetype &length)
{
    constexpr QByteArrayView escapable = "$`\"\\\n";
    length = std::min<qsizetype>(2, text.size());
    const char next = length > 1 ? text[1] : '\0';
    if (length == 1 || (quotes == Quotes::Double && !escapable.contains(next)))
        m_value.append('\\');
    if (length > 1 && next != '\n')
        m_value.append(next);
}

BashWord::Result BashWord::readQuoted(QByteArrayView text, int depth, qsizetype &length)
{
    length = bashSpanEnd(text, 0);
    if (length < 0)
        return Result::Refused;
    const QByteArrayView inside = text.sliced(1, length - 2);
    if (text.front() == '"')
        return read(inside, Quotes::Double, depth);
    m_value.append(text.front() == '`' ? text.first(length) : inside);
    return Result::Read;
}

/// "~" at the beginning of a value and behind a colon is the user's folder.
bool BashWord::readTilde(QByteArrayView text, qsizetype at)
{
    const char next = at + 1 < text.size() ? text[at + 1] : '/';
    const bool begins = at > 0 && (text[at - 1] == ':' || at == m_valueStart);
    if (!begins || (next != '/' && next != ':'))
        return false;
    const auto home = m_file.lookUp("HOME", LoadedFile::Order::FileFirst);
    if (home)
        m_value.append(*home);
    return home.has_value();
}

void BashWord::appendVariable(QByteArrayView name)
{
    m_value.append(m_file.lookUp(name, LoadedFile::Order::FileFirst).value_or(QByteArrayView()));
}

BashWord::Result BashWord::readDollar(QByteArrayView text, Quotes quotes, int depth, qsizetype &length)
{
    const char next = text.size() > 1 ? text[1] : '\0';
    const bool isAnsi = next == '\'' && quotes == Quotes::None;
    if (next == '{' || next == '(' || isAnsi) {
        length = bashSpanEnd(text, 0);
        if (length < 0)
            return Result::Refused;
        const QByteArrayView inside = text.sliced(2, length - 3);
        if (next == '{')
            return readBraces(inside, text.first(length), quotes, depth);
        if (isAnsi)
            readAnsiQuoted(inside);
        else
            m_value.append(text.first(length));
        return Result::Read;
    }
    constexpr QByteArrayView empty = "123456789@*!";
    constexpr QByteArrayView zero = "#?";
    length = 2;
    if (const qsizetype name = nameLength(text.sliced(1)); name > 0) {
        appendVariable(text.sliced(1, name));
        length = 1 + name;
    } else if (next != '\0' && zero.contains(next)) {
        m_value.append('0');
    } else if (next == '\0' || !empty.contains(next)) {
        length = 1;
        if (next != '"' || quotes == Quotes::Double)
            m_value.append('$');
    }
    return Result::Read;
}

BashWord::Result BashWord::readBraces(QByteArrayView inside, QByteArrayView whole, Quotes quotes, int depth)
{
    constexpr QByteArrayView operators = "-=+?";
    constexpr QByteArrayView notDone = "#!%/^,@:[";
    const qsizetype end = nameLength(inside);
    const QByteArrayView name = inside.first(end);
    if (end > 0 && end == inside.size()) {
        appendVariable(name);
        return Result::Read;
    }
    const bool alsoEmpty = end < inside.size() && inside[end] == ':';
    const qsizetype operatorAt = alsoEmpty ? end + 1 : end;
    if (end == 0 || operatorAt == inside.size() || !operators.contains(inside[operatorAt])) {
        if (inside.isEmpty() || !notDone.contains(inside[end]))
            return Result::Refused;
        m_value.append(whole);
        return Result::Read;
    }
    const char sign = inside[operatorAt];
    const auto found = m_file.lookUp(name, LoadedFile::Order::FileFirst);
    const bool isThere = found && !(alsoEmpty && found->isEmpty());
    if (isThere && sign != '+')
        m_value.append(*found);
    if (isThere != (sign == '+'))
        return Result::Read;
    if (sign == '?')
        return Result::Ended;
    const qsizetype before = m_value.view().size();
    const Result result = read(inside.sliced(operatorAt + 1), quotes, depth + 1);
    if (sign == '=' && result == Result::Read)
        m_file.set(name, m_line, key::Secret(m_value.view().sliced(before)));
    return result;
}

void BashWord::readAnsiQuoted(QByteArrayView inside)
{
    constexpr QByteArrayView letters = "abeEfnrtv\\'\"?";
    constexpr QByteArrayView meanings = "\a\b\x1b\x1b\f\n\r\t\v\\'\"?";
    for (qsizetype at = 0; at < inside.size();) {
        const QByteArrayView rest = inside.sliced(at);
        const char next = rest.front() == '\\' && rest.size() > 1 ? rest[1] : '\0';
        const qsizetype letter = next == '\0' ? -1 : letters.indexOf(next);
        const Number octal = next == '\0' ? Number() : numberAt(rest.sliced(1), 8, 3);
        const bool isUnicode = next == 'u' || next == 'U';
        const Number hex = isUnicode || next == 'x' ? numberAt(rest.sliced(2), 16,
                               next == 'x'       ? 2
                                   : next == 'u' ? 4
                                                 : 8)
                                                    : Number();
        if (letter >= 0) {
            m_value.append(meanings[letter]);
            at += 2;
        } else if (octal.length > 0) {
            m_value.append(static_cast<char>(octal.value));
            at += 1 + octal.length;
        } else if (hex.length > 0) {
            const char32_t codePoint = hex.value;
            if (isUnicode)
                m_value.append(QString::fromUcs4(&codePoint, 1).toUtf8());
            else
                m_value.append(static_cast<char>(hex.value));
            at += 2 + hex.length;
        } else {
            m_value.append(rest.front());
            ++at;
        }
    }
}

} // namespace sources::envfile
