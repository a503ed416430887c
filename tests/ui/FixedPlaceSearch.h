// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/PlaceSearch.h"

#include <QMetaObject>

#include <functional>

/// A search whose result is the test's own. The real one is tested in check/.
class FixedPlaceSearch : public check::PlaceSearch {
public:
    std::function<void(const check::SearchRequest &request, check::SearchResult &result)> find; ///< fills a result in
    bool finishesByItself = true; ///< else the test calls finish()
    std::vector<check::SearchRequest> requests;

    void start(check::SearchRequest request) override
    {
        requests.push_back(std::move(request));
        m_running = true;
        const auto number = requests.size();
        if (finishesByItself)
            QMetaObject::invokeMethod(
                this, [this, number] { finishNumber(number); }, Qt::QueuedConnection);
    }

    void cancel() override
    {
        if (m_running)
            end(Ending::Cancelled);
    }

    [[nodiscard]] bool isRunning() const override { return m_running; }

    void finish() { finishNumber(requests.size()); }
    void progress(qint64 files) { Q_EMIT searchProgressed(files); }

private:
    enum class Ending { Complete, Cancelled };

    void finishNumber(std::size_t number)
    {
        if (m_running && number == requests.size()) // another one ends the first silently
            end(Ending::Complete);
    }

    void end(Ending ending)
    {
        m_running = false;
        auto result = std::make_shared<check::SearchResult>();
        result->shellAnswered = true;
        if (find)
            find(requests.back(), *result);
        result->cancelled = ending == Ending::Cancelled;
        Q_EMIT searchFinished(std::move(result));
    }

    bool m_running = false;
};
