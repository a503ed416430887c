// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/InspectionRows.h"

#include "inspect/KeyText.h"

#include <iterator>

namespace inspectionrows {

namespace {

using inspect::Action;
using inspect::Detail;
using inspect::Finding;
using inspect::FindingKind;
using testkeys::good;

constexpr qsizetype keyLength = 40;

QByteArray utf8(char32_t codePoint)
{
    return QByteArray::fromStdString(inspect::encodeUtf8(std::u32string(1, codePoint)));
}

Finding hidden(Detail detail, qsizetype offset, char32_t codePoint, qsizetype length = 1, const char *text = "")
{
    return {FindingKind::HiddenCharacters, detail, offset, length, codePoint, Action::Remove, QString::fromUtf8(text)};
}

Finding lookalike(
    Detail detail, qsizetype offset, char32_t codePoint, const char *text = "", Action action = Action::CopyAgain)
{
    return {FindingKind::LookalikeCharacters, detail, offset, 1, codePoint, action, QString::fromUtf8(text)};
}

/// A wrapper of several characters, or with `codePoint` of one.
Finding wrapper(Detail detail, qsizetype offset, qsizetype length, char32_t codePoint = 0)
{
    return {FindingKind::WrappedKey, detail, offset, length, codePoint, Action::Remove, {}};
}

Finding encoded(Detail detail, qsizetype offset, qsizetype length)
{
    return {FindingKind::WrappedKey, detail, offset, length, 0, Action::Decode, {}};
}

Finding notAKey(FindingKind kind, Detail detail, qsizetype offset, qsizetype length, const char *text = "")
{
    return {kind, detail, offset, length, 0, Action::UseRealKey, QString::fromUtf8(text)};
}

Finding placeholder(Detail detail, qsizetype length, qsizetype offset = 0)
{
    return notAKey(FindingKind::PlaceholderKey, detail, offset, length);
}

Finding shape(Detail detail, qsizetype length, qsizetype offset = 0)
{
    return {FindingKind::UnusualShape, detail, offset, length, 0, Action::None, {}};
}

/// What stands in the middle of a key.
QByteArray inside(const QByteArray &text)
{
    return good.first(11) + text + good.sliced(11);
}

/// One such character at the end, at the beginning, and within the key.
void addHidden(std::vector<Row> &rows, Detail detail, char32_t codePoint)
{
    const QByteArray name = QByteArray::number(codePoint, 16);
    rows.push_back({name + " at the end", good + utf8(codePoint), {hidden(detail, keyLength, codePoint)}, good});
    rows.push_back({name + " at the beginning", utf8(codePoint) + good, {hidden(detail, 0, codePoint)}, good});
    rows.push_back({name + " within", inside(utf8(codePoint)), {hidden(detail, 11, codePoint)}, good});
}

Row wrapped(const QByteArray &name, const QByteArray &before, const QByteArray &after, std::vector<Finding> findings)
{
    return {name, before + good + after, std::move(findings), good};
}

} // namespace

std::vector<Row> hiddenCharacters()
{
    std::vector<Row> rows;
    struct Class {
        Detail detail;
        std::vector<char32_t> codePoints;
    };
    const std::vector<Class> classes = {
        {Detail::LineBreak, {0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029}},
        {Detail::Blank,
            {0x09, 0x20, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009,
                0x200a, 0x202f, 0x205f, 0x3000}},
        {Detail::ZeroWidth,
            {0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad, 0x34f, 0x61c, 0x180e, 0x2061, 0x2062, 0x2063, 0x2064, 0x206a,
                0x206b, 0x206c, 0x206d, 0x206e, 0x206f, 0xfff9, 0x2065}},
        {Detail::DirectionMark,
            {0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069}},
        {Detail::BlankLetter, {0x115f, 0x1160, 0x3164, 0xffa0, 0x2800}},
        {Detail::VariationSelector, {0x180b, 0xfe00, 0xfe0f, 0xe0100, 0xe01ef}},
        {Detail::ControlCharacter, {0x00, 0x01, 0x07, 0x08, 0x0e, 0x1b, 0x1f, 0x7f, 0x80, 0x84, 0x86, 0x9f}},
    };
    for (const auto &[detail, codePoints] : classes) {
        for (const char32_t codePoint : codePoints)
            addHidden(rows, detail, codePoint);
    }
    const QByteArray tags = utf8(0xe0001) + utf8(0xe0068) + utf8(0xe0069) + utf8(0xe007f);
    const auto line = [](qsizetype offset, char32_t c) { return hidden(Detail::LineBreak, offset, c); };
    const QByteArray marked = "\x1b[200~" + good + "\x1b[201~";
    const std::vector<Row> others = {
        {"echo", good + '\n', {line(40, 0x0a)}, good},
        {"CRLF", good + "\r\n", {line(40, 0x0d), line(41, 0x0a)}, good},
        {"tags spell a text", good + tags, {hidden(Detail::TagCharacters, 40, 0xe0001, 4, "hi")}, good},
        {"one tag within", inside(utf8(0xe0020)), {hidden(Detail::TagCharacters, 11, 0xe0020, 1, " ")}, good},
        {"bracketed paste", marked,
            {hidden(Detail::TerminalResidue, 0, 0x1b, 6), hidden(Detail::TerminalResidue, 46, 0x1b, 6)}, good},
        {"bracketed paste without its ESC", "[200~" + good + "[201~",
            {hidden(Detail::TerminalResidue, 0, U'[', 5), hidden(Detail::TerminalResidue, 45, U'[', 5)}, good},
        {"bracketed paste in caret notation", "^[[200~" + good + "^[[201~",
            {hidden(Detail::TerminalResidue, 0, U'^', 7), hidden(Detail::TerminalResidue, 47, U'^', 7)}, good},
        {"colours", "\x1b[1;31m" + good + "\x1b[0m\x1b[K",
            {hidden(Detail::TerminalResidue, 0, 0x1b, 7), hidden(Detail::TerminalResidue, 47, 0x1b, 4),
                hidden(Detail::TerminalResidue, 51, 0x1b, 3)},
            good},
        {"tput sgr0", good + "\x1b(B\x1b[m",
            {hidden(Detail::TerminalResidue, 40, 0x1b, 3), hidden(Detail::TerminalResidue, 43, 0x1b, 3)}, good},
        {"colour in one character", utf8(0x9b) + "31m" + good, {hidden(Detail::TerminalResidue, 0, 0x9b, 4)}, good},
        {"byte FF at the end", good + '\xff', {hidden(Detail::InvalidUtf8, 40, 0xff)}, good},
        {"Latin-1 no-break space", good + '\xa0', {hidden(Detail::InvalidUtf8, 40, 0xa0)}, good},
        {"half a character", "\xe2\x80" + good,
            {hidden(Detail::InvalidUtf8, 0, 0xe2), hidden(Detail::InvalidUtf8, 1, 0x80)}, good},
        {"NBSP read as Latin-1", inside("\u00c2\u00a0"), {hidden(Detail::MisreadCharacters, 11, 0xc2, 2, "U+00A0")},
            good},
        {"NBSP read as Latin-1, blank", good + "\u00c2 ", {hidden(Detail::MisreadCharacters, 40, 0xc2, 2, "U+00A0")},
            good},
        {"ZWSP read as Windows-1252", "\u00e2\u20ac\u2039" + good,
            {hidden(Detail::MisreadCharacters, 0, 0xe2, 3, "U+200B")}, good},
        {"ZWSP read as Latin-1", "\u00e2" + utf8(0x80) + utf8(0x8b) + good,
            {hidden(Detail::MisreadCharacters, 0, 0xe2, 3, "U+200B")}, good},
        {"BOM read as Latin-1", "\u00ef\u00bb\u00bf" + good, {hidden(Detail::MisreadCharacters, 0, 0xef, 3, "U+FEFF")},
            good},
        {"curly quotes read as Windows-1252", "\u00e2\u20ac\u0153" + good + "\u00e2\u20ac" + utf8(0x9d),
            {hidden(Detail::MisreadCharacters, 0, 0xe2, 3, "U+201C"),
                hidden(Detail::MisreadCharacters, 43, 0xe2, 3, "U+201D")},
            good},
        {"closing quote that lost its last third", good + "\u00e2\u20ac",
            {hidden(Detail::MisreadCharacters, 40, 0xe2, 2, "U+201D")}, good},
        {"a visible character read as Latin-1, within", inside("\u00c3\u00a9"),
            {{FindingKind::HiddenCharacters, Detail::MisreadCharacters, 11, 2, 0xc3, Action::CopyAgain,
                QStringLiteral("U+00E9")}},
            inside("\u00c3\u00a9")},
    };
    rows.insert(rows.end(), others.begin(), others.end());
    return rows;
}

std::vector<Row> lookalikes()
{
    struct Case {
        char32_t codePoint;
        Detail detail;
        const char *resembles;
    };
    const std::vector<Case> cases = {{0x430, Detail::OtherScript, "a"}, {0x415, Detail::OtherScript, "E"},
        {0x3bf, Detail::OtherScript, "o"}, {0x436, Detail::OtherScript, ""}, {0x5d0, Detail::OtherScript, ""},
        {0x4e2d, Detail::OtherScript, ""}, {0x28b, Detail::OtherCharacter, "v"}, {0xe9, Detail::OtherCharacter, "e"},
        {0x20ac, Detail::OtherCharacter, ""}, {0xfb00, Detail::OtherCharacter, ""},
        {0x1f600, Detail::OtherCharacter, ""}, {0xe000, Detail::OtherCharacter, ""},
        {0xffff, Detail::OtherCharacter, ""}, {0x1d400, Detail::MathematicalLetter, "A"},
        {0x1d7ce, Detail::MathematicalLetter, "0"}, {0x2102, Detail::MathematicalLetter, "C"},
        {0xff01, Detail::FullwidthForm, "!"}, {0xff1a, Detail::FullwidthForm, ":"},
        {0xff21, Detail::FullwidthForm, "A"}, {0xff5e, Detail::FullwidthForm, "~"}, {0x2018, Detail::CurlyQuote, ""},
        {0x201d, Detail::CurlyQuote, ""}, {0xab, Detail::CurlyQuote, ""}, {0x2010, Detail::Dash, "-"},
        {0x2014, Detail::Dash, "-"}, {0x2212, Detail::Dash, "-"}, {0x2026, Detail::Ellipsis, ""},
        {0x2500, Detail::BoxDrawing, ""}, {0x259f, Detail::BoxDrawing, ""}, {0xfffd, Detail::ReplacementCharacter, ""}};
    std::vector<Row> rows;
    for (const auto &[codePoint, detail, resembles] : cases) {
        const QByteArray text = inside(utf8(codePoint));
        rows.push_back(
            {QByteArray::number(codePoint, 16) + " within", text, {lookalike(detail, 11, codePoint, resembles)}, text});
    }
    const auto quote = [](qsizetype offset, char32_t c) {
        return lookalike(Detail::CurlyQuote, offset, c, "", Action::Remove);
    };
    const auto frame = [](qsizetype offset, char32_t c) {
        return lookalike(Detail::BoxDrawing, offset, c, "", Action::Remove);
    };
    const std::vector<Row> others = {
        wrapped("curly quotes around", "\u201c", "\u201d", {quote(0, 0x201c), quote(41, 0x201d)}),
        wrapped("curly quote before", "\u2018", "", {quote(0, 0x2018)}),
        wrapped("curly quote behind", "", "\u2019", {quote(40, 0x2019)}),
        wrapped("guillemets", "\u00ab", "\u00bb", {quote(0, 0xab), quote(41, 0xbb)}),
        wrapped("terminal frame", "\u2502", "\u2502", {frame(0, 0x2502), frame(41, 0x2502)}),
        {"whole key and an ellipsis", good + "\u2026", {lookalike(Detail::Ellipsis, 40, 0x2026)}, good + "\u2026"},
    };
    rows.insert(rows.end(), others.begin(), others.end());
    return rows;
}

std::vector<Row> wrappers()
{
    const auto pair = [](Detail detail, char32_t open, char32_t close) -> std::vector<Finding> {
        return {wrapper(detail, 0, 1, open), wrapper(detail, 41, 1, close)};
    };
    const auto before = [](const QByteArray &name, const QByteArray &text, Detail detail) {
        return wrapped(name, text, "", {wrapper(detail, 0, QString::fromUtf8(text).size())});
    };
    return {
        wrapped("double quotes", "\"", "\"", pair(Detail::Quotes, U'"', U'"')),
        wrapped("single quotes", "'", "'", pair(Detail::Quotes, U'\'', U'\'')),
        wrapped("opening quote alone", "\"", "", {wrapper(Detail::Quotes, 0, 1, U'"')}),
        wrapped("closing quote alone", "", "'", {wrapper(Detail::Quotes, 40, 1, U'\'')}),
        wrapped("two different quotes", "\"", "'", pair(Detail::Quotes, U'"', U'\'')),
        wrapped("escaped quotes", "\\\"", "\\\"", {wrapper(Detail::Quotes, 0, 2), wrapper(Detail::Quotes, 42, 2)}),
        wrapped("backticks", "`", "`", pair(Detail::Backticks, U'`', U'`')),
        wrapped("comma", "", ",", {wrapper(Detail::TrailingPunctuation, 40, 1, U',')}),
        wrapped("semicolon", "", ";", {wrapper(Detail::TrailingPunctuation, 40, 1, U';')}),
        before("Bearer", "Bearer ", Detail::BearerPrefix),
        before("bearer, two blanks", "bearer  ", Detail::BearerPrefix),
        before("Bearer and a no-break space", "Bearer\u00a0", Detail::BearerPrefix),
        before("Bearer and a colon", "Bearer:", Detail::BearerPrefix),
        before("Bearer without a blank", "Bearer", Detail::BearerPrefix),
        wrapped("Bearer twice", "Bearer Bearer ", "",
            {wrapper(Detail::BearerPrefix, 0, 7), wrapper(Detail::BearerPrefix, 7, 7)}),
        wrapped("header", "Authorization: Bearer ", "",
            {wrapper(Detail::HeaderName, 0, 15), wrapper(Detail::BearerPrefix, 15, 7)}),
        wrapped("header, Bearer twice", "Authorization: Bearer Bearer ", "",
            {wrapper(Detail::HeaderName, 0, 15), wrapper(Detail::BearerPrefix, 15, 7),
                wrapper(Detail::BearerPrefix, 22, 7)}),
        before("X-API-Key", "X-API-Key: ", Detail::HeaderName),
        before("x-api-key without a blank", "x-api-key:", Detail::HeaderName),
        wrapped("option of curl", "-H \"Authorization: Bearer ", "\"",
            {wrapper(Detail::HeaderName, 0, 3), wrapper(Detail::Quotes, 3, 1, U'"'), wrapper(Detail::HeaderName, 4, 15),
                wrapper(Detail::BearerPrefix, 19, 7), wrapper(Detail::Quotes, 66, 1, U'"')}),
        before("NAME=", "CO_API_KEY=", Detail::Assignment),
        before("NAME = ", "COHERE_API_KEY = ", Detail::Assignment),
        before("api_key=", "api_key=", Detail::Assignment),
        before("export", "export CO_API_KEY=", Detail::Assignment),
        before("export of any name", "export MYTHING=", Detail::Assignment),
        before("set", "set CO_API_KEY=", Detail::Assignment),
        before("setx", "setx CO_API_KEY ", Detail::Assignment),
        before("fish", "set -gx CO_API_KEY ", Detail::Assignment),
        before("Dockerfile", "ENV CO_API_KEY ", Detail::Assignment),
        before("PowerShell", "$env:CO_API_KEY = ", Detail::Assignment),
        before("PowerShell without blanks", "$Env:X=", Detail::Assignment),
        before("option of a command", "--api-key ", Detail::Assignment),
        wrapped("Python", "os.environ[\"CO_API_KEY\"] = \"", "\"",
            {wrapper(Detail::Assignment, 0, 27), wrapper(Detail::Quotes, 27, 1, U'"'),
                wrapper(Detail::Quotes, 68, 1, U'"')}),
        wrapped("set with quotes around all", "set \"CO_API_KEY=", "\"",
            {wrapper(Detail::Assignment, 0, 4), wrapper(Detail::Quotes, 4, 1, U'"'), wrapper(Detail::Assignment, 5, 11),
                wrapper(Detail::Quotes, 56, 1, U'"')}),
        wrapped("set with quotes around the value", "set CO_API_KEY=\"", "\"",
            {wrapper(Detail::Assignment, 0, 15), wrapper(Detail::Quotes, 15, 1, U'"'),
                wrapper(Detail::Quotes, 56, 1, U'"')}),
        wrapped("compose list", "- CO_API_KEY='", "'",
            {wrapper(Detail::StructuredLine, 0, 2), wrapper(Detail::Assignment, 2, 11),
                wrapper(Detail::Quotes, 13, 1, U'\''), wrapper(Detail::Quotes, 54, 1, U'\'')}),
        wrapped("YAML", "CO_API_KEY: '", "'",
            {wrapper(Detail::StructuredLine, 0, 12), wrapper(Detail::Quotes, 12, 1, U'\''),
                wrapper(Detail::Quotes, 53, 1, U'\'')}),
        wrapped("JSON object", "{\"apiKey\": \"", "\"},",
            {wrapper(Detail::StructuredLine, 0, 11), wrapper(Detail::Quotes, 11, 1, U'"'),
                wrapper(Detail::Quotes, 52, 1, U'"'), wrapper(Detail::StructuredLine, 53, 1, U'}'),
                wrapper(Detail::TrailingPunctuation, 54, 1, U',')}),
        wrapped("JSON line", "\"api key\": \"", "\",",
            {wrapper(Detail::StructuredLine, 0, 11), wrapper(Detail::Quotes, 11, 1, U'"'),
                wrapper(Detail::Quotes, 52, 1, U'"'), wrapper(Detail::TrailingPunctuation, 53, 1, U',')}),
        wrapped("JavaScript", "apiKey:\"", "\"",
            {wrapper(Detail::StructuredLine, 0, 7), wrapper(Detail::Quotes, 7, 1, U'"'),
                wrapper(Detail::Quotes, 48, 1, U'"')}),
        wrapped("PHP", "'api_key' => '", "',",
            {wrapper(Detail::StructuredLine, 0, 13), wrapper(Detail::Quotes, 13, 1, U'\''),
                wrapper(Detail::Quotes, 54, 1, U'\''), wrapper(Detail::TrailingPunctuation, 55, 1, U',')}),
        wrapped("end of a JSON line", "", "\"},",
            {wrapper(Detail::Quotes, 40, 1, U'"'), wrapper(Detail::Brackets, 41, 1, U'}'),
                wrapper(Detail::TrailingPunctuation, 42, 1, U',')}),
        wrapped("angle brackets", "<", ">", pair(Detail::Brackets, U'<', U'>')),
        wrapped("braces", "{", "}", pair(Detail::Brackets, U'{', U'}')),
        wrapped("percent signs", "%", "%", pair(Detail::Brackets, U'%', U'%')),
        wrapped(
            "dollar and braces", "${", "}", {wrapper(Detail::Brackets, 0, 2), wrapper(Detail::Brackets, 42, 1, U'}')}),
        wrapped("double braces", "{{", "}}", {wrapper(Detail::Brackets, 0, 2), wrapper(Detail::Brackets, 42, 2)}),
        wrapped("double braces, blanks", "{{ ", " }}",
            {wrapper(Detail::Brackets, 0, 2), hidden(Detail::Blank, 2, U' '), hidden(Detail::Blank, 43, U' '),
                wrapper(Detail::Brackets, 44, 2)}),
        wrapped("brace left behind", "", "}", {wrapper(Detail::Brackets, 40, 1, U'}')}),
        wrapped("dollar left before", "$", "", {wrapper(Detail::Brackets, 0, 1, U'$')}),
        before("label", "API key: ", Detail::Label),
        before("label in Chinese, fullwidth colon", "\u5bc6\u94a5\uff1a", Detail::Label),
        before("label in Russian", "\u043a\u043b\u044e\u0447: ", Detail::Label),
        before("label with a dash", "key - ", Detail::Label),
        before("label without a separator", "my trial key\n", Detail::Label),
        before("bullet", "\u2022 ", Detail::Label),
        wrapped("comment", "", " # production", {wrapper(Detail::Label, 40, 13)}),
    };
}

std::vector<Row> encodings()
{
    const QByteArray base64 = good.toBase64();
    const QByteArray withLineFeed = (good + '\n').toBase64();
    const QByteArray hex = (good + "\u00a0").toHex();
    const auto escape = [](qsizetype offset, qsizetype length) {
        return wrapper(Detail::LiteralEscape, offset, length);
    };
    const QByteArray utf16 = QByteArray::fromStdString(std::string("\xff\xfe")) + [] {
        QByteArray units;
        for (const char letter : good)
            units.append(letter).append('\0');
        return units;
    }();
    QByteArray bigEndian;
    for (const char letter : good)
        bigEndian.append('\0').append(letter);
    const Finding wholeUtf16{FindingKind::HiddenCharacters, Detail::Utf16Text, 0, 40, 0, Action::Decode, {}};
    return {
        {"percent-encoded line feed", good + "%0A", {encoded(Detail::PercentEncoded, 0, 43)}, good},
        {"percent-encoded blank", "Bearer%20" + good, {encoded(Detail::PercentEncoded, 0, 49)}, good},
        {"percent-encoded twice", good + "%250A", {encoded(Detail::PercentEncoded, 0, 45)}, good},
        {"base64", base64, {encoded(Detail::Base64Encoded, 0, 56)}, good},
        {"base64 of a line", withLineFeed, {encoded(Detail::Base64Encoded, 0, 56)}, good},
        {"base64 without padding", base64.first(54), {encoded(Detail::Base64Encoded, 0, 54)}, good},
        {"base64 in quotes and a line feed", '"' + base64 + "\"\n",
            {wrapper(Detail::Quotes, 0, 1, U'"'), encoded(Detail::Base64Encoded, 1, 56),
                wrapper(Detail::Quotes, 57, 1, U'"'), hidden(Detail::LineBreak, 58, 0x0a)},
            good},
        {"hexadecimal", hex, {encoded(Detail::HexEncoded, 0, 84)}, good},
        {"hexadecimal with 0x", "0x" + hex.toUpper(), {encoded(Detail::HexEncoded, 0, 86)}, good},
        {"hexadecimal twice", hex.toHex(), {encoded(Detail::HexEncoded, 0, 168)}, good},
        {"hexadecimal five times", good.toHex().toHex().toHex().toHex().toHex(), {encoded(Detail::HexEncoded, 0, 1280)},
            good},
        {"written line feed", good + "\\n", {escape(40, 2)}, good},
        {"written CRLF", good + "\\r\\n", {escape(40, 2), escape(42, 2)}, good},
        {"written zero width space", "\\u200b" + good, {escape(0, 6)}, good},
        {"written byte", good + "\\x0a", {escape(40, 4)}, good},
        {"twice", good + good, {wrapper(Detail::Repeated, 40, 40)}, good},
        {"three times", good + good + good, {wrapper(Detail::Repeated, 40, 80)}, good},
        {"twice, on two lines", good + '\n' + good,
            {hidden(Detail::LineBreak, 40, 0x0a), wrapper(Detail::Repeated, 41, 40)}, good},
        {"UTF-16 with a byte order mark", utf16, {wholeUtf16}, good},
        {"UTF-16 without a byte order mark", utf16.sliced(2), {wholeUtf16}, good},
        {"UTF-16, the other order", bigEndian, {wholeUtf16}, good},
        {"UTF-16 cut at its line feed", bigEndian + '\0',
            {{FindingKind::HiddenCharacters, Detail::Utf16Text, 0, 41, 0, Action::Decode, {}},
                hidden(Detail::ControlCharacter, 40, 0)},
            good},
    };
}

std::vector<Row> placeholders()
{
    struct Case {
        Detail detail;
        std::vector<QByteArray> texts;
    };
    const std::vector<Case> cases = {
        {Detail::PlaceholderWords,
            {"YOUR_API_KEY", "your-cohere-api-key-here", "<your key>", "<YOUR_COHERE_API_KEY>", "API_KEY", "CO_API_KEY",
                "ACME_COHERE_API_KEY", "changeme", "insert key here", "yourapikey", "YourApiKeyHere", "test",
                "test-key-123", "example", "TODO", "[REDACTED]", "sk-xxx", "votre_cl\u00e9_api",
                "\u4f60\u7684API\u5bc6\u94a5", "\u0432\u0430\u0448 \u043a\u043b\u044e\u0447", "<api-key>",
                "<c\u00f4t\u00e9 cl\u00e9>"}},
        {Detail::VariableReference,
            {"${CO_API_KEY}", "$CO_API_KEY", "%CO_API_KEY%", "{{COHERE_API_KEY}}", "${{ secrets.CO_API_KEY }}",
                "{{ .Values.cohere.key }}", "${CO_API_KEY:-}", "$(cat key.txt)", "{api_key}", "process.env.CO_API_KEY",
                "os.environ[\"CO_API_KEY\"]", "op://Private/Cohere/credential", "${MY_COMPANY_COHERE_API_KEY}"}},
        {Detail::MaskedValue,
            {"****", "\u2022\u2022\u2022\u2022", "\u2022\u2022\u2022\u20263fQz", "xxxx", "XXXXXXXXXXXX", "****3fQz",
                "abcd************wxyz", "sk-xxxxxxxxxxxxxxxxxxxx"}},
        {Detail::ShortenedValue, {"...", "\u2026", "abc\u2026xyz", "abc...xyz", "TestKeyGood...", "sk-..."}},
        {Detail::EmptyWord,
            {"None", "null", "undefined", "nil", "NaN", "true", "False", "[object Object]", "(null)", "N/A"}},
    };
    std::vector<Row> rows;
    for (const auto &[detail, texts] : cases) {
        for (const QByteArray &text : texts)
            rows.push_back({text, text, {placeholder(detail, QString::fromUtf8(text).size())}, text});
    }
    rows.push_back({"placeholder in wrappers", "export CO_API_KEY=\"<your key>\"\n",
        {wrapper(Detail::Assignment, 0, 18), wrapper(Detail::Quotes, 18, 1, U'"'),
            placeholder(Detail::PlaceholderWords, 10, 19), wrapper(Detail::Quotes, 29, 1, U'"'),
            hidden(Detail::LineBreak, 30, 0x0a)},
        "<your key>"});
    return rows;
}

std::vector<Row> otherServices()
{
    struct Case {
        QByteArray text;
        Detail detail;
        const char *service;
    };
    const QByteArray letters = "MadeUpA1b2C3d4E5f6G7h8J9k0LmNpQrStUvWxYz";
    const std::vector<Case> cases = {
        {"sk-ant-api03-" + letters, Detail::ServicePrefix, "Anthropic"},
        {"sk-or-v1-" + letters, Detail::ServicePrefix, "OpenRouter"},
        {"sk-proj-" + letters, Detail::ServicePrefix, "OpenAI"},
        {"sk-" + letters, Detail::ServiceShape, "OpenAI"},
        {"hf_" + letters, Detail::ServicePrefix, "Hugging Face"},
        {"gsk_" + letters, Detail::ServicePrefix, "Groq"},
        {"pplx-" + letters, Detail::ServicePrefix, "Perplexity"},
        {"AIza" + letters.first(35), Detail::ServicePrefix, "Google"},
        {"ghp_" + letters, Detail::ServicePrefix, "GitHub"},
        {"github_pat_" + letters, Detail::ServicePrefix, "GitHub"},
        {"xai-" + letters, Detail::ServicePrefix, "xAI"},
        {"jina_" + letters, Detail::ServicePrefix, "Jina AI"},
        {"pa-" + letters, Detail::ServiceShape, "Voyage AI"},
        {"AKIAMADEUPMADEUP1234", Detail::ServicePrefix, "AWS"},
        {"xoxb-123456789012-" + letters.first(12), Detail::ServicePrefix, "Slack"},
        {letters.first(40) + letters.first(12) + "JQQJ9" + letters.first(27), Detail::ServicePrefix, "Azure AI"},
        {"eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWRlIHVwIn0.bWFkZS11cA", Detail::ServiceShape, "JWT"},
        {"123e4567-E89b-12d3-a456-426614174000", Detail::ServiceShape, "UUID"},
    };
    std::vector<Row> rows;
    for (const auto &[text, detail, service] : cases) {
        rows.push_back({text.first(6) + ' ' + service, text,
            {notAKey(FindingKind::OtherServiceKey, detail, 0, text.size(), service)}, text});
    }
    const QByteArray key = "sk-ant-" + letters;
    rows.push_back({"another service's key in quotes, with a line feed", '"' + key + "\"\n",
        {wrapper(Detail::Quotes, 0, 1, U'"'),
            notAKey(FindingKind::OtherServiceKey, Detail::ServicePrefix, 1, key.size(), "Anthropic"),
            wrapper(Detail::Quotes, 48, 1, U'"'), hidden(Detail::LineBreak, 49, 0x0a)},
        key});
    return rows;
}

std::vector<Row> missing()
{
    const auto onlyBlanks = [](qsizetype length) {
        return notAKey(FindingKind::KeyMissing, Detail::OnlyBlanks, 0, length);
    };
    return {
        {"nothing", "", {notAKey(FindingKind::KeyMissing, Detail::Nothing, 0, 0)}, ""},
        {"a line feed", "\n", {onlyBlanks(1), hidden(Detail::LineBreak, 0, 0x0a)}, ""},
        {"blanks", " \u00a0\u200b",
            {onlyBlanks(3), hidden(Detail::Blank, 0, U' '), hidden(Detail::Blank, 1, 0xa0),
                hidden(Detail::ZeroWidth, 2, 0x200b)},
            ""},
        {"quotes around nothing", "\"\"",
            {onlyBlanks(2), wrapper(Detail::Quotes, 0, 1, U'"'), wrapper(Detail::Quotes, 1, 1, U'"')}, ""},
        {"an assignment of nothing", "CO_API_KEY=", {onlyBlanks(11), wrapper(Detail::Assignment, 0, 11)}, ""},
        {"Bearer alone", "Bearer", {onlyBlanks(6), wrapper(Detail::BearerPrefix, 0, 6)}, ""},
    };
}

std::vector<Row> shapes()
{
    const QByteArray dashes = "Gateway-Key_0123456789-abcdefghij-ABCDEF";
    return {
        {"39 letters", good.first(39), {shape(Detail::UnusualLength, 39)}, good.first(39)},
        {"41 letters", good + 'x', {shape(Detail::UnusualLength, 41)}, good + 'x'},
        {"one letter", "q", {shape(Detail::UnusualLength, 1)}, "q"},
        {"40 with dashes", dashes, {shape(Detail::UnusualCharacters, 40)}, dashes},
        {"signs", "p@ss:w0rd!(with)=signs/and+more", {shape(Detail::UnusualCharacters, 31)},
            "p@ss:w0rd!(with)=signs/and+more"},
        {"padding of base64 that holds no key", "c29tZSBvdGhlciBieXRlczogAAECAw==",
            {shape(Detail::UnusualCharacters, 32)}, "c29tZSBvdGhlciBieXRlczogAAECAw=="},
        {"key= at the end of base64", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkakey=",
            {shape(Detail::UnusualCharacters, 40)}, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkakey="},
        {"a colon in a gateway's key", "tenant7:" + good, {shape(Detail::UnusualCharacters, 48)}, "tenant7:" + good},
        {"a shape hint beside a line feed", good.first(30) + '\n',
            {shape(Detail::UnusualLength, 30), hidden(Detail::LineBreak, 30, 0x0a)}, good.first(30)},
    };
}

std::vector<Row> mixtures()
{
    QByteArray columns;
    std::vector<Finding> breaks;
    for (qsizetype i = 0; i < good.size(); ++i) {
        if (i > 0) {
            breaks.push_back(hidden(Detail::LineBreak, 2 * i - 1, 0x0a));
            columns.append('\n');
        }
        columns.append(good[i]);
    }
    return {
        wrapped("export, quotes, Bearer and CRLF", "export CO_API_KEY=\"Bearer ", "\"\r\n",
            {wrapper(Detail::Assignment, 0, 18), wrapper(Detail::Quotes, 18, 1, U'"'),
                wrapper(Detail::BearerPrefix, 19, 7), wrapper(Detail::Quotes, 66, 1, U'"'),
                hidden(Detail::LineBreak, 67, 0x0d), hidden(Detail::LineBreak, 68, 0x0a)}),
        wrapped("byte order mark before an assignment", "\ufeffCO_API_KEY=", "",
            {hidden(Detail::ZeroWidth, 0, 0xfeff), wrapper(Detail::Assignment, 1, 11)}),
        wrapped("terminal frame with blanks", "\u2502 ", " \u2502",
            {lookalike(Detail::BoxDrawing, 0, 0x2502, "", Action::Remove), hidden(Detail::Blank, 1, U' '),
                hidden(Detail::Blank, 42, U' '), lookalike(Detail::BoxDrawing, 43, 0x2502, "", Action::Remove)}),
        wrapped("assignment and comment", "CO_API_KEY=", " # my key",
            {wrapper(Detail::Assignment, 0, 11), wrapper(Detail::Label, 51, 9)}),
        wrapped("quotes, and a dollar of a template", "\"${", "}\"",
            {wrapper(Detail::Quotes, 0, 1, U'"'), wrapper(Detail::Brackets, 1, 2),
                wrapper(Detail::Brackets, 43, 1, U'}'), wrapper(Detail::Quotes, 44, 1, U'"')}),
        {"one character a line", columns, breaks, good},
        {"a blank at the end and a look-alike within", inside("\u0430") + ' ',
            {lookalike(Detail::OtherScript, 11, 0x430, "a"), hidden(Detail::Blank, 41, U' ')}, inside("\u0430")},
        // Taking the first away brings together what makes the second.
        {"a wrongly decoded character with a hidden one in it", "\u00e2\u200b\u20ac\u2039" + good,
            {hidden(Detail::MisreadCharacters, 0, 0xe2, 4, "U+200B"), hidden(Detail::ZeroWidth, 1, 0x200b)}, good},
    };
}

std::vector<Row> innocent()
{
    const QByteArray sayings[] = {good, testkeys::other, "PracticeKeyWorks000000000000000000000000",
        "PracticeKeyRejected000000000000000000000", "testkeytestexampleyourapikeyheretoken9Qz",
        "0000000000000000000000000000000000000000", "abcdefghijklmnopqrst0123456789abcdefghij",
        "abcdefghij0123456789abcdefghij0123456789", "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
        "BearerTokenKeyNoneNullTodoChangeMe012345", "exportsetBearerAuthorizationTestKey01234",
        "NDAgbGV0dGVycyB0aGF0IGFyZSBpbiBiYXNlNjQh", "3031323334353637383941424344454647484950",
        "AIzaKeyOfFortyLettersAndDigits0123456789"};
    std::vector<Row> rows;
    for (const QByteArray &saying : sayings)
        rows.push_back({saying, saying, {}, saying});
    return rows;
}

std::vector<Row> all()
{
    std::vector<Row> rows;
    for (std::vector<Row> part : {hiddenCharacters(), lookalikes(), wrappers(), encodings(), placeholders(),
             otherServices(), missing(), shapes(), mixtures(), innocent()})
        rows.insert(rows.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    return rows;
}

} // namespace inspectionrows
