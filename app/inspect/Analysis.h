// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"
#include "inspect/FindingList.h"
#include "inspect/KeyText.h"
#include "inspect/RemainingText.h"
#include "inspect/Wrappers.h"

#include <QByteArrayView>

#include <vector>

namespace inspect {

/// Takes a key's text apart, from the outside in: what may be removed is removed and noted, then what is left is
/// looked at. Both Inspection and Cleaner read it, so that they never say different things.
class Analysis {
public:
    explicit Analysis(QByteArrayView bytes)
        : Analysis(bytes, 0)
    {
    }

    [[nodiscard]] qsizetype length() const { return m_length; } ///< code points, as given
    [[nodiscard]] std::u32string_view cleaned() const { return m_text.view(); }
    [[nodiscard]] qsizetype findingCount() const { return m_findings.count(); }
    /// In the order of their places, at most maximumShown.
    [[nodiscard]] std::vector<Finding> takeFindings();

private:
    Analysis(QByteArrayView bytes, int depth);
    Analysis(KeyText text, int depth);

    void clean();
    bool removeHidden();
    bool unwrap();
    void addLayer(const Layer &layer);
    bool removeBlanks();
    bool removeLiteralEscapes();
    bool decodeOnce();
    bool removeRepetition();
    void judge();
    void nameLookalikes();
    void judgeShape();

    void add(FindingKind kind, Detail detail, Span span, Action action, QString text = {});
    void addHidden(Detail detail, std::size_t first, std::size_t count, QString text = {});
    void addWhole(FindingKind kind, Detail detail, Action action, QString text = {});

    qsizetype m_length;
    bool m_isText; ///< all of it is UTF-8 or UTF-16
    int m_depth; ///< how many encodings further out this text was found
    RemainingText m_text;
    FindingList m_findings;
};

} // namespace inspect
