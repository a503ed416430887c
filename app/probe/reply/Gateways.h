// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"
#include "probe/reply/ReplyBody.h"

#include <span>
#include <vector>

namespace probe {

/// One sign by which a product that stands in front of Cohere gives itself away.
struct GatewaySign {
    enum class Place {
        Header, ///< `name` is the header; `text` stands in its value, or the header alone is the sign
        Cookie, ///< a cookie is set whose name begins with `text`
        Page, ///< `text` stands in a page of HTML
        Text, ///< `text` stands in a body that is neither HTML nor JSON
        Member, ///< `name` is a member of the JSON object, "error.message"; `text` stands in it, or it is there at all
    };
    enum class Proof {
        Wrote, ///< only this product writes such a reply, and writes it itself
        Passed, ///< it was on the way: it adds this to the replies of others as well
    };

    QLatin1String product; ///< as its maker spells it; empty: some product in front, no telling which
    Place place = Place::Header;
    QLatin1String name;
    QLatin1String text; ///< compared without regard to case
    Proof proof = Proof::Passed;
    QLatin1String alsoHeader; ///< where not empty, a header that must be there as well
};

/// The table: of several products that could have written a reply, the earlier one is the more telling.
[[nodiscard]] std::span<const GatewaySign> allGatewaySigns();

/// A sign that was seen, and how to show it: "server: nginx/1.22.1". Not redacted.
struct SeenSign {
    const GatewaySign *row = nullptr; ///< never nullptr; lives as long as the program
    QString evidence;
};

/// The signs in one header of a reply (name in lower case) and in its body, in the order of the table.
[[nodiscard]] std::vector<SeenSign> signsInHeader(
    const ProbeReply &reply, const std::pair<QByteArray, QByteArray> &header);
[[nodiscard]] std::vector<SeenSign> signsInBody(const ProbeReply &reply, const ReplyBody &body);

} // namespace probe
