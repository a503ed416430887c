// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/Mender.h"
#include "mend/Offers.h"

#include <QObject>

#include <optional>
#include <vector>

class DoctorSession;

/// What the program changes by itself about the cause that is walked through: what is offered, the change that is
/// looked at, the one that was made last, and the proof: what now stands in the place is taken and tested.
class MendSession : public QObject {
    Q_OBJECT
public:
    enum class Activity {
        None,
        Preparing, ///< the change is worked out
        Changing,
        GoingBack,
        Reading, ///< the computer is searched for what programs now read
    };
    enum class Outcome {
        None,
        NotPrepared, ///< nothing was changed
        NotChanged,
        Changed,
        ChangedUnread, ///< the key was not found when the place was read again
        NotGoneBack,
        GoneBack,
    };

    /// What the test has said of the key that now stands in the place.
    enum class Proof { None, Testing, Works, Fails };

    /// `mender` outlives this object, and nobody else uses it. Of `reach`, the project's folder is the search's.
    MendSession(DoctorSession &doctor, mend::Mender &mender, mend::Reach reach, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<mend::Offer> &offers() const { return m_offers; }
    /// One of the offers can be used to keep a key that works.
    [[nodiscard]] bool hasProvenKey() const;
    /// Works out the change of the offer with this place; nothing is changed.
    void prepare(std::size_t offer);
    /// What would be changed; nullptr where nothing is being looked at.
    [[nodiscard]] const mend::Preview *preview() const { return m_preview ? &*m_preview : nullptr; }
    void cancel();
    void apply();
    void undo();
    [[nodiscard]] bool canUndo() const;

    [[nodiscard]] Activity activity() const { return m_activity; }
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] Proof proof() const { return m_proof; }
    /// What the outcome is about.
    [[nodiscard]] const mend::Preview &about() const { return m_about; }
    /// Of an outcome in which something failed.
    [[nodiscard]] mend::MendFailure failure() const { return m_failure; }

Q_SIGNALS:
    void offersChanged();
    /// A change can be looked at.
    void previewShown();
    /// It is not to be seen any more; the user has not asked for it to be made.
    void previewDropped();
    /// The activity, the preview, the outcome or its proof.
    void changed();

private:
    void refreshOffers();
    void dropPreview();
    void set(Activity activity);
    void conclude(Outcome outcome, const mend::Preview &about);
    void request(key::Secret key);
    void readAgain();
    void onKeyChanged();
    void onTestFinished();
    void onPrepared(const mend::Preview &preview);
    void onApplied(const mend::Preview &preview);
    void onUndone();
    void onFailed(mend::Mender::Act act, mend::MendFailure failure);
    void onSearchFinished();
    void takeOtherKey();
    void takeAndTest();

    DoctorSession &m_doctor;
    mend::Mender &m_mender;
    mend::Reach m_reach;
    std::vector<mend::Offer> m_offers;
    mend::Offer m_chosen; ///< what is being prepared or looked at
    Activity m_activity = Activity::None;
    std::optional<mend::Preview> m_preview;
    std::optional<mend::Preview> m_made; ///< the change that was made last
    Outcome m_outcome = Outcome::None;
    Proof m_proof = Proof::None;
    mend::Preview m_about;
    mend::MendFailure m_failure = mend::MendFailure::Other;
};
