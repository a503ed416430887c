// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/ConfigReaders.h"
#include "sources/configs/KeyNames.h"
#include "sources/configs/KeyTexts.h"
#include "sources/configs/Literal.h"
#include "sources/configs/ProgramText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sources {

namespace {

using configs::isWordCharacter;
using configs::ProgramText;

enum class Dialect { Program, Script };

/// Goes through a program word by word, and takes the texts that are keys by where they stand.
class SourceReader {
public:
    SourceReader(std::string_view text, Dialect dialect)
        : m_program(text)
        , m_dialect(dialect)
    {
    }

    std::vector<FoundKey> readAll()
    {
        constexpr std::size_t mostKeys = 200;
        const std::string_view text = m_program.text();
        for (std::size_t at = 0; at < text.size() && m_keys.size() < mostKeys;) {
            if (!isWordCharacter(text[at])) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < text.size() && isWordCharacter(text[end]))
                ++end;
            at = readWord(at, end);
        }
        return std::move(m_keys);
    }

private:
    /// Gives the place to go on from: behind a text that was taken, else behind the word.
    std::size_t readWord(std::size_t begin, std::size_t end)
    {
        const std::string_view word = m_program.text().substr(begin, end - begin);
        // Each word that may name a key is looked at closely: a text of nothing else must end, too.
        const bool mayName = word == "Bearer" || word == "bearer" || isArgument(word) || configs::isCohereKeyName(word);
        if (mayName && m_looksLeft-- <= 0)
            return m_program.text().size();
        if (word == "Bearer" || word == "bearer")
            return readBearer(begin, end);
        if (configs::isCohereKeyName(word))
            return readNamed(word, begin, end);
        if (isArgument(word) && m_program.isInCallOfCohere(begin))
            return readNamed(word, begin, end);
        if (m_program.isCallOfCohere(begin, end) || (word == "WithToken" && m_program.text()[end] == '('))
            return readFirstArgument(begin, end);
        return end;
    }

    static bool isArgument(std::string_view word) { return word == "api_key" || word == "apiKey" || word == "token"; }

    /// NAME = "…", os.environ["NAME"] = "…", setenv("NAME", "…"), {NAME: "…"}, token("…"); in scripts NAME=… as well.
    std::size_t readNamed(std::string_view word, std::size_t begin, std::size_t end)
    {
        const std::size_t value = m_program.valueOf(begin, end);
        if (value == std::string_view::npos)
            return end;
        if (const auto literal = configs::readLiteral(m_program.text(), value, configs::LiteralForm::Program)) {
            if (!configs::couldBeKey(literal->value.view()))
                return end;
            add(word, value, literal->value.view());
            return literal->end;
        }
        const std::string_view bare = m_program.bareValue(begin, end, value, m_dialect == Dialect::Script);
        if (bare.empty() || !configs::couldBeKey(bare))
            return end;
        add(word, value, bare);
        return value + bare.size();
    }

    /// cohere.Client("…"), new CohereClient("…"), WithToken("…")
    std::size_t readFirstArgument(std::size_t begin, std::size_t end)
    {
        const std::size_t value = m_program.firstArgument(end);
        const auto literal = configs::readLiteral(m_program.text(), value, configs::LiteralForm::Program);
        if (!literal || !configs::couldBeKey(literal->value.view()))
            return end;
        const std::string_view word = m_program.text().substr(begin, end - begin);
        add(word == "WithToken" ? "token" : "api_key", value, literal->value.view());
        return literal->end;
    }

    /// Authorization: Bearer …, near Cohere's name.
    std::size_t readBearer(std::size_t begin, std::size_t end)
    {
        const std::string_view text = m_program.text();
        std::size_t last = end + 1;
        while (last < text.size() && (isWordCharacter(text[last]) || text[last] == '-'))
            ++last;
        const std::string_view token = text.substr(std::min(end + 1, text.size()), last - std::min(end + 1, last));
        if (end >= text.size() || text[end] != ' ' || !configs::couldBeKey(token) || !m_program.isNearCohere(begin))
            return end;
        add("Authorization", end + 1, token);
        return last;
    }

    void add(std::string_view name, std::size_t at, std::string_view value)
    {
        Place place;
        place.kind = PlaceKind::SourceFile;
        place.name = configs::toText(name);
        place.line = m_lines.lineAt(m_program.text(), at);
        m_keys.push_back(foundKey(std::move(place), configs::secretOf(value)));
    }

    ProgramText m_program;
    Dialect m_dialect;
    configs::LineCounter m_lines;
    int m_looksLeft = 20'000;
    std::vector<FoundKey> m_keys;
};

std::vector<FoundKey> keysIn(QByteArrayView text, Dialect dialect)
{
    const std::string_view view(text.data(), static_cast<std::size_t>(text.size()));
    // Most files of a project are done with here.
    if (text.size() > configs::maximumText
        || (!configs::mentionsCohere(view) && view.find("CO_API_KEY") == std::string_view::npos))
        return {};
    return SourceReader(view, dialect).readAll();
}

/// A cell's text is a string, or one a line.
QString sourceOf(const QJsonValue &source)
{
    if (!source.isArray())
        return source.toString();
    QString text;
    const QJsonArray lines = source.toArray();
    for (const auto &line : lines)
        text += line.toString();
    return text;
}

} // namespace

std::vector<FoundKey> keysInSource(QByteArrayView text, const FileSurroundings &)
{
    return keysIn(text, Dialect::Program);
}

std::vector<FoundKey> keysInScript(QByteArrayView text, const FileSurroundings &)
{
    return keysIn(text, Dialect::Script);
}

std::vector<FoundKey> keysInNotebook(QByteArrayView text, const FileSurroundings &)
{
    const std::string_view view(text.data(), static_cast<std::size_t>(text.size()));
    constexpr qsizetype largestNotebook = 8 * configs::maximumText; // pictures stand in it
    if (text.size() > largestNotebook
        || (!configs::mentionsCohere(view) && view.find("CO_API_KEY") == std::string_view::npos))
        return {};
    // What Qt's JSON keeps of the text cannot be reached; it goes with the document.
    const QByteArray whole = QByteArray::fromRawData(text.data(), text.size());
    const QJsonArray cells = QJsonDocument::fromJson(whole).object().value(QLatin1String("cells")).toArray();
    key::Wiped<QByteArray> program;
    for (const auto &cell : cells) {
        key::Wiped<QString> source(sourceOf(cell.toObject().value(QLatin1String("source"))));
        key::Wiped<QByteArray> bytes(source.value.toUtf8());
        key::Wiped<QByteArray> longer;
        longer.value.reserve(program.value.size() + bytes.value.size() + 1);
        longer.value.append(program.value).append(bytes.value).append('\n');
        program = std::move(longer);
    }
    std::vector<FoundKey> keys = keysIn(program.value, Dialect::Program);
    for (FoundKey &key : keys) {
        // The line of the file: a key stands in JSON as it is, but for rare characters.
        const QByteArrayView bytes = key.secret.bytes();
        const std::size_t at = view.find(std::string_view(bytes.data(), static_cast<std::size_t>(bytes.size())));
        key.place.line = at == std::string_view::npos ? 0 : configs::LineCounter().lineAt(view, at);
    }
    return keys;
}

} // namespace sources
