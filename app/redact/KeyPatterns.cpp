// SPDX-License-Identifier: GPL-3.0-or-later
#include "redact/KeyPatterns.h"

#include <QChar>
#include <QLatin1String>

#include <algorithm>
#include <array>

namespace redact {

namespace {

/// The usual key of Cohere has 40 letters and digits; others have 32.
constexpr qsizetype longestPlainRun = 39;
constexpr qsizetype shortestMixedRun = 32;
/// What follows a known beginning: this much is a key, or less with a digit in it ("sk-learn" is none).
constexpr qsizetype certainTail = 16;
constexpr qsizetype shortestTail = 8;
/// What follows "Bearer".
constexpr qsizetype shortestCredential = 5;
constexpr qsizetype longestWord = 20;

constexpr std::array beginnings{"sk-", "sk_", "hf_", "gsk_", "pplx-", "AIza", "ghp_", "gho_", "ghs_", "github_pat_",
    "glpat-", "xai-", "jina_", "pa-", "eyJ", "AKIA", "ASIA", "xoxb-", "xoxp-", "r8_", "nvapi-"};

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

bool isLower(QChar c)
{
    return c >= QLatin1Char('a') && c <= QLatin1Char('z');
}

bool isLetterOrDigit(QChar c)
{
    return isDigit(c) || isLower(c) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'));
}

/// RFC 6750, section 2.1 ("b64token").
bool isCredentialCharacter(QChar c)
{
    return isTokenCharacter(c) || QLatin1String(".~+/=").contains(c);
}

template <typename Belongs> qsizetype endOfRun(QStringView text, qsizetype start, Belongs belongs)
{
    while (start < text.size() && belongs(text.at(start)))
        ++start;
    return start;
}

void mark(std::vector<bool> &places, qsizetype start, qsizetype end)
{
    std::fill(places.begin() + start, places.begin() + end, true);
}

bool looksLikeLongKey(QStringView run)
{
    if (run.size() > longestPlainRun)
        return true;
    return run.size() >= shortestMixedRun && std::any_of(run.begin(), run.end(), isDigit)
        && !std::all_of(run.begin(), run.end(), isDigit);
}

bool hasKnownBeginning(QStringView token)
{
    for (const char *beginning : beginnings) {
        const QLatin1String start(beginning);
        if (!token.startsWith(start))
            continue;
        const QStringView tail = token.sliced(start.size());
        if (tail.size() >= certainTail)
            return true;
        return tail.size() >= shortestTail && std::any_of(tail.begin(), tail.end(), isDigit);
    }
    return false;
}

bool looksLikeCredential(QStringView credential)
{
    while (!credential.isEmpty() && QLatin1String(".=").contains(credential.back()))
        credential.chop(1);
    if (credential.size() < shortestCredential)
        return false;
    // "Bearer token", "Basic realm=": words, no credentials.
    return credential.size() > longestWord || !std::all_of(credential.begin(), credential.end(), isLower);
}

void markCredentialAfter(QStringView text, qsizetype start, std::vector<bool> &places)
{
    const auto separates = [](QChar c) {
        return c == QLatin1Char(' ') || c == QLatin1Char(':') || c == QLatin1Char('\t');
    };
    const qsizetype begin = endOfRun(text, start, separates);
    const qsizetype end = endOfRun(text, begin, isCredentialCharacter);
    if (begin > start && looksLikeCredential(text.sliced(begin, end - begin)))
        mark(places, begin, end);
}

void markLongRuns(QStringView token, qsizetype offset, std::vector<bool> &places)
{
    for (qsizetype i = 0; i < token.size();) {
        const qsizetype end = endOfRun(token, i, isLetterOrDigit);
        if (looksLikeLongKey(token.sliced(i, end - i)))
            mark(places, offset + i, offset + end);
        i = end + 1;
    }
}

} // namespace

bool isTokenCharacter(QChar c)
{
    return isLetterOrDigit(c) || c == QLatin1Char('-') || c == QLatin1Char('_');
}

void markKeyPatterns(QStringView text, std::vector<bool> &places)
{
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype end = endOfRun(text, i, isTokenCharacter);
        if (end == i) {
            ++i;
            continue;
        }
        const QStringView token = text.sliced(i, end - i);
        if (hasKnownBeginning(token))
            mark(places, i, end);
        else
            markLongRuns(token, i, places);
        if (token.compare(QLatin1String("bearer"), Qt::CaseInsensitive) == 0
            || token.compare(QLatin1String("basic"), Qt::CaseInsensitive) == 0)
            markCredentialAfter(text, end, places);
        i = end;
    }
}

} // namespace redact
