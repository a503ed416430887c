// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/EnvProof.h"

#include "mend/TextEdit.h"
#include "sources/envfile/Readers.h"
#include "sources/envfile/Text.h"
#include "sources/envfile/ValueBuffer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace mend {

namespace {

using sources::EnvLoader;
using sources::envfile::LoadedFile;

using Reader = LoadedFile (*)(QByteArrayView, const sources::Environment *);

struct Loader {
    EnvLoader id;
    Reader read;
};

constexpr std::array<Loader, sources::envLoaderCount> loaders{{
    {EnvLoader::PythonDotenv, sources::envfile::loadAsPythonDotenv},
    {EnvLoader::Node, sources::envfile::loadAsNode},
    {EnvLoader::Bash, sources::envfile::loadAsBash},
    {EnvLoader::Compose, sources::envfile::loadAsCompose},
    {EnvLoader::DockerRun, sources::envfile::loadAsDockerRun},
}};

/// Nothing where the loader gets no value.
std::optional<QByteArrayView> valueIn(const LoadedFile &file, QByteArrayView name)
{
    const sources::envfile::Variable *const variable = file.find(name);
    if (variable == nullptr || !variable->value)
        return std::nullopt;
    return variable->value->bytes();
}

/// Whether nothing but carriage returns went from a value.
bool isSame(QByteArrayView before, QByteArrayView after)
{
    if (before == after)
        return true;
    if (!before.contains('\r'))
        return false;
    const auto without = sources::envfile::without(before, '\r');
    return without.view() == sources::envfile::without(after, '\r').view();
}

/// The names in a text: each that stands before a "=" or ":", and what stands before the first one of a line.
void collectNames(QByteArrayView text, std::set<QByteArray> &names)
{
    using namespace sources::envfile;
    for (const QByteArrayView line : linesOf(text)) {
        const QByteArrayView words = withoutBlanksInFront(wordsOf(line));
        for (qsizetype at = 0; at < words.size(); ++at) {
            if (words[at] != '=' && words[at] != ':')
                continue;
            QByteArrayView head = words.first(at);
            if (head.endsWith('+'))
                head.chop(1);
            head = withoutBlanksAtEnd(head);
            auto start = head.end();
            while (start != head.begin() && isNameByte(*(start - 1)))
                --start;
            names.insert(QByteArray(start, head.end() - start));
            if (!head.contains('=') && !head.contains(':'))
                names.insert(head.toByteArray());
        }
    }
    names.erase(QByteArray());
}

bool readsAlone(const EnvClaim &claim)
{
    sources::envfile::ValueBuffer line;
    for (const QByteArrayView part :
        {QByteArrayView(claim.name), QByteArrayView("="), claim.value, QByteArrayView("\n")})
        line.append(part);
    return std::all_of(loaders.begin(), loaders.end(), [&](const Loader &loader) {
        const LoadedFile file = loader.read(line.view(), nullptr);
        return valueIn(file, claim.name) == claim.value;
    });
}

bool othersStay(const LoadedFile &before, const LoadedFile &after, const std::set<QByteArray> &names)
{
    return std::all_of(names.begin(), names.end(), [&](const QByteArray &name) {
        const auto old = valueIn(before, name);
        if (!old)
            return true; // it can only become better
        const auto now = valueIn(after, name);
        return now && isSame(*old, *now);
    });
}

} // namespace

tl::expected<std::vector<EnvLoader>, MendFailure> prove(const EnvClaim &claim)
{
    if (!readsAlone(claim))
        return tl::unexpected(MendFailure::KeyNotUsable);
    std::set<QByteArray> others;
    collectNames(claim.readable, others);
    others.erase(claim.name);
    others.erase(claim.formerName);
    std::vector<EnvLoader> unread;
    for (const Loader &loader : loaders) {
        const LoadedFile before = loader.read(claim.before, nullptr);
        const LoadedFile after = loader.read(claim.after, nullptr);
        const auto value = valueIn(after, claim.name);
        const bool isLost = !value && valueIn(before, claim.name);
        if (isLost || (value && *value != claim.value) || !othersStay(before, after, others))
            return tl::unexpected(MendFailure::OtherLines);
        if (!value)
            unread.push_back(loader.id);
    }
    if (unread.size() == loaders.size())
        return tl::unexpected(MendFailure::OtherLines);
    return unread;
}

} // namespace mend
