// SPDX-License-Identifier: GPL-3.0-or-later
// How such things get into a key: the part of FindingWords that explains.
#include "words/FindingWords.h"

namespace words {

using inspect::Detail;
using inspect::Finding;
using inspect::FindingKind;

QString FindingWords::origin(const Finding &finding)
{
    switch (finding.kind) {
    case FindingKind::HiddenCharacters:
    case FindingKind::LookalikeCharacters:
        return hiddenOrigin(finding);
    case FindingKind::WrappedKey:
        return wrapperOrigin(finding);
    case FindingKind::KeyMissing:
        return tr("This happens where a variable or a secret is not set, or is set to nothing.");
    case FindingKind::PlaceholderKey:
        if (finding.detail == Detail::MaskedValue || finding.detail == Detail::ShortenedValue)
            return tr("Pages and logs show a key in this way to keep it safe. It cannot be used, nor completed.");
        if (finding.detail == Detail::VariableReference)
            return tr("This happens where a file is read by a program that does not fill in variables.");
        if (finding.detail == Detail::EmptyWord)
            return tr("This happens where a program writes a value that was never set.");
        return tr("It comes from an example, where your own key was to be put in.");
    case FindingKind::OtherServiceKey:
        return tr("This happens where the keys of several services stand side by side and the wrong one is copied.");
    case FindingKind::UnusualShape:
        return tr("Cohere does not document how its keys look. All that are known have 40 letters and digits.");
    }
    Q_UNREACHABLE();
}

QString FindingWords::hiddenOrigin(const Finding &finding)
{
    switch (finding.detail) {
    case Detail::LineBreak:
        if (finding.codePoint == 0x0d)
            return tr("Files with the line ends of Windows bring it along.");
        return tr("It comes from the end of a line: echo adds it, and so do files and secrets made from them.");
    case Detail::Blank:
        if (finding.codePoint == 0x20 || finding.codePoint == 0x09)
            return tr("It comes along when text is copied or typed with a blank too many.");
        return tr("It comes along when text is copied from a web page, a chat or a document.");
    case Detail::ZeroWidth:
        if (finding.codePoint == 0xfeff)
            return tr("It is a byte order mark, which some editors and PowerShell write at the beginning of a file.");
        return tr("It has no width and is not seen. It comes along when text is copied from a web page or a chat.");
    case Detail::DirectionMark:
        return tr("It sets the direction of text. It comes along when text is copied from a page or a chat.");
    case Detail::BlankLetter:
        return tr("It is a letter that shows as a blank. It comes along when text is copied from a chat or a game.");
    case Detail::VariationSelector:
        return tr("It chooses how the character before it is drawn. It comes along with emoji.");
    case Detail::TagCharacters:
        return tr("They are not seen, and can hide a text. Somebody may have put them there on purpose.");
    case Detail::ControlCharacter:
        return tr("It is a command for a device, not text. Terminals and broken files leave it behind.");
    case Detail::TerminalResidue:
        return tr("A terminal adds it when text is pasted or coloured.");
    case Detail::InvalidUtf8:
        return tr("It comes from a file in another encoding, or from a damaged one.");
    case Detail::Utf16Text:
        return tr("Windows PowerShell writes files like this, for example with \">\".");
    case Detail::MisreadCharacters:
        return tr("A program read the text in another encoding than the one in which it was written.");
    case Detail::OtherScript:
        return tr("It belongs to another script. It comes from another keyboard layout, a PDF or a fancy font.");
    case Detail::MathematicalLetter:
        return tr("It is a sign for formulas. It comes from a PDF or from a page with fancy letters.");
    case Detail::FullwidthForm:
        return tr("It is as wide as a Chinese character. Input methods for East Asian languages type it.");
    case Detail::CurlyQuote:
        return tr("Word processors and chats turn straight quotes into curly ones.");
    case Detail::Dash:
        return tr("Word processors and chats turn a hyphen into a dash.");
    case Detail::Ellipsis:
        return tr("A page shortened the key, and the shortened form was copied.");
    case Detail::BoxDrawing:
        return tr("It is a piece of a frame that a terminal program drew around the key.");
    case Detail::ReplacementCharacter:
        return tr("A program put it where it could not read a character.");
    default:
        return tr("It comes from another keyboard layout, a PDF or a fancy font.");
    }
}

QString FindingWords::wrapperOrigin(const Finding &finding)
{
    switch (finding.detail) {
    case Detail::Quotes:
        return tr("Quotes belong to a program or file. Docker's --env-file and cmd's set keep them as a part of the "
                  "key.");
    case Detail::Backticks:
        return tr("They mark code in chats and documents.");
    case Detail::BearerPrefix:
        return tr("The client adds \"Bearer\" by itself. With it in the key, it is sent twice.");
    case Detail::HeaderName:
        return tr("The whole header of a request was copied.");
    case Detail::Assignment:
        return tr("The whole line that sets the variable was copied.");
    case Detail::StructuredLine:
    case Detail::TrailingPunctuation:
        return tr("It was copied along from a settings file or a program.");
    case Detail::Brackets:
        return tr("They marked the place in an example or template where the key was to be put in.");
    case Detail::Label:
        return tr("The words beside the key were copied along.");
    case Detail::PercentEncoded:
        return tr("Web addresses and forms encode text like this.");
    case Detail::Base64Encoded:
        return tr("Kubernetes and other stores for secrets show values like this.");
    case Detail::HexEncoded:
        return tr("On macOS, \"security\" prints a value like this when it has a hidden character.");
    case Detail::LiteralEscape:
        return tr("A program or file wrote a line break or a hidden character in letters.");
    default:
        return tr("It was pasted twice, or added to what stood there.");
    }
}

} // namespace words
