// SPDX-License-Identifier: GPL-3.0-or-later
#include "key/Wiped.h"
#include "sources/configs/ConfigReaders.h"
#include "sources/configs/KeyNames.h"
#include "sources/configs/YamlTree.h"

#include <algorithm>
#include <unordered_set>

namespace sources {

namespace {

using configs::toText;
using configs::YamlNode;

/// What the base64 of a Secret holds, every byte of it; the text itself where it is none.
key::Secret decoded(std::string_view text)
{
    key::Wiped<QByteArray> joined;
    joined.value.reserve(static_cast<qsizetype>(text.size()));
    for (const char c : text) {
        // Kubernetes' decoder passes over line breaks.
        if (c != '\n' && c != '\r')
            joined.value.append(c);
    }
    auto result = QByteArray::fromBase64Encoding(
        joined.value, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (result.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return configs::secretOf(text);
    return key::Secret::take(result.decoded);
}

/// "{{ .Values.key }}" of Helm, "$(OTHER)" of Kubernetes.
bool isTemplate(std::string_view text)
{
    return text.find("{{") != std::string_view::npos || (text.starts_with("$(") && text.ends_with(')'));
}

class KubernetesReader {
public:
    void readDocument(const YamlNode &document)
    {
        if (document["apiVersion"].text().empty() || document["kind"].text().empty())
            return;
        if (document["kind"].text() == "List") {
            for (const YamlNode &item : document["items"].items())
                readObject(item);
            return;
        }
        readObject(document);
    }

    std::vector<FoundKey> takeKeys() { return std::move(m_keys); }

private:
    void readObject(const YamlNode &object)
    {
        const std::string_view kind = object["kind"].text();
        const YamlNode name = object["metadata"]["name"];
        m_holder = toText(kind) + QLatin1Char('/') + toText(name.text());
        m_isSecret = kind == "Secret";
        m_isForCohere = configs::mentionsCohere(name.text());
        if (m_isSecret || kind == "ConfigMap") {
            readData(object["data"], m_isSecret);
            readData(object["stringData"], false);
            return;
        }
        m_seen.clear();
        findEnv(object);
    }

    /// In a Secret for Cohere "api-key" says enough, in any other the name must say it all.
    [[nodiscard]] bool isKeyName(std::string_view name) const
    {
        return configs::isCohereKeyName(name)
            || (m_isSecret && (name == "cohere" || (m_isForCohere && configs::isKeyishName(name))));
    }

    void readData(const YamlNode &data, bool isBase64)
    {
        for (const YamlNode::Entry &entry : data.entries()) {
            if (!isKeyName(entry.key) || entry.value.isMap() || entry.value.isSequence())
                continue;
            const std::string_view text = entry.value.text();
            if (isTemplate(text))
                add(keyElsewhere(placeOf(entry.key, entry.line)));
            else
                add(foundKey(placeOf(entry.key, entry.line), isBase64 ? decoded(text) : configs::secretOf(text)));
        }
    }

    /// Looks for lists under "env", wherever the kind of workload has its containers. The tree is never deep, but a
    /// node may be met many times, or hold itself.
    void findEnv(const YamlNode &node)
    {
        if ((!node.isMap() && !node.isSequence()) || !m_seen.insert(node.number()).second)
            return;
        for (const YamlNode &item : node.items())
            findEnv(item);
        for (const YamlNode::Entry &entry : node.entries()) {
            if (entry.key == "env" && entry.value.isSequence())
                readEnv(entry.value);
            else
                findEnv(entry.value);
        }
    }

    void readEnv(const YamlNode &list)
    {
        for (const YamlNode &item : list.items()) {
            const YamlNode name = item["name"];
            if (!configs::isKeyVariable(name.text()))
                continue;
            const YamlNode value = item["value"];
            if (item["valueFrom"].isMap() || isTemplate(value.text()) || value.isMap())
                add(keyElsewhere(placeOf(name.text(), name.line())));
            else
                add(foundKey(placeOf(name.text(), name.line()), configs::secretOf(value.text())));
        }
    }

    void add(FoundKey key)
    {
        constexpr std::size_t most = 1000;
        if (m_keys.size() < most)
            m_keys.push_back(std::move(key));
    }

    [[nodiscard]] Place placeOf(std::string_view name, int line) const
    {
        Place place;
        place.kind = PlaceKind::Kubernetes;
        place.name = toText(name);
        place.line = line;
        place.holder = m_holder;
        return place;
    }

    QString m_holder; ///< of the object that is read
    bool m_isSecret = false;
    bool m_isForCohere = false;
    std::unordered_set<std::size_t> m_seen;
    std::vector<FoundKey> m_keys;
};

} // namespace

std::vector<FoundKey> keysInKubernetes(QByteArrayView text, const FileSurroundings &)
{
    const configs::YamlTree tree(text);
    KubernetesReader reader;
    const std::vector<YamlNode> documents = tree.documents();
    for (const YamlNode &document : documents)
        reader.readDocument(document);
    return reader.takeKeys();
}

} // namespace sources
