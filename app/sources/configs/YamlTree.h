// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sources::configs {

/// One thing in a YAML text. Small, so that it may be handed about: it points into its tree.
class YamlNode;

/// The documents of a YAML text, read with yaml-cpp. An alias is the node that it names, not a copy of it, so that a
/// text of aliases of aliases stays as small as it is. The scalars are overwritten when the tree goes; copies that
/// yaml-cpp made while it read cannot be reached.
class YamlTree {
public:
    /// Larger texts are not read: no file that people write by hand comes near it.
    static constexpr qsizetype maximumText = qsizetype{1024} * 1024;
    static constexpr std::size_t maximumNodes = 200'000;
    static constexpr std::size_t maximumDepth = 200;
    static constexpr std::size_t maximumDocuments = 1000;
    /// A small text of aliases can name a large one many times over: reading ends with this many nodes.
    static constexpr std::size_t maximumWork = 4'000'000;

    /// Never throws. A text that is malformed, too large or too deeply nested has no documents.
    explicit YamlTree(QByteArrayView text);
    YamlTree(const YamlTree &) = delete;
    YamlTree &operator=(const YamlTree &) = delete;
    ~YamlTree();

    [[nodiscard]] std::vector<YamlNode> documents() const;

    enum class Kind { Null, Scalar, Sequence, Map };
    struct Node {
        Kind kind = Kind::Null;
        int line = 0; ///< from 1
        std::string scalar{};
        std::vector<std::size_t> children{}; ///< numbers of nodes; in a map, keys and values by turns
    };

private:
    void clear() noexcept;

    friend class YamlNode;
    /// The nodes that the node of this number holds; none once all that was read adds up to maximumWork.
    [[nodiscard]] const std::vector<std::size_t> &childrenOf(std::size_t number) const;

    std::vector<Node> m_nodes;
    std::vector<std::size_t> m_documents;
    mutable std::size_t m_work = 0;
};

class YamlNode {
public:
    /// Nothing: of no kind but Null, with no line.
    YamlNode() = default;

    struct Entry;

    [[nodiscard]] bool isNull() const { return kind() == YamlTree::Kind::Null; }
    [[nodiscard]] bool isScalar() const { return kind() == YamlTree::Kind::Scalar; }
    [[nodiscard]] bool isSequence() const { return kind() == YamlTree::Kind::Sequence; }
    [[nodiscard]] bool isMap() const { return kind() == YamlTree::Kind::Map; }
    [[nodiscard]] int line() const;
    /// The text of a scalar; empty for anything else.
    [[nodiscard]] std::string_view text() const;
    /// The items of a sequence; empty for anything else.
    [[nodiscard]] std::vector<YamlNode> items() const;
    /// The entries of a map whose keys are scalars, with those that "<<" merges in: what a map says itself beats what
    /// is merged, and the first map merged beats the next. Empty for anything else.
    [[nodiscard]] std::vector<Entry> entries() const;
    /// The value under a key; nothing where there is none.
    [[nodiscard]] YamlNode operator[](std::string_view key) const;

    /// The same thing in the tree, which a walk may meet again through an alias.
    friend bool operator==(const YamlNode &, const YamlNode &) = default;
    [[nodiscard]] std::size_t number() const { return m_number; }

private:
    friend class YamlTree;
    YamlNode(const YamlTree &tree, std::size_t number)
        : m_tree(&tree)
        , m_number(number)
    {
    }
    [[nodiscard]] YamlTree::Kind kind() const;
    [[nodiscard]] std::vector<Entry> ownEntries() const;
    void mergeInto(std::vector<Entry> &entries, int &mergesLeft) const;

    const YamlTree *m_tree = nullptr;
    std::size_t m_number = 0;
};

struct YamlNode::Entry {
    std::string_view key;
    int line = 0; ///< of the key
    YamlNode value;
};

} // namespace sources::configs
