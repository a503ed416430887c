// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/ConfigReaders.h"
#include "sources/configs/KeyNames.h"
#include "sources/configs/Literal.h"

#include <algorithm>

/// A small reader instead of a library: the libraries give up a whole file for one line that they do not like, such as
/// one with curly quotes, and may be made to recurse without end by "a.a.a.a…". What is wanted is a few lines alone.
namespace sources {

namespace {

class TomlReader {
public:
    explicit TomlReader(std::string_view text)
        : m_text(text)
    {
    }

    std::vector<FoundKey> readAll()
    {
        constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
        m_at = m_text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
        while (m_at < m_text.size() && m_keys.size() < mostKeys) {
            skipBlanks();
            if (peek() == '[')
                readTable();
            else
                readEntry(m_table);
            skipLine();
        }
        return std::move(m_keys);
    }

private:
    static constexpr std::size_t mostKeys = 1000;

    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipBlanks()
    {
        while (configs::isBlank(peek()))
            ++m_at;
    }

    void skipLine()
    {
        const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        m_at = std::min(end + 1, m_text.size());
    }

    /// [cohere] or [[cohere]]
    void readTable()
    {
        while (peek() == '[')
            ++m_at;
        m_table = readName();
        if (peek() != ']')
            m_table.clear();
    }

    /// cohere.api_key, "cohere".'api_key': without quotes and blanks.
    std::string readName()
    {
        constexpr std::size_t longest = 200;
        std::string name;
        for (; name.size() < longest; ++m_at) {
            const char c = peek();
            if (configs::isWordCharacter(c) || c == '-' || c == '.')
                name += c;
            else if (c != '"' && c != '\'' && !configs::isBlank(c))
                break;
        }
        return name;
    }

    void readEntry(const std::string &table)
    {
        const std::size_t begin = m_at;
        const std::string name = readName();
        if (name.empty() || peek() != '=')
            return;
        ++m_at;
        skipBlanks();
        const std::string path = table.empty() ? name : table + '.' + name;
        const auto literal = configs::readLiteral(m_text, m_at, configs::LiteralForm::Toml);
        if (literal) {
            if (isKeyPath(path))
                add(path, begin, literal->value.view());
            m_at = literal->end;
        } else if (peek() == '{') {
            readInlineTable(path);
        }
    }

    /// cohere = { api_key = "…" }: on one line, and no deeper than this.
    void readInlineTable(const std::string &path)
    {
        do {
            ++m_at;
            skipBlanks();
            const std::string name = readName();
            const std::size_t begin = m_at;
            if (peek() != '=')
                return;
            ++m_at;
            skipBlanks();
            const auto literal = configs::readLiteral(m_text, m_at, configs::LiteralForm::Toml);
            if (literal && isKeyPath(path + '.' + name))
                add(path + '.' + name, begin, literal->value.view());
            m_at = literal ? literal->end : std::min(m_text.find_first_of(",}\n", m_at), m_text.size());
            skipBlanks();
        } while (peek() == ',');
    }

    /// A variable or "cohere_api_key" in any table, and "api_key" in one for Cohere.
    static bool isKeyPath(std::string_view path)
    {
        const std::size_t dot = path.rfind('.');
        if (dot == std::string_view::npos)
            return configs::isCohereKeyName(path);
        const std::string_view last = path.substr(dot + 1);
        return configs::isCohereKeyName(last)
            || (configs::mentionsCohere(path.substr(0, dot)) && configs::isKeyishName(last));
    }

    void add(std::string_view path, std::size_t begin, std::string_view value)
    {
        Place place;
        place.kind = PlaceKind::SettingsFile;
        // A variable keeps its name in any table, so that it is known who reads it.
        const std::string_view last = path.substr(path.rfind('.') + 1);
        place.name = configs::toText(configs::isKeyVariable(last) ? last : path);
        place.line = m_lines.lineAt(m_text, begin);
        m_keys.push_back(foundKey(std::move(place), configs::secretOf(value)));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_table;
    configs::LineCounter m_lines;
    std::vector<FoundKey> m_keys;
};

} // namespace

std::vector<FoundKey> keysInToml(QByteArrayView text, const FileSurroundings &)
{
    if (text.size() > configs::maximumText)
        return {};
    return TomlReader({text.data(), static_cast<std::size_t>(text.size())}).readAll();
}

} // namespace sources
