// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/KeyMask.h"

#include "inspect/Unprintable.h"
#include "key/Wiped.h"
#include "redact/KeyPatterns.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace errortext {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Of the line before and behind the telling words, at most so much is shown.
constexpr qsizetype shownBefore = 70;
constexpr qsizetype shownBehind = 110;
constexpr qsizetype longestQuote = 260;
/// A key that is longer would be seen as several.
constexpr qsizetype around = 600;
/// Names of variables and words have no more characters.
constexpr qsizetype shortestKey = 20;
constexpr qsizetype usualKey = 40;

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// What follows "Bearer " or a name such as "api_key=", up to a blank or a quote. A plain word is none.
const QRegularExpression &namedValue()
{
    static const QRegularExpression expression(
        QStringLiteral(R"((?:bearer["'\\]*[ :=]{1,4}|(?:api[-_ ]?key|token|secret|password|authorization)["'\\]{0,6})"
                       R"( ?[:=]{1,2} ?["'\\]{0,6}(?:bearer +)?)(?!bearer)([^\s"'“”’,;)}<>]{4,}))"),
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

/// True where it marked one.
bool markNamedValues(const QString &text, std::vector<bool> &places)
{
    bool marked = false;
    auto matches = namedValue().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QStringView value = match.capturedView(1);
        const bool word = std::all_of(value.begin(), value.end(),
            [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'.' || c == u'_' || c == u'('; });
        if (word && value.size() <= shortestKey)
            continue;
        std::fill(places.begin() + match.capturedStart(1), places.begin() + match.capturedEnd(1), true);
        marked = marked || !value.contains(QLatin1String("**"));
    }
    return marked;
}

/// Marks what looks like a key, also where a window or a terminal has broken it into two lines.
std::vector<bool> keyPlaces(QStringView window, bool &isNamed)
{
    QString whole = window.toString();
    std::vector<bool> places(static_cast<std::size_t>(whole.size()), false);
    redact::markKeyPatterns(whole, places);
    isNamed = markNamedValues(whole, places) || isNamed;
    QString joined;
    joined.reserve(whole.size());
    std::vector<std::size_t> origin;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        if (isLineEnd(whole.at(i)))
            continue;
        joined += whole.at(i);
        origin.push_back(static_cast<std::size_t>(i));
    }
    std::vector<bool> joinedPlaces(origin.size(), false);
    redact::markKeyPatterns(joined, joinedPlaces);
    isNamed = markNamedValues(joined, joinedPlaces) || isNamed;
    for (std::size_t i = 0; i < origin.size(); ++i) {
        if (joinedPlaces.at(i))
            places.at(origin.at(i)) = true;
    }
    key::wipe(joined);
    key::wipe(whole);
    return places;
}

QString withoutMarked(QStringView text, const std::vector<bool> &places, std::size_t offset)
{
    QString shown;
    bool inKey = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool hidden = places.at(offset + static_cast<std::size_t>(i));
        const QChar c = text.at(i);
        if (!hidden)
            shown += isLineEnd(c) || inspect::isUnprintable(c) ? QChar(u' ') : c;
        else if (!inKey)
            shown += "[key]"_L1;
        inKey = hidden;
    }
    return shown.simplified();
}

/// Forty letters and digits of both cases, or a beginning that a service's keys alone have.
bool isKey(QStringView token)
{
    if (token.size() < shortestKey)
        return false;
    const auto any = [token](auto test) { return std::any_of(token.begin(), token.end(), test); };
    const bool mixed = any([](QChar c) { return c.isDigit(); }) && any([](QChar c) { return c.isUpper(); })
        && any([](QChar c) { return c.isLower(); });
    const bool plain = !token.contains(u'-') && !token.contains(u'_');
    if (plain && token.size() == usualKey)
        return mixed;
    const bool begins = token.left(12).contains(u'-') || token.left(12).contains(u'_') || token.startsWith("AIza"_L1)
        || token.startsWith("eyJ"_L1);
    if (!begins || !any([](QChar c) { return c.isDigit(); }))
        return false;
    // Without a long run of letters and digits, only a known beginning makes it a key.
    std::vector<bool> places(static_cast<std::size_t>(token.size()), false);
    redact::markKeyPatterns(token, places);
    return places.front();
}

} // namespace

QString KeyMask::quote(qsizetype begin, qsizetype end)
{
    const QStringView text(m_clean.text);
    end = std::clamp<qsizetype>(end, begin, std::min(text.size(), begin + longestQuote));
    qsizetype from = begin;
    while (from > 0 && begin - from < shownBefore && !isLineEnd(text.at(from - 1))
        && !(text.at(from - 1) == u'n' && from > 1 && text.at(from - 2) == u'\\'))
        --from;
    qsizetype to = end;
    while (to < text.size() && to - end < shownBehind && !isLineEnd(text.at(to))
        && !(text.at(to) == u'\\' && to + 1 < text.size() && (text.at(to + 1) == u'n' || text.at(to + 1) == u'\\')))
        ++to;
    const bool cutBefore = from > 0 && begin - from >= shownBefore;
    if (cutBefore) { // not in the middle of a word
        const qsizetype blank = text.sliced(from, begin - from).indexOf(u' ');
        from += blank < 0 ? 0 : blank + 1;
    }
    const bool cutBehind = to < text.size() && to - end >= shownBehind;
    const qsizetype windowBegin = std::max<qsizetype>(0, from - around);
    const qsizetype windowEnd = std::min(text.size(), to + around);
    std::vector<bool> places = keyPlaces(text.sliced(windowBegin, windowEnd - windowBegin), m_hidNamedValue);
    for (const auto &[first, last] : m_values) {
        for (qsizetype i = std::max(first, windowBegin); i < std::min(last, windowEnd); ++i)
            places.at(static_cast<std::size_t>(i - windowBegin)) = true;
    }
    const QString shown =
        withoutMarked(text.sliced(from, to - from), places, static_cast<std::size_t>(from - windowBegin));
    return (cutBefore ? QStringLiteral("… ") : QString()) + shown + (cutBehind ? QStringLiteral(" …") : QString());
}

int countKeys(const CleanText &clean)
{
    const QStringView text(clean.text);
    std::set<std::size_t> keys;
    for (qsizetype i = 0; i < text.size();) {
        if (!redact::isTokenCharacter(text.at(i))) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && redact::isTokenCharacter(text.at(end)))
            ++end;
        const QStringView token = text.sliced(i, end - i);
        if (isKey(token)) {
            keys.insert(qHash(token));
        } else if (end + 1 < text.size() && isLineEnd(text.at(end)) && redact::isTokenCharacter(text.at(end + 1))) {
            qsizetype last = end + 1;
            while (last < text.size() && redact::isTokenCharacter(text.at(last)))
                ++last;
            QString joined = token.toString();
            joined += text.sliced(end + 1, last - end - 1);
            const bool otherIsKey = isKey(text.sliced(end + 1, last - end - 1));
            if (!otherIsKey && isKey(joined)) {
                keys.insert(qHash(joined));
                end = last;
            }
            key::wipe(joined);
        }
        i = end;
    }
    return static_cast<int>(keys.size());
}

} // namespace errortext
