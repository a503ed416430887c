// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/FindingWords.h"

#include "inspect/CharacterName.h"
#include "inspect/KeyText.h"

#include <algorithm>

namespace words {

using inspect::Action;
using inspect::Detail;
using inspect::Finding;
using inspect::FindingKind;

namespace {

/// "U+00A0 NO-BREAK SPACE"
QString codePointAndName(char32_t codePoint)
{
    return inspect::codePointText(codePoint) + QLatin1Char(' ') + inspect::characterName(codePoint);
}

QString byteText(char32_t byte)
{
    return QStringLiteral("0x") + QString::number(byte & 0xffU, 16).toUpper();
}

/// What inspect writes as "U+00A0" into Finding::text.
char32_t codePointOf(const QString &text)
{
    return QStringView(text).mid(2).toUInt(nullptr, 16);
}

bool isOneCharacter(const Finding &finding)
{
    return finding.length == 1 && (finding.codePoint != 0 || finding.detail == Detail::ControlCharacter);
}

} // namespace

QString FindingWords::sentence(const Finding &finding, qsizetype keyLength)
{
    switch (finding.kind) {
    case FindingKind::HiddenCharacters:
    case FindingKind::LookalikeCharacters:
    case FindingKind::WrappedKey:
        return isOneCharacter(finding) ? characterSentence(finding, keyLength) : runSentence(finding, keyLength);
    case FindingKind::KeyMissing:
    case FindingKind::PlaceholderKey:
    case FindingKind::OtherServiceKey:
    case FindingKind::UnusualShape:
        return wholeSentence(finding);
    }
    Q_UNREACHABLE();
}

QString FindingWords::characterSentence(const Finding &finding, qsizetype keyLength)
{
    const qsizetype place = finding.offset + 1;
    if (finding.detail == Detail::InvalidUtf8) {
        //: %1 of %2: the place in the key; %3: "0xFF"
        return tr("Character %1 of %2 is the byte %3, which is not text in UTF-8.")
            .arg(place)
            .arg(keyLength)
            .arg(byteText(finding.codePoint));
    }
    const QString name = codePointAndName(finding.codePoint);
    if (finding.kind == FindingKind::LookalikeCharacters && !finding.text.isEmpty()) {
        //: %1 of %2: the place in the key; %3: code point and Unicode name; %4: one letter, digit or sign of ASCII
        return tr("Character %1 of %2 is %3, which only looks like \"%4\".")
            .arg(QString::number(place), QString::number(keyLength), name, finding.text);
    }
    //: %1 of %2: the place in the key; %3: code point and Unicode name, "U+00A0 NO-BREAK SPACE"
    return tr("Character %1 of %2 is %3.").arg(QString::number(place), QString::number(keyLength), name);
}

QString FindingWords::runSentence(const Finding &finding, qsizetype keyLength)
{
    const auto placed = [&finding, keyLength](const QString &sentence) {
        return sentence.arg(finding.offset + 1).arg(finding.offset + finding.length).arg(keyLength);
    };
    //: In all sentences of this kind: %1 to %2 of %3 is the place in the key
    switch (finding.detail) {
    case Detail::TagCharacters:
        if (finding.text.isEmpty())
            return placed(tr("Characters %1 to %2 of %3 are invisible tag characters."));
        //: %4: what they spell
        return tr("Characters %1 to %2 of %3 are invisible tag characters that spell \"%4\".")
            .arg(QString::number(finding.offset + 1), QString::number(finding.offset + finding.length),
                QString::number(keyLength), finding.text);
    case Detail::TerminalResidue:
        return placed(tr("Characters %1 to %2 of %3 are a control sequence of a terminal."));
    case Detail::Utf16Text:
        return tr("The whole text is in UTF-16, where programs expect UTF-8.");
    case Detail::MisreadCharacters:
        //: %4: code point and Unicode name
        return tr("Characters %1 to %2 of %3 were one character, %4, before it was decoded wrongly.")
            .arg(QString::number(finding.offset + 1), QString::number(finding.offset + finding.length),
                QString::number(keyLength), codePointAndName(codePointOf(finding.text)));
    case Detail::Quotes:
        return placed(tr("Characters %1 to %2 of %3 are a quotation mark with a backslash before it."));
    case Detail::BearerPrefix:
        return placed(tr("Characters %1 to %2 of %3 are \"Bearer\", which belongs to the request header."));
    case Detail::HeaderName:
        return placed(tr("Characters %1 to %2 of %3 are the name of a request header."));
    case Detail::Assignment:
        return placed(tr("Characters %1 to %2 of %3 are the name of a variable and what sets it."));
    case Detail::StructuredLine:
        return placed(tr("Characters %1 to %2 of %3 belong to a line of JSON or YAML."));
    case Detail::Brackets:
        return placed(tr("Characters %1 to %2 of %3 are brackets of a template."));
    case Detail::Label:
        return placed(tr("Characters %1 to %2 of %3 are words beside the key."));
    case Detail::PercentEncoded:
        return placed(tr("Characters %1 to %2 of %3 are a key in percent-encoding, as in web addresses."));
    case Detail::Base64Encoded:
        return placed(tr("Characters %1 to %2 of %3 are a key encoded in base64."));
    case Detail::HexEncoded:
        return placed(tr("Characters %1 to %2 of %3 are a key written in hexadecimal digits."));
    case Detail::LiteralEscape:
        return placed(tr("Characters %1 to %2 of %3 are a hidden character written out, such as \\n."));
    case Detail::Repeated:
        return placed(tr("Characters %1 to %2 of %3 are the same key once more."));
    default:
        return placed(tr("Characters %1 to %2 of %3 do not belong to the key."));
    }
}

QString FindingWords::wholeSentence(const Finding &finding)
{
    switch (finding.detail) {
    case Detail::Nothing:
        return tr("There is no key: the text is empty.");
    case Detail::OnlyBlanks:
        return tr("There is no key: nothing is left when blanks, quotes and the like are taken away.");
    case Detail::PlaceholderWords:
        return tr("These are the words of an example, which stand where the key should be.");
    case Detail::VariableReference:
        return tr("This is the name of a variable, which nothing has replaced by its value.");
    case Detail::MaskedValue:
        return tr("This is a masked key: stars, dots or the letter x stand where its characters were.");
    case Detail::ShortenedValue:
        return tr("This is a shortened key: dots stand where a part of it was left out.");
    case Detail::EmptyWord:
        return tr("This is the word that a program writes when it has no value.");
    case Detail::ServicePrefix:
        //: %1: the name of a service, "Anthropic"
        return tr("The text begins as the keys of %1 do, not as Cohere's.").arg(finding.text);
    case Detail::ServiceShape:
        //: %1: the name of a service or of a kind of token, "OpenAI", "JWT", "UUID"
        return tr("The text has a shape that is not usual for Cohere's keys: %1.").arg(finding.text);
    case Detail::UnusualLength:
        return tr("The key is not 40 characters long, as Cohere's keys usually are.");
    default:
        return tr("The key has other characters than the letters and digits of which Cohere's keys usually consist.");
    }
}

QString FindingWords::advice(const Finding &finding)
{
    switch (finding.action) {
    case Action::Remove:
        return finding.length == 1 ? tr("It does not belong to the key and can be removed.")
                                   : tr("They do not belong to the key and can be removed.");
    case Action::Decode:
        return tr("It can be turned back into the key itself.");
    case Action::CopyAgain:
        return tr("Nobody can know which character belongs here: copy the key again from where it was made.");
    case Action::UseRealKey:
        return tr("Put your own Cohere key here. You find your keys at %1.")
            .arg(QStringLiteral("https://dashboard.cohere.com/api-keys"));
    case Action::None:
        return tr("This is only a hint. Keys of another shape can be right, for example behind a gateway.");
    }
    Q_UNREACHABLE();
}

QString FindingWords::position(char32_t codePoint, qsizetype offset, qsizetype keyLength)
{
    const QString place = QString::number(offset + 1);
    const QString length = QString::number(keyLength);
    if (inspect::isInvalidByte(codePoint)) {
        //: Read aloud. %1 of %2: the place in the key; %3: "0xFF"
        return tr("character %1 of %2: a byte that is not text in UTF-8, %3").arg(place, length, byteText(codePoint));
    }
    //: Read aloud. %1 of %2: the place in the key; %3: a Unicode name in lower case; %4: "U+200B"
    return tr("character %1 of %2: %3, %4")
        .arg(place, length, inspect::characterName(codePoint).toLower(), inspect::codePointText(codePoint));
}

QString FindingWords::summary(const inspect::Inspection &inspection)
{
    const std::vector<Finding> &findings = inspection.findings;
    if (!inspection.hasFindings()) {
        return findings.empty() ? tr("The key has no hidden characters.")
                                : tr("The key has no hidden characters, but an unusual shape.");
    }
    for (const FindingKind kind :
        {FindingKind::KeyMissing, FindingKind::PlaceholderKey, FindingKind::OtherServiceKey}) {
        const auto found = std::find_if(
            findings.begin(), findings.end(), [kind](const Finding &finding) { return finding.kind == kind; });
        if (found != findings.end())
            return brief(*found, inspection.length);
    }
    const qsizetype count = inspection.findingCount - (inspection.has(FindingKind::UnusualShape) ? 1 : 0);
    if (count == 1)
        return brief(
            findings.front().kind == FindingKind::UnusualShape ? findings.back() : findings.front(), inspection.length);
    const int number = static_cast<int>(count);
    if (std::any_of(findings.begin(), findings.end(), [](const Finding &finding) { return finding.length != 1; }))
        return tr("%n things were found that do not belong to the key.", nullptr, number);
    return tr("%n characters do not belong to the key.", nullptr, number);
}

} // namespace words
