// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/DockerfileLines.h"

#include "sources/configs/KeyNames.h"

#include <algorithm>

namespace sources::configs {

namespace {

std::string_view withoutBlanks(std::string_view text)
{
    const auto isSpace = [](char c) { return isBlank(c) || c == '\r'; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

bool beginsWithWord(std::string_view text, std::string_view lower)
{
    return text.size() > lower.size() && isBlank(text[lower.size()])
        && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) { return a == lowered(b); });
}

} // namespace

int DockerfileLine::lineAt(std::size_t position) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), position,
        [](std::size_t at, const std::pair<std::size_t, int> &start) { return at < start.first; });
    return after == m_starts.begin() ? 0 : std::prev(after)->second;
}

void DockerfileLine::append(std::string_view more, int line)
{
    m_starts.emplace_back(m_text.view().size(), line);
    m_text.append(more);
}

DockerfileLines::DockerfileLines(std::string_view text)
    : m_rest(text)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (text.size() > GrowingText::maximum)
        m_rest = {};
    if (m_rest.starts_with(byteOrderMark))
        m_rest.remove_prefix(byteOrderMark.size());
    readDirectives();
}

std::string_view DockerfileLines::takeFileLine()
{
    const std::size_t end = std::min(m_rest.find('\n'), m_rest.size());
    const std::string_view line = m_rest.substr(0, end);
    m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
    ++m_line;
    return line;
}

/// "# escape=`" counts only at the top, among other directives.
void DockerfileLines::readDirectives()
{
    const std::string_view all = m_rest;
    while (!m_rest.empty()) {
        const std::string_view line = withoutBlanks(takeFileLine());
        const std::size_t equals = line.find('=');
        if (!line.starts_with('#') || equals == std::string_view::npos)
            break;
        const std::string_view name = withoutBlanks(line.substr(1, equals - 1));
        if (name.find(' ') != std::string_view::npos)
            break;
        if (name == "escape" && withoutBlanks(line.substr(equals + 1)) == "`")
            m_escape = '`';
    }
    m_rest = all;
    m_line = 0;
}

bool DockerfileLines::next(DockerfileLine &line)
{
    line = DockerfileLine();
    while (!m_rest.empty()) {
        std::string_view text = takeFileLine();
        const std::string_view shown = withoutBlanks(text);
        if (shown.empty() || shown.starts_with('#'))
            continue;
        // Docker keeps the blanks with which a continued line begins.
        text = line.text().empty() ? shown : text.substr(0, static_cast<std::size_t>(shown.end() - text.begin()));
        const bool goesOn = text.back() == m_escape;
        if (goesOn)
            text.remove_suffix(1);
        line.append(text, m_line);
        if (!goesOn)
            break;
    }
    if (line.text().empty())
        return false;
    skipHereDocuments(line.text());
    return true;
}

/// RUN <<EOF: what follows up to EOF is no instruction.
void DockerfileLines::skipHereDocuments(std::string_view instruction)
{
    if (m_hereDocumentsLeft == 0)
        return;
    if (!beginsWithWord(instruction, "run") && !beginsWithWord(instruction, "copy")
        && !beginsWithWord(instruction, "add"))
        return;
    for (std::size_t at = instruction.find("<<"); at != std::string_view::npos; at = instruction.find("<<", at)) {
        at += 2;
        at += at < instruction.size() && instruction[at] == '-' ? 1 : 0;
        const bool quoted = at < instruction.size() && (instruction[at] == '"' || instruction[at] == '\'');
        const std::size_t begin = at + (quoted ? 1 : 0);
        std::size_t end = begin;
        while (end < instruction.size() && isWordCharacter(instruction[end]))
            ++end;
        if (end == begin)
            continue;
        const std::string_view word = instruction.substr(begin, end - begin);
        // "1<<3" or a text that only looks so: without its end there is no here-document.
        const std::string_view rest = m_rest;
        const int line = m_line;
        bool ended = false;
        while (!m_rest.empty() && !ended)
            ended = withoutBlanks(takeFileLine()) == word;
        if (!ended) {
            m_rest = rest;
            m_line = line;
            --m_hereDocumentsLeft;
            return;
        }
    }
}

} // namespace sources::configs
