// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/Findings.h"

#include "probe/reply/Gateways.h"
#include "sources/Clients.h"

#include <algorithm>
#include <array>
#include <map>
#include <variant>

namespace errortext {

namespace {

/// More are not looked at: nobody reads them, and they would take memory.
constexpr std::size_t mostHits = 2'000'000;
/// A gateway's words that are shorter, squeezed, may be anyone's.
constexpr std::size_t shortestGatewayWords = 12;
/// Around a number, so many letters tell whether it is a status.
constexpr std::size_t reach = 24;

using Entry = std::variant<const SignRow *, const MarkRow *, const ClientRow *, const HeaderRow *, int, std::nullptr_t>;

constexpr std::array statuses{400, 401, 402, 403, 404, 405, 407, 408, 422, 429, 498, 499, 500, 502, 503, 504, 511};
constexpr std::array pageBeginnings{"<!doctype html", "<html", "content-type: text/html"};

/// All tables in one search.
struct Tables {
    std::vector<std::vector<Entry>> entries; ///< of each needle
    std::vector<std::string> needles;
    std::vector<std::string> kept; ///< words of the rows that are made here
    std::vector<SignRow> made;
    std::map<std::string, std::size_t, std::less<>> numbers;

    void add(const char *words, Entry entry)
    {
        const std::string needle = squeezedWords(QString::fromUtf8(words));
        const auto [place, isNew] = numbers.try_emplace(needle, needles.size());
        if (isNew) {
            needles.push_back(needle);
            entries.emplace_back();
        }
        entries.at(place->second).push_back(entry);
    }
};

/// What clients say without a key, and the words of gateways' own error bodies, stand in tables of their own.
void makeRows(Tables &tables)
{
    using Place = probe::GatewaySign::Place;
    const auto keep = [&tables](const QString &text) { return tables.kept.emplace_back(text.toStdString()).c_str(); };
    tables.kept.reserve(512); // the rows point into it
    tables.made.reserve(256);
    for (const sources::Client &client : sources::clients()) {
        if (!client.whenNothingIsSet.isEmpty())
            tables.made.push_back({keep(client.whenNothingIsSet), Sign::KeyNotSet, SignRow::Kind::Own});
    }
    for (const probe::GatewaySign &sign : probe::allGatewaySigns()) {
        const bool body = sign.place == Place::Member || sign.place == Place::Page || sign.place == Place::Text;
        const QString product = sign.product;
        // Cohere's own front is Envoy, too; LiteLLM and the services have rows of their own.
        const bool others = product == QLatin1String("Envoy") || product == QLatin1String("LiteLLM")
            || product == QLatin1String("Azure AI services") || product == QLatin1String("Amazon Web Services");
        if (!body || others || sign.proof != probe::GatewaySign::Proof::Wrote
            || squeezedWords(QString(sign.text)).size() < shortestGatewayWords)
            continue;
        tables.made.push_back({keep(sign.text), Sign::GatewayRefused, SignRow::Kind::Gateway, keep(product)});
    }
}

Tables makeTables()
{
    Tables tables;
    makeRows(tables);
    for (const SignRow &row : signRows())
        tables.add(row.words, &row);
    for (const SignRow &row : tables.made)
        tables.add(row.words, &row);
    for (const MarkRow &row : markRows())
        tables.add(row.words, &row);
    for (const ClientRow &row : clientRows())
        tables.add(row.words, &row);
    for (const HeaderRow &row : headerRows())
        tables.add(row.words, &row);
    for (const int status : statuses)
        tables.add(std::to_string(status).c_str(), status);
    for (const char *page : pageBeginnings)
        tables.add(page, nullptr);
    return tables;
}

const Tables &tables()
{
    static const Tables all = makeTables();
    return all;
}

const NeedleSearch &search()
{
    static const NeedleSearch all(tables().needles);
    return all;
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || (c >= u'\u2018' && c <= u'\u201f') || c == u';';
}

/// Sorts what was found into a Findings, where it stands as it must stand.
class Sorter {
public:
    explicit Sorter(Findings &found)
        : m_found(found)
        , m_text(found.clean.text)
        , m_letters(found.squeezed.letters)
    {
    }

    void take(const NeedleHit &hit)
    {
        for (const Entry &entry : tables().entries[hit.needle])
            std::visit([&](auto row) { put(row, hit); }, entry);
    }

private:
    void put(const SignRow *row, const NeedleHit &hit)
    {
        // {"message": "Unauthorized"}, and not message='Unauthorized' as a program writes it about a reply
        if (row->wholeWord && row->kind == SignRow::Kind::Gateway && !isQuote(charAt(first(hit) - 1)))
            return;
        if (!row->wholeWord || (!goesOn(hit) && !comesAfterLetter(hit)))
            m_found.signs.push_back({row, hit.begin, hit.end});
    }
    void put(const MarkRow *row, const NeedleHit &hit)
    {
        const bool ofCohere = row->service[0] == '\0';
        // "coherent" and "coherence" are words
        if (ofCohere && m_letters.substr(hit.end, 2) == "nt" && goesOn(hit))
            return;
        if (ofCohere && m_letters.substr(hit.end, 2) == "nc" && goesOn(hit))
            return;
        if (ofCohere || startsWord(hit))
            m_found.marks.push_back({row, hit.begin, hit.end});
    }
    void put(const ClientRow *row, const NeedleHit &hit)
    {
        if (startsWord(hit))
            m_found.clients.push_back({row, hit.begin, hit.end});
    }
    void put(const HeaderRow *row, const NeedleHit &hit) { m_found.headers.push_back({row, hit.begin, hit.end}); }
    void put(std::nullptr_t, const NeedleHit &hit) { m_found.pages.push_back(hit.begin); }
    void put(int status, const NeedleHit &hit)
    {
        if (standsAlone(hit) && isStatus(hit))
            m_found.statuses.push_back({status, hit.begin, hit.end});
    }

