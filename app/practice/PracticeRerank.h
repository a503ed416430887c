// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/PracticeApi.h"

namespace practice {

enum class RerankVersion { V1, V2 };

/// Ranks the documents of a rerank request by the words that they share with the query, or says what is wrong
/// with the request, as Cohere's /v1/rerank and /v2/rerank do.
[[nodiscard]] PracticeAnswer answerRerank(RerankVersion version, const QByteArray &body);
/// A name of a model as a request has it; empty where the body has none.
[[nodiscard]] QString modelNameOf(const QByteArray &body);
[[nodiscard]] PracticeAnswer modelRemovedAnswer(const QString &model);
/// The models that may be asked for, newest first.
[[nodiscard]] const std::vector<QString> &rerankModels();

} // namespace practice
