// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Environment.h"
#include "sources/configs/ConfigReaders.h"
#include "sources/configs/Interpolation.h"
#include "sources/configs/KeyNames.h"
#include "sources/configs/YamlTree.h"
#include "sources/envfile/EnvLoaders.h"

#include <algorithm>

namespace sources {

namespace {

using configs::toText;
using configs::YamlNode;

/// What compose reads for a name in a .env file or an env_file.
std::optional<key::Secret> composeEnvValue(
    const key::Secret &file, const QString &name, const FileSurroundings &surroundings)
{
    EnvValue read = readEnvFile(file.bytes(), name, EnvLoader::Compose, surroundings);
    if (read.outcome != LoaderReading::Outcome::Value)
        return std::nullopt;
    return std::move(read.value);
}

class ComposeReader {
public:
    explicit ComposeReader(const FileSurroundings &surroundings)
        : m_surroundings(surroundings)
        , m_lookup([this](std::string_view name) { return m_lookupsLeft-- > 0 ? read(toText(name)) : std::nullopt; })
    {
        if (m_surroundings.readFile)
            m_dotEnv = m_surroundings.readFile(QStringLiteral(".env"));
    }

    std::vector<FoundKey> readAll(const YamlNode &document)
    {
        for (const YamlNode::Entry &service : document["services"].entries()) {
            if (m_keys.size() >= mostKeys)
                break;
            m_holder = toText(service.key);
            const auto first = static_cast<std::ptrdiff_t>(m_keys.size());
            readVariables(service.value["environment"]);
            readEnvFiles(service.value["env_file"], first);
            readVariables(service.value["build"]["args"]);
        }
        return std::move(m_keys);
    }

private:
    static constexpr std::size_t mostKeys = 1000; ///< services that share one environment have its keys each

    /// For ${…} and for names without a value: the shell first, then the .env file.
    [[nodiscard]] std::optional<key::Secret> read(const QString &name) const
    {
        if (m_surroundings.shell != nullptr) {
            if (auto value = m_surroundings.shell->read(name))
                return value;
        }
        return m_dotEnv ? composeEnvValue(*m_dotEnv, name, m_surroundings) : std::nullopt;
    }

    [[nodiscard]] Place placeOf(std::string_view name, int line) const
    {
        Place place;
        place.kind = PlaceKind::ComposeFile;
        place.name = toText(name);
        place.line = line;
        place.holder = m_holder;
        return place;
    }

    /// `environment` and `args`, as a map or as a list of NAME=value.
    void readVariables(const YamlNode &variables)
    {
        for (const YamlNode::Entry &entry : variables.entries())
            readVariable(entry.key, entry.line, entry.value);
        for (const YamlNode &item : variables.items()) {
            const std::string_view text = item.text();
            const std::size_t equals = text.find('=');
            const std::string_view name = text.substr(0, equals);
            if (!configs::isKeyVariable(name))
                continue;
            if (equals == std::string_view::npos)
                addFromShell(placeOf(name, item.line()));
            else
                addValue(placeOf(name, item.line()), text.substr(equals + 1));
        }
    }

    void readVariable(std::string_view name, int line, const YamlNode &value)
    {
        if (!configs::isKeyVariable(name))
            return;
        if (value.isNull())
            addFromShell(placeOf(name, line));
        else if (value.isScalar())
            addValue(placeOf(name, line), value.text());
    }

    void addValue(Place place, std::string_view text)
    {
        const configs::Filled filled = configs::fillCompose(text, m_lookup);
        place.reference = filled.elsewhere;
        // What is not set is the empty string for compose.
        m_keys.push_back(foundKey(std::move(place), configs::secretOf(filled.text.view())));
    }

    /// A name without a value: the container gets the shell's; where that has none, the container has none.
    void addFromShell(Place place)
    {
        auto value = read(place.name);
        place.reference = true;
        if (value) {
            m_keys.push_back(foundKey(std::move(place), std::move(*value)));
            return;
        }
        FoundKey key = keyElsewhere(std::move(place));
        key.place.set = false;
        m_keys.push_back(std::move(key));
    }

    /// `env_file`: a path, or a list of paths or of {path, required}; the last file with a name wins. What stands in
    /// `environment`, from number `first` of the keys on, beats all of them.
    void readEnvFiles(const YamlNode &files, std::ptrdiff_t first)
    {
        if (!m_surroundings.readFile)
            return;
        std::vector<YamlNode> entries = files.items();
        if (files.isScalar() || files.isMap())
            entries.push_back(files);
        const auto environmentEnd = static_cast<std::ptrdiff_t>(m_keys.size());
        constexpr std::size_t mostFiles = 20;
        for (std::size_t i = std::min(entries.size(), mostFiles); i > 0; --i) {
            const YamlNode &entry = entries[i - 1];
            const YamlNode path = entry.isMap() ? entry["path"] : entry;
            if (path.text().empty())
                continue;
            const configs::Filled filled = configs::fillCompose(path.text(), m_lookup);
            if (const auto file = m_surroundings.readFile(toText(filled.text.view())))
                addEnvFile(*file, path.line(), first);
        }
        std::reverse(m_keys.begin() + environmentEnd, m_keys.end());
    }

    void addEnvFile(const key::Secret &file, int line, std::ptrdiff_t first)
    {
        const QStringList names = keyVariables();
        for (const QString &name : names) {
            const auto isNamed = [&](const FoundKey &key) { return key.place.name == name; };
            if (std::any_of(m_keys.begin() + first, m_keys.end(), isNamed))
                continue;
            auto value = composeEnvValue(file, name, m_surroundings);
            if (!value)
                continue;
            Place place = placeOf({}, line);
            place.name = name;
            place.reference = true;
            m_keys.push_back(foundKey(std::move(place), std::move(*value)));
        }
    }

    const FileSurroundings &m_surroundings;
    configs::Lookup m_lookup;
    int m_lookupsLeft = 500; ///< each reads the .env file
    std::optional<key::Secret> m_dotEnv;
    QString m_holder; ///< the service that is read
    std::vector<FoundKey> m_keys;
};

} // namespace

std::vector<FoundKey> keysInCompose(QByteArrayView text, const FileSurroundings &surroundings)
{
    const configs::YamlTree tree(text);
    const std::vector<YamlNode> documents = tree.documents();
    if (documents.empty())
        return {};
    return ComposeReader(surroundings).readAll(documents.front());
}

} // namespace sources
