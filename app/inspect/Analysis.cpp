// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/Analysis.h"

#include "inspect/Ascii.h"
#include "inspect/CharacterName.h"
#include "inspect/Encodings.h"
#include "inspect/HiddenCharacters.h"
#include "inspect/Inspection.h"
#include "inspect/KeyShape.h"
#include "inspect/Lookalikes.h"
#include "inspect/OtherServices.h"
#include "inspect/Placeholders.h"

#include <algorithm>
#include <utility>

namespace inspect {

namespace {

/// Each pass reads the whole text. A real one needs two or three; a text made to need more is left as it is then.
constexpr int mostPasses = 16;
/// Base64 of percent-encoding of …: nobody does that more often.
constexpr int deepestEncoding = 3;

/// A text in tags may spell a key: then it is not repeated.
bool mayBeShown(const QString &text, std::u32string_view cleaned)
{
    constexpr std::size_t longestShared = 4;
    if (cleaned.size() > longestKeyLike) // no key, and too long to search for each part of each text
        return false;
    const std::u32string letters = text.toStdU32String();
    std::size_t run = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::u32string_view part = std::u32string_view(letters).substr(i, longestShared + 1);
        run = isKeyLikeCharacter(letters[i]) ? run + 1 : 0;
        if (run >= shortestKeyLike || (part.size() > longestShared && cleaned.find(part) != std::u32string_view::npos))
            return false;
    }
    return true;
}

} // namespace

Analysis::Analysis(QByteArrayView bytes, int depth)
    : Analysis(decode(bytes), depth)
{
}

Analysis::Analysis(KeyText text, int depth)
    : m_length(static_cast<qsizetype>(text.codePoints.size()))
    , m_isText(std::none_of(text.codePoints.begin(), text.codePoints.end(), isInvalidByte))
    , m_depth(depth)
    , m_text(std::move(text.codePoints))
    , m_findings(maximumShown)
{
    if (text.encoding != Encoding::Utf8)
        add(FindingKind::HiddenCharacters, Detail::Utf16Text, {0, m_length}, Action::Decode);
    clean();
    judge();
}

void Analysis::clean()
{
    // What is taken away may bring together what was not: until nothing changes, so that cleaning what was cleaned
    // changes nothing either.
    bool changed = true;
    for (int pass = 0; changed && pass < mostPasses; ++pass) {
        changed = removeHidden();
        changed = unwrap() || changed;
        if (placeholder(cleaned()))
            continue; // its blanks are part of it
        changed = removeBlanks() || changed;
        changed = removeLiteralEscapes() || changed;
        changed = decodeOnce() || changed;
        changed = removeRepetition() || changed;
    }
}

bool Analysis::removeHidden()
{
    std::size_t misreadEnd = 0;
    return m_text.leaveOut([this, &misreadEnd](std::size_t i) -> std::size_t {
        // The second half of a character that was decoded wrongly may be a control: it is not looked at by itself.
        const std::u32string_view rest = cleaned().substr(i);
        if (rest.front() > 0x20 && rest.front() < 0x7f)
            return 0;
        misreadEnd = std::max(misreadEnd, i + misreadAt(rest).length);
        HiddenRun run = hiddenRunAt(rest);
        if (run.length == 0 || (i < misreadEnd && run.detail != Detail::MisreadCharacters))
            return 0;
        addHidden(run.detail, i, run.length, std::move(run.text));
        return run.length;
    });
}

bool Analysis::unwrap()
{
    bool changed = false;
    Context context = Context::Plain;
    while (true) {
        const Layer layer = outermostLayer(cleaned(), context);
        if (layer.isEmpty())
            return changed;
        addLayer(layer);
        m_text.dropFront(layer.front);
        m_text.dropBack(layer.back);
        if (layer.detail == Detail::StructuredLine)
            context = Context::StructuredLine;
        changed = true;
    }
}

void Analysis::addLayer(const Layer &layer)
{
    for (const bool front : {true, false}) {
        const std::size_t count = front ? layer.front : layer.back;
        if (count == 0)
            continue;
        const std::size_t first = front ? 0 : cleaned().size() - count;
        Finding finding{layer.kind, layer.detail, 0, 1, 0, Action::Remove, layer.text};
        const Span span = m_text.span(first, count);
        finding.offset = span.offset;
        finding.length = span.length;
        if (count == 1 || layer.kind == FindingKind::HiddenCharacters)
            finding.codePoint = cleaned()[first];
        m_findings.add(std::move(finding));
    }
}

bool Analysis::removeBlanks()
{
    return m_text.leaveOut([this](std::size_t i) -> std::size_t {
        if (!isBlankOrBreak(cleaned()[i]))
            return 0;
        addHidden(*hiddenClass(cleaned()[i]), i, 1);
        return 1;
    });
}

bool Analysis::removeLiteralEscapes()
{
    const std::u32string_view text = cleaned();
    if (text.size() > longestEncoded || text.find(U'\\') == std::u32string_view::npos)
        return false;
    // A backslash may belong to a key: only where nothing but a key is left without the escapes.
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = literalEscapeAt(text.substr(i));
        if (length == 0 && !isKeyLikeCharacter(text[i]))
            return false;
        letters += length == 0 ? 1 : 0;
        i += length == 0 ? 1 : length;
    }
    if (letters < shortestKeyLike)
        return false;
    return m_text.leaveOut([this](std::size_t i) {
        const std::size_t length = literalEscapeAt(cleaned().substr(i));
        if (length > 0)
            add(FindingKind::WrappedKey, Detail::LiteralEscape, m_text.span(i, length), Action::Remove);
        return length;
    });
}

