// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/AnswererSigns.h"

#include "probe/reply/Gateways.h"
#include "probe/reply/LoginSchemes.h"
#include "probe/reply/ReplyMessages.h"

#include <algorithm>
#include <array>

namespace probe {

namespace {

using namespace Qt::Literals::StringLiterals;

struct CohereHeader {
    QByteArrayView name;
    bool trial = false;
};

/// Headers that only Cohere writes. A gateway passes them on, and makes up none.
constexpr std::array cohereHeaders{
    CohereHeader{"x-debug-trace-id"},
    CohereHeader{"x-endpoint-monthly-call-limit", true},
    CohereHeader{"x-trial-endpoint-call-limit", true},
    CohereHeader{"x-trial-endpoint-call-remaining", true},
};

/// Shown beside the others, since a person knows what stands in front by them; they prove nothing alone.
constexpr std::array hints{"server", "via", "content-encoding"};

QString headerLine(const std::pair<QByteArray, QByteArray> &header)
{
    return QString::fromUtf8(header.first) + ": "_L1 + QString::fromUtf8(header.second);
}

/// Cohere asks for Bearer, and so may everybody.
bool asksForAnotherLogin(const std::pair<QByteArray, QByteArray> &header)
{
    const QStringList schemes = header.first == "www-authenticate" ? schemesOfChallenges(header.second) : QStringList();
    return std::any_of(schemes.begin(), schemes.end(),
        [](const QString &scheme) { return scheme.compare("Bearer"_L1, Qt::CaseInsensitive) != 0; });
}

/// Gathers what speaks for Cohere and what speaks for something in front, and weighs it.
class Signs {
public:
    /// Cohere's work was in it: its trace headers, or results.
    void addCoheresOwn(const QString &sign)
    {
        m_coheresOwn = true;
        show(sign);
    }
    /// Cohere's words and shape; anybody could copy them.
    void addCoheresWords(const QString &sign)
    {
        m_coheresWords = true;
        show(sign);
    }
    void addFront(const QString &sign)
    {
        m_front = true;
        show(sign);
    }
    void addHint(const QString &hint) { show(hint); }
    void addGateways(const std::vector<SeenSign> &seen)
    {
        for (const SeenSign &sign : seen) {
            m_gateways.push_back(sign.row);
            m_front = m_front || sign.row->proof == GatewaySign::Proof::Wrote;
            show(sign.evidence);
        }
    }

    /// `inFront`: it is known already that Cohere did not write it.
    [[nodiscard]] AnswererSigns weighed(bool inFront) const
    {
        AnswererSigns result;
        result.signs = m_list;
        const GatewaySign *writer = m_coheresOwn && !inFront ? nullptr : this->writer();
        if (writer != nullptr)
            result.gateway = writer->product;
        for (const GatewaySign *row : m_gateways) {
            // Of two that could have written a reply, the less telling one is no witness of anything on the way.
            const bool onTheWay = writer == nullptr || row->proof == GatewaySign::Proof::Passed;
            const QString product = row->product;
            if (onTheWay && !product.isEmpty() && product != result.gateway && !result.passedBy.contains(product))
                result.passedBy += product;
        }
        const bool cohere = m_coheresOwn || m_coheresWords;
        if (inFront || writer != nullptr)
            result.answerer = Answerer::SomethingInFront;
        else if (cohere != m_front) // signs of both: Cohere's reply was changed on the way, or its words were copied
            result.answerer = cohere ? Answerer::Cohere : Answerer::SomethingInFront;
        return result;
    }

private:
    void show(const QString &sign)
    {
        if (!m_list.contains(sign))
            m_list += sign;
    }
    /// The product that wrote the reply itself: of several, the one that stands first in the table.
    [[nodiscard]] const GatewaySign *writer() const
    {
        const GatewaySign *first = nullptr;
        for (const GatewaySign *row : m_gateways) {
            const bool named = row->proof == GatewaySign::Proof::Wrote && !row->product.isEmpty();
            if (named && (first == nullptr || row < first))
                first = row;
        }
        return first;
    }

