// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/Mend.h"

#include <QObject>

#include <memory>
#include <optional>
#include <thread>

namespace mend {

/// Runs prepare(), apply() and undo() in a worker thread, one after another, and keeps what they need between them:
/// the mend that was prepared last, and the way back from the one that was made last. Never blocks the caller.
/// Signals never come from within a call.
class Mender : public QObject {
    Q_OBJECT
public:
    enum class Act { Prepare, Apply, Undo };
    Q_ENUM(Act)

    explicit Mender(QObject *parent = nullptr);
    /// Waits for what is being written.
    ~Mender() override;
    Mender(const Mender &) = delete;
    Mender &operator=(const Mender &) = delete;

    /// The answer is prepared() or failed(); that of an earlier prepare() is dropped.
    void prepare(MendRequest request);
    /// Drops the mend that was prepared, and the answer that is still to come.
    void discard();
    /// Makes the change that was prepared last; nothing happens where there is none.
    void apply();
    /// Takes back the change that was made last; nothing happens where there is none.
    void undo();

    [[nodiscard]] bool isBusy() const { return m_running > 0; }
    [[nodiscard]] bool canApply() const { return m_mend != nullptr; }
    [[nodiscard]] bool canUndo() const { return m_undo != nullptr; }

Q_SIGNALS:
    void prepared(const mend::Preview &preview);
    void applied(const mend::Preview &preview);
    void undone();
    void failed(mend::Mender::Act act, mend::MendFailure failure);

private:
    template <typename Work, typename Done> void start(Work work, Done done);

    std::shared_ptr<const Mend> m_mend;
    std::shared_ptr<const Undo> m_undo;
    std::thread m_thread;
    quint64 m_number = 0; ///< of the latest prepare()
    int m_running = 0; ///< works that have not answered yet
};

} // namespace mend
