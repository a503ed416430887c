// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext/Ownership.h"

#include <algorithm>
#include <cstring>

namespace errortext {

namespace {

// All in letters of the squeezed text: a line has about sixty.
/// A traceback is so long.
constexpr std::uint32_t longestTrace = 8000;
/// So near a name stands with the words.
constexpr std::uint32_t sameMessage = 160;
/// And so near in the same sentence.
constexpr std::uint32_t sameSentence = 60;
/// A name behind the words counts as one that stands so many times as far before them.
constexpr std::uint32_t behindCosts = 2;
/// Words that only one service says count as if they stood so many times nearer.
constexpr std::uint32_t sureIsNearer = 3;
/// No more names are looked at on either side.
constexpr int mostMarks = 400;

bool isCohere(const char *service)
{
    return service[0] == '\0';
}

} // namespace

Ownership::Ownership(const Findings &found)
{
    for (const auto &mark : found.marks)
        m_marks.push_back({mark.begin, mark.end, mark.row->service, mark.row->kind == MarkRow::Kind::Variable, false});
    for (const auto &sign : found.signs) {
        if (sign.row->kind == SignRow::Kind::Others)
            m_marks.push_back({sign.begin, sign.end, nameFor(sign.row->service, sign.begin, sign.end), false, true});
    }
    std::stable_sort(m_marks.begin(), m_marks.end(), [](const Mark &a, const Mark &b) { return a.begin < b.begin; });
    m_cohereAlone = !m_marks.empty()
        && std::all_of(m_marks.begin(), m_marks.end(), [](const Mark &mark) { return isCohere(mark.service); });
}

/// Calls use(mark, distance) for the marks within reach, and stops after a good many.
template <typename Use>
void Ownership::around(std::uint32_t begin, std::uint32_t end, std::uint32_t reach, Use use) const
{
    const auto from = std::lower_bound(
        m_marks.begin(), m_marks.end(), end, [](const Mark &mark, std::uint32_t place) { return mark.begin < place; });
    int seen = 0;
    for (auto mark = from; mark != m_marks.end() && seen < mostMarks; ++mark, ++seen) {
        const std::uint32_t distance = (mark->begin - end) * behindCosts;
        if (distance > reach)
            break;
        use(*mark, distance);
    }
    seen = 0;
    for (auto mark = std::make_reverse_iterator(from); mark != m_marks.rend() && seen < mostMarks; ++mark, ++seen) {
        const std::uint32_t distance = mark->end < begin ? begin - mark->end : 0;
        if (distance > reach)
            break;
        use(*mark, distance);
    }
}

Ownership::Verdict Ownership::ofWords(std::uint32_t begin, std::uint32_t end) const
{
    if (m_cohereAlone)
        return {Owner::Cohere, ""};
    const Mark *nearest = nullptr;
    std::uint32_t least = longestTrace + 1;
    around(begin, end, longestTrace, [&](const Mark &mark, std::uint32_t distance) {
        const std::uint32_t weighed = mark.sure ? distance / sureIsNearer : distance;
        if (weighed < least) {
            least = weighed;
            nearest = &mark;
        }
    });
    if (nearest == nullptr)
        return {};
    if (isCohere(nearest->service))
        return {Owner::Cohere, ""};
    return {Owner::Other, nearest->service};
}

Ownership::Verdict Ownership::ofOwnWords(std::uint32_t begin, std::uint32_t end) const
{
    const Verdict verdict = ofWords(begin, end);
    if (verdict.owner != Owner::Other)
        return {Owner::Cohere, ""};
    bool cohere = false;
    bool other = false;
    around(begin, end, sameMessage, [&](const Mark &mark, std::uint32_t distance) {
        cohere = cohere || isCohere(mark.service);
        other = other || (!isCohere(mark.service) && distance < sameSentence);
    });
    return other && !cohere ? verdict : Verdict{Owner::Cohere, ""};
}

Ownership::Verdict Ownership::ofPlainWord(std::uint32_t begin, std::uint32_t end) const
{
    bool cohere = false;
    bool other = false;
    around(begin, end, sameSentence, [&](const Mark &mark, std::uint32_t) {
        cohere = cohere || isCohere(mark.service);
        other = other || !isCohere(mark.service);
    });
    return cohere && !other ? Verdict{Owner::Cohere, ""} : Verdict{};
}

Ownership::Verdict Ownership::ofVariable(std::uint32_t begin, std::uint32_t end) const
{
    const Mark *nearest = nullptr;
    std::uint32_t least = sameMessage;
    around(begin, end, sameMessage, [&](const Mark &mark, std::uint32_t distance) {
        if (mark.variable && distance < least) {
            least = distance;
            nearest = &mark;
        }
    });
    if (nearest == nullptr)
        return {};
    return isCohere(nearest->service) ? Verdict{Owner::Cohere, ""} : Verdict{Owner::Other, nearest->service};
}

const char *Ownership::nameFor(const char *service, std::uint32_t begin, std::uint32_t end) const
{
    const char *name = service;
    std::uint32_t least = sameMessage;
    around(begin, end, sameMessage, [&](const Mark &mark, std::uint32_t distance) {
        if (isCohere(mark.service) || mark.sure)
            return;
        if (std::strcmp(mark.service, service) == 0) {
            least = 0;
            name = service;
        } else if (distance < least) {
            least = distance;
            name = mark.service;
        }
    });
    return name;
}

} // namespace errortext
