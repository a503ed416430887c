// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/Mender.h"

#include <utility>

namespace mend {

Mender::Mender(QObject *parent)
    : QObject(parent)
{
}

Mender::~Mender()
{
    if (m_thread.joinable())
        m_thread.join();
}

/// `work` runs in the thread, and its result goes to `done` in this object's thread.
template <typename Work, typename Done> void Mender::start(Work work, Done done)
{
    ++m_running;
    // What was started before is waited for in the new thread, not here.
    m_thread =
        std::thread([this, work = std::move(work), done = std::move(done), previous = std::move(m_thread)]() mutable {
            if (previous.joinable())
                previous.join();
            using Result = decltype(work());
            auto result = std::make_shared<Result>(work());
            // This object lives: its destructor waits for this thread.
            QMetaObject::invokeMethod(
                this,
                [this, result, done = std::move(done)] {
                    --m_running;
                    done(*result);
                },
                Qt::QueuedConnection);
        });
}

void Mender::prepare(MendRequest request)
{
    discard();
    auto shared = std::make_shared<MendRequest>(std::move(request));
    start([shared] { return mend::prepare(*shared); },
        [this, number = m_number](tl::expected<Mend, MendFailure> &mend) {
            if (number != m_number)
                return; // another one was asked for since
            if (!mend) {
                Q_EMIT failed(Act::Prepare, mend.error());
                return;
            }
            m_mend = std::make_shared<const Mend>(std::move(*mend));
            Q_EMIT prepared(m_mend->preview);
        });
}

void Mender::discard()
{
    ++m_number;
    m_mend.reset();
}

void Mender::apply()
{
    if (!m_mend)
        return;
    start([mend = m_mend] { return mend::apply(*mend); },
        [this, preview = m_mend->preview](tl::expected<Undo, MendFailure> &change) {
            if (!change) {
                Q_EMIT failed(Act::Apply, change.error());
                return;
            }
            m_undo = std::make_shared<const Undo>(std::move(*change));
            Q_EMIT applied(preview);
        });
    discard(); // once
}

void Mender::undo()
{
    if (!m_undo)
        return;
    start([change = m_undo] { return mend::undo(*change); },
        [this, change = m_undo](const tl::expected<void, MendFailure> &result) {
            if (!result) {
                // It can be tried again, unless another change was made since.
                if (!m_undo)
                    m_undo = change;
                Q_EMIT failed(Act::Undo, result.error());
                return;
            }
            Q_EMIT undone();
        });
    m_undo.reset();
}

} // namespace mend
