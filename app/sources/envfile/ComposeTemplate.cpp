// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/ComposeTemplate.h"

#include "sources/envfile/LoadedFile.h"
#include "sources/envfile/Text.h"
#include "sources/envfile/ValueBuffer.h"

namespace sources::envfile {

namespace {

/// Words within words within words: nobody writes more, and each takes room on the stack.
constexpr int deepest = 50;

/// Where the "}" stands that closes an opened "{", with those between counted in pairs; where they are none, the last
/// "}" of the line; -1 where none is left.
qsizetype closingBrace(QByteArrayView text)
{
    int open = 1;
    qsizetype last = -1;
    for (qsizetype i = 0; i < text.size() && text[i] != '\n'; ++i) {
        if (text[i] == '}') {
            last = i;
            if (--open == 0)
                return i;
        } else if (text[i] == '{') {
            ++open;
            // The character behind it is not looked at.
            ++i;
            if (i < text.size() && text[i] == '}')
                last = i;
        }
    }
    return last;
}

} // namespace

std::optional<key::Secret> ComposeTemplate::filledIn(QByteArrayView text)
{
    ValueBuffer value;
    if (!fillIn(text, value, 0))
        return std::nullopt;
    return value.secret();
}

bool ComposeTemplate::fillIn(QByteArrayView text, ValueBuffer &value, int depth)
{
    if (depth > deepest)
        return false;
    while (!text.isEmpty()) {
        const qsizetype dollar = text.indexOf('$');
        value.append(dollar < 0 ? text : text.first(dollar));
        if (dollar < 0)
            return true;
        text = text.sliced(dollar + 1);
        if (text.startsWith('$')) {
            value.append('$');
            text = text.sliced(1);
        } else if (text.startsWith('{')) {
            const qsizetype length = fillInBraces(text.sliced(1), value, depth);
            if (length < 0)
                return false;
            text = text.sliced(1 + length);
        } else if (const qsizetype length = nameLength(text); length > 0) {
            value.append(m_file.lookUp(text.first(length), LoadedFile::Order::ShellFirst).value_or(QByteArrayView()));
            text = text.sliced(length);
        } else {
            value.append('$');
        }
    }
    return true;
}

qsizetype ComposeTemplate::fillInBraces(QByteArrayView text, ValueBuffer &value, int depth)
{
    const qsizetype end = nameLength(text);
    if (end == 0 || end == text.size())
        return -1;
    const QByteArrayView name = text.first(end);
    if (text[end] == '}') {
        value.append(m_file.lookUp(name, LoadedFile::Order::ShellFirst).value_or(QByteArrayView()));
        return end + 1;
    }
    const qsizetype operatorAt = text[end] == ':' ? end + 1 : end;
    constexpr QByteArrayView operators = "-+?";
    if (operatorAt == text.size() || !operators.contains(text[operatorAt]))
        return -1;
    const qsizetype closing = closingBrace(text.sliced(end));
    if (closing < 0 || !fillInWord(name, text.sliced(end, closing), value, depth))
        return -1;
    return end + closing + 1;
}

/// `operation` is what stands behind the name: ":-word".
bool ComposeTemplate::fillInWord(QByteArrayView name, QByteArrayView operation, ValueBuffer &value, int depth)
{
    const bool alsoEmpty = operation.startsWith(':');
    const char sign = operation[alsoEmpty ? 1 : 0];
    const QByteArrayView word = operation.sliced(alsoEmpty ? 2 : 1);
    const auto found = m_file.lookUp(name, LoadedFile::Order::ShellFirst);
    const bool isThere = found && !(alsoEmpty && found->isEmpty());
    if (sign == '?')
        value.append(found.value_or(QByteArrayView()));
    else if ((sign == '+') == isThere)
        return fillIn(word, value, depth + 1);
    else
        value.append(found.value_or(QByteArrayView()));
    return sign != '?' || isThere;
}

} // namespace sources::envfile
