// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/configs/YamlTree.h"

#include "key/Secret.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <istream>
#include <map>
#include <streambuf>
#include <unordered_set>

namespace sources::configs {

namespace {

/// Hands out a text without copying it.
class TextBuffer : public std::streambuf {
public:
    explicit TextBuffer(QByteArrayView text)
    {
        // A stream buffer's pointers are not const, though nothing is ever written through these.
        char *const begin = const_cast<char *>(text.data());
        setg(begin, begin, begin + text.size());
    }
};

class TooMuch : public std::exception { };

/// Builds the tree from what yaml-cpp's parser meets. yaml-cpp's own nodes are not used: reading several documents
/// into them never ends for some malformed texts, and their scalars cannot be wiped.
class Builder : public YAML::EventHandler {
public:
    Builder(std::vector<YamlTree::Node> &nodes, std::vector<std::size_t> &documents)
        : m_nodes(nodes)
        , m_documents(documents)
    {
    }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { m_anchors.clear(); }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { add(YamlTree::Kind::Null, mark, anchor); }
    void OnAlias(const YAML::Mark &, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end())
            throw TooMuch(); // yaml-cpp itself refuses a name that was never given
        attach(found->second);
    }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, const std::string &value) override
    {
        m_nodes[add(YamlTree::Kind::Scalar, mark, anchor)].scalar = value;
    }
    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(add(YamlTree::Kind::Sequence, mark, anchor));
    }
    void OnSequenceEnd() override { m_open.pop_back(); }
    void OnMapStart(
        const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(add(YamlTree::Kind::Map, mark, anchor));
    }
    void OnMapEnd() override { m_open.pop_back(); }

private:
    std::size_t add(YamlTree::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        const std::size_t number = m_nodes.size();
        if (number >= YamlTree::maximumNodes)
            throw TooMuch();
        m_nodes.push_back({.kind = kind, .line = mark.line + 1});
        if (anchor != YAML::NullAnchor)
            m_anchors[anchor] = number;
        attach(number);
        return number;
    }
    void attach(std::size_t number)
    {
        if (m_open.empty())
            m_documents.push_back(number);
        else
            m_nodes[m_open.back()].children.push_back(number);
    }
    void open(std::size_t number)
    {
        if (m_open.size() >= YamlTree::maximumDepth)
            throw TooMuch();
        m_open.push_back(number);
    }

    std::vector<YamlTree::Node> &m_nodes;
    std::vector<std::size_t> &m_documents;
    std::vector<std::size_t> m_open; ///< the sequences and maps that have not ended
    std::map<YAML::anchor_t, std::size_t> m_anchors;
};

void wipeScalar(std::string &scalar) noexcept
{
    key::wipeMemory(scalar.data(), scalar.capacity());
}

} // namespace

YamlTree::YamlTree(QByteArrayView text)
{
    if (text.size() > maximumText)
        return;
    // The nodes never move, so that no scalar stays behind unwiped in memory given back.
    m_nodes.reserve(std::min(maximumNodes, static_cast<std::size_t>(text.size()) + 1));
    try {
        TextBuffer buffer(text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        Builder builder(m_nodes, m_documents);
        std::size_t count = 0;
        while (parser.HandleNextDocument(builder)) {
            if (++count > maximumDocuments)
                throw TooMuch();
        }
    } catch (const std::exception &) {
        clear();
    }
}

YamlTree::~YamlTree()
{
    clear();
}

void YamlTree::clear() noexcept
{
    for (Node &node : m_nodes)
        wipeScalar(node.scalar);
    m_nodes.clear();
    m_documents.clear();
}

std::vector<YamlNode> YamlTree::documents() const
{
    std::vector<YamlNode> nodes;
    nodes.reserve(m_documents.size());
    for (const std::size_t number : m_documents)
        nodes.push_back(YamlNode(*this, number));
    return nodes;
}

const std::vector<std::size_t> &YamlTree::childrenOf(std::size_t number) const
{
    static const std::vector<std::size_t> none;
    m_work += m_nodes[number].children.size();
    return m_work > maximumWork ? none : m_nodes[number].children;
}

YamlTree::Kind YamlNode::kind() const
{
    return m_tree == nullptr ? YamlTree::Kind::Null : m_tree->m_nodes[m_number].kind;
}

int YamlNode::line() const
{
    return m_tree == nullptr ? 0 : m_tree->m_nodes[m_number].line;
}

std::string_view YamlNode::text() const
{
    return isScalar() ? std::string_view(m_tree->m_nodes[m_number].scalar) : std::string_view();
}

std::vector<YamlNode> YamlNode::items() const
{
    std::vector<YamlNode> nodes;
    if (!isSequence())
        return nodes;
    for (const std::size_t number : m_tree->childrenOf(m_number))
        nodes.push_back(YamlNode(*m_tree, number));
    return nodes;
}

std::vector<YamlNode::Entry> YamlNode::ownEntries() const
{
    std::vector<Entry> entries;
    if (!isMap())
        return entries;
    const std::vector<std::size_t> &children = m_tree->childrenOf(m_number);
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
        const YamlNode key(*m_tree, children[i]);
        if (key.isScalar())
            entries.push_back({.key = key.text(), .line = key.line(), .value = YamlNode(*m_tree, children[i + 1])});
    }
    return entries;
}

void YamlNode::mergeInto(std::vector<Entry> &entries, int &mergesLeft) const
{
    std::unordered_set<std::string_view> known;
    for (const Entry &entry : entries)
        known.insert(entry.key);
    std::vector<YamlNode> merged;
    for (const Entry &entry : ownEntries()) {
        if (entry.key == "<<") {
            const std::vector<YamlNode> several = entry.value.items();
            if (entry.value.isMap())
                merged.push_back(entry.value);
            merged.insert(merged.end(), several.begin(), several.end());
        } else if (known.insert(entry.key).second) {
            entries.push_back(entry);
        }
    }
    for (const YamlNode &map : merged) {
        if (mergesLeft-- <= 0)
            return;
        map.mergeInto(entries, mergesLeft);
    }
}

std::vector<YamlNode::Entry> YamlNode::entries() const
{
    // A map may merge itself, or many that merge many.
    int mergesLeft = 32;
    std::vector<Entry> all;
    mergeInto(all, mergesLeft);
    return all;
}

YamlNode YamlNode::operator[](std::string_view key) const
{
    for (const Entry &entry : entries()) {
        if (entry.key == key)
            return entry.value;
    }
    return {};
}

} // namespace sources::configs
