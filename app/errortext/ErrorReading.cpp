// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/ErrorReading.h"

#include "errortext/Candidates.h"
#include "errortext/ClientReading.h"
#include "errortext/KeyMask.h"

#include <algorithm>

namespace errortext {

namespace {

/// Of what others say, and of what came earlier, so much is mentioned.
constexpr std::size_t mostOthers = 3;
constexpr std::size_t mostSightings = 12;
/// In letters: what belongs to the same event as the last words of it.
constexpr std::uint32_t sameEvent = 3000;
/// A status stands so near to its message.
constexpr std::uint32_t statusReach = 400;

struct Rank {
    int owner;
    int tier;
    int earlier;
    int order;
    std::int64_t place;

    auto operator<=>(const Rank &) const = default;
};

/// What the text ends with is what stops the program: earlier errors come behind.
std::vector<const Candidate *> ranked(const std::vector<Candidate> &candidates)
{
    const Candidate *decisive = nullptr;
    for (const Candidate &one : candidates) {
        if (one.owner == Owner::Other)
            continue;
        const auto sureness = [](const Candidate &candidate) {
            return std::pair(candidate.owner != Owner::Cohere, candidate.tier);
        };
        if (decisive == nullptr || sureness(one) <= sureness(*decisive))
            decisive = &one;
    }
    std::vector<std::pair<Rank, const Candidate *>> sorted;
    for (const Candidate &one : candidates) {
        const bool earlier = decisive != nullptr && one.begin + sameEvent < decisive->begin;
        const int owner = one.owner == Owner::Cohere ? 0 : one.owner == Owner::Unknown ? 1 : 2;
        sorted.push_back({{owner, static_cast<int>(one.tier), earlier ? 1 : 0, static_cast<int>(orderOf(one.sign)),
                              -static_cast<std::int64_t>(one.begin)},
            &one});
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<const Candidate *> result;
    result.reserve(sorted.size());
    std::transform(
        sorted.begin(), sorted.end(), std::back_inserter(result), [](const auto &pair) { return pair.second; });
    return result;
}

int statusBeside(const Candidate &candidate, const Findings &found)
{
    if (candidate.status != 0)
        return candidate.status;
    int status = 0;
    std::uint32_t least = statusReach;
    for (const Findings::Number &number : found.statuses) {
        const std::uint32_t distance = number.begin > candidate.end
            ? number.begin - candidate.end
            : candidate.begin - std::min(candidate.begin, number.end);
        if (distance < least) {
            least = distance;
            status = number.status;
        }
    }
    return status;
}

bool isTold(const std::vector<Sighting> &sightings, const Candidate &candidate)
{
    return std::any_of(sightings.begin(), sightings.end(), [&](const Sighting &told) {
        return told.sign == candidate.sign && told.service == QLatin1String(candidate.service);
    });
}

/// A status says nothing new where its message was read, nor does "fetch failed" where its reason was.
bool isWorthTelling(const Candidate &candidate, const std::vector<Sighting> &told, std::optional<Tier> best)
{
    if (isTold(told, candidate))
        return false;
    if (candidate.owner == Owner::Other) {
        const auto others =
            std::count_if(told.begin(), told.end(), [](const Sighting &one) { return one.sign == Sign::OtherService; });
        return static_cast<std::size_t>(others) < mostOthers;
    }
    return candidate.sign == Sign::OldClass || !best || candidate.tier == *best;
}

} // namespace

ErrorReading readErrorText(QByteArrayView text)
{
    ErrorReading reading;
    reading.cutOff = text.size() > longestErrorText;
    const Findings found = findAll(text.first(std::min(text.size(), longestErrorText)));
    KeyMask mask(found.clean);
    const Candidates candidates = readCandidates(found, mask);
    std::optional<Tier> best;
    const bool others = std::any_of(
        candidates.all.begin(), candidates.all.end(), [](const Candidate &one) { return one.owner == Owner::Other; });
    bool ofCohere = false;
    for (const Candidate *candidate : ranked(candidates.all)) {
        ofCohere = ofCohere || candidate->owner == Owner::Cohere;
        // Whose it is may be open; where another service's error stands in the text, it is that one's.
        if (candidate->owner == Owner::Unknown && (ofCohere || others))
            continue;
        // A status in a log is one of many.
        if (candidate->owner == Owner::Unknown && candidate->tier != Tier::Words && found.isLog())
            continue;
        if (reading.sightings.size() >= mostSightings || !isWorthTelling(*candidate, reading.sightings, best))
            continue;
        if (!best && candidate->sign != Sign::OldClass)
            best = candidate->tier;
        const qsizetype begin = found.squeezed.placeOf(candidate->begin);
        const qsizetype end = found.squeezed.placeOf(candidate->end - 1) + 1;
        reading.sightings.push_back({.sign = candidate->sign,
            .line = found.clean.lineOf(begin),
            .quote = mask.quote(begin, end),
            .status = statusBeside(*candidate, found),
            .owner = candidate->owner,
            .service = QString::fromUtf8(candidate->service)});
    }
    const bool named = std::any_of(reading.sightings.begin(), reading.sightings.end(),
        [](const Sighting &told) { return told.sign == Sign::CharacterNamed; });
    if (named)
        reading.characters = candidates.characters;
    readClient(found, reading);
    const bool oneAtLeast = candidates.headersWithKey > 0 || mask.hidNamedValue();
    reading.keysMasked = std::max(countKeys(found.clean), oneAtLeast ? 1 : 0);
    return reading;
}

} // namespace errortext
