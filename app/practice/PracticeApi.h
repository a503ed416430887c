// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/PracticeEndpoint.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <utility>
#include <vector>

namespace practice {

/// What of a request counts for its answer.
struct PracticeRequest {
    QByteArray method;
    QByteArray path; ///< without the query
    std::optional<QByteArray> authorization; ///< the header's value, where it is there
    QByteArray body;
    int pageSize = 20; ///< of /v1/models
};

struct PracticeAnswer {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< without Date
    bool slow = false; ///< to be sent after some seconds
};

/// What Cohere, or something in front of it, answers (Cohere, API reference and errors page, 2026-08; where they
/// are silent, as the SDKs expect it). `forced`, where given, is the scenario whatever the key. Pure, apart from
/// the random ids.
[[nodiscard]] PracticeAnswer answerTo(const PracticeRequest &request, const Scenario *forced = nullptr);

/// An answer in Cohere's shape of an error: {"id": UUID, "message": …}.
[[nodiscard]] PracticeAnswer errorAnswer(int status, const QString &message);
[[nodiscard]] PracticeAnswer jsonAnswer(int status, const QJsonObject &object);
[[nodiscard]] QString randomId();

} // namespace practice
