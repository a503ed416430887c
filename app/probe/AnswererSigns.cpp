// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/AnswererSigns.h"

#include "probe/ReplyMessages.h"

#include <algorithm>
#include <array>

namespace probe {

namespace {

using namespace Qt::Literals::StringLiterals;

enum class Says { Cohere, Front };

struct HeaderSign {
    QByteArrayView name;
    Says says;
    bool trial = false;
};

/// Headers that only one side writes. Not here: "server" and "via", which anything that passes a reply on adds.
constexpr std::array headerSigns{
    HeaderSign{"x-debug-trace-id", Says::Cohere},
    HeaderSign{"x-endpoint-monthly-call-limit", Says::Cohere, true},
    HeaderSign{"x-trial-endpoint-call-limit", Says::Cohere, true},
    HeaderSign{"x-trial-endpoint-call-remaining", Says::Cohere, true},
    HeaderSign{"x-kong-response-latency", Says::Front}, // Kong wrote the reply itself
    HeaderSign{"x-amzn-errortype", Says::Front}, // AWS API Gateway and Bedrock
    HeaderSign{"x-squid-error", Says::Front},
    HeaderSign{"proxy-authenticate", Says::Front},
};

/// Shown beside the others, since a person knows what stands in front by them; they prove nothing alone.
constexpr std::array hints{"server", "via"};

bool isBearerChallenge(const QByteArray &challenge)
{
    return challenge.trimmed().toLower().startsWith("bearer");
}

class Signs {
public:
    void add(Says says, const QString &sign)
    {
        (says == Says::Cohere ? m_cohere : m_front) = true;
        m_list += sign;
    }
    void addHint(const QString &hint) { m_list += hint; }

    /// Signs of both: what stands in front changed Cohere's reply, or copies its words.
    [[nodiscard]] Answerer answerer() const
    {
        if (m_cohere == m_front)
            return Answerer::Unclear;
        return m_cohere ? Answerer::Cohere : Answerer::SomethingInFront;
    }
    [[nodiscard]] const QStringList &list() const { return m_list; }

private:
    bool m_cohere = false;
    bool m_front = false;
    QStringList m_list;
};

QString headerLine(const std::pair<QByteArray, QByteArray> &header)
{
    return QString::fromUtf8(header.first) + ": "_L1 + QString::fromUtf8(header.second);
}

void addHeaderSigns(const ProbeReply &reply, AnswererSigns &result, Signs &signs)
{
    for (const auto &header : reply.headers) {
        const auto row = std::find_if(headerSigns.begin(), headerSigns.end(),
            [&header](const HeaderSign &sign) { return sign.name == header.first; });
        if (row != headerSigns.end()) {
            signs.add(row->says, row->says == Says::Cohere ? QString::fromUtf8(header.first) : headerLine(header));
            result.trialKey = result.trialKey || row->trial;
        } else if (header.first == "www-authenticate" && !isBearerChallenge(header.second)) {
            signs.add(Says::Front, headerLine(header));
        } else if (std::find(hints.begin(), hints.end(), header.first) != hints.end()) {
            signs.addHint(headerLine(header));
        }
    }
}

bool isResult(Meaning meaning)
{
    return meaning == Meaning::RerankResults || meaning == Meaning::KeyValid || meaning == Meaning::KeyInvalid;
}

void addObjectSigns(int status, const ReplyBody &body, Signs &signs)
{
    const bool documented = body.messageInCoheresPlace && findDocumentedMessage(status, body.message) != nullptr;
    if (documented || (body.messageInCoheresPlace && body.hasUuid))
        signs.add(Says::Cohere, u"{\"message\": …}"_s);
    if (!body.foreignMember.isEmpty() || !body.messageInCoheresPlace)
        signs.add(Says::Front,
            u"{\"%1\": …}"_s.arg(!body.foreignMember.isEmpty() ? body.foreignMember
                    : body.object.isEmpty()                    ? QString()
                                                               : body.object.constBegin().key()));
    else if (!documented && isGatewaySentence(body.message))
        signs.add(Says::Front, u"{\"message\": …}"_s);
}

void addBodySigns(int status, const ReplyBody &body, Signs &signs)
{
    switch (body.kind) {
    case ReplyBody::Kind::Markup:
        signs.add(Says::Front, u"HTML"_s);
        break;
    case ReplyBody::Kind::OtherJson:
        signs.add(Says::Front, u"[…]"_s);
        break;
    case ReplyBody::Kind::JsonObject:
        addObjectSigns(status, body, signs);
        break;
    case ReplyBody::Kind::Text:
        // "404 page not found" is what Cohere says for a wrong path, and what any server written in Go says.
        if (status != 404)
            signs.add(Says::Front, u"text/plain"_s);
        break;
    case ReplyBody::Kind::Empty:
    case ReplyBody::Kind::BrokenJson:
        break;
    }
}

} // namespace

AnswererSigns readAnswerer(const ProbeReply &reply, const ReplyBody &body, Meaning meaning)
{
    AnswererSigns result;
    if (meaning == Meaning::NoReply) {
        result.answerer = Answerer::Nobody;
        return result;
    }
    Signs signs;
    addHeaderSigns(reply, result, signs);
    if (isResult(meaning))
        signs.add(Says::Cohere, meaning == Meaning::RerankResults ? u"{\"results\": …}"_s : u"{\"valid\": …}"_s);
    else
        addBodySigns(reply.status, body, signs);
    result.signs = signs.list();
    // A proxy's login and a network's login page never come from Cohere, whatever they say.
    const bool inFront = meaning == Meaning::ProxyLogin || meaning == Meaning::LoginPage;
    result.answerer = inFront ? Answerer::SomethingInFront : signs.answerer();
    return result;
}

} // namespace probe
