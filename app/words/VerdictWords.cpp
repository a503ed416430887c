// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/VerdictWords.h"

#include "words/CauseWords.h"
#include "words/FindingWords.h"

#include <algorithm>

namespace words {

using diagnosis::CauseFound;
using diagnosis::Status;
using diagnosis::Verdict;

namespace {

/// A finding says more than its cause's title: "The key has a no-break space at its end."
QString briefOfFinding(const CauseFound &cause, qsizetype keyLength)
{
    const auto item =
        std::find_if(cause.evidence.begin(), cause.evidence.end(), [](const diagnosis::EvidenceItem &candidate) {
            // An error text does not always tell the place of the character that it names.
            const bool placed = candidate.fact != diagnosis::Fact::TextNamesCharacter || candidate.number == 1;
            return candidate.finding.has_value() && placed;
        });
    return item == cause.evidence.end() ? QString() : FindingWords::brief(*item->finding, keyLength);
}

/// Where it is the proxy that ends the way, the title of the cause speaks of the server behind it.
QString briefOfProxy(const CauseFound &cause)
{
    const auto shows = [&cause](diagnosis::Fact fact) {
        return std::any_of(cause.evidence.begin(), cause.evidence.end(),
            [fact](const diagnosis::EvidenceItem &item) { return item.fact == fact; });
    };
    if (shows(diagnosis::Fact::ProxyDown))
        return VerdictWords::tr("The proxy does not answer.");
    if (shows(diagnosis::Fact::ProxyDenied))
        return VerdictWords::tr("The proxy makes no connection to the server.");
    if (shows(diagnosis::Fact::NameUnknown) && shows(diagnosis::Fact::ProxyChosen))
        return VerdictWords::tr("The name of the proxy is not known.");
    return {};
}

bool hasOpenCause(const diagnosis::Diagnosis &diagnosis)
{
    return std::any_of(diagnosis.causes.begin(), diagnosis.causes.end(),
        [](const CauseFound &found) { return found.status != diagnosis::Status::RuledOut; });
}

} // namespace

QString VerdictWords::summary(const diagnosis::Diagnosis &diagnosis, const diagnosis::Evidence &evidence)
{
    if (diagnosis.verdict == Verdict::Works) {
        if (evidence.errorText && hasOpenCause(diagnosis))
            return tr("The key works. What your program prints has another cause.");
        return evidence.baseIsPractice ? tr("The key works at the practice endpoint.") : tr("The key works.");
    }
    if (evidence.cancelled && diagnosis.verdict == Verdict::Unknown)
        return tr("The test was stopped, so nothing is known about the key.");
    if (diagnosis.causes.empty())
        return tr("What is wrong could not be found out.");
    const CauseFound &first = diagnosis.causes.front();
    QString line = briefOfFinding(first, evidence.inspection.length);
    if (line.isEmpty())
        line = briefOfProxy(first);
    if (line.isEmpty()) {
        //: %1 is the title of a cause, a sentence without a full stop
        line = tr("%1.").arg(CauseWords::title(first.cause));
        if (first.status == Status::Likely && diagnosis.verdict != Verdict::Unknown)
            //: %1 is a whole sentence that names a cause that is not proved
            line = tr("Most likely: %1").arg(line);
    }
    if (diagnosis.verdict == Verdict::Unknown) {
        //: %1 is a whole sentence that names what is possible
        return tr("The answer does not show for sure what is wrong. One possibility: %1").arg(line);
    }
    return line;
}

QString VerdictWords::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Works:
        return tr("Nothing needs to change");
    case Verdict::FixKey:
        return tr("The key, or the place it is kept in, must change");
    case Verdict::FixAccess:
        return tr("The key is known; the account must change");
    case Verdict::FixRoute:
        return tr("Something between this computer and the service must change");
    case Verdict::FixRequest:
        return tr("The key was accepted; the request must change");
    case Verdict::Wait:
        return tr("Nothing needs to change; it takes some waiting");
    case Verdict::Unknown:
        return tr("There is not enough to go on");
    }
    return {};
}

} // namespace words