    [[nodiscard]] QChar charAt(qsizetype place) const
    {
        return place >= 0 && place < m_text.size() ? m_text.at(place) : QChar(u' ');
    }
    [[nodiscard]] qsizetype first(const NeedleHit &hit) const { return m_found.squeezed.placeOf(hit.begin); }
    [[nodiscard]] qsizetype last(const NeedleHit &hit) const { return m_found.squeezed.placeOf(hit.end - 1); }
    [[nodiscard]] bool goesOn(const NeedleHit &hit) const { return charAt(last(hit) + 1).isLetterOrNumber(); }
    [[nodiscard]] bool startsWord(const NeedleHit &hit) const
    {
        const QChar before = charAt(first(hit) - 1);
        return !before.isLetterOrNumber() || (before.isLower() && charAt(first(hit)).isUpper());
    }
    /// The n of a line break that is written out is no letter.
    [[nodiscard]] bool comesAfterLetter(const NeedleHit &hit) const
    {
        const QChar before = charAt(first(hit) - 1);
        return before.isLetterOrNumber() && charAt(first(hit) - 2) != u'\\';
    }
    [[nodiscard]] bool standsAlone(const NeedleHit &hit) const
    {
        const QChar before = charAt(first(hit) - 1);
        const QChar behind = charAt(last(hit) + 1);
        const bool fraction = behind == u'.' && charAt(last(hit) + 2).isDigit();
        return !comesAfterLetter(hit) && !behind.isLetterOrNumber() && before != u'.' && before != u'$' && !fraction;
    }
    /// "HTTP/1.1 401", "status_code: 401", "401 Unauthorized"; not "line 401".
    [[nodiscard]] bool isStatus(const NeedleHit &hit) const
    {
        static constexpr std::array before{"status", "statuscode", "code", "http", "http1", "http1 1", "http11",
            "http2", "http1 0", "http10", "http3", "httperror", "error", "exception", "response", "responsecode",
            "returned", "received", "receiving", "got", "gets", "gave", "get", "witha", "gota", "getting", "failed",
            "failedwith", "apierror", "apicallerror", "clienterror", "servererror", "rejected", "said", "says",
            "answered", "statut"};
        static constexpr std::array behind{"unauthorized", "unauthorised", "forbidden", "clienterror", "servererror",
            "notfound", "toomanyrequests", "badrequest", "unprocessable", "paymentrequired", "proxyauthentication",
            "internalserver", "badgateway", "serviceunavailable", "gatewaytime", "authorizationrequired", "error",
            "invalidapitoken", "noapikeysupplied", "message", "id", "responsefrom", "statuscode", "fromcohere",
            "fromapicohere", "unknown", "oncohere"};
        const std::size_t from = hit.begin > reach ? hit.begin - reach : 0;
        std::string_view head = m_letters.substr(from, hit.begin - from);
        while (head.ends_with(' '))
            head.remove_suffix(1);
        const std::string_view tail = m_letters.substr(hit.end, reach);
        return std::any_of(before.begin(), before.end(), [head](const char *word) { return head.ends_with(word); })
            || std::any_of(behind.begin(), behind.end(), [tail](const char *word) { return tail.starts_with(word); });
    }

    Findings &m_found;
    QStringView m_text;
    std::string_view m_letters;
};

} // namespace

Findings findAll(QByteArrayView bytes)
{
    Findings found{.clean = cleanText(bytes),
        .squeezed = {},
        .signs = {},
        .marks = {},
        .clients = {},
        .headers = {},
        .statuses = {},
        .pages = {}};
    found.squeezed = squeeze(found.clean.text);
    Sorter sorter(found);
    for (const NeedleHit &hit : search().find(found.squeezed.letters, mostHits))
        sorter.take(hit);
    // The name of a container or a logger tells which program printed the text, and nothing else.
    const Squeezed prefixes = squeeze(found.clean.prefixes);
    for (const NeedleHit &hit : search().find(prefixes.letters, mostHits)) {
        for (const Entry &entry : tables().entries[hit.needle]) {
            if (const auto *row = std::get_if<const ClientRow *>(&entry))
                found.clients.push_back({*row, 0, 0});
        }
    }
    return found;
}

} // namespace errortext
