// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/Gateways.h"

#include <QJsonValue>

#include <algorithm>
#include <array>

namespace probe {

namespace {

using namespace Qt::Literals::StringLiterals;

/// A page is looked through this far; those of the table are all shorter.
constexpr qsizetype longestPage = qsizetype{64} * 1024;

// The rows, one function a place, so that a row reads as what it says.
using Sign = GatewaySign;

constexpr Sign wroteHeader(QLatin1String product, QLatin1String name, QLatin1String text = {})
{
    return {product, Sign::Place::Header, name, text, Sign::Proof::Wrote, {}};
}
constexpr Sign wroteCookie(QLatin1String product, QLatin1String beginning)
{
    return {product, Sign::Place::Cookie, {}, beginning, Sign::Proof::Wrote, {}};
}
constexpr Sign wrotePage(QLatin1String product, QLatin1String text)
{
    return {product, Sign::Place::Page, {}, text, Sign::Proof::Wrote, {}};
}
constexpr Sign wroteText(QLatin1String product, QLatin1String text)
{
    return {product, Sign::Place::Text, {}, text, Sign::Proof::Wrote, {}};
}
constexpr Sign wroteMember(QLatin1String product, QLatin1String path, QLatin1String text = {})
{
    return {product, Sign::Place::Member, path, text, Sign::Proof::Wrote, {}};
}
constexpr Sign passed(QLatin1String product, QLatin1String header, QLatin1String text = {})
{
    return {product, Sign::Place::Header, header, text, Sign::Proof::Passed, {}};
}
constexpr Sign passedCookie(QLatin1String product, QLatin1String beginning)
{
    return {product, Sign::Place::Cookie, {}, beginning, Sign::Proof::Passed, {}};
}
constexpr Sign withHeader(QLatin1String header, Sign sign)
{
    sign.alsoHeader = header;
    return sign;
}

/// Not here, since Cohere itself sends them: "server: envoy", "via: 1.1 google", "x-envoy-upstream-service-time".
/// Not here, since anything may write them: "404 page not found" (Go's own words, so Traefik's too),
/// {"message":"Unauthorized"} (Kong, AWS API Gateway, many more), {"detail":"Not authenticated"} (FastAPI).
constexpr std::array gatewaySigns{
    // LiteLLM, litellm/proxy/auth/user_api_key_auth.py, auth_exception_handler.py and its tests, issues 5146 and 39757:
    // {"error":{"message":"Authentication Error, …","type":"auth_error","param":"None","code":"401"}}. What a provider
    // said stands in the same place, behind the name of an exception: "litellm.AuthenticationError: CohereException".
    wroteMember("LiteLLM"_L1, "error.message"_L1, "LiteLLM"_L1),
    wroteMember("LiteLLM"_L1, "error.message"_L1, "Malformed API Key passed in. Ensure Key has"_L1),
    wroteMember("LiteLLM"_L1, "error.message"_L1, "Authentication Error, No api key passed in"_L1),
    wroteMember("LiteLLM"_L1, "error.message"_L1, "Invalid proxy server token passed"_L1),
    wroteMember("LiteLLM"_L1, "error.type"_L1, "token_not_found_in_db"_L1),
    // LiteLLM, litellm/proxy/common_request_processing.py, get_custom_headers
    passed("LiteLLM"_L1, "x-litellm-version"_L1),
    passed("LiteLLM"_L1, "x-litellm-call-id"_L1),
    // Portkey, src/globals.ts, RESPONSE_HEADER_KEYS: on every reply
    passed("Portkey"_L1, "x-portkey-trace-id"_L1),
    passed("Portkey"_L1, "x-portkey-last-used-option-index"_L1),
    // Open WebUI, backend/open_webui/constants.py, ERROR_MESSAGES; FastAPI puts them into "detail"
    wroteMember("Open WebUI"_L1, "detail"_L1, "Use of API key is not enabled in the environment"_L1),
    wroteMember("Open WebUI"_L1, "detail"_L1, "Your session has expired or the token is invalid. Please sign in"_L1),
    wroteMember("Open WebUI"_L1, "detail"_L1, "The API key is missing. Please make sure to provide a valid API key"_L1),

    // Kong, kong/runloop/handler.lua (header_filter): "x-kong-response-latency" only where Kong did not pass the
    // request on, the other two only where it did; kong/plugins/key-auth/handler.lua, acl/handler.lua
    wroteHeader("Kong"_L1, "x-kong-response-latency"_L1),
    wroteHeader("Kong"_L1, "www-authenticate"_L1, R"(realm="kong")"_L1),
    wroteMember("Kong"_L1, "message"_L1, "No API key found in request"_L1),
    wroteMember("Kong"_L1, "message"_L1, "Duplicate API key found"_L1),
    wroteMember("Kong"_L1, "message"_L1, "You cannot consume this service"_L1),
    wroteMember("Kong"_L1, "message"_L1, "no Route matched with those values"_L1),
    passed("Kong"_L1, "x-kong-upstream-latency"_L1),
    passed("Kong"_L1, "x-kong-proxy-latency"_L1),
    passed("Kong"_L1, "via"_L1, "kong/"_L1),
    passed("Kong"_L1, "server"_L1, "kong/"_L1),
    // Apache APISIX, apisix/plugins/key-auth.lua
    wroteMember("Apache APISIX"_L1, "message"_L1, "Missing API key found in request"_L1),
    wroteMember("Apache APISIX"_L1, "message"_L1, "Invalid API key in request"_L1),
    passed("Apache APISIX"_L1, "server"_L1, "APISIX"_L1),
    // Tyk, gateway/handler_error.go and mw_auth_key.go
    wroteMember("Tyk"_L1, "error"_L1, "Authorization field missing"_L1),
    wroteMember("Tyk"_L1, "error"_L1, "Access to this API has been disallowed"_L1),
    passed("Tyk"_L1, "x-generator"_L1, "tyk.io"_L1),
    // KrakenD, documentation "Response headers": both on every reply
    passed("KrakenD"_L1, "x-krakend"_L1),
    passed("KrakenD"_L1, "x-krakend-completed"_L1),
    // Apigee, documentation "Verify API Key policy", error reference: {"fault":{"faultstring":"Invalid ApiKey",
    // "detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}
    wroteMember("Apigee"_L1, "fault.detail.errorcode"_L1),
    // WSO2 API Manager, documentation "API gateway error codes": {"fault":{"code":900901,"message":"Invalid
    // Credentials", …}}
    wroteMember("WSO2 API Manager"_L1, "fault.code"_L1, "9009"_L1),

    // Azure AI services and Azure OpenAI, public replies: {"error":{"code":"401","message":"Access denied due to
    // invalid subscription key or wrong API endpoint. …"}}
    wroteMember("Azure AI services"_L1, "error.message"_L1, "subscription key or wrong API endpoint"_L1),
    // Azure API Management, documentation "Subscriptions in Azure API Management", and public replies
    wroteHeader("Azure API Management"_L1, "www-authenticate"_L1, "AzureApiManagementKey"_L1),
    wroteMember("Azure API Management"_L1, "message"_L1, "Access denied due to missing subscription key"_L1),
    wroteMember("Azure API Management"_L1, "message"_L1, "Access denied due to invalid subscription key"_L1),
    // Azure Application Gateway, public replies; WAFW00F, applicationgateway.py and frontdoor.py
    wroteHeader("Azure Application Gateway"_L1, "server"_L1, "Microsoft-Azure-Application-Gateway"_L1),
    wrotePage("Azure Application Gateway"_L1, "<center>Microsoft-Azure-Application-Gateway"_L1),
    passed("Azure Front Door"_L1, "x-azure-ref"_L1),

    // AWS API Gateway, developer guide, "Gateway responses" ("Missing Authentication Token") and public replies;
    // "x-amzn-errortype" is also Bedrock's and other AWS services', "x-amz-apigw-id" is its own
    withHeader("x-amz-apigw-id"_L1, wroteHeader("AWS API Gateway"_L1, "x-amzn-errortype"_L1)),
    wroteMember("AWS API Gateway"_L1, "message"_L1, "Missing Authentication Token"_L1),
    wroteMember("AWS API Gateway"_L1, "Message"_L1, "not authorized to access this resource with an explicit deny"_L1),
    wroteMember("AWS API Gateway"_L1, "message"_L1, "not authorized to access this resource with an explicit deny"_L1),
    passed("AWS API Gateway"_L1, "x-amz-apigw-id"_L1),
    // AWS, "Common errors" of its APIs
    wroteHeader("Amazon Web Services"_L1, "x-amzn-errortype"_L1),
    wroteMember("Amazon Web Services"_L1, "message"_L1, "The security token included in the request"_L1),
    wroteMember("Amazon Web Services"_L1, "message"_L1, "The request signature we calculated"_L1),
    // AWS Application Load Balancer, public replies (503 without targets); WAFW00F, awswaf.py
    wroteHeader("AWS Application Load Balancer"_L1, "server"_L1, "awselb/"_L1),
    // Amazon CloudFront, public replies; WAFW00F, cloudfront.py. "x-cache: Error from cloudfront" is there for the
    // errors of others as well
    wrotePage("Amazon CloudFront"_L1, "Generated by cloudfront (CloudFront)"_L1),
    passed("Amazon CloudFront"_L1, "x-amz-cf-id"_L1),

    // Google Identity-Aware Proxy, documentation, "Detecting responses from IAP", and public replies
    wroteHeader("Google Identity-Aware Proxy"_L1, "x-goog-iap-generated-response"_L1),
    wroteText("Google Identity-Aware Proxy"_L1, "Invalid IAP credentials"_L1),
    // Google Cloud Endpoints, API Gateway and Google's own APIs, public replies
    wroteMember("Google Cloud"_L1, "message"_L1, "Method doesn't allow unregistered callers"_L1),
    wroteMember("Google Cloud"_L1, "error.message"_L1, "Method doesn't allow unregistered callers"_L1),

    // Cloudflare Access, public replies: 302 to the login, or 401 with this challenge
    wroteHeader("Cloudflare Access"_L1, "www-authenticate"_L1, "Cloudflare-Access"_L1),
    wroteHeader("Cloudflare Access"_L1, "location"_L1, ".cloudflareaccess.com/"_L1),
    // Cloudflare, "Detect a Challenge Page response"; 1xxx errors as text and as a page, public replies
    wroteHeader("Cloudflare"_L1, "cf-mitigated"_L1),
    wroteText("Cloudflare"_L1, "error code: 10"_L1),
    withHeader("cf-ray"_L1, wroteText("Cloudflare"_L1, "error code: 5"_L1)),
    wrotePage("Cloudflare"_L1, "cf-error-details"_L1),
    wrotePage("Cloudflare"_L1, "Attention Required! | Cloudflare"_L1),
    passed("Cloudflare"_L1, "cf-ray"_L1),
    passed("Cloudflare"_L1, "server"_L1, "cloudflare"_L1),
    // Akamai, WAFW00F, kona.py, and public replies ("https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18…", to
    // browsers without the escapes)
    wroteHeader("Akamai"_L1, "server"_L1, "AkamaiGHost"_L1),
    wrotePage("Akamai"_L1, "errors.edgesuite.net"_L1),
    wrotePage("Akamai"_L1, "errors&#46;edgesuite&#46;net"_L1),
    // Imperva, WAFW00F, incapsula.py
    wrotePage("Imperva"_L1, "Incapsula incident ID"_L1),
    passedCookie("Imperva"_L1, "visid_incap"_L1),
    // Fastly, WAFW00F, fastly.py
    passed("Fastly"_L1, "x-fastly-request-id"_L1),
    // ngrok, documentation, "ngrok error codes"
    wroteHeader("ngrok"_L1, "ngrok-error-code"_L1),

    // Company networks: WAFW00F, zscaler.py, fortigate.py, fortiguard.py, paloalto.py, watchguard.py, f5bigipasm.py,
    // f5bigipltm.py; Zscaler also from public replies
    wroteHeader("Zscaler"_L1, "server"_L1, "Zscaler"_L1),
    wrotePage("Zscaler"_L1, "Internet Security by Zscaler"_L1),
    wrotePage("FortiGate"_L1, "FortiGuard Intrusion Prevention"_L1),
    wrotePage("FortiGate"_L1, "FortiGate Application Control"_L1),
    wrotePage("Palo Alto Networks"_L1, "Palo Alto Next Generation Security Platform"_L1),
    wrotePage("WatchGuard"_L1, "Request denied by WatchGuard Firewall"_L1),
    wrotePage("F5 BIG-IP"_L1, "The requested URL was rejected. Please consult with your administrator"_L1),
    passedCookie("F5 BIG-IP"_L1, "BIGipServer"_L1),
    // Squid, errors/templates and src/errorpage.cc; "via: 1.1 host (squid/5.7)" on what it passes on
    wroteHeader("Squid"_L1, "x-squid-error"_L1),
    passed("Squid"_L1, "via"_L1, "(squid"_L1),
    // Tinyproxy 1.11, src/html-error.c, data/templates/default.html, src/reqs.c
    wroteHeader("Tinyproxy"_L1, "server"_L1, "tinyproxy/"_L1),
    wroteHeader("Tinyproxy"_L1, "proxy-authenticate"_L1, R"(realm="Tinyproxy")"_L1),
    passed("Tinyproxy"_L1, "via"_L1, "(tinyproxy/"_L1),

    // oauth2-proxy, pkg/app/pagewriter/sign_in.html and error.html; pkg/cookies/csrf.go: that cookie is set only where
    // a login begins; docs/configuration/sessions.md: "_oauth2_proxy" by default
    wrotePage("oauth2-proxy"_L1, "github.com/oauth2-proxy/oauth2-proxy#oauth2_proxy"_L1),
    wroteCookie("oauth2-proxy"_L1, "_oauth2_proxy_csrf"_L1),
    passedCookie("oauth2-proxy"_L1, "_oauth2_proxy"_L1),
    // Traefik, documentation of its BasicAuth and DigestAuth: realm, "traefik" by default
    wroteHeader("Traefik"_L1, "www-authenticate"_L1, R"(realm="traefik")"_L1),
    // Envoy (Istio's proxies too): source/extensions/filters/http/rbac/rbac_filter.cc, local_ratelimit.cc,
    // source/common/router/router.cc, jwt_verify_lib src/status.cc
    wroteText("Envoy"_L1, "RBAC: access denied"_L1),
    wroteText("Envoy"_L1, "Jwt is missing"_L1),
    wroteText("Envoy"_L1, "Jwt is expired"_L1),
    wroteText("Envoy"_L1, "Jwt is not in the form of Header.Payload.Signature"_L1),
    wroteText("Envoy"_L1, "Jwt issuer is not configured"_L1),
    wroteText("Envoy"_L1, "Jwt verification fails"_L1),
    wroteText("Envoy"_L1, "Audiences in Jwt are not allowed"_L1),
    wroteText("Envoy"_L1, "local_rate_limited"_L1),
    wroteText("Envoy"_L1, "no healthy upstream"_L1),
    wroteText("Envoy"_L1, "upstream connect error or disconnect/reset before headers"_L1),
    passed("Istio"_L1, "server"_L1, "istio-envoy"_L1),
    // HAProxy, src/http.c: http_err_msgs, HTTP_401_fmt, HTTP_407_fmt
    wrotePage("HAProxy"_L1, "You need a valid user and password to access this content."_L1),
    wrotePage("HAProxy"_L1, "Request forbidden by administrative rules."_L1),
    wrotePage("HAProxy"_L1, "No server is available to handle this request."_L1),
    wrotePage("HAProxy"_L1, "The server returned an invalid or incomplete response."_L1),
    wrotePage("HAProxy"_L1, "The server didn't respond in time."_L1),
    // Varnish, bin/varnishd/builtin.vcl, vcl_backend_error
    wrotePage("Varnish"_L1, "<p>Varnish cache server</p>"_L1),
    passed("Varnish"_L1, "x-varnish"_L1),
    // OpenResty and nginx, src/http/ngx_http_special_response.c: the end of every error page of theirs; as a proxy,
    // they replace the Server header of what they pass on
    wrotePage("OpenResty"_L1, "<hr><center>openresty"_L1),
    passed("OpenResty"_L1, "server"_L1, "openresty"_L1),
    wrotePage("nginx"_L1, "<hr><center>nginx"_L1),
    passed("nginx"_L1, "server"_L1, "nginx"_L1),
    // Apache httpd, server/core.c, ap_psignature
    wrotePage("Apache httpd"_L1, "<address>Apache"_L1),
    // Caddy, documentation of reverse_proxy; its own errors have no body
    passed("Caddy"_L1, "via"_L1, "Caddy"_L1),
    passed("Caddy"_L1, "server"_L1, "Caddy"_L1),

    // Something in front, no telling which: a proxy's challenge; Kong's sentence, which others say as well; whoever
    // speaks of a JWT, of which Cohere knows none
    wroteHeader({}, "proxy-authenticate"_L1),
    wroteMember({}, "message"_L1, "invalid authentication credentials"_L1),
    wroteMember({}, "message"_L1, "jwt"_L1),
};

bool isMet(const Sign &row, const ProbeReply &reply)
{
    return row.alsoHeader.isEmpty()
        || std::any_of(reply.headers.begin(), reply.headers.end(),
            [&row](const auto &header) { return QLatin1String(header.first) == row.alsoHeader; });
}

/// "error.message" in {"error": {"message": "…"}}; empty where there is none. A number is read as its digits.
QString memberText(const QJsonObject &object, QLatin1String path)
{
    const QString names = path;
    QJsonValue value = object;
    for (const QString &name : names.split(u'.'))
        value = value.toObject().value(name);
    return value.toVariant().toString();
}

bool fitsHeader(const Sign &row, const std::pair<QByteArray, QByteArray> &header, const QString &value)
{
    if (row.place == Sign::Place::Cookie)
        return header.first == "set-cookie" && value.startsWith(row.text, Qt::CaseInsensitive);
    return row.place == Sign::Place::Header && QLatin1String(header.first) == row.name
        && value.contains(row.text, Qt::CaseInsensitive);
}

/// How the sign is shown, where it is in the body; empty where it is not.
QString evidenceInBody(const Sign &row, const ReplyBody &body, const QString &page)
{
    if (row.place == Sign::Place::Page && page.contains(row.text, Qt::CaseInsensitive))
        return row.text;
    if (row.place == Sign::Place::Text && body.kind == ReplyBody::Kind::Text
        && body.message.contains(row.text, Qt::CaseInsensitive))
        return row.text;
    if (row.place != Sign::Place::Member || body.kind != ReplyBody::Kind::JsonObject)
        return {};
    const QString member = memberText(body.object, row.name);
    if (member.isEmpty() || !member.contains(row.text, Qt::CaseInsensitive))
        return {};
    return row.name + ": "_L1 + (row.text.isEmpty() ? member : QString(row.text));
}

} // namespace

std::span<const GatewaySign> allGatewaySigns()
{
    return gatewaySigns;
}

std::vector<SeenSign> signsInHeader(const ProbeReply &reply, const std::pair<QByteArray, QByteArray> &header)
{
    std::vector<SeenSign> seen;
    const QString value = QString::fromUtf8(header.second);
    for (const Sign &row : gatewaySigns) {
        if (!fitsHeader(row, header, value) || !isMet(row, reply))
            continue;
        // A cookie's value may be a session.
        const QString shown = row.place == Sign::Place::Cookie ? value.section(u'=', 0, 0) : value;
        seen.push_back({&row, QString::fromUtf8(header.first) + ": "_L1 + shown});
    }
    return seen;
}

std::vector<SeenSign> signsInBody(const ProbeReply &reply, const ReplyBody &body)
{
    std::vector<SeenSign> seen;
    const bool isPage = body.kind == ReplyBody::Kind::Markup;
    const QString page = isPage ? QString::fromLatin1(reply.body.left(longestPage)) : QString();
    for (const Sign &row : gatewaySigns) {
        const QString evidence = evidenceInBody(row, body, page);
        if (!evidence.isEmpty() && isMet(row, reply))
            seen.push_back({&row, evidence});
    }
    return seen;
}

} // namespace probe
