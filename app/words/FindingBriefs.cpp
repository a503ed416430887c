// SPDX-License-Identifier: GPL-3.0-or-later
// The short lines of FindingWords.
#include "words/FindingWords.h"

#include "inspect/CharacterName.h"

namespace words {

using inspect::Action;
using inspect::Detail;
using inspect::Finding;
using inspect::FindingKind;

QString FindingWords::brief(const Finding &finding, qsizetype keyLength)
{
    switch (finding.kind) {
    case FindingKind::KeyMissing:
        return tr("There is no key.");
    case FindingKind::HiddenCharacters:
        return characterBrief(finding, keyLength);
    case FindingKind::LookalikeCharacters:
        return foreignBrief(finding, keyLength);
    case FindingKind::WrappedKey:
        return wrapperBrief(finding);
    case FindingKind::PlaceholderKey:
        return tr("This is a placeholder, not a key.");
    case FindingKind::OtherServiceKey:
        if (finding.detail == Detail::ServicePrefix) {
            //: %1: the name of a service, "Anthropic"
            return tr("This looks like a key of %1.").arg(finding.text);
        }
        //: %1: the name of a service or of a kind of token, "OpenAI", "JWT", "UUID"
        return tr("This does not look like a key of Cohere, but has the shape of another kind: %1.").arg(finding.text);
    case FindingKind::UnusualShape:
        return tr("The key has an unusual shape.");
    }
    Q_UNREACHABLE();
}

QString FindingWords::characterBrief(const Finding &finding, qsizetype keyLength)
{
    if (finding.detail == Detail::Utf16Text)
        return tr("The key is stored as UTF-16.");
    const QString what = noun(finding);
    //: In the three sentences: %1 is what was found, "a no-break space"
    if (finding.offset == 0)
        return tr("The key has %1 at its beginning.").arg(what);
    if (finding.offset + finding.length == keyLength)
        return tr("The key has %1 at its end.").arg(what);
    //: %2: the place, a number
    return tr("The key has %1 at character %2.").arg(what, QString::number(finding.offset + 1));
}

QString FindingWords::foreignBrief(const Finding &finding, qsizetype keyLength)
{
    const QString place = QString::number(finding.offset + 1);
    if (finding.detail == Detail::CurlyQuote && finding.action == Action::Remove)
        return tr("The key is in curly quotes.");
    if (finding.detail == Detail::BoxDrawing && finding.action == Action::Remove)
        return tr("The key has a piece of a frame around it.");
    if (finding.detail == Detail::Ellipsis)
        return tr("The key has an ellipsis in it, one character that looks like three dots.");
    if (!finding.text.isEmpty()) {
        //: %1: the place, a number; %2: one letter, digit or sign of ASCII
        return tr("Character %1 of the key only looks like \"%2\".").arg(place, finding.text);
    }
    return characterBrief(finding, keyLength);
}

QString FindingWords::wrapperBrief(const Finding &finding)
{
    switch (finding.detail) {
    case Detail::Quotes:
        return tr("The key is in quotes.");
    case Detail::Backticks:
        return tr("The key is in backticks.");
    case Detail::BearerPrefix:
        return tr("The key begins with \"Bearer\".");
    case Detail::HeaderName:
        return tr("The key has the name of a request header before it.");
    case Detail::Assignment:
        return tr("The key has the name of its variable before it.");
    case Detail::StructuredLine:
        return tr("The key has a piece of JSON or YAML around it.");
    case Detail::TrailingPunctuation:
        return tr("The key ends with a comma or semicolon.");
    case Detail::Brackets:
        return tr("The key is in brackets.");
    case Detail::Label:
        return tr("The key has words beside it.");
    case Detail::PercentEncoded:
        return tr("The key is in percent-encoding.");
    case Detail::Base64Encoded:
        return tr("The key is encoded in base64.");
    case Detail::HexEncoded:
        return tr("The key is written in hexadecimal digits.");
    case Detail::LiteralEscape:
        return tr("The key has a hidden character written out in it, such as \\n.");
    case Detail::Repeated:
        return tr("The key stands there more than once.");
    default:
        return tr("The key has something around it.");
    }
}

QString FindingWords::noun(const Finding &finding)
{
    switch (finding.detail) {
    case Detail::TagCharacters:
        return tr("invisible tag characters");
    case Detail::TerminalResidue:
        return tr("a control sequence of a terminal");
    case Detail::InvalidUtf8:
        return tr("a byte that is not text");
    case Detail::MisreadCharacters:
        return tr("a wrongly decoded character");
    case Detail::ReplacementCharacter:
        return tr("a mark for a lost character");
    case Detail::CurlyQuote:
        return tr("a curly quote");
    default:
        break;
    }
    //: In all of these: what stands in a key, within "The key has %1 at its end."
    switch (finding.codePoint) {
    case 0x00:
        return tr("a NUL character");
    case 0x09:
        return tr("a tab");
    case 0x0a:
        return tr("a line feed");
    case 0x0d:
        return tr("a carriage return");
    case 0x1b:
        return tr("an escape character");
    case 0x20:
        return tr("a blank");
    case 0xa0:
        return tr("a no-break space");
    case 0xad:
        return tr("a soft hyphen");
    case 0x200b:
        return tr("a zero width space");
    case 0x200c:
        return tr("a zero width non-joiner");
    case 0x200d:
        return tr("a zero width joiner");
    case 0x200e:
        return tr("a left-to-right mark");
    case 0x200f:
        return tr("a right-to-left mark");
    case 0x2028:
        return tr("a line separator");
    case 0x2060:
        return tr("a word joiner");
    case 0x3000:
        return tr("an ideographic space");
    case 0xfeff:
        return tr("a byte order mark");
    default:
        //: %1: "U+2009"; %2: a Unicode name
        return tr("%1 %2").arg(inspect::codePointText(finding.codePoint), inspect::characterName(finding.codePoint));
    }
}

} // namespace words
