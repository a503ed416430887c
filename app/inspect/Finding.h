// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace inspect {

/// The id under which a finding is reported (words/Ids gives its text, "hidden-characters" and so on).
enum class FindingKind {
    KeyMissing,
    HiddenCharacters,
    LookalikeCharacters,
    WrappedKey,
    PlaceholderKey,
    OtherServiceKey,
    UnusualShape, ///< a hint alone, never a cause by itself
};

/// What exactly was seen. One finding has one detail; words/FindingWords has a sentence for each.
enum class Detail {
    // KeyMissing
    Nothing, ///< no bytes at all
    OnlyBlanks, ///< nothing but characters that Cleaner removes
    // HiddenCharacters
    LineBreak,
    Blank,
    ZeroWidth,
    DirectionMark,
    BlankLetter,
    VariationSelector,
    TagCharacters, ///< a run; Finding::text is the ASCII it spells
    ControlCharacter,
    TerminalResidue, ///< ESC[200~, ESC[…m: a run; also without its ESC
    InvalidUtf8, ///< a byte that is not UTF-8; Finding::codePoint is the byte
    Utf16Text, ///< the whole text is UTF-16, as PowerShell 5 writes it
    /// "Â ", "â€œ", "ï»¿": UTF-8 that was read as Latin-1; a run. Finding::text is what it was, "U+00A0".
    /// Action::CopyAgain where that was a visible character within the key.
    MisreadCharacters,
    // LookalikeCharacters
    OtherScript, ///< Finding::text is the ASCII letter that it resembles, where known
    MathematicalLetter,
    FullwidthForm,
    CurlyQuote, ///< Action::Remove at the ends of the key, CopyAgain within it
    Dash,
    Ellipsis,
    BoxDrawing, ///< Action::Remove at the ends of the key, CopyAgain within it
    ReplacementCharacter,
    OtherCharacter, ///< any other character above U+007E
    // WrappedKey
    Quotes,
    Backticks,
    BearerPrefix,
    HeaderName, ///< "Authorization:", "X-API-Key:"
    Assignment, ///< "NAME=", "export NAME=", "set NAME=", "$env:NAME ="
    StructuredLine, ///< a JSON or YAML line
    TrailingPunctuation, ///< "," or ";"
    Brackets, ///< "<…>", "{{…}}", "${…}" around a key
    Label, ///< words before the key, in any script, or a comment behind it
    PercentEncoded,
    Base64Encoded,
    HexEncoded,
    LiteralEscape, ///< "\n", "\r", "\u200b" written out
    Repeated, ///< the key stands there twice or more; the finding is what is too much
    // PlaceholderKey
    PlaceholderWords, ///< YOUR_API_KEY and the like
    VariableReference, ///< $NAME, ${NAME}, %NAME%, {{NAME}}: a name that nothing has replaced
    MaskedValue, ///< ****, ••••
    ShortenedValue, ///< abc…xyz, abc...xyz
    EmptyWord, ///< None, null, undefined
    // OtherServiceKey: Finding::text names the service
    ServicePrefix, ///< a prefix that only this service uses
    ServiceShape, ///< a shape that several services share: JWT, UUID, a short prefix
    // UnusualShape
    UnusualLength,
    UnusualCharacters,
};

/// What the user can do about it.
enum class Action {
    Remove, ///< "remove": Cleaner takes it away, and a test proves it
    Decode, ///< "decode": Cleaner undoes an encoding, and a test proves it
    CopyAgain, ///< "copy-again": nobody can know which character belongs here
    UseRealKey, ///< "use-real-key": what stands here is no key, or another service's
    None, ///< "none": a hint
};

/// One thing seen in a key. Positions count Unicode code points from 0.
struct Finding {
    FindingKind kind = FindingKind::HiddenCharacters;
    Detail detail = Detail::Blank;
    qsizetype offset = 0;
    qsizetype length = 1;
    char32_t codePoint = 0; ///< the character, where length is 1, or the first of a run of one class; else 0
    Action action = Action::Remove;
    QString text; ///< never a part of the key: a decoded tag text, a service's name, a resembled letter, "U+00A0"

    friend bool operator==(const Finding &, const Finding &) = default;
};

} // namespace inspect
