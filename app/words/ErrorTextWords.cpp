// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ErrorTextWords.h"

#include "inspect/CharacterName.h"
#include "words/Count.h"
#include "words/FindingWords.h"
#include "words/Visible.h"

namespace words {

using diagnosis::EvidenceItem;
using diagnosis::Fact;

QString ErrorTextWords::sentence(const EvidenceItem &item)
{
    switch (item.fact) {
    case Fact::TextSays:
        //: %1 is the number of a line in the error text, %2 are words of it
        return tr("The text says, in line %1: “%2”").arg(QString::number(item.number), visible(item.detail));
    case Fact::TextNamesCharacter:
        return item.finding ? character(*item.finding, item.number == 1) : QString();
    case Fact::TextOfOtherService:
        //: %1 is the number of a line in the error text, %2 is the name of a service such as OpenAI, %3 are its words
        return tr("What stands in line %1 is not Cohere's, but from %2: “%3”")
            .arg(QString::number(item.number), item.name, visible(item.detail));
    case Fact::TextNamesOldClass:
        //: %1 and %2 are names of Python classes
        return tr("%1 stands in old examples and in no current SDK. The class is called %2 now.")
            .arg(item.name, item.detail);
    case Fact::KeyWorksHereNotThere:
        return tr("The key that was tested here works. So your program uses another one, or none.");
    case Fact::TextHeldKeys:
        return heldKeys(countOf(item.number));
    default:
        return {};
    }
}

QString ErrorTextWords::character(const inspect::Finding &finding, bool placeKnown)
{
    const QString name =
        inspect::codePointText(finding.codePoint) + QLatin1Char(' ') + inspect::characterName(finding.codePoint);
    const QString origin = FindingWords::origin(finding);
    if (!placeKnown) {
        //: %1 is a code point and its Unicode name, %2 a sentence that says how such a character gets into a key
        return tr("The text names a character in the key, %1. %2").arg(name, origin);
    }
    //: %1 is a number, %2 a code point and its Unicode name, %3 a sentence that says how such a character gets into a
    //: key
    return tr("Character %1 of the key is %2. %3").arg(QString::number(finding.offset + 1), name, origin);
}

QString ErrorTextWords::heldKeys(int count)
{
    if (count <= 0)
        return {};
    return tr("The text shows %n key(s). They are masked here, but the text itself still has them: replace each key "
              "that others can read there.",
        nullptr, count);
}

QString ErrorTextWords::quote(int line, const QString &text)
{
    //: %1 is the number of a line, %2 are words that stand in it
    return tr("Line %1: “%2”").arg(QString::number(line), visible(text));
}

} // namespace words
