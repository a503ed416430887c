// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/ConfigReaders.h"
#include "sources/configs/DockerfileLines.h"
#include "sources/configs/Interpolation.h"
#include "sources/configs/KeyNames.h"

#include <algorithm>
#include <map>

namespace sources {

namespace {

using configs::DockerfileLine;
using configs::Filled;
using configs::isBlank;
using configs::toText;

bool isWord(std::string_view text, std::string_view lower)
{
    return text.size() == lower.size()
        && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return configs::lowered(a) == b; });
}

/// Reads words apart by blanks, with quotes and escapes left in them.
class Words {
public:
    Words(std::string_view text, char escape)
        : m_text(text)
        , m_escape(escape)
    {
    }
    [[nodiscard]] std::size_t position() const { return m_at; }
    /// The next word; empty at the end.
    std::string_view next()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
        m_begin = m_at;
        char quote = '\0';
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == m_escape && quote != '\'')
                ++m_at;
            else if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c == '"' || c == '\'')
                quote = c;
            else if (isBlank(c))
                break;
        }
        m_at = std::min(m_at, m_text.size());
        return m_text.substr(m_begin, m_at - m_begin);
    }
    [[nodiscard]] std::size_t begin() const { return m_begin; }

private:
    std::string_view m_text;
    char m_escape;
    std::size_t m_begin = 0;
    std::size_t m_at = 0;
};

class DockerfileReader {
public:
    explicit DockerfileReader(char escape)
        : m_escape(escape)
        , m_lookup([this](std::string_view name) { return m_lookupsLeft-- > 0 ? variable(name) : std::nullopt; })
    {
    }

    void readLine(const DockerfileLine &line)
    {
        Words words(line.text(), m_escape);
        const std::string_view instruction = words.next();
        if (isWord(instruction, "from"))
            beginStage(words);
        else if (isWord(instruction, "arg"))
            readArgs(line, words);
        else if (isWord(instruction, "env"))
            readEnv(line, words);
    }

    std::vector<FoundKey> takeKeys() { return std::move(m_keys); }

private:
    void beginStage(Words &words)
    {
        m_holder = QString::number(m_stages++);
        m_variables.clear();
        for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
            if (isWord(word, "as"))
                m_holder = toText(words.next());
        }
    }

    void readArgs(const DockerfileLine &line, Words &words)
    {
        for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
            const std::size_t equals = word.find('=');
            const std::string_view name = word.substr(0, equals);
            const int number = line.lineAt(words.begin());
            if (equals != std::string_view::npos)
                set(name, word.substr(equals + 1), number);
            else if (configs::isKeyVariable(name) && m_keys.size() < mostVariables)
                m_keys.push_back(keyElsewhere(placeOf(name, number)));
        }
    }

    /// ENV A=1 B="2", or the older ENV A the rest of the line.
    void readEnv(const DockerfileLine &line, Words &words)
    {
        std::string_view word = words.next();
        const int number = line.lineAt(words.begin());
        if (word.find('=') == std::string_view::npos) {
            std::string_view value = line.text().substr(words.position());
            while (!value.empty() && isBlank(value.front()))
                value.remove_prefix(1);
            while (!value.empty() && isBlank(value.back()))
                value.remove_suffix(1);
            if (!word.empty() && !value.empty())
                set(word, value, number);
            return;
        }
        for (; !word.empty(); word = words.next()) {
            const std::size_t equals = word.find('=');
            if (equals != std::string_view::npos)
                set(word.substr(0, equals), word.substr(equals + 1), line.lineAt(words.begin()));
        }
    }

    void set(std::string_view name, std::string_view raw, int line)
    {
        const Filled filled = value(raw);
        if (const auto old = m_variables.find(name); old != m_variables.end())
            m_variables.erase(old);
        const bool isSmall = filled.text.view().size() <= longestValue && m_variables.size() < mostVariables;
        if (isSmall && filled.known)
            m_variables.emplace(name, configs::secretOf(filled.text.view()));
        if (!configs::isKeyVariable(name) || m_keys.size() >= mostVariables)
            return;
        Place place = placeOf(name, line);
        if (!filled.known) {
            m_keys.push_back(keyElsewhere(std::move(place)));
            return;
        }
        place.reference = filled.elsewhere;
        m_keys.push_back(foundKey(std::move(place), configs::secretOf(filled.text.view())));
    }

    /// A value without its quotes and escapes, and with its variables filled in.
    [[nodiscard]] Filled value(std::string_view raw) const
    {
        Filled filled;
        char quote = '\0';
        for (std::size_t at = 0; at < raw.size();) {
            const char c = raw[at];
            const char next = at + 1 < raw.size() ? raw[at + 1] : '\0';
            // In double quotes an escape counts before three signs alone.
            const bool escapes = quote == '\0' || next == '"' || next == '$' || next == m_escape;
            if (c == m_escape && quote != '\'' && escapes && next != '\0') {
                filled.text.append(raw.substr(at + 1, 1));
                at += 2;
            } else if (c == '$' && quote != '\'') {
                at = configs::fillVariable(raw, at, m_lookup, filled);
            } else if (quote == '\0' ? (c == '"' || c == '\'') : c == quote) {
                quote = quote == '\0' ? c : '\0';
                ++at;
            } else {
                filled.text.append(raw.substr(at++, 1));
            }
        }
        return filled;
    }

    [[nodiscard]] std::optional<key::Secret> variable(std::string_view name) const
    {
        const auto found = m_variables.find(name);
        return found == m_variables.end() ? std::nullopt : std::optional(found->second.duplicate());
    }

    [[nodiscard]] Place placeOf(std::string_view name, int line) const
    {
        Place place;
        place.kind = PlaceKind::Dockerfile;
        place.name = toText(name);
        place.line = line;
        place.holder = m_holder;
        return place;
    }

    // "ENV A=$A$A" doubles with every line.
    static constexpr std::size_t mostVariables = 1000;
    static constexpr std::size_t longestValue = 4096;

    char m_escape;
    configs::Lookup m_lookup;
    int m_lookupsLeft = 20'000;
    std::map<std::string, key::Secret, std::less<>> m_variables; ///< of this stage
    QString m_holder;
    int m_stages = 0;
    std::vector<FoundKey> m_keys;
};

} // namespace

std::vector<FoundKey> keysInDockerfile(QByteArrayView text, const FileSurroundings &)
{
    configs::DockerfileLines lines({text.data(), static_cast<std::size_t>(text.size())});
    DockerfileReader reader(lines.escape());
    DockerfileLine line;
    while (lines.next(line))
        reader.readLine(line);
    return reader.takeKeys();
}

} // namespace sources