bool Analysis::decodeOnce()
{
    if (m_depth >= deepestEncoding || cleaned().size() < shortestKeyLike || isUsualShape(cleaned()))
        return false;
    struct Decoder {
        Detail detail;
        key::Wiped<std::string> (*read)(std::u32string_view);
    };
    for (const auto &[detail, read] : {Decoder{Detail::PercentEncoded, percentDecoded},
             Decoder{Detail::HexEncoded, hexDecoded}, Decoder{Detail::Base64Encoded, base64Decoded}}) {
        const key::Wiped<std::string> bytes = read(cleaned());
        if (bytes.value.size() < shortestKeyLike)
            continue;
        const QByteArrayView decoded(bytes.value.data(), static_cast<qsizetype>(bytes.value.size()));
        const Analysis inner(decoded, m_depth + 1);
        // Any text can be read as base64: what comes out of it by chance is hardly ever UTF-8.
        if (!inner.m_isText || !isKeyLike(inner.cleaned()))
            continue;
        // Without padding a made-up key of few different letters may well decode to another one.
        if (detail == Detail::Base64Encoded && !cleaned().ends_with(U'=') && !isUsualShape(inner.cleaned()))
            continue;
        addWhole(FindingKind::WrappedKey, detail, Action::Decode);
        m_text.replaceBy(key::Wiped<std::u32string>(std::u32string(inner.cleaned())));
        return true;
    }
    return false;
}

bool Analysis::removeRepetition()
{
    const std::size_t unit = repeatedUnit(cleaned());
    if (unit == 0)
        return false;
    const std::size_t surplus = cleaned().size() - unit;
    add(FindingKind::WrappedKey, Detail::Repeated, m_text.span(unit, surplus), Action::Remove);
    m_text.dropBack(surplus);
    return true;
}

void Analysis::judge()
{
    if (cleaned().empty()) {
        const Detail detail = m_length == 0 ? Detail::Nothing : Detail::OnlyBlanks;
        add(FindingKind::KeyMissing, detail, {0, m_length}, Action::UseRealKey);
    } else if (const std::optional<Detail> words = placeholder(cleaned())) {
        addWhole(FindingKind::PlaceholderKey, *words, Action::UseRealKey);
    } else if (const std::optional<OtherService> service = otherService(cleaned())) {
        addWhole(FindingKind::OtherServiceKey, service->detail, Action::UseRealKey, service->name);
    } else {
        nameLookalikes();
    }
}

void Analysis::nameLookalikes()
{
    const std::u32string_view text = cleaned();
    bool found = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] < 0x80)
            continue;
        found = true;
        const Misread misread = misreadAt(text.substr(i));
        const std::size_t count = std::max<std::size_t>(misread.length, 1);
        const Span span = m_text.span(i, count);
        const FindingKind kind = misread.length > 0 ? FindingKind::HiddenCharacters : FindingKind::LookalikeCharacters;
        Finding finding{kind, Detail::MisreadCharacters, span.offset, span.length, text[i], Action::CopyAgain, {}};
        if (m_findings.wouldKeep(kind, span.offset)) {
            const Lookalike seen = lookalike(text[i]).value_or(Lookalike());
            finding.detail = misread.length > 0 ? Detail::MisreadCharacters : seen.detail;
            finding.text = misread.length > 0 ? codePointText(misread.codePoint) : seen.resembles;
        }
        m_findings.add(std::move(finding));
        i += count - 1;
    }
    if (!found) // a look-alike says more than the hint would
        judgeShape();
}

void Analysis::judgeShape()
{
    if (isUsualShape(cleaned()))
        return;
    const bool odd = !std::all_of(cleaned().begin(), cleaned().end(), ascii::isAlphanumeric);
    addWhole(FindingKind::UnusualShape, odd ? Detail::UnusualCharacters : Detail::UnusualLength, Action::None);
}

std::vector<Finding> Analysis::takeFindings()
{
    std::vector<Finding> findings = m_findings.take();
    for (Finding &finding : findings) {
        if (finding.detail == Detail::TagCharacters && !mayBeShown(finding.text, cleaned()))
            finding.text.clear();
    }
    return findings;
}

void Analysis::add(FindingKind kind, Detail detail, Span span, Action action, QString text)
{
    m_findings.add({kind, detail, span.offset, span.length, 0, action, std::move(text)});
}

void Analysis::addHidden(Detail detail, std::size_t first, std::size_t count, QString text)
{
    const Span span = m_text.span(first, count);
    const char32_t given = cleaned()[first];
    const char32_t codePoint = isInvalidByte(given) ? given & 0xffU : given;
    m_findings.add(
        {FindingKind::HiddenCharacters, detail, span.offset, span.length, codePoint, Action::Remove, std::move(text)});
}

void Analysis::addWhole(FindingKind kind, Detail detail, Action action, QString text)
{
    add(kind, detail, m_text.wholeSpan(), action, std::move(text));
}

} // namespace inspect
