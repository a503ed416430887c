// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helpers/TestKeys.h"
#include "inspect/Finding.h"

#include <QByteArray>

#include <vector>

/// Texts in which a key stands, what is to be found in each, and what is left after cleaning.
namespace inspectionrows {

struct Row {
    QByteArray name;
    QByteArray text;
    std::vector<inspect::Finding> findings;
    QByteArray cleaned;
};

[[nodiscard]] std::vector<Row> hiddenCharacters();
[[nodiscard]] std::vector<Row> lookalikes();
[[nodiscard]] std::vector<Row> wrappers();
[[nodiscard]] std::vector<Row> encodings();
[[nodiscard]] std::vector<Row> placeholders();
[[nodiscard]] std::vector<Row> otherServices();
[[nodiscard]] std::vector<Row> missing();
[[nodiscard]] std::vector<Row> shapes();
[[nodiscard]] std::vector<Row> mixtures();
/// Texts that only look as if something were wrong: nothing is to be found, and nothing changed.
[[nodiscard]] std::vector<Row> innocent();
[[nodiscard]] std::vector<Row> all();

} // namespace inspectionrows