    bool m_coheresOwn = false;
    bool m_coheresWords = false;
    bool m_front = false;
    std::vector<const GatewaySign *> m_gateways;
    QStringList m_list;
};

/// Whether one of Cohere's headers for trial keys is there.
bool addHeaderSigns(const ProbeReply &reply, Signs &signs)
{
    bool trialKey = false;
    for (const auto &header : reply.headers) {
        const auto own = std::find_if(cohereHeaders.begin(), cohereHeaders.end(),
            [&header](const CohereHeader &row) { return row.name == header.first; });
        if (own != cohereHeaders.end()) {
            signs.addCoheresOwn(QString::fromUtf8(header.first));
            trialKey = trialKey || own->trial;
            continue;
        }
        const std::vector<SeenSign> seen = signsInHeader(reply, header);
        signs.addGateways(seen);
        if (asksForAnotherLogin(header))
            signs.addFront(headerLine(header));
        else if (seen.empty() && std::find(hints.begin(), hints.end(), header.first) != hints.end())
            signs.addHint(headerLine(header));
    }
    return trialKey;
}

bool isResult(Meaning meaning)
{
    return meaning == Meaning::RerankResults || meaning == Meaning::KeyValid || meaning == Meaning::KeyInvalid;
}

void addObjectSigns(const ProbeReply &reply, const ReplyBody &body, Signs &signs)
{
    const bool documented = body.messageInCoheresPlace && findDocumentedMessage(reply.status, body.message) != nullptr;
    if (documented || (body.messageInCoheresPlace && body.hasUuid))
        signs.addCoheresWords(u"{\"message\": …}"_s);
    if (!body.foreignMember.isEmpty() || !body.messageInCoheresPlace)
        signs.addFront(u"{\"%1\": …}"_s.arg(!body.foreignMember.isEmpty() ? body.foreignMember
                : body.object.isEmpty()                                   ? QString()
                                                                          : body.object.constBegin().key()));
    // What Cohere documents may quote anything: the name of a model, a field of the request.
    if (!documented)
        signs.addGateways(signsInBody(reply, body));
}

void addBodySigns(const ProbeReply &reply, const ReplyBody &body, Signs &signs)
{
    switch (body.kind) {
    case ReplyBody::Kind::Markup:
        signs.addFront(u"HTML"_s);
        signs.addGateways(signsInBody(reply, body));
        break;
    case ReplyBody::Kind::OtherJson:
        signs.addFront(u"[…]"_s);
        break;
    case ReplyBody::Kind::JsonObject:
        addObjectSigns(reply, body, signs);
        break;
    case ReplyBody::Kind::Text:
        // "404 page not found" is what Cohere says for a wrong path, and what any server written in Go says.
        if (reply.status != 404)
            signs.addFront(u"text/plain"_s);
        signs.addGateways(signsInBody(reply, body));
        break;
    case ReplyBody::Kind::Empty:
    case ReplyBody::Kind::BrokenJson:
        break;
    }
}

} // namespace

AnswererSigns readAnswerer(const ProbeReply &reply, const ReplyBody &body, Meaning meaning)
{
    if (meaning == Meaning::NoReply) {
        AnswererSigns nobody;
        nobody.answerer = Answerer::Nobody;
        return nobody;
    }
    Signs signs;
    const bool trialKey = addHeaderSigns(reply, signs);
    if (isResult(meaning))
        signs.addCoheresOwn(meaning == Meaning::RerankResults ? u"{\"results\": …}"_s : u"{\"valid\": …}"_s);
    else
        addBodySigns(reply, body, signs);
    // A proxy's login and a network's login page never come from Cohere, whatever they say.
    AnswererSigns result = signs.weighed(meaning == Meaning::ProxyLogin || meaning == Meaning::LoginPage);
    result.trialKey = trialKey;
    return result;
}

} // namespace probe
