// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/GuideWords.h"

#include "words/Count.h"
#include "words/ErrorTextWords.h"

namespace words {

using guide::Question;

QString GuideWords::question(Question question)
{
    switch (question) {
    case Question::WhatDoesItSay:
        return tr("What does the message say?");
    case Question::AccountWords:
        return tr("Which of these does the message speak of?");
    case Question::NetworkWords:
        return tr("What does the message say about the connection?");
    case Question::RequestWords:
        return tr("What does the message complain about?");
    case Question::PageWords:
        return tr("What does the page say, or which number stands on it?");
    case Question::CharacterKind:
        return tr("Which character does the message complain about?");
    case Question::WhoseName:
        return tr("Whose name stands in the message, or in the lines around it?");
    case Question::ForbiddenForm:
        return tr("Does the message look like a web page, or like one short line?");
    case Question::WorksElsewhere:
        return tr("Does the same key work anywhere else?");
    case Question::WorkedBefore:
        return tr("Has it worked before?");
    case Question::ChangedSinceStart:
        return tr("Was the key changed after the program, its terminal or its container had been started?");
    case Question::FailsWithWhat:
        return tr("Does it fail with every text, or only with some?");
    case Question::WhereKept:
        return tr("Where is the key kept that the program reads?");
    case Question::RightName:
        return tr("Does the key stand under exactly the name that the program reads, such as CO_API_KEY?");
    case Question::SecondKey:
        return tr("Is there a second key in another place, such as one under CO_API_KEY and one under COHERE_API_KEY?");
    case Question::HowCopied:
        return tr("How did the key get to where it is now?");
    case Question::WhatIsSeen:
        return tr("Somebody who may see the key looks at it and reads nothing out. What does it look like?");
    case Question::EnvLoaded:
        return tr("Does the program load the .env file when it starts?");
    case Question::TrialKey:
        return tr("Is it a trial key, one that costs nothing?");
    case Question::WhatIsBetween:
        return tr("What stands between the program and Cohere?");
    case Question::HeaderForm:
        return tr("Does the program send the key as “Authorization: Bearer”, followed by the key?");
    case Question::WebPagesOpen:
        return tr("Do web pages open in the browser of the same computer?");
    case Question::ClockRight:
        return tr("Does the computer show the right date, year and time?");
    case Question::WhichModel:
        return tr("Which model does the program ask for?");
    }
    return {};
}

namespace {

QStringList answersAboutMessage(Question question)
{
    switch (question) {
    case Question::WhatDoesItSay:
        return {GuideWords::tr("It says “no api key supplied”, or that a key or a variable is missing."),
            GuideWords::tr("It says “invalid api token”, “unauthorized”, or that the key is wrong."),
            GuideWords::tr("It speaks of an expired key, of permission, of payment, or of a limit."),
            GuideWords::tr("It speaks of the connection, a certificate, a proxy, or a name that is not found."),
            GuideWords::tr("It speaks of the model, the text, a field, or a single character."),
            GuideWords::tr("It is a whole web page, or the server speaks of trouble of its own, such as 500 or 503."),
            GuideWords::tr("There is no message, or it says none of these.")};
    case Question::AccountWords:
        return {GuideWords::tr("The key has expired."),
            GuideWords::tr("There were too many calls in a minute, or one should wait."),
            GuideWords::tr("The calls of a month are used up."),
            GuideWords::tr("A payment method is missing, or a spending limit is reached."),
            GuideWords::tr("It is forbidden, or a permission is missing.")};
    case Question::NetworkWords:
        return {GuideWords::tr("A proxy asks for a login, or the number 407 stands there."),
            GuideWords::tr("A certificate is not trusted, or it has expired."),
            GuideWords::tr("A name or a host is not found or not known."),
            GuideWords::tr("The connection was refused, was closed, or took too long."),
            GuideWords::tr("The address is wrong, or it lacks “http” or “https”.")};
    case Question::RequestWords:
        return {GuideWords::tr("A model is not found, or it was removed."),
            GuideWords::tr("The text was blocked, or the number 498 stands there."),
            GuideWords::tr("A field or a value of the request is not valid."),
            GuideWords::tr("A character cannot be sent, or a header is not valid."),
            GuideWords::tr("A page or a URL is not found.")};
    case Question::PageWords:
        return {GuideWords::tr("It asks one to sign in to a network."), GuideWords::tr("It says “Forbidden”, or 403."),
            GuideWords::tr("It says “Not Found” or “Unauthorized”."),
            GuideWords::tr("It names a number from 500 to 504.")};
    case Question::CharacterKind:
        return {GuideWords::tr("A line break or a blank, such as “\\n” or “\\r”."),
            GuideWords::tr("One that cannot be seen, such as “\\ufeff”, “\\u200b” or 65279."),
            GuideWords::tr("A letter, a quote or a dash that looks usual."),
            GuideWords::tr("Dots or stars, such as “…” or “\\u2026”.")};
    case Question::WhoseName:
        return {GuideWords::tr("Cohere's name."),
            GuideWords::tr("The name of another service, such as OpenAI, Azure or AWS."),
            GuideWords::tr("The name of a gateway, a proxy or a company, such as nginx.")};
    case Question::ForbiddenForm:
        return {GuideWords::tr("Like a web page, with signs such as <html>."), GuideWords::tr("Like one short line.")};
    default:
        return {};
    }
}

QStringList answersAboutHistory(Question question)
{
    switch (question) {
    case Question::WorksElsewhere:
        return {GuideWords::tr("Yes, with another program on the same computer."),
            GuideWords::tr("Yes, but only on another computer or in another network."),
            GuideWords::tr("No, it was tried elsewhere and works nowhere.")};
    case Question::WorkedBefore:
        return {GuideWords::tr("No, it has never worked."), GuideWords::tr("Yes, until the key was changed."),
            GuideWords::tr("Yes, until the network, the computer or the program was changed."),
            GuideWords::tr("Yes, until it stopped by itself."), GuideWords::tr("It works now and then.")};
    case Question::ChangedSinceStart:
        return {GuideWords::tr("Yes, the key was changed while they were running."),
            GuideWords::tr("No, all of them were started anew since then.")};
    case Question::FailsWithWhat:
        return {GuideWords::tr("It fails with every text."), GuideWords::tr("It fails only with some texts.")};
    default:
        return {};
    }
}

QStringList answersAboutPlace(Question question)
{
    switch (question) {
    case Question::WhereKept:
        return {GuideWords::tr("In a variable of the computer or of the terminal."), GuideWords::tr("In a .env file."),
            GuideWords::tr("In a container, or in the settings of a cloud or a build service."),
            GuideWords::tr("In the program's own settings, or in its code.")};
    case Question::RightName:
        return {GuideWords::tr("Yes, letter by letter."), GuideWords::tr("No, the name is another one."),
            GuideWords::tr("There is no key under any name.")};
    case Question::SecondKey:
        return {
            GuideWords::tr("Yes, there is another one, or an empty one."), GuideWords::tr("No, there is only one.")};
    case Question::HowCopied:
        return {GuideWords::tr("It was copied with the button on Cohere's page."),
            GuideWords::tr("It was copied out of a message, a document or a chat."),
            GuideWords::tr("It was typed, or it came with an example."),
            GuideWords::tr("It comes from the page of another company.")};
    case Question::WhatIsSeen:
        return {GuideWords::tr("It has 40 letters and digits, and nothing else."),
            GuideWords::tr("There are quotes, blanks, a name or the word Bearer around it."),
            GuideWords::tr("It is a word, or dots or stars, as in an example."),
            GuideWords::tr("It is longer or shorter, or has dashes or underscores in it."),
            GuideWords::tr("There is nothing to be seen.")};
    case Question::EnvLoaded:
        return {GuideWords::tr("Yes, it loads the file."), GuideWords::tr("No, nothing loads the file.")};
    case Question::TrialKey:
        return {GuideWords::tr("Yes, it is a trial key."), GuideWords::tr("No, it is a production key.")};
    default:
        return {};
    }
}

QStringList answersAboutRoute(Question question)
{
    switch (question) {
    case Question::WhatIsBetween:
        return {GuideWords::tr("Nothing, it calls Cohere from an ordinary network."),
            GuideWords::tr("Another address is set, such as that of a gateway or a cloud."),
            GuideWords::tr("The network of a company, a VPN, or a proxy."),
            GuideWords::tr("The network of a hotel, a train or a café.")};
    case Question::HeaderForm:
        return {GuideWords::tr("Yes, or one of Cohere's own libraries sends it."),
            GuideWords::tr("No, it sends it in another way.")};
    case Question::WebPagesOpen:
        return {GuideWords::tr("Yes, all of them."), GuideWords::tr("Only after a page on which one signs in."),
            GuideWords::tr("Only with warnings about security."), GuideWords::tr("No, none.")};
    case Question::ClockRight:
        return {GuideWords::tr("Yes, all of it is right."), GuideWords::tr("No, it is off.")};
    case Question::WhichModel:
        return {GuideWords::tr("One whose name begins with rerank-v3.5 or rerank-v4.0, or that ends with v3.0."),
            GuideWords::tr("An older one, such as rerank-english-v2.0, or one with another name.")};
    default:
        return {};
    }
}

} // namespace

QStringList GuideWords::answers(Question question)
{
    for (const QStringList &part : {answersAboutMessage(question), answersAboutHistory(question),
             answersAboutPlace(question), answersAboutRoute(question)}) {
        if (!part.isEmpty())
            return part;
    }
    return {};
}

QString GuideWords::unknown()
{
    return tr("I don't know");
}

QString GuideWords::said(const guide::Answered &answered)
{
    const QStringList all = answers(answered.question);
    if (answered.answer < 0 || answered.answer >= all.size())
        return {};
    //: %1 is a question, %2 the sentence that was chosen as its answer
    return tr("Asked “%1”, you chose: “%2”").arg(question(answered.question), all.at(answered.answer));
}

QString GuideWords::introduction()
{
    return tr("Nobody needs the key for this. Never read it out, and write no part of it down.");
}

QString GuideWords::left(qsizetype count)
{
    return tr("%n cause(s) still fit(s).", nullptr, countOf(count));
}

QString GuideWords::number(int number, int most)
{
    //: %1 and %2 are numbers: "question 2 of at most 7"
    return tr("question %1 of at most %2").arg(QString::number(number), QString::number(most));
}

QString GuideWords::textHint()
{
    return tr(
        "Paste all of it, the lines around the message too. It is read on this computer alone, and keys in it are "
        "masked.");
}

QString GuideWords::shownInPart()
{
    return tr("The text is long: all of it is read, and its end is shown.");
}

QString GuideWords::aboutText(const errortext::ErrorReading &reading, const QString &client)
{
    QStringList sentences;
    if (reading.keysMasked > 0)
        sentences.append(ErrorTextWords::heldKeys(reading.keysMasked));
    if (!client.isEmpty()) {
        //: %1 is the name of a program or library, such as "Cohere SDK for Python"
        sentences.append(tr("The text shows %1, so that client was chosen.").arg(client));
    }
    if (reading.cutOff)
        sentences.append(tr("The text is longer than 10 MB, so its end was not read."));
    return sentences.join(QLatin1Char(' '));
}

QString GuideWords::nothingRecognised()
{
    return tr(
        "Nothing in this text was recognised. Answer questions instead, or paste more of what the program prints.");
}

QString GuideWords::textIsEvidence()
{
    return tr("The message was recognised. The test takes it into account.");
}

} // namespace words
