// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/PlaceholderWords.h"

#include "inspect/Cursor.h"
#include "key/Wiped.h"

#include <unicode/uchar.h>

#include <array>
#include <vector>

namespace inspect {

namespace {

using View = std::u32string_view;

/// In lower case.
constexpr std::array words = {
    // English
    View(U"a"),
    View(U"abc"),
    View(U"access"),
    View(U"account"),
    View(U"actual"),
    View(U"add"),
    View(U"api"),
    View(U"apikey"),
    View(U"as"),
    View(U"auth"),
    View(U"bar"),
    View(U"be"),
    View(U"bearer"),
    View(U"blank"),
    View(U"cohere"),
    View(U"co"),
    View(U"change"),
    View(U"changeit"),
    View(U"changeme"),
    View(U"company"),
    View(U"copy"),
    View(U"default"),
    View(U"demo"),
    View(U"development"),
    View(U"dummy"),
    View(U"empty"),
    View(U"enter"),
    View(U"env"),
    View(U"example"),
    View(U"fake"),
    View(U"fill"),
    View(U"fixme"),
    View(U"foo"),
    View(U"foobar"),
    View(U"for"),
    View(U"from"),
    View(U"generated"),
    View(U"go"),
    View(U"goes"),
    View(U"has"),
    View(U"hello"),
    View(U"here"),
    View(U"hidden"),
    View(U"in"),
    View(U"insert"),
    View(U"invalid"),
    View(U"is"),
    View(U"it"),
    View(U"key"),
    View(U"keys"),
    View(U"live"),
    View(U"me"),
    View(U"missing"),
    View(U"mock"),
    View(U"model"),
    View(U"must"),
    View(U"my"),
    View(U"new"),
    View(U"no"),
    View(U"not"),
    View(U"of"),
    View(U"or"),
    View(U"our"),
    View(U"own"),
    View(U"password"),
    View(U"paste"),
    View(U"personal"),
    View(U"placeholder"),
    View(U"please"),
    View(U"private"),
    View(U"prod"),
    View(U"production"),
    View(U"provide"),
    View(U"put"),
    View(U"real"),
    View(U"redacted"),
    View(U"removed"),
    View(U"replace"),
    View(U"replaceme"),
    View(U"required"),
    View(U"rerank"),
    View(U"sample"),
    View(U"secret"),
    View(U"set"),
    View(U"sk"),
    View(U"some"),
    View(U"something"),
    View(U"string"),
    View(U"tbd"),
    View(U"test"),
    View(U"testing"),
    View(U"the"),
    View(U"this"),
    View(U"to"),
    View(U"todo"),
    View(U"token"),
    View(U"trial"),
    View(U"type"),
    View(U"update"),
    View(U"use"),
    View(U"user"),
    View(U"v"),
    View(U"valid"),
    View(U"value"),
    View(U"with"),
    View(U"world"),
    View(U"you"),
    View(U"your"),
    View(U"yours"),
    // other languages
    View(U"clé"),
    View(U"cle"),
    View(U"ici"),
    View(U"votre"),
    View(U"dein"),
    View(U"ihr"),
    View(U"hier"),
    View(U"schlüssel"),
    View(U"schluessel"),
    View(U"aquí"),
    View(U"aqui"),
    View(U"chave"),
    View(U"clave"),
    View(U"su"),
    View(U"sua"),
    View(U"tu"),
    View(U"chiave"),
    View(U"tua"),
    View(U"ваш"),
    View(U"ключ"),
    View(U"вставьте"),
    View(U"здесь"),
    View(U"你的"),
    View(U"您的"),
    View(U"密钥"),
    View(U"密鑰"),
    View(U"あなたの"),
    View(U"キー"),
};

constexpr std::size_t longestText = 100;

bool isWordCharacter(char32_t c)
{
    return c < 0x80 ? ascii::isAlphanumeric(c) : u_isalpha(static_cast<UChar32>(c)) != 0;
}

/// How many digits, or how many x, stand at the beginning: "123", "xxxx".
std::size_t fillerLength(View text)
{
    const auto count = [text](auto accepts) {
        const auto *const end = std::find_if_not(text.begin(), text.end(), accepts);
        return static_cast<std::size_t>(end - text.begin());
    };
    constexpr std::size_t mostDigits = 6; // more of them might be random
    constexpr std::size_t fewestX = 2;
    const std::size_t digits = count(ascii::isDigit);
    const std::size_t x = count([](char32_t c) { return c == U'x'; });
    return digits > 0 && digits <= mostDigits ? digits : x >= fewestX ? x : 0;
}

/// Whether a run of letters and digits, in lower case, can be divided into words and fillers, with one word at least.
bool isDivisible(View run)
{
    enum Reached : char { Nothing, Fillers, Words };
    std::vector<Reached> reached(run.size() + 1, Nothing); // what the text up to there consists of
    reached[0] = Fillers;
    for (std::size_t i = 0; i < run.size(); ++i) {
        if (reached[i] == Nothing)
            continue;
        for (const View word : words) {
            if (run.substr(i).starts_with(word))
                reached[i + word.size()] = Words;
        }
        const std::size_t filler = fillerLength(run.substr(i));
        if (filler > 0 && reached[i + filler] == Nothing)
            reached[i + filler] = reached[i];
    }
    return reached[run.size()] == Words;
}

} // namespace

bool isMadeOfPlaceholderWords(View text)
{
    if (text.size() > longestText)
        return false;
    key::Wiped<std::u32string> lower{std::u32string(text)};
    for (char32_t &c : lower.value)
        c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    bool anyWord = false;
    for (Cursor cursor(lower.value); !cursor.atEnd();) {
        cursor.read([](char32_t c) { return !isWordCharacter(c); });
        const View run = cursor.read(isWordCharacter);
        if (run.size() == fillerLength(run))
            continue;
        if (!isDivisible(run))
            return false;
        anyWord = true;
    }
    return anyWord;
}

} // namespace inspect
