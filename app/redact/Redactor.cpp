// SPDX-License-Identifier: GPL-3.0-or-later
#include "redact/Redactor.h"

#include "inspect/Unprintable.h"
#include "key/Wiped.h"
#include "redact/KeyPatterns.h"
#include "redact/Unescaped.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace redact {

namespace {

/// The contract lets the last four characters of a key be seen, so five in a row are too many.
constexpr qsizetype runLength = 5;
constexpr qsizetype shortestSecret = 3;

/// A number for some characters in a row. Different runs may share one, too seldom to matter: then four more
/// characters of a text are hidden than had to be.
std::uint64_t numberOf(QStringView run)
{
    auto number = static_cast<std::uint64_t>(run.size());
    for (const QChar c : run)
        number = (number ^ c.unicode()) * 0x9e3779b97f4a7c15ULL + (number >> 29);
    return number;
}

void wipe(std::vector<std::uint64_t> &numbers)
{
    key::wipeMemory(numbers.data(), numbers.size() * sizeof(std::uint64_t));
    numbers.clear();
}

/// Adds to a sorted list. The old memory is wiped: a growing vector would leave it as it is.
void insertSorted(std::vector<std::uint64_t> &numbers, std::vector<std::uint64_t> &added)
{
    std::sort(added.begin(), added.end());
    added.erase(std::unique(added.begin(), added.end()), added.end());
    std::vector<std::uint64_t> merged;
    merged.reserve(numbers.size() + added.size());
    std::set_union(numbers.begin(), numbers.end(), added.begin(), added.end(), std::back_inserter(merged));
    wipe(numbers);
    wipe(added);
    numbers = std::move(merged);
}

bool contains(const std::vector<std::uint64_t> &numbers, QStringView run)
{
    return std::binary_search(numbers.begin(), numbers.end(), numberOf(run));
}

QString withoutInvisible(QByteArrayView secret)
{
    QString text = QString::fromUtf8(secret);
    QString rest;
    rest.reserve(text.size());
    std::copy_if(text.cbegin(), text.cend(), std::back_inserter(rest),
        [](QChar c) { return !inspect::isUnprintable(c) && !c.isSpace(); });
    key::wipe(text);
    return rest;
}

bool standsAlone(QStringView text, qsizetype start, qsizetype length)
{
    const bool before = start > 0 && text.at(start - 1).isLetterOrNumber();
    const bool after = start + length < text.size() && text.at(start + length).isLetterOrNumber();
    return !before && !after;
}

QString withPlacesReplaced(const QString &text, const std::vector<bool> &places)
{
    QString result;
    result.reserve(text.size());
    bool inKey = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool hidden = places.at(static_cast<std::size_t>(i));
        if (!hidden)
            result += text.at(i);
        else if (!inKey)
            result += QLatin1String("[key]");
        inKey = hidden;
    }
    return result;
}

/// Base64 of the secret as it stands `before` bytes into a longer text ("user:KEY"), without the characters
/// that depend on what stands before it.
QByteArray base64Within(QByteArrayView secret, qsizetype before, QByteArray::Base64Options options)
{
    QByteArray bytes(before, ' ');
    bytes += secret;
    QByteArray encoded = bytes.toBase64(options | QByteArray::OmitTrailingEquals);
    key::wipe(bytes);
    return before == 0 ? encoded : encoded.sliced(std::min<qsizetype>(before + 1, encoded.size()));
}

} // namespace

void Redactor::addSecret(QByteArrayView bytes)
{
    const auto add = [this](QString secret) {
        addText(secret);
        key::wipe(secret);
    };
    QString text = QString::fromUtf8(bytes);
    add(text.toLower()); // where it stands in the name of a header, which is read in lower case
    add(std::move(text));
    add(withoutInvisible(bytes)); // what a client sends that trims or cleans it
    add(QString::fromLatin1(bytes)); // where a server shows the bytes of UTF-8 as single characters
    const auto addEncoded = [&add](QByteArray encoded) {
        if (encoded.size() >= runLength)
            add(QString::fromLatin1(encoded));
        key::wipe(encoded);
    };
    if (bytes.size() < runLength)
        return;
    for (const qsizetype before : {0, 1, 2}) {
        addEncoded(base64Within(bytes, before, QByteArray::Base64Encoding));
        addEncoded(base64Within(bytes, before, QByteArray::Base64UrlEncoding));
    }
    QByteArray copy = bytes.toByteArray();
    QByteArray percent = copy.toPercentEncoding();
    addEncoded(std::move(percent));
    key::wipe(copy);
}

Redactor::~Redactor()
{
    wipe(m_runs);
    wipe(m_shortSecrets);
}

void Redactor::addText(const QString &secret)
{
    std::vector<std::uint64_t> added;
    if (secret.size() < runLength) {
        if (secret.size() >= shortestSecret)
            added.push_back(numberOf(secret));
        insertSorted(m_shortSecrets, added);
        return;
    }
    const QStringView view(secret);
    added.reserve(static_cast<std::size_t>(view.size() - runLength + 1));
    for (qsizetype i = 0; i + runLength <= view.size(); ++i)
        added.push_back(numberOf(view.sliced(i, runLength)));
    insertSorted(m_runs, added);
}

std::vector<bool> Redactor::placesAsWritten(QStringView text) const
{
    std::vector<bool> places(static_cast<std::size_t>(text.size()), false);
    const auto markIf = [&places](bool found, qsizetype start, qsizetype length) {
        if (found)
            std::fill_n(places.begin() + start, length, true);
    };
    for (qsizetype i = 0; i + runLength <= text.size() && !m_runs.empty(); ++i)
        markIf(contains(m_runs, text.sliced(i, runLength)), i, runLength);
    for (qsizetype length = shortestSecret; length < runLength && !m_shortSecrets.empty(); ++length) {
        for (qsizetype i = 0; i + length <= text.size(); ++i)
            markIf(standsAlone(text, i, length) && contains(m_shortSecrets, text.sliced(i, length)), i, length);
    }
    return places;
}

std::vector<bool> Redactor::secretPlaces(const QString &text) const
{
    std::vector<bool> places = placesAsWritten(text);
    if (m_runs.empty())
        return places;
    const Unescaped readable = unescaped(text);
    if (!readable.differs)
        return places;
    const std::vector<bool> found = placesAsWritten(readable.text);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const bool goesOn = i + 1 < found.size() && found.at(i + 1);
        const auto [start, end] = readable.places.at(i);
        // What stands between two characters of a key is left out as well.
        if (found.at(i))
            std::fill(places.begin() + start, places.begin() + (goesOn ? readable.places.at(i + 1).start : end), true);
    }
    return places;
}

QString Redactor::redacted(const QString &text) const
{
    std::vector<bool> places = secretPlaces(text);
    markKeyPatterns(text, places);
    return hidden(text, places);
}

QString Redactor::withoutKnownKeys(const QString &text) const
{
    return hidden(text, secretPlaces(text));
}

QString Redactor::hidden(const QString &text, const std::vector<bool> &places) const
{
    // Known keys a second time: one may hold control characters itself, and a blank put for one may complete a key.
    QString result = withPlacesReplaced(text, places);
    std::replace_if(result.begin(), result.end(), inspect::isUnprintable, QChar(QLatin1Char(' ')));
    return withPlacesReplaced(result, secretPlaces(result));
}

} // namespace redact
