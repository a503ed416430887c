// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/Candidates.h"

#include "errortext/Ownership.h"

#include <QLatin1String>

#include <algorithm>
#include <array>

namespace errortext {

namespace {

using namespace Qt::Literals::StringLiterals;

/// In letters: a page is so near to the status that came with it.
constexpr std::uint32_t pageReach = 500;
/// More candidates are not weighed, and more messages with a header are not decoded.
constexpr std::size_t mostCandidates = 200'000;
constexpr int mostHeaders = 5000;

/// A line of a program that only mentions an error: a comment, or code that raises or compares one.
bool isCode(QStringView line)
{
    static constexpr std::array comments{"# "_L1, "//"_L1, "/*"_L1, "<!--"_L1, "-- "_L1, "REM "_L1};
    static constexpr std::array words{"if "_L1, "if("_L1, "elif "_L1, "except "_L1, "catch "_L1, "assert"_L1,
        "expect("_L1, "raise "_L1, "throw "_L1, "return "_L1, "const "_L1, "let "_L1, "var "_L1, "def "_L1, "self."_L1,
        "print("_L1, "logger."_L1, "console."_L1, "case "_L1, "} else if"_L1, "} catch"_L1, "with pytest"_L1,
        "validate("_L1};
    const auto begins = [line](QLatin1String word) { return line.startsWith(word); };
    if (std::any_of(comments.begin(), comments.end(), begins))
        return true;
    if (!std::any_of(words.begin(), words.end(), begins))
        return false;
    static constexpr QLatin1String ends(":(){};,");
    return !line.isEmpty() && ends.contains(line.back());
}

Tier tierOf(const SignRow &row, Owner owner)
{
    switch (row.sign) {
    case Sign::Unauthorized:
        return owner == Owner::Unknown ? Tier::Vague : Tier::Status;
    case Sign::NetworkFailed:
    case Sign::LoginPage:
        return Tier::Vague;
    case Sign::Forbidden:
    case Sign::NotFound:
    case Sign::LimitUnclear:
        return Tier::Status;
    case Sign::RequestInvalid:
    case Sign::ServerTrouble:
        return row.wholeWord ? Tier::Status : Tier::Words; // the names of errors are whole words
    default:
        return Tier::Words;
    }
}

std::optional<Sign> signOfStatus(int status)
{
    switch (status) {
    case 400:
    case 422:
        return Sign::RequestInvalid;
    case 401:
        return Sign::Unauthorized;
    case 402:
        return Sign::BillingNeeded;
    case 403:
        return Sign::Forbidden;
    case 404:
    case 405:
        return Sign::NotFound;
    case 407:
        return Sign::ProxyLogin;
    case 429:
        return Sign::LimitUnclear;
    case 498:
        return Sign::ContentRefused;
    case 511:
        return Sign::LoginPage;
    default:
        return Sign::ServerTrouble;
    }
}

class Reader {
public:
    Reader(const Findings &found, KeyMask &mask)
        : m_found(found)
        , m_mask(mask)
        , m_owners(found)
    {
    }

    Candidates read()
    {
        for (const auto &header : m_found.headers)
            readHeaderMessage(header);
        for (const auto &sign : m_found.signs) {
            if (m_candidates.all.size() < mostCandidates)
                readSign(sign);
        }
        for (const auto &number : m_found.statuses) {
            if (m_candidates.all.size() < mostCandidates)
                readStatus(number);
        }
        return std::move(m_candidates);
    }

private:
    void add(Sign sign, Tier tier, const Ownership::Verdict &whose, int status, std::uint32_t begin, std::uint32_t end)
    {
        if (whose.owner == Owner::Other)
            sign = Sign::OtherService;
        m_candidates.all.push_back({sign, tier, whose.owner, whose.service, status, begin, end});
    }

    [[nodiscard]] bool inCode(std::uint32_t begin) const
    {
        return isCode(m_found.clean.lineAt(m_found.squeezed.placeOf(begin)));
    }

    void readHeaderMessage(const Findings::Found<HeaderRow> &header)
    {
        if (++m_headers > mostHeaders || inCode(header.begin))
            return;
        const HeaderReading reading =
            readHeader(header.row->form, m_found.clean.text, m_found.squeezed, header.begin, header.end);
        if (!reading.known)
            return;
        if (!reading.empty)
            m_mask.addValue(reading.valueBegin, reading.valueEnd);
        const Ownership::Verdict whose = m_owners.ofWords(header.begin, header.end);
        if (whose.owner != Owner::Other)
            m_candidates.headersWithKey += reading.heldKey ? 1 : 0;
        m_read.push_back(header.end);
        const Sign sign = reading.empty  ? Sign::KeyEmpty
            : reading.characters.empty() ? Sign::HeaderRefused
                                         : Sign::CharacterNamed;
        add(sign, Tier::Words, whose, 0, header.begin, header.end);
        if (whose.owner == Owner::Other)
            return;
        for (const NamedCharacter &character : reading.characters) {
            auto &all = m_candidates.characters;
            if (std::find(all.begin(), all.end(), character) == all.end() && all.size() < 8)
                all.push_back(character);
        }
    }

