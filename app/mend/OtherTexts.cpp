// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/OtherTexts.h"

#include "mend/PlainValue.h"
#include "sources/envfile/Text.h"
#include "sources/profiles/ProfileReaders.h"
#include "sources/profiles/ShellWords.h"

#include <algorithm>

namespace mend {

namespace {

using sources::envfile::ValueBuffer;
namespace profiles = sources::profiles;

/// As most lines of the text end.
QByteArrayView lineBreakOf(QByteArrayView text)
{
    const auto feeds = std::count(text.begin(), text.end(), '\n');
    const auto returns = std::count(text.begin(), text.end(), '\r');
    return returns > 0 && 2 * returns > feeds ? "\r\n" : "\n";
}

void appendLines(
    TextEdit &edit, QByteArrayView before, const std::vector<QByteArrayView> &lines, QByteArrayView lineBreak)
{
    const bool isOpen = !before.isEmpty() && !before.endsWith('\n');
    if (isOpen)
        edit.addBreak(lineBreak);
    for (const QByteArrayView line : lines)
        edit.add(line, isOpen && line.data() == lines.back().data() ? QByteArrayView() : lineBreak);
}

std::vector<sources::FoundKey> readProfile(QByteArrayView text, ProfileKind kind, const QString &variable)
{
    switch (kind) {
    case ProfileKind::Posix:
        return profiles::readShellProfile(text, {variable});
    case ProfileKind::Fish:
        return profiles::readFishProfile(text, {variable});
    case ProfileKind::EnvironmentD:
        break;
    }
    return profiles::readEnvironmentD(text, {variable});
}

ValueBuffer profileLine(ProfileKind kind, const QString &variable, QByteArrayView key)
{
    const QByteArray name = variable.toUtf8();
    const bool isFish = kind == ProfileKind::Fish;
    const bool isPlainLine = kind == ProfileKind::EnvironmentD;
    ValueBuffer line;
    line.append(isFish ? "set -gx " : isPlainLine ? "" : "export ");
    line.append(name);
    line.append(isFish ? " '" : isPlainLine ? "=" : "='");
    line.append(key);
    line.append(isPlainLine ? "" : "'");
    return line;
}

/// Whether a line of a script sets the variable and does nothing else. It must be whole: what is continued on the next
/// line, or from the one before, is left alone.
bool setsNothingElse(QByteArrayView line, ProfileKind kind, const QByteArray &name)
{
    const QByteArrayView words = wordsOf(line);
    if (words.endsWith('\\'))
        return false;
    if (kind == ProfileKind::EnvironmentD)
        return sources::envfile::withoutBlanksInFront(words).startsWith(name);
    const auto dialect = kind == ProfileKind::Fish ? profiles::Dialect::Fish : profiles::Dialect::Posix;
    const auto commands = profiles::splitScript(words, dialect);
    if (commands.size() != 1 || commands.front().empty() || words.contains('#'))
        return false;
    const profiles::ShellCommand &command = commands.front();
    const QByteArray assignment = name + '=';
    if (kind == ProfileKind::Fish)
        return command.size() == 4 && command[0].text == "set" && command[1].text.startsWith('-')
            && command[2].text == name;
    const bool isAlone = command.size() == 1 && command[0].text.startsWith(assignment);
    return isAlone || (command.size() == 2 && command[0].text == "export" && command[1].text.startsWith(assignment));
}

} // namespace

QByteArray gitignorePattern(const QString &relativePath)
{
    QByteArray pattern = "/";
    const QByteArray bytes = relativePath.toUtf8();
    for (const char byte : bytes) {
        constexpr QByteArrayView special = "\\*?[]!# ";
        if (special.contains(byte))
            pattern.append('\\');
        pattern.append(byte);
    }
    return pattern;
}

tl::expected<TextMend, MendFailure> mendedGitignore(QByteArrayView before, const QByteArrayList &patterns)
{
    TextEdit edit;
    const auto lines = linesOf(before);
    const auto stands = [&](const QByteArray &pattern) {
        const auto isIt = [&](QByteArrayView line) { return wordsOf(line) == pattern; };
        const auto last = std::find_if(lines.rbegin(), lines.rend(), isIt);
        // Behind it a line may take it back, in ways that only git knows.
        return last != lines.rend()
            && std::none_of(lines.rbegin(), last, [](QByteArrayView line) { return line.startsWith('!'); });
    };
    std::vector<QByteArrayView> added;
    for (const QByteArray &pattern : patterns) {
        if (!stands(pattern))
            added.emplace_back(pattern);
    }
    if (added.empty())
        return tl::unexpected(MendFailure::NothingToMend);
    for (const QByteArrayView line : lines)
        edit.keep(line);
    appendLines(edit, before, added, lineBreakOf(before));
    return edit.take();
}

tl::expected<TextMend, MendFailure> mendedProfile(
    QByteArrayView before, ProfileKind kind, const QString &variable, QByteArrayView key)
{
    if (!isPlain(key))
        return tl::unexpected(MendFailure::KeyNotUsable);
    if (before.contains('\0'))
        return tl::unexpected(MendFailure::NotReadable);
    const ValueBuffer line = profileLine(kind, variable, key);
    const auto found = readProfile(before, kind, variable);
    const auto lines = linesOf(before);
    const int number = found.empty() ? 0 : found.front().place.line;
    TextEdit edit({variable});
    bool isReplaced = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isIt = static_cast<int>(i) + 1 == number && setsNothingElse(lines[i], kind, variable.toUtf8());
        isReplaced = isReplaced || isIt;
        if (isIt && wordsOf(lines[i]) == line.view())
            return tl::unexpected(MendFailure::NothingToMend);
        if (!isIt) {
            edit.keep(lines[i]);
            continue;
        }
        edit.remove(lines[i]);
        edit.add(line.view(), lines[i].endsWith('\n') ? "\n" : "");
    }
    // Always with a line feed: a carriage return would become a part of the value.
    if (!isReplaced)
        appendLines(edit, before, {line.view()}, "\n");
    const auto now = readProfile(edit.text(), kind, variable);
    if (now.size() != 1 || now.front().secret.bytes() != key)
        return tl::unexpected(MendFailure::OtherLines);
    return edit.take();
}

} // namespace mend
