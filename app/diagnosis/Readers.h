// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/CauseCollector.h"
#include "diagnosis/Evidence.h"

/// The parts of diagnose(): each reads one kind of evidence and produces the causes that it can show.
namespace diagnosis {

/// What the answers say about the key, whichever copy of it was tested.
struct KeyOutcome {
    bool acceptedAsGiven = false;
    bool acceptedCleaned = false;
    bool rejectedAsGiven = false; ///< the service itself said that it does not know the key
    bool rejectedCleaned = false;
    /// The probe that decides: the key as given, or cleaned where only that could be sent or got through.
    const ProbeResult *decisive = nullptr;
    /// The trial with one thing changed after which the service judged the key; nullptr where there is none.
    const ProbeResult *judgedByTrial = nullptr;
};

[[nodiscard]] KeyOutcome keyOutcome(const Evidence &evidence);

void readKeyText(const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes);
void readPlaces(const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes);
void readReplies(const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes);
/// What the user's program prints, whether or not the key is at hand; needs nothing of the evidence but that.
void readErrorText(const Evidence &evidence, CauseCollector &causes);
void readRoute(const Evidence &evidence, CauseCollector &causes);
/// What is wrong with the certificate of `reply`, which is not trusted, or with the clock by which it was looked at.
void readCertificate(const Evidence &evidence, const probe::ProbeReply &reply, CauseCollector &causes);
/// What the servers' clocks say, where replies came through.
void readClock(const Evidence &evidence, CauseCollector &causes);
/// What the trials with one thing changed prove. The last one: it weighs the causes that the others have added.
void readTrials(const Evidence &evidence, CauseCollector &causes);
/// What the user answered: narrows the causes that were added before, where there are any.
void readAnswers(const Evidence &evidence, CauseCollector &causes);
/// What the error of the user's program adds to a check that was made here and now: causes of their own, or, where the
/// key that was tested works, the other copies of it that the program may have.
void weighErrorText(const Evidence &evidence, const KeyOutcome &outcome, CauseCollector &causes);

} // namespace diagnosis