    void readSign(const Findings::Found<SignRow> &sign)
    {
        const SignRow &row = *sign.row;
        const auto whose = ownerOf(sign);
        if (!whose || inCode(sign.begin))
            return;
        if (row.sign == Sign::HeaderRefused && std::binary_search(m_read.begin(), m_read.end(), sign.end))
            return;
        if (row.sign == Sign::OldClass)
            add(Sign::Unauthorized, Tier::Status, *whose, row.status, sign.begin, sign.end);
        if (row.kind == SignRow::Kind::Gateway) {
            // Whoever stands in front, it is in front of what the program called.
            if (whose->owner == Owner::Other)
                return add(Sign::OtherService, Tier::Words, *whose, row.status, sign.begin, sign.end);
            m_candidates.all.push_back(
                {Sign::GatewayRefused, Tier::Words, Owner::Cohere, row.service, row.status, sign.begin, sign.end});
            return;
        }
        add(row.sign, tierOf(row, whose->owner), *whose, row.status, sign.begin, sign.end);
    }

    /// Nothing where the words mean nothing.
    [[nodiscard]] std::optional<Ownership::Verdict> ownerOf(const Findings::Found<SignRow> &sign) const
    {
        const SignRow &row = *sign.row;
        Ownership::Verdict whose;
        switch (row.kind) {
        case SignRow::Kind::Own:
            return m_owners.ofOwnWords(sign.begin, sign.end);
        case SignRow::Kind::Others:
            return Ownership::Verdict{Owner::Other, m_owners.nameFor(row.service, sign.begin, sign.end)};
        case SignRow::Kind::Gateway:
        case SignRow::Kind::Anyones:
            return m_owners.ofWords(sign.begin, sign.end);
        case SignRow::Kind::CoheresOnly:
            whose = m_owners.ofWords(sign.begin, sign.end);
            break;
        case SignRow::Kind::BesideCohere:
            whose = m_owners.ofPlainWord(sign.begin, sign.end);
            break;
        case SignRow::Kind::NeedsVariable:
            whose = m_owners.ofVariable(sign.begin, sign.end);
            break;
        }
        if (whose.owner == Owner::Unknown)
            return std::nullopt;
        return whose;
    }

    void readStatus(const Findings::Number &number)
    {
        const auto sign = signOfStatus(number.status);
        const Ownership::Verdict whose = m_owners.ofWords(number.begin, number.end);
        // Servers log statuses of their own all the time: there Cohere's name must stand in the same line.
        const QStringView line = m_found.clean.lineAt(m_found.squeezed.placeOf(number.begin));
        if (m_found.isLog() && whose.owner == Owner::Cohere && !line.contains("cohere"_L1, Qt::CaseInsensitive))
            return;
        // A number without a name says something only where it is one that people ask about.
        const bool asked = number.status == 401 || number.status == 403 || number.status == 407 || number.status == 498;
        if ((whose.owner == Owner::Unknown && !asked) || inCode(number.begin))
            return;
        if (number.status == 403 && whose.owner != Owner::Other && hasPage(number)) {
            add(Sign::EdgeRefused, Tier::Status, whose, number.status, number.begin, number.end);
            return;
        }
        const Tier tier =
            whose.owner == Owner::Unknown && number.status != 407 && number.status != 498 ? Tier::Vague : Tier::Status;
        add(*sign, tier, whose, number.status, number.begin, number.end);
    }

    [[nodiscard]] bool hasPage(const Findings::Number &number) const
    {
        const std::uint32_t from = number.begin > pageReach ? number.begin - pageReach : 0;
        const auto page = std::lower_bound(m_found.pages.begin(), m_found.pages.end(), from);
        return page != m_found.pages.end() && *page < number.end + pageReach;
    }

    const Findings &m_found;
    KeyMask &m_mask;
    Ownership m_owners;
    Candidates m_candidates;
    std::vector<std::uint32_t> m_read; ///< where the words of the messages end whose header was decoded
    int m_headers = 0;
};

} // namespace

int orderOf(Sign sign)
{
    static constexpr std::array order{Sign::TokenExpired, Sign::TokenInvalid, Sign::NothingArrived, Sign::BillingNeeded,
        Sign::MonthLimit, Sign::MinuteLimit, Sign::ModelGone, Sign::ContentRefused, Sign::PathUnknown,
        Sign::RequestInvalid, Sign::KeyEmpty, Sign::CharacterNamed, Sign::KeyNotSet, Sign::HeaderRefused,
        Sign::BaseUrlUnusable, Sign::EdgeRefused, Sign::ProxyLogin, Sign::GatewayRefused, Sign::CertificateUntrusted,
        Sign::CertificateDates, Sign::NameUnknown, Sign::NoConnection, Sign::ServerTrouble, Sign::Unauthorized,
        Sign::Forbidden, Sign::LimitUnclear, Sign::NotFound, Sign::LoginPage, Sign::NetworkFailed, Sign::OldClass,
        Sign::OtherService};
    return static_cast<int>(std::find(order.begin(), order.end(), sign) - order.begin());
}

Candidates readCandidates(const Findings &found, KeyMask &mask)
{
    return Reader(found, mask).read();
}

} // namespace errortext
