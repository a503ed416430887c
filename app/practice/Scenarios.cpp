// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/PracticeEndpoint.h"

#include <algorithm>

namespace practice {

using namespace Qt::Literals::StringLiterals;

const std::vector<Scenario> &scenarios()
{
    static const std::vector<Scenario> all{
        {u"works"_s, "PracticeKeyWorks000000000000000000000000"},
        {u"rejected"_s, "PracticeKeyRejected000000000000000000000"},
        {u"expired"_s, "PracticeKeyExpired0000000000000000000000"},
        {u"no-rerank-access"_s, "PracticeKeyNoRerankAccess000000000000000"},
        {u"billing"_s, "PracticeKeyBilling0000000000000000000000"},
        {u"rate-limit"_s, "PracticeKeyRateLimit00000000000000000000"},
        {u"month-used-up"_s, "PracticeKeyMonthUsedUp000000000000000000"},
        {u"edge-block"_s, "PracticeKeyEdgeBlock00000000000000000000"},
        {u"gateway"_s, "PracticeKeyGateway0000000000000000000000"},
        {u"header-stripped"_s, "PracticeKeyHeaderStripped000000000000000"},
        {u"model-gone"_s, "PracticeKeyModelGone00000000000000000000"},
        {u"trouble"_s, "PracticeKeyTrouble0000000000000000000000"},
        {u"slow"_s, "PracticeKeySlow0000000000000000000000000"},
    };
    return all;
}

const Scenario *findScenario(const QString &name)
{
    const auto found = std::find_if(
        scenarios().begin(), scenarios().end(), [&name](const Scenario &scenario) { return scenario.name == name; });
    return found == scenarios().end() ? nullptr : &*found;
}

} // namespace practice
