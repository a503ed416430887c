// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ReportWords.h"

#include "inspect/CharacterName.h"
#include "report/CaseReport.h"
#include "report/SaveReport.h"
#include "words/Count.h"
#include "words/ProbeWords.h"
#include "words/TimeWords.h"
#include "words/Visible.h"

#include <QLocale>

#include <array>
#include <cstdlib>

namespace words {

QString ReportWords::verbSummary()
{
    return tr("test a key and write a report that is safe to share");
}

QString ReportWords::verbSynopsis()
{
    return tr("Usage: rerank-key report [SOURCE] [TARGET] [--client ID] [--project DIR] [--error FILE] [--system ID] "
              "[--format markdown|html|json]");
}

QString ReportWords::verbDescription()
{
    return tr("Makes the same test as check, and prints a report for whoever helps.\n"
              "%1\n"
              "Ends as check does: with 0 where the key works, 1 where the key or the account must change, 3 where\n"
              "something else must, 2 for wrong usage, 4 without a keychain, 5 where a file cannot be read.")
        .arg(promise());
}

QString ReportWords::formatOption()
{
    return tr("The format of the report: markdown (if none is given), html or json.");
}

QString ReportWords::wrongFormat()
{
    return tr("The format is not known. Use --format markdown, --format html or --format json.");
}

namespace {

QString spelledDigit(int digit)
{
    //: The digits from zero to nine as words, for reading a number aloud
    const std::array<QString, 10> words{ReportWords::tr("zero"), ReportWords::tr("one"), ReportWords::tr("two"),
        ReportWords::tr("three"), ReportWords::tr("four"), ReportWords::tr("five"), ReportWords::tr("six"),
        ReportWords::tr("seven"), ReportWords::tr("eight"), ReportWords::tr("nine")};
    return words.at(static_cast<std::size_t>(digit));
}

QString spelledLetter(int letter)
{
    //: The words for the letters A to Z on the telephone, separated by blanks, in the order of the alphabet. Where your
    //: language has words of its own that everybody uses, take those; exactly 26 words.
    const QStringList words =
        ReportWords::tr("Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima "
                        "Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey "
                        "X-ray Yankee Zulu")
            .split(u' ');
    return words.value(letter, QString(QChar(u'A' + letter)));
}

} // namespace

QString ReportWords::spelled(const QString &text)
{
    QStringList words;
    const QString upper = text.toUpper();
    for (const QChar c : upper) {
        if (c >= u'0' && c <= u'9')
            words.append(spelledDigit(c.unicode() - u'0'));
        else if (c >= u'A' && c <= u'Z')
            words.append(spelledLetter(c.unicode() - u'A'));
    }
    //: Between the words of a number that is read aloud
    return words.join(tr(", "));
}

QString ReportWords::spelledCaseNumber(const QString &caseNumber)
{
    // Everybody's begins with the same three letters.
    return spelled(caseNumber.section(u'-', 1));
}

QString ReportWords::language()
{
    //: The code of the language that you translate to, by BCP 47: "de", "pt-BR". It tells screen readers how to speak.
    return tr("en");
}

QString ReportWords::title(const QString &caseNumber)
{
    //: %1 is the number of the report, such as RKD-7QX4-M2PF
    return tr("Rerank Key Doctor, report %1").arg(caseNumber);
}

QString ReportWords::nextHeading()
{
    return tr("What to do next");
}

QString ReportWords::causesHeading()
{
    return tr("Causes, most likely first");
}

QString ReportWords::keyHeading()
{
    return tr("The key");
}

QString ReportWords::findingsHeading()
{
    return tr("What stands in the key");
}

QString ReportWords::placesHeading()
{
    return tr("Where keys were looked for");
}

QString ReportWords::triedHeading()
{
    return tr("What was tried");
}

QString ReportWords::routeHeading()
{
    return tr("The way to the service");
}

QString ReportWords::errorTextHeading()
{
    return tr("What the program's error text tells");
}

QString ReportWords::answersHeading()
{
    return tr("What the user answered");
}

QString ReportWords::circumstancesHeading()
{
    return tr("About this report");
}

QString ReportWords::label(Label label)
{
    //: In all of these: the heading of a column, or the name of a row of a table
    switch (label) {
    case Label::Name:
        return tr("What");
    case Label::Value:
        return tr("Value");
    case Label::Cause:
        return tr("Cause");
    case Label::Status:
        return tr("Status");
    case Label::Id:
        return tr("Id");
    case Label::Characters:
        return tr("Characters");
    case Label::Class:
        return tr("What it is");
    case Label::Character:
        return tr("Character");
    case Label::Act:
        return tr("What to do");
    case Label::Number:
        return tr("No.");
    case Label::Place:
        return tr("Place");
    case Label::Content:
        return tr("What is there");
    case Label::Fingerprint:
        return tr("Fingerprint");
    case Label::Findings:
        return tr("Findings");
    case Label::Use:
        return tr("Use");
    case Label::Tried:
        return tr("Test");
    case Label::Result:
        return tr("Result");
    case Label::Answer:
        return tr("Answer");
    case Label::AnsweredBy:
        return tr("Answered by");
    case Label::Line:
        return tr("Line");
    case Label::Message:
        return tr("Message");
    case Label::Length:
        return tr("Length");
    case Label::FingerprintAloud:
        return tr("Fingerprint, to read aloud");
    case Label::Cleaned:
        return tr("Without what does not belong to it");
    case Label::Host:
        return tr("Host");
    case Label::Proxy:
        return tr("Proxy");
    case Label::Issuer:
        return tr("Issuer of the certificate");
    case Label::Certificate:
        return tr("The certificate is");
    case Label::Clock:
        return tr("Clock of this computer");
    case Label::CaseNumber:
        return tr("Case number");
    case Label::CaseNumberAloud:
        return tr("Case number, to read aloud");
    case Label::Program:
        return tr("Program");
    case Label::System:
        return tr("System");
    case Label::Time:
        return tr("Time");
    case Label::Client:
        return tr("Client");
    case Label::KeysMasked:
        return tr("Keys in the text");
    }
    return {};
}

QString ReportWords::kind(inspect::FindingKind kind)
{
    //: In all of these: what is wrong with a key, in a table
    switch (kind) {
    case inspect::FindingKind::KeyMissing:
        return tr("no key");
    case inspect::FindingKind::HiddenCharacters:
        return tr("hidden characters");
    case inspect::FindingKind::LookalikeCharacters:
        return tr("characters that only look right");
    case inspect::FindingKind::WrappedKey:
        return tr("more than the key");
    case inspect::FindingKind::PlaceholderKey:
        return tr("a placeholder");
    case inspect::FindingKind::OtherServiceKey:
        return tr("another service's key");
    case inspect::FindingKind::UnusualShape:
        return tr("an unusual shape");
    }
    return {};
}

QString ReportWords::act(inspect::Action action)
{
    //: In all of these: what to do about something in a key, in a table
    switch (action) {
    case inspect::Action::Remove:
        return tr("remove it");
    case inspect::Action::Decode:
        return tr("decode it");
    case inspect::Action::CopyAgain:
        return tr("copy the key again");
    case inspect::Action::UseRealKey:
        return tr("put the real key there");
    case inspect::Action::None:
        return tr("nothing: this is a hint");
    }
    return {};
}

QString ReportWords::position(const report::ReportedFinding &finding, qsizetype keyLength)
{
    if (finding.length == 1) {
        //: A place in a key: %1 is the number of a character, %2 how many there are
        return tr("%1 of %2").arg(QString::number(finding.offset + 1), QString::number(keyLength));
    }
    //: Places in a key: %1 and %2 are numbers of characters, %3 how many there are
    return tr("%1 to %2 of %3")
        .arg(QString::number(finding.offset + 1), QString::number(finding.offset + finding.length),
            QString::number(keyLength));
}

QString ReportWords::content(const report::ReportedPlace &place)
{
    if (place.present)
        return length(place.length);
    if (place.reference)
        return tr("takes its value from elsewhere");
    if (place.kind == sources::PlaceKind::Keychain && place.set)
        return tr("an entry, not read");
    return place.set ? tr("set to nothing") : tr("not set");
}

QString ReportWords::use(const report::ReportedPlace &place)
{
    QStringList uses;
    if (place.tested)
        uses.append(tr("tested"));
    if (place.standing == sources::Standing::Wins)
        uses.append(tr("read by the client"));
    else if (place.standing == sources::Standing::Hidden)
        uses.append(tr("hidden by another place"));
    if (place.tracked)
        uses.append(tr("kept by git"));
    return uses.join(QStringLiteral(", "));
}

QString ReportWords::someProgram()
{
    return tr("a program");
}

QString ReportWords::said(int status, const QString &what, QLatin1String message)
{
    //: %1 is what an answer means, %2 words of its message, in English
    const QString text = message.isEmpty() ? what : tr("%1 (“%2”)").arg(what, message);
    //: %1 is an HTTP status such as 401, %2 what the answer means
    return status == 0 ? text : tr("%1: %2").arg(QString::number(status), text);
}

QString ReportWords::answer(const report::ReportedProbe &probe)
{
    if (probe.failure)
        return ProbeWords::failure(*probe.failure);
    return probe.status == 0 ? QString() : said(probe.status, meaning(probe.meaning), probe.message);
}

QString ReportWords::answerer(const report::ReportedProbe &probe)
{
    QStringList who;
    if (!probe.gateway.isEmpty())
        who.append(probe.gateway);
    else if (probe.answerer == probe::Answerer::Cohere)
        who.append(tr("the service"));
    else if (probe.answerer == probe::Answerer::SomethingInFront)
        who.append(tr("something in front of the service"));
    else if (probe.answerer == probe::Answerer::Unclear)
        who.append(tr("not known"));
    for (const QLatin1String product : probe.passedBy) {
        //: %1 is the name of a product that an answer came through, such as Cloudflare
        who.append(tr("through %1").arg(product));
    }
    return who.join(QStringLiteral(", "));
}

QString ReportWords::host(const report::ReportedRoute &route)
{
    if (route.practice)
        return tr("the practice endpoint");
    if (!route.cohereHost.isEmpty())
        return route.cohereHost;
    if (probe::isOfCohere(route.endpoint))
        return tr("another host of Cohere's");
    return route.endpoint == probe::EndpointKind::ThisComputer ? tr("this computer") : tr("another host");
}

QString ReportWords::proxy(const report::ReportedRoute &route)
{
    if (!route.proxyUsed)
        return tr("none");
    if (route.proxySocks)
        return route.proxyLogin ? tr("yes (SOCKS, with a login)") : tr("yes (SOCKS)");
    return route.proxyLogin ? tr("yes (HTTP, with a login)") : tr("yes (HTTP)");
}

QString ReportWords::clock(qint64 secondsAhead)
{
    if (secondsAhead == 0)
        return tr("the same as the server's");
    const QString length = aboutDuration(std::abs(secondsAhead));
    //: %1 is a length of time, such as "12 minutes"
    return secondsAhead > 0 ? tr("%1 ahead of the server's").arg(length) : tr("%1 behind the server's").arg(length);
}

QString ReportWords::length(qsizetype codePoints)
{
    return tr("%n character(s)", nullptr, countOf(codePoints));
}

QString ReportWords::noKey()
{
    return tr("There was no key to test.");
}

QString ReportWords::noKeyAtHand()
{
    return tr("Nobody had the key at hand: this comes from the error text and from answers.");
}

QString ReportWords::cleaned(qsizetype codePoints, const QString &fingerprint)
{
    //: %1 is "40 characters", %2 a fingerprint, such as 9c1f-42ab
    return fingerprint.isEmpty() ? length(codePoints) : tr("%1, fingerprint %2").arg(length(codePoints), fingerprint);
}

QString ReportWords::moreFindings(qsizetype count)
{
    return tr("%n further finding(s) are not listed.", nullptr, countOf(count));
}

QString ReportWords::unknownClient()
{
    return tr("not known");
}

QString ReportWords::programAndVersion(const QString &program, const QString &version)
{
    //: %1 is the name of a program or library, %2 its version
    return tr("%1, version %2").arg(program, version);
}

QString ReportWords::promise()
{
    return tr(
        "Never in it: the key or any part of it, host names of others, proxy logins, organisation ids, and the names "
        "of people and folders.");
}

QString ReportWords::saved(const QString &file)
{
    //: %1 is the path of a file
    return tr("The report was saved as %1.").arg(visible(file));
}

QString ReportWords::notSaved(report::SaveFailure failure)
{
    switch (failure) {
    case report::SaveFailure::IsFolder:
        return tr("That is the name of a folder. Choose a name for the file.");
    case report::SaveFailure::NoFolder:
        return tr("The folder for that file is not there. Choose another one.");
    case report::SaveFailure::NotWritable:
        return tr("The report was not saved: you may not write there. Choose another folder.");
    case report::SaveFailure::DiskFull:
        return tr("The report was not saved: the disk is full. Make room, or choose another place.");
    case report::SaveFailure::Other:
        return tr("The report was not saved: the file could not be written there. Choose another place.");
    }
    return {};
}

QString ReportWords::copied()
{
    return tr("The report is in the clipboard.");
}

} // namespace words
