// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/TestKeys.h"
#include "probe/reply/Gateways.h"
#include "probe/reply/ReplyReader.h"

#include <QSet>
#include <QTimeZone>

using probe::Answerer;
using probe::Meaning;
using probe::ProbeId;
using Headers = QList<std::pair<QByteArray, QByteArray>>;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a reply must be read as.
struct Expected {
    Meaning meaning = Meaning::OtherStatus;
    Answerer answerer = Answerer::Unclear;
    bool keyAccepted = false;
    QString gateway;
    QStringList passedBy;
};

struct Row {
    const char *name = nullptr; ///< where the reply was seen, and what it is
    int status = 0;
    Headers headers;
    QByteArray body;
    Expected expected;
    ProbeId id = ProbeId::Rerank;
};

const QDateTime noon(QDate(2026, 8, 1), QTime(12, 0), QTimeZone::utc());

/// As Cohere's replies carry them (public threads).
const Headers coheresHeaders{{"server", "envoy"}, {"via", "1.1 google"}, {"x-envoy-upstream-service-time", "5"},
    {"content-type", "application/json"}};

const QByteArray oneResult = R"({"results":[{"index":0,"relevance_score":0.9}]})";

QByteArray message(const QByteArray &text)
{
    return R"({"message":")" + text + "\"}";
}

/// Cohere's own reply, without the trace header: its words alone must do.
Row cohere(const char *name, int status, const QByteArray &words, Meaning meaning, bool keyAccepted = false)
{
    return {name, status, coheresHeaders, message(words), {meaning, Answerer::Cohere, keyAccepted, {}, {}}};
}

/// A known gateway wrote it: never Cohere's, and never a word about the key.
Row wrote(const char *name, int status, const Headers &headers, const QByteArray &body, const QString &gateway,
    Meaning meaning, const QStringList &passedBy = {})
{
    return {name, status, headers, body, {meaning, Answerer::SomethingInFront, false, gateway, passedBy}};
}

Row unknown(const char *name, int status, const Headers &headers, const QByteArray &body, Answerer answerer,
    Meaning meaning, const QStringList &passedBy = {})
{
    return {name, status, headers, body, {meaning, answerer, false, {}, passedBy}};
}

/// Cohere, "Errors" page and OpenAPI file (2026-08); the messages that neither has are from threads of its SDKs.
QList<Row> coheresRows()
{
    const QByteArray results = R"({"id":"x","results":[{"index":0,"relevance_score":0.9}]})";
    return {
        {"reference of /v2/rerank: results", 200, coheresHeaders, results,
            {Meaning::RerankResults, Answerer::Cohere, true, {}, {}}},
        {"reference of /v1/check-api-key: valid", 200, coheresHeaders, R"({"valid":true})",
            {Meaning::KeyValid, Answerer::Cohere, true, {}, {}}, ProbeId::CheckApiKey},
        {"reference of /v1/check-api-key: not valid", 200, coheresHeaders, R"({"valid":false})",
            {Meaning::KeyInvalid, Answerer::Cohere, false, {}, {}}, ProbeId::CheckApiKey},
        cohere("errors page, 401: none", 401, "no api key supplied", Meaning::NoKeyArrived),
        cohere("errors page, 401: unknown", 401, "invalid api token", Meaning::KeyUnknown),
        cohere("errors page, 401: expired", 401,
            "Your API key has expired. Please create a production key at dashboard.cohere.com or contact us",
            Meaning::KeyExpired),
        cohere("SDK threads, 402: payment", 402, "Please add or update your payment method at dashboard.cohere.com",
            Meaning::Billing, true),
        cohere("SDK threads, 402: limit", 402,
            "Maximum billing reached for this API key as set in your dashboard, please go to it", Meaning::Billing,
            true),
        {"OpenAPI file, 403: permissions, by its id", 403, coheresHeaders,
            R"({"id":"0d4a2f5e-7c1b-4e6a-9b57-3f6f0c2a1d11","message":"the user may not do that"})",
            {Meaning::Forbidden, Answerer::Cohere, false, {}, {}}},
        unknown("public threads, 403: the edge", 403, {{"via", "1.1 google"}},
            "<!doctype html><meta charset=\"utf-8\"><meta name=viewport content=\"width=device-width, "
            "initial-scale=1\"><title>403</title>403 Forbidden",
            Answerer::SomethingInFront, Meaning::EdgeBlocked),
        cohere("errors page, 404: model", 404,
            "model 'xyz' not found, make sure the correct model ID was used and that you have access to the model.",
            Meaning::ModelNotFound, true),
        cohere("SDK threads, 404: removed", 404, "model 'command-r-plus' was removed on September 15, 2025. See …",
            Meaning::ModelNotFound, true),
        unknown("SDK threads, 404: no such page", 404, {{"server", "envoy"}}, "404 page not found\n", Answerer::Unclear,
            Meaning::PathNotFound),
        cohere("errors page, 404: path", 404, "invalid url at /v2/v2/rerank", Meaning::PathNotFound),
        cohere("errors page, 400", 400, "invalid request: list of documents must not be empty", Meaning::RequestInvalid,
            true),
        cohere("errors page, 422", 422, "unknown field: parameter 'top_k' is not a valid field.",
            Meaning::RequestInvalid, true),
        cohere("errors page, 429: trial", 429,
            "You are using a Trial key, which is limited to 10 API calls / minute. You can continue",
            Meaning::RateLimited, true),
        cohere("errors page, 429: minute", 429, "You are past the per minute request limit, please wait",
            Meaning::RateLimited, true),
        cohere("errors page, 429: wait", 429, "Please wait and try again later", Meaning::RateLimited, true),
        cohere("errors page, 429: tokens", 429, "trial token rate limit exceeded, limit is 100000 tokens per minute",
            Meaning::RateLimited, true),
        cohere("errors page, 429: month", 429,
            "You are using a Trial key, which is limited to 1000 API calls / month. You can upgrade",
            Meaning::QuotaUsedUp, true),
        cohere("errors page, 498: the text, not the key", 498, "blocked input: deny-listed token",
            Meaning::ContentBlocked, true),
        cohere("errors page, 499", 499, "request cancelled", Meaning::ServiceError),
        cohere("errors page, 500", 500, "internal server error, this has been reported to our developers. id 0d4a2f5e",
            Meaning::ServiceError),
        {"503 with Cohere's trace header", 503, {{"x-debug-trace-id", "0af76519"}}, message("try again"),
            {Meaning::ServiceError, Answerer::Cohere, false, {}, {}}},
    };
}

/// Gateways for APIs and for models.
QList<Row> gatewayRows()
{
    return {
        wrote("Kong, key-auth/handler.lua: no key", 401, {{"www-authenticate", "Key realm=\"kong\""}},
            R"({"message":"No API key found in request","request_id":"2e0dbd1ac29f85282b68067dc25f032e"})", u"Kong"_s,
            Meaning::OtherUnauthorized),
        wrote("Kong, its sentence alone", 401, {}, message("No API key found in request"), u"Kong"_s,
            Meaning::OtherUnauthorized),
        wrote("Kong, runloop/handler.lua: no route", 404,
            {{"x-kong-response-latency", "0"}, {"server", "kong/3.10.0.1-enterprise-edition"}},
            message("no Route matched with those values"), u"Kong"_s, Meaning::PathNotFound),
        wrote("Kong, rate-limiting/handler.lua", 429, {{"x-kong-response-latency", "2"}, {"retry-after", "54"}},
            message("API rate limit exceeded"), u"Kong"_s, Meaning::RateLimited),
        wrote("Kong, acl/handler.lua", 403, {}, message("You cannot consume this service"), u"Kong"_s,
            Meaning::Forbidden),
        wrote("APISIX, key-auth.lua: none", 401, {{"server", "APISIX/3.2.2"}},
            message("Missing API key found in request"), u"Apache APISIX"_s, Meaning::OtherUnauthorized),
        wrote("APISIX, key-auth.lua: unknown", 401, {}, message("Invalid API key in request"), u"Apache APISIX"_s,
            Meaning::OtherUnauthorized),
        wrote("Tyk, mw_auth_key.go: none", 401, {{"x-generator", "tyk.io"}},
            R"({"error":"Authorization field missing"})", u"Tyk"_s, Meaning::OtherUnauthorized),
        wrote("Tyk, mw_auth_key.go: unknown", 403, {}, R"({"error": "Access to this API has been disallowed"})",
            u"Tyk"_s, Meaning::Forbidden),
        wrote("Apigee, Verify API Key: unknown", 401, {},
            R"({"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}})",
            u"Apigee"_s, Meaning::OtherUnauthorized),
        wrote("WSO2 API Manager, error codes", 401, {},
            R"({"fault":{"code":900901,"message":"Invalid Credentials","description":"Make sure …"}})",
            u"WSO2 API Manager"_s, Meaning::OtherUnauthorized),
        wrote("LiteLLM, issue 5146: no Bearer", 401, {{"server", "uvicorn"}},
            R"({"error":{"message":"Authentication Error, Malformed API Key passed in. Ensure Key has `Bearer ` )"
            R"(prefix. Passed in: x","type":"auth_error","param":"None","code":"401"}})",
            u"LiteLLM"_s, Meaning::OtherUnauthorized),
        wrote("LiteLLM, issue 39757: unknown", 401, {},
            R"({"error":{"message":"Authentication Error, Invalid proxy server token passed. Unable to find token)"
            R"(","type":"token_not_found_in_db","param":"key","code":"401"}})",
            u"LiteLLM"_s, Meaning::OtherUnauthorized),
        wrote("LiteLLM: what Cohere said to it, not to us", 401, {{"x-litellm-call-id", "1"}},
            R"({"error":{"message":"litellm.AuthenticationError: CohereException - {\"message\":\"invalid api )"
            R"(token\"}","type":null,"param":null,"code":"401"}})",
            u"LiteLLM"_s, Meaning::OtherUnauthorized),
        wrote("Open WebUI, constants.py", 401, {},
            R"({"detail":"Your session has expired or the token is invalid. Please sign in again."})", u"Open WebUI"_s,
            Meaning::OtherUnauthorized),
        wrote("Azure API Management, Subscriptions: none", 401,
            {{"www-authenticate",
                "AzureApiManagementKey realm=\"https://x.azure-api.net/echo\",name=\"Ocp-Apim-"
                "Subscription-Key\",type=\"header\""}},
            R"({"statusCode":401,"message":"Access denied due to missing subscription key. Make sure to include )"
            R"(subscription key when making requests to an API."})",
            u"Azure API Management"_s, Meaning::OtherUnauthorized),
        wrote("Azure API Management, Subscriptions: unknown", 401, {},
            R"({"statusCode":401,"message":"Access denied due to invalid subscription key. Make sure to provide a )"
            R"(valid key for an active subscription."})",
            u"Azure API Management"_s, Meaning::OtherUnauthorized),
        wrote("Azure AI services, public replies", 401, {},
            R"({"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API )"
            R"(endpoint. Make sure to provide a valid key for an active subscription"}})",
            u"Azure AI services"_s, Meaning::OtherUnauthorized),
        wrote("AWS API Gateway, Gateway responses", 403,
            {{"x-amzn-requestid", "3aa6efbe"}, {"x-amz-apigw-id", "Rtv0-HmFoAMEm8g="},
                {"x-amzn-errortype", "ForbiddenException"}, {"via", "1.1 6e44.cloudfront.net (CloudFront)"},
                {"x-amz-cf-id", "MiZe"}},
            message("Forbidden"), u"AWS API Gateway"_s, Meaning::Forbidden, {u"Amazon CloudFront"_s}),
        wrote("AWS API Gateway, its sentence alone", 403, {}, message("Missing Authentication Token"),
            u"AWS API Gateway"_s, Meaning::Forbidden),
        wrote("Amazon Bedrock: an AWS service, no telling which", 403,
            {{"x-amzn-errortype", "UnrecognizedClientException"}},
            message("The security token included in the request is invalid."), u"Amazon Web Services"_s,
            Meaning::Forbidden),
        wrote("Google Identity-Aware Proxy, documentation", 401, {{"x-goog-iap-generated-response", "true"}},
            "Invalid IAP credentials: Unable to parse JWT", u"Google Identity-Aware Proxy"_s,
            Meaning::OtherUnauthorized),
        wrote("Google Cloud Endpoints, public replies", 401, {{"server", "Google Frontend"}},
            R"({"code":16,"message":"Method doesn't allow unregistered callers (callers without established )"
            R"(identity). Please use API Key"})",
            u"Google Cloud"_s, Meaning::OtherUnauthorized),
    };
}

/// Servers, proxies, edges and login pages.
QList<Row> frontRows()
{
    const QByteArray nginx401 = "<html>\r\n<head><title>401 Authorization Required</title></head>\r\n<body>\r\n"
                                "<center><h1>401 Authorization Required</h1></center>\r\n"
                                "<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n";
    return {
        wrote("nginx, ngx_http_special_response.c: 401", 401,
            {{"server", "nginx/1.22.1"}, {"www-authenticate", "Basic realm=\"Restricted\""}}, nginx401, u"nginx"_s,
            Meaning::OtherUnauthorized),
        wrote("nginx, ngx_http_special_response.c: 502", 502, {},
            "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center>"
            "<hr><center>nginx</center></body></html>",
            u"nginx"_s, Meaning::ServiceError),
        wrote("OpenResty, its error page", 403, {{"server", "openresty"}},
            "<html><body><center><h1>403 Forbidden</h1></center>\n<hr><center>openresty</center></body></html>",
            u"OpenResty"_s, Meaning::Forbidden),
        wrote("Apache httpd, server/core.c", 401, {{"server", "Apache/2.4.57 (Debian)"}},
            "<!DOCTYPE HTML><html><body><h1>Unauthorized</h1><hr><address>Apache/2.4.57 (Debian) Server at x Port "
            "80</address></body></html>",
            u"Apache httpd"_s, Meaning::OtherUnauthorized),
        wrote("HAProxy, http.c: 401", 401, {{"www-authenticate", "Basic realm=\"x\""}},
            "<html><body><h1>401 Unauthorized</h1>\nYou need a valid user and password to access this content.\n"
            "</body></html>\n",
            u"HAProxy"_s, Meaning::OtherUnauthorized),
        wrote("HAProxy, http.c: 503", 503, {},
            "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n"
            "</body></html>\n",
            u"HAProxy"_s, Meaning::ServiceError),
        wrote("Traefik, BasicAuth", 401, {{"www-authenticate", "Basic realm=\"traefik\""}}, "401 Unauthorized\n",
            u"Traefik"_s, Meaning::OtherUnauthorized),
        wrote("Envoy, rbac_filter.cc", 403, {{"server", "istio-envoy"}}, "RBAC: access denied", u"Envoy"_s,
            Meaning::Forbidden, {u"Istio"_s}),
        wrote("Envoy, jwt_verify_lib status.cc", 401, {{"www-authenticate", "Bearer realm=\"http://x/\""}},
            "Jwt is missing", u"Envoy"_s, Meaning::OtherUnauthorized),
        wrote("Envoy, router.cc", 503, {{"server", "envoy"}},
            "upstream connect error or disconnect/reset before headers. reset reason: connection failure", u"Envoy"_s,
            Meaning::ServiceError),
        wrote("Envoy, local_ratelimit.cc", 429, {}, "local_rate_limited", u"Envoy"_s, Meaning::RateLimited),
        wrote("AWS Application Load Balancer, public replies", 503, {{"server", "awselb/2.0"}},
            "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head></html>",
            u"AWS Application Load Balancer"_s, Meaning::ServiceError),
        wrote("Azure Application Gateway, public replies", 403, {{"server", "Microsoft-Azure-Application-Gateway/v2"}},
            "<html><body><center><h1>403 Forbidden</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2"
            "</center></body></html>",
            u"Azure Application Gateway"_s, Meaning::Forbidden),
        wrote("CloudFront, its error page", 403,
            {{"server", "CloudFront"}, {"x-cache", "Error from cloudfront"}, {"x-amz-cf-id", "TSbh"}},
            "<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY>Request blocked.<PRE>\n"
            "Generated by cloudfront (CloudFront)\nRequest ID: TSbh\n</PRE></BODY></HTML>",
            u"Amazon CloudFront"_s, Meaning::Forbidden),
        wrote("Cloudflare, Detect a Challenge Page response", 403,
            {{"server", "cloudflare"}, {"cf-ray", "8a1"}, {"cf-mitigated", "challenge"}},
            "<!DOCTYPE html><title>Just a moment...</title>", u"Cloudflare"_s, Meaning::Forbidden),
        wrote("Cloudflare, error 1020 as text", 403, {{"server", "cloudflare"}, {"cf-ray", "8a1"}}, "error code: 1020",
            u"Cloudflare"_s, Meaning::Forbidden),
        wrote("Cloudflare, error 522 as text: not Cohere's trouble", 522, {{"cf-ray", "8a1"}}, "error code: 522",
            u"Cloudflare"_s, Meaning::ServiceError),
        wrote("Cloudflare, its 5xx page: not Cohere's trouble", 502, {{"server", "cloudflare"}, {"cf-ray", "8a1"}},
            "<!DOCTYPE html><title>502: Bad gateway</title><div id=\"cf-error-details\">", u"Cloudflare"_s,
            Meaning::ServiceError),
        wrote("Cloudflare Access, its login", 302,
            {{"location", "https://team.cloudflareaccess.com/cdn-cgi/access/login/x?kid=1"}, {"cf-ray", "8a1"}}, {},
            u"Cloudflare Access"_s, Meaning::Redirect, {u"Cloudflare"_s}),
        wrote("Akamai, its refusal", 403, {{"server", "AkamaiGHost"}},
            "<HTML><HEAD>\n<TITLE>Access Denied</TITLE></HEAD><BODY>Reference&#32;&#35;18.x</BODY></HTML>", u"Akamai"_s,
            Meaning::Forbidden),
        wrote("Imperva, WAFW00F", 403, {{"set-cookie", "visid_incap_1=abc; path=/"}},
            "<html><iframe>Request unsuccessful. Incapsula incident ID: 1-2</iframe></html>", u"Imperva"_s,
            Meaning::Forbidden),
        wrote("F5 BIG-IP, WAFW00F", 200, {{"set-cookie", "BIGipServerpool=1.2; path=/"}},
            "<html><body>The requested URL was rejected. Please consult with your administrator.</body></html>",
            u"F5 BIG-IP"_s, Meaning::LoginPage),
        wrote("Zscaler, public replies", 403, {{"server", "Zscaler/6.2"}}, "<html><title>Internet Security by Zscaler",
            u"Zscaler"_s, Meaning::Forbidden),
        wrote("FortiGate, WAFW00F", 403, {}, "<html><h1>FortiGuard Intrusion Prevention - Access Blocked</h1></html>",
            u"FortiGate"_s, Meaning::Forbidden),
        wrote("Palo Alto, WAFW00F", 503, {}, "<html>Palo Alto Next Generation Security Platform</html>",
            u"Palo Alto Networks"_s, Meaning::ServiceError),
        wrote("Squid, errorpage.cc: 407", 407,
            {{"x-squid-error", "ERR_CACHE_ACCESS_DENIED 0"}, {"proxy-authenticate", "Basic realm=\"Squid\""},
                {"via", "1.1 host (squid/5.7)"}},
            "<!DOCTYPE html><html>", u"Squid"_s, Meaning::ProxyLogin),
        wrote("Squid, errorpage.cc: 403", 403, {{"x-squid-error", "ERR_ACCESS_DENIED 0"}}, "<html>", u"Squid"_s,
            Meaning::Forbidden),
        wrote("Tinyproxy, html-error.c: 407", 407,
            {{"server", "tinyproxy/1.11.1"}, {"proxy-authenticate", "Basic realm=\"Tinyproxy\""}}, "<html>",
            u"Tinyproxy"_s, Meaning::ProxyLogin),
        wrote("oauth2-proxy, sign_in.html", 403, {},
            "<!DOCTYPE html><p>Secured with <a href=\"https://github.com/oauth2-proxy/oauth2-proxy#oauth2_proxy\">",
            u"oauth2-proxy"_s, Meaning::Forbidden),
        wrote("oauth2-proxy, csrf.go: a login begins", 302,
            {{"set-cookie", "_oauth2_proxy_csrf=abc; Path=/; HttpOnly"}, {"location", "https://login.example/"}}, {},
            u"oauth2-proxy"_s, Meaning::Redirect),
        wrote("Varnish, builtin.vcl", 503, {{"x-varnish", "3"}, {"via", "1.1 varnish"}},
            "<!DOCTYPE html><h3>Guru Meditation:</h3><p>XID: 3</p><hr><p>Varnish cache server</p>", u"Varnish"_s,
            Meaning::ServiceError),
        wrote("ngrok, error codes", 404, {{"ngrok-error-code", "ERR_NGROK_3200"}}, "The endpoint is offline.",
            u"ngrok"_s, Meaning::PathNotFound),
    };
}

/// The other things that the same products say.
QList<Row> furtherRows()
{
    const auto text = [](const char *name, int status, const QByteArray &body, const QString &gateway,
                          Meaning meaning) { return wrote(name, status, {}, body, gateway, meaning); };
    const auto unauthorized = [&text](const char *name, const QByteArray &body, const QString &gateway) {
        return text(name, 401, body, gateway, Meaning::OtherUnauthorized);
    };
    const auto trouble = [&text](const char *name, int status, const QByteArray &words, const QString &gateway) {
        return text(name, status, "<html><body>" + words + "</body></html>", gateway, Meaning::ServiceError);
    };
    const auto forbidden = [&text](const char *name, const QByteArray &body, const QString &gateway) {
        return text(name, 403, body, gateway, Meaning::Forbidden);
    };
    return {
        unauthorized("LiteLLM, auth tests: none",
            R"({"error":{"message":"Authentication Error, No api key passed in.","type":"auth_error"}})", u"LiteLLM"_s),
        forbidden("Open WebUI, constants.py: keys are off",
            R"({"detail":"Use of API key is not enabled in the environment."})", u"Open WebUI"_s),
        unauthorized("Open WebUI, constants.py: none",
            R"({"detail":"Oops! The API key is missing. Please make sure to provide a valid API key to access"})",
            u"Open WebUI"_s),
        unauthorized("Kong, key-auth/handler.lua: two", message("Duplicate API key found"), u"Kong"_s),
        forbidden("AWS API Gateway: an authorizer's policy",
            R"({"Message":"User is not authorized to access this resource with an explicit deny"})",
            u"AWS API Gateway"_s),
        forbidden("AWS API Gateway: an authorizer's policy, HTTP API",
            message("User is not authorized to access this resource with an explicit deny in an identity-based policy"),
            u"AWS API Gateway"_s),
        forbidden("AWS, Common errors: signature",
            message("The request signature we calculated does not match the signature you provided."),
            u"Amazon Web Services"_s),
        forbidden("Google Cloud, its APIs",
            R"({"error":{"code":403,"message":"Method doesn't allow unregistered callers (callers without"}})",
            u"Google Cloud"_s),
        wrote("Cloudflare Access, its challenge", 401, {{"www-authenticate", "Cloudflare-Access resource_metadata="}},
            {}, u"Cloudflare Access"_s, Meaning::OtherUnauthorized),
        forbidden("Cloudflare, its refusal", "<html><title>Attention Required! | Cloudflare</title>", u"Cloudflare"_s),
        forbidden("Akamai, its refusal without a Server header",
            "<HTML><BODY>Reference #18.1<P>https://errors.edgesuite.net/18.1</BODY></HTML>", u"Akamai"_s),
        forbidden("Akamai, its refusal with escapes",
            "<HTML><BODY><P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;1</BODY></HTML>", u"Akamai"_s),
        forbidden(
            "FortiGate, WAFW00F: application control", "<html>FortiGate Application Control</html>", u"FortiGate"_s),
        forbidden("WatchGuard, WAFW00F", "<html>Request denied by WatchGuard Firewall.</html>", u"WatchGuard"_s),
        forbidden("HAProxy, http.c: 403",
            "<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>",
            u"HAProxy"_s),
        trouble("HAProxy, http.c: 502", 502, "The server returned an invalid or incomplete response.", u"HAProxy"_s),
        trouble("HAProxy, http.c: 504", 504, "The server didn't respond in time.", u"HAProxy"_s),
        unauthorized("Envoy, status.cc: expired", "Jwt is expired", u"Envoy"_s),
        unauthorized("Envoy, status.cc: a key is no JWT", "Jwt is not in the form of Header.Payload.Signature with two",
            u"Envoy"_s),
        unauthorized("Envoy, status.cc: issuer", "Jwt issuer is not configured", u"Envoy"_s),
        unauthorized("Envoy, status.cc: signature", "Jwt verification fails", u"Envoy"_s),
        forbidden("Envoy, status.cc: audience", "Audiences in Jwt are not allowed", u"Envoy"_s),
        text("Envoy, router.cc: nobody there", 503, "no healthy upstream", u"Envoy"_s, Meaning::ServiceError),
    };
}

/// More of the same: what the audit of the table found missing.
QList<Row> laterRows()
{
    const auto json = [](const char *name, int status, const QByteArray &body, const QString &gateway,
                          Meaning meaning) { return wrote(name, status, {}, body, gateway, meaning); };
    const auto header = [](const char *name, int status, const char *field, const char *value, const QString &gateway,
                            Meaning meaning) {
        return wrote(name, status, {{field, value}}, {}, gateway, meaning);
    };
    const auto page = [](const char *name, int status, const QByteArray &words, const QString &gateway,
                          Meaning meaning) {
        return wrote(name, status, {}, "<html><body>" + words + "</body></html>", gateway, meaning);
    };
    return {
        json("LiteLLM, exceptions.py: a budget", 400,
            R"({"error":{"message":"Budget has been exceeded! Current cost: 5.0, Max budget: 1.0",)"
            R"("type":"budget_exceeded","param":null,"code":"400"}})",
            u"LiteLLM"_s, Meaning::OtherUnauthorized),
        json("LiteLLM, exceptions.py: a user's budget, with 429", 429,
            R"({"error":{"message":"ExceededBudget: User=x over budget. Spend=51.0, Budget=50.0","code":"429"}})",
            u"LiteLLM"_s, Meaning::OtherUnauthorized),
        json("LiteLLM, auth_checks.py: its key has expired, not Cohere's", 401,
            R"({"error":{"message":"Authentication Error - Expired Key. Key Expiry time 2026-09-01","type":"expired_key"}})",
            u"LiteLLM"_s, Meaning::OtherUnauthorized),
        json("LiteLLM, ProxyErrorTypes: a model", 403,
            R"({"error":{"message":"key not allowed to access model","type":"key_model_access_denied"}})", u"LiteLLM"_s,
            Meaning::Forbidden),
        json("LiteLLM, ProxyErrorTypes: no database", 400,
            R"({"error":{"message":"Authentication Error, No connected db.","type":"no_db_connection"}})", u"LiteLLM"_s,
            Meaning::OtherUnauthorized),
        json("LiteLLM, auth_checks.py: blocked", 401,
            R"({"error":{"message":"Authentication Error, Key is blocked. Update via `/key/unblock` if you're an )"
            R"(admin.","type":"auth_error"}})",
            u"LiteLLM"_s, Meaning::OtherUnauthorized),
        json("One API, middleware/utils.go", 401,
            R"({"error":{"message":"Invalid token","type":"one_api_error"
    }
})",
            u"One API"_s, Meaning::OtherUnauthorized),
        json("New API, types/error.go", 401,
            R"({"error":{"code":"","message":"Invalid token","type":"new_api_error"}})", u"New API"_s,
            Meaning::OtherUnauthorized),
        json("Portkey, run here", 400,
            R"({"status":"failure","message":"Either x-portkey-config or x-portkey-provider header is required"})",
            u"Portkey"_s, Meaning::RequestInvalid),
        json("IBM API Connect, public replies", 401,
            R"({"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Client id not registered."})",
            u"IBM API Connect"_s, Meaning::OtherUnauthorized),
        header("MuleSoft, public replies", 401, "www-authenticate", "Client-ID-Enforcement", u"MuleSoft"_s,
            Meaning::OtherUnauthorized),
        json("WSO2 API Manager, issue 11049: without fault", 401,
            R"({"code":"900902","message":"Missing Credentials","description":"Invalid Credentials."})",
            u"WSO2 API Manager"_s, Meaning::OtherUnauthorized),
        json("Azure AI services, public replies: Entra", 401,
            R"({"error":{"code":"PermissionDenied","message":"Principal does not have access to API/Operation."}})",
            u"Azure AI services"_s, Meaning::OtherUnauthorized),
        json("Azure API Management, quota", 403,
            R"({"statusCode":403,"message":"Out of call volume quota. Quota will be replenished in 01:00:00."})",
            u"Azure API Management"_s, Meaning::Forbidden),
        json("Azure API Management, rate-limit", 429,
            R"({"statusCode":429,"message":"Rate limit is exceeded. Try again in 44 seconds."})",
            u"Azure API Management"_s, Meaning::RateLimited),
        header("Pinecone", 401, "x-pinecone-auth-rejected-reason", "Wrong API key", u"Pinecone"_s,
            Meaning::OtherUnauthorized),
        json("OpenRouter", 401, R"({"error":{"message":"No auth credentials found","code":401}})", u"OpenRouter"_s,
            Meaning::OtherUnauthorized),
        json("OpenAI", 401,
            R"({"error":{"message":"Incorrect API key provided: x. You can find your API key at )"
            R"(https://platform.openai.com/account/api-keys.","code":"invalid_api_key"}})",
            u"OpenAI"_s, Meaning::OtherUnauthorized),
        json("Cloudflare AI Gateway, cloudflare-docs 31050", 401,
            R"({"success":false,"error":[{"code":2009,"message":"Unauthorized"}],"name":"AiGatewayError"})",
            u"Cloudflare AI Gateway"_s, Meaning::OtherUnauthorized),
        wrote("Fastly, an unknown domain", 500, {}, "Fastly error: unknown domain: rerank.example.", u"Fastly"_s,
            Meaning::ServiceError),
        page("Sucuri, WAFW00F", 403, "<title>Sucuri WebSite Firewall - Access Denied</title>", u"Sucuri"_s,
            Meaning::Forbidden),
        header("Vercel", 404, "x-vercel-error", "DEPLOYMENT_NOT_FOUND", u"Vercel"_s, Meaning::PathNotFound),
        header("Vercel, its firewall", 403, "x-vercel-mitigated", "challenge", u"Vercel"_s, Meaning::Forbidden),
        page("Heroku", 503, R"(<iframe src="//www.herokucdn.com/error-pages/application-error.html">)", u"Heroku"_s,
            Meaning::ServiceError),
        header("Railway", 404, "x-railway-fallback", "true", u"Railway"_s, Meaning::PathNotFound),
        page("Zscaler, WAFW00F: its page", 403,
            "Your organization has selected Zscaler to protect you from internet threats.", u"Zscaler"_s,
            Meaning::Forbidden),
        header("Zscaler, its login", 307, "location", "https://gateway.zscaler.net:443/auT?origurl=x", u"Zscaler"_s,
            Meaning::Redirect),
        page("FortiGate, its page with 200", 200,
            "You have tried to access a web page which is in violation of your internet usage policy.", u"FortiGate"_s,
            Meaning::Forbidden),
        page("FortiGate, another page", 403, "Powered By FortiGuard", u"FortiGate"_s, Meaning::Forbidden),
        page("Palo Alto, its page with 503", 503,
            "Access to the web page you were trying to visit has been blocked in accordance with company policy.",
            u"Palo Alto Networks"_s, Meaning::Forbidden),
        header("Palo Alto, a redirect", 302, "location", "https://192.0.2.1:6082/php/urlblock.php?args=AAAA",
            u"Palo Alto Networks"_s, Meaning::Redirect),
        page("WatchGuard, its proxy", 403, "Request denied by WatchGuard HTTP Proxy.", u"WatchGuard"_s,
            Meaning::Forbidden),
        header("Forcepoint, a redirect", 302, "location", "http://192.0.2.1:15871/cgi-bin/blockpage.cgi?ws-session=1",
            u"Forcepoint"_s, Meaning::Redirect),
        page("Forcepoint, a frame", 403, R"(<iframe src="http://192.0.2.1:15871/cgi-bin/block_message.cgi">)",
            u"Forcepoint"_s, Meaning::Forbidden),
        header("Blue Coat, a redirect", 302, "location", "http://notify.bluecoat.com/notify-NotifyUser1",
            u"Blue Coat"_s, Meaning::Redirect),
        header("Cisco Umbrella, a redirect", 302, "location", "https://block.opendns.com/?url=1", u"Cisco Umbrella"_s,
            Meaning::Redirect),
        page("Sophos, WAFW00F", 403, "Powered by UTM Web Protection", u"Sophos"_s, Meaning::Forbidden),
        header("Barracuda, its firewall", 403, "server", "Barracuda/NGFirewall", u"Barracuda"_s, Meaning::Forbidden),
        page("Barracuda, its filter", 403, "<p>Redirecting you to Barracuda Web Filter.</p>", u"Barracuda"_s,
            Meaning::Forbidden),
        header("SonicWall, WAFW00F", 403, "server", "SonicWALL", u"SonicWall"_s, Meaning::Forbidden),
        page("Check Point", 403, "<title>Check Point UserCheck</title>", u"Check Point"_s, Meaning::Forbidden),
        header("authentik, its page", 404, "x-powered-by", "authentik", u"authentik"_s, Meaning::PathNotFound),
        header("authentik, a login begins", 302, "location", "https://auth.example/outpost.goauthentik.io/start?rd=x",
            u"authentik"_s, Meaning::Redirect),
        header("Authelia, a login begins", 302, "set-cookie", "authelia_session=x; path=/", u"Authelia"_s,
            Meaning::Redirect),
        header("Pomerium, headers.go", 401, "x-pomerium-intercepted-response", "true", u"Pomerium"_s,
            Meaning::OtherUnauthorized),
        page("HAProxy, http.c: 429", 429, "You have sent too many requests in a given amount of time.", u"HAProxy"_s,
            Meaning::RateLimited),
        page("Privoxy 3.0.34, run here", 503, "<title>503 - Connect failed (Privoxy@localhost)</title>", u"Privoxy"_s,
            Meaning::ServiceError),
        page("Apache Tomcat, ErrorReportValve", 401, "<h1>HTTP Status 401</h1><h3>Apache Tomcat/9.0.65</h3>",
            u"Apache Tomcat"_s, Meaning::OtherUnauthorized),
        json("Fastify, run here", 404,
            R"({"message":"Route POST:/v2/rerank not found","error":"Not Found","statusCode":404})", u"Fastify"_s,
            Meaning::PathNotFound),
    };
}

/// On the way, and not the writer: the reply stays whose it was.
QList<Row> passedRows()
{
    const QByteArray unknownKey = message("invalid api token");
    const auto coheresThrough = [&unknownKey](const char *name, const Headers &headers, const QStringList &passedBy) {
        return Row{name, 401, headers, unknownKey, {Meaning::KeyUnknown, Answerer::Cohere, false, {}, passedBy}};
    };
    return {
        coheresThrough(
            "Cohere's words through Cloudflare", {{"server", "cloudflare"}, {"cf-ray", "8a1"}}, {u"Cloudflare"_s}),
        coheresThrough("Cohere's words through Kong",
            {{"x-kong-upstream-latency", "5"}, {"x-kong-proxy-latency", "1"}, {"via", "1.1 kong/3.9.1"}}, {u"Kong"_s}),
        coheresThrough("Cohere's words through Azure Front Door", {{"x-azure-ref", "1"}}, {u"Azure Front Door"_s}),
        coheresThrough("Cohere's words through Tinyproxy", {{"via", "1.1 host (tinyproxy/1.11.1)"}}, {u"Tinyproxy"_s}),
        coheresThrough("Cohere's words through nginx", {{"server", "nginx"}}, {u"nginx"_s}),
        coheresThrough(
            "Cohere's words through Caddy", {{"server", "envoy"}, {"via", "1.1 google, 1.1 Caddy"}}, {u"Caddy"_s}),
        coheresThrough("Cohere's words through a Caddy that hides envoy", {{"server", "Caddy"}}, {u"Caddy"_s}),
        coheresThrough("Cohere's words through Squid", {{"via", "1.1 google, 1.1 host (squid/5.7)"}}, {u"Squid"_s}),
        coheresThrough("Cohere's words through KrakenD, Portkey and Fastly",
            {{"x-krakend", "Version 2.8.0"}, {"x-krakend-completed", "true"}, {"x-portkey-trace-id", "1"},
                {"x-portkey-last-used-option-index", "0"}, {"x-fastly-request-id", "2"}},
            {u"KrakenD"_s, u"Portkey"_s, u"Fastly"_s}),
        coheresThrough("Cohere's words, behind an oauth2-proxy's session", {{"set-cookie", "_oauth2_proxy=x; Path=/"}},
            {u"oauth2-proxy"_s}),
        coheresThrough("Cohere's words through One API, Gravitee and IBM DataPower",
            {{"x-oneapi-request-id", "1"}, {"x-gravitee-request-id", "1"}, {"x-gravitee-transaction-id", "1"},
                {"x-backside-transport", "OK OK"}},
            {u"One API"_s, u"Gravitee"_s, u"IBM DataPower"_s}),
        coheresThrough("Cohere's words through Azure AI services, an HTTP API of AWS and Google's front end",
            {{"apim-request-id", "1"}, {"apigw-requestid", "Z="}, {"server", "Google Frontend"}},
            {u"Azure AI services"_s, u"AWS API Gateway"_s, u"Google Cloud"_s}),
        coheresThrough("Cohere's words through hosts of programs",
            {{"x-vercel-id", "fra1::x"}, {"x-nf-request-id", "1"}, {"fly-request-id", "1"}, {"x-powered-by", "Express"},
                {"server", "Microsoft-IIS/10.0"}},
            {u"Vercel"_s, u"Netlify"_s, u"Fly.io"_s, u"Express"_s, u"IIS"_s}),
        coheresThrough("Cohere's words through a company's network",
            {{"via", "1.1 wsa.example:80 (Cisco-WSA/12.5.1-011)"}, {"x-sucuri-id", "1"},
                {"x-served-by", "cache-fra-eddf1"}},
            {u"Cisco Secure Web Appliance"_s, u"Sucuri"_s, u"Fastly"_s}),
        unknown("Hugging Face: on every reply of its own", 401, {{"x-powered-by", "huggingface-moon"}},
            R"({"error":"Invalid username or password."})", Answerer::SomethingInFront, Meaning::OtherUnauthorized,
            {u"Hugging Face"_s}),
        unknown("Oracle Cloud: on every reply of its own", 401, {{"opc-request-id", "1"}},
            R"({"code":"NotAuthenticated","message":"The required information was not provided."})",
            Answerer::SomethingInFront, Meaning::OtherUnauthorized, {u"Oracle Cloud"_s}),
        unknown("llama.cpp's server", 401, {{"server", "llama.cpp"}},
            R"({"error":{"code":401,"message":"Invalid API Key","type":"authentication_error"}})",
            Answerer::SomethingInFront, Meaning::OtherUnauthorized, {u"llama.cpp"_s}),
        {"results through LiteLLM", 200, {{"x-litellm-version", "1.83.3"}}, oneResult,
            {Meaning::RerankResults, Answerer::Cohere, true, {}, {u"LiteLLM"_s}}},
        {"results out of Kong's cache: whose they are is not clear", 200, {{"x-kong-response-latency", "1"}}, oneResult,
            {Meaning::RerankResults, Answerer::Unclear, true, {}, {u"Kong"_s}}},
        unknown("AWS API Gateway passed on what anything may say", 401, {{"x-amz-apigw-id", "R="}},
            message("Unauthorized"), Answerer::Unclear, Meaning::OtherUnauthorized, {u"AWS API Gateway"_s}),
        unknown("an own page behind nginx is not nginx's", 401, {{"server", "nginx"}}, "<html><h1>Sign in</h1></html>",
            Answerer::SomethingInFront, Meaning::OtherUnauthorized, {u"nginx"_s}),
        unknown("a page that has Cohere's trace header was changed on the way", 502, {{"x-debug-trace-id", "0af76519"}},
            "<html><hr><center>nginx</center></html>", Answerer::Unclear, Meaning::ServiceError, {u"nginx"_s}),
    };
}

/// Unknown ones, and those that try to look like another.
QList<Row> nastyRows()
{
    const auto front = Answerer::SomethingInFront;
    const QByteArray unknownKey = message("invalid api token");
    const QByteArray nul("{\"message\":\"a\0b\"}", 17);
    return {
        wrote("Cohere's words, written by Kong", 401, {{"x-kong-response-latency", "1"}}, unknownKey, u"Kong"_s,
            Meaning::KeyUnknown),
        wrote("Cohere's 429, written by Kong: proves nothing of the key", 429, {{"x-kong-response-latency", "1"}},
            message("Please wait and try again later"), u"Kong"_s, Meaning::RateLimited),
        {"Cohere may quote a gateway's sentence", 400, {},
            message("invalid request: unknown option 'No API key found in request'"),
            {Meaning::RequestInvalid, Answerer::Cohere, true, {}, {}}},
        unknown("Cohere's words with another login", 401, {{"www-authenticate", "Negotiate"}}, unknownKey,
            Answerer::Unclear, Meaning::KeyUnknown),
        unknown("Unauthorized alone: anybody's", 401, {}, message("Unauthorized"), Answerer::Unclear,
            Meaning::OtherUnauthorized),
        unknown("Forbidden alone: anybody's", 403, {}, message("Forbidden"), Answerer::Unclear, Meaning::Forbidden),
        unknown("Kong's sentence that others say too: some gateway", 401, {},
            message("Invalid authentication credentials"), front, Meaning::OtherUnauthorized),
        unknown("an unknown gateway's JWT", 401, {}, message("missing or malformed jwt"), front,
            Meaning::OtherUnauthorized),
        unknown("an empty 401", 401, {}, {}, Answerer::Unclear, Meaning::OtherUnauthorized),
        unknown("an empty 401 that envoy passed on", 401, {{"server", "envoy"}}, {}, Answerer::Unclear,
            Meaning::OtherUnauthorized),
        unknown(
            "1 MiB of blanks", 401, {}, QByteArray(1024 * 1024, ' '), Answerer::Unclear, Meaning::OtherUnauthorized),
        unknown("NUL bytes in the message", 401, {}, nul, Answerer::Unclear, Meaning::OtherUnauthorized),
        unknown("NUL bytes alone", 403, {}, QByteArray(1000, '\0'), front, Meaning::Forbidden),
        unknown("headers that are not UTF-8", 401, {{"server", "\xff\xc3\x28"}, {"www-authenticate", "\xff\xfe"}}, {},
            Answerer::Unclear, Meaning::OtherUnauthorized),
        unknown("a page for a 200", 200, {}, "<html><form>", front, Meaning::LoginPage),
        unknown("a list", 401, {}, R"([{"message":"invalid api token"}])", front, Meaning::OtherUnauthorized),
        unknown("OpenAI's shape", 401, {},
            R"({"error":{"message":"Incorrect API key provided","type":"invalid_request_error","param":null,)"
            R"("code":"invalid_api_key"}})",
            front, Meaning::OtherUnauthorized),
        unknown("FastAPI's words", 401, {}, R"({"detail":"Not authenticated"})", front, Meaning::OtherUnauthorized),
        unknown("NestJS's shape", 401, {}, R"({"statusCode":401,"message":"Unauthorized"})", front,
            Meaning::OtherUnauthorized),
        unknown(
            "Go's words, Traefik's as well", 404, {}, "404 page not found\n", Answerer::Unclear, Meaning::PathNotFound),
        unknown("a proxy that names itself nowhere", 407, {{"proxy-authenticate", "Basic"}}, {}, front,
            Meaning::ProxyLogin),
        unknown("a network's login, RFC 6585", 511, {}, "<html>", front, Meaning::LoginPage),
        unknown(
            "Cloudflare's words without Cloudflare's header", 502, {}, "error code: 502", front, Meaning::ServiceError),
        unknown(
            "a gateway's page, cut off in the middle", 401, {}, "<html><hr><cen", front, Meaning::OtherUnauthorized),
        unknown("a gateway's name beyond what is looked through", 401, {},
            "<html>" + QByteArray(64 * 1024, 'x') + "<hr><center>nginx", front, Meaning::OtherUnauthorized),
        unknown(
            "members that are no objects", 401, {}, R"({"fault":"x","error":[1]})", front, Meaning::OtherUnauthorized),
    };
}

QList<Row> allRows()
{
    return coheresRows() + gatewayRows() + frontRows() + furtherRows() + laterRows() + passedRows() + nastyRows();
}

probe::ProbeReply replyWith(int status, const Headers &headers, const QByteArray &body = {})
{
    probe::ProbeReply reply;
    reply.id = ProbeId::Rerank;
    reply.status = status;
    reply.headers = headers;
    reply.body = body;
    return reply;
}

} // namespace

Q_DECLARE_METATYPE(Row)
Q_DECLARE_METATYPE(Headers)

class TestReplyTable : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryReply_data();
    void readsEveryReply();
    void keepsNothingOfAKeyThatAReplyRepeats_data();
    void keepsNothingOfAKeyThatAReplyRepeats();
    void knowsManyGateways();
    void hasAReplyForEverySignOfTheTable();
    void spellsTheTableSoThatItCanFit();
    void showsTheSignsOfAGateway();
    void namesTheSchemesOfALogin_data();
    void namesTheSchemesOfALogin();
    void showsNoKeyAsAScheme();
    void tellsARedirectToALogin_data();
    void tellsARedirectToALogin();
    void saysWhenToTryAgain_data();
    void saysWhenToTryAgain();
    void countsFromTheServersTime();
};

void TestReplyTable::readsEveryReply_data()
{
    QTest::addColumn<Row>("row");
    const QList<Row> rows = allRows();
    for (const Row &row : rows)
        QTest::newRow(row.name) << row;
}

void TestReplyTable::readsEveryReply()
{
    QFETCH(const Row, row);
    probe::ProbeReply reply = replyWith(row.status, row.headers, row.body);
    reply.id = row.id;
    const probe::Reading reading = probing::read(reply, testkeys::good, noon);
    QCOMPARE(static_cast<int>(reading.meaning), static_cast<int>(row.expected.meaning));
    QCOMPARE(static_cast<int>(reading.answerer), static_cast<int>(row.expected.answerer));
    QCOMPARE(reading.gateway, row.expected.gateway);
    QCOMPARE(reading.passedBy, row.expected.passedBy);
    QCOMPARE(reading.keyAccepted(), row.expected.keyAccepted);
}

void TestReplyTable::keepsNothingOfAKeyThatAReplyRepeats_data()
{
    readsEveryReply_data();
}

void TestReplyTable::keepsNothingOfAKeyThatAReplyRepeats()
{
    QFETCH(const Row, row);
    Headers headers = row.headers;
    for (auto &header : headers)
        header.second += ' ' + testkeys::good;
    headers.append({"x-kong-response-latency", testkeys::good});
    headers.append({"server", "nginx " + testkeys::good});
    headers.append({"set-cookie", "BIGipServer" + testkeys::good + "=1"});
    headers.append({"www-authenticate", testkeys::good});
    QByteArray body = row.body;
    body.replace("\":\"", "\":\"" + testkeys::good + ' ');
    const probe::Reading reading = probing::read(replyWith(row.status, headers, body), testkeys::good, noon);
    const QStringList kept = reading.signs + reading.passedBy + reading.loginSchemes
        + QStringList{reading.message, reading.gateway, reading.redirectTarget};
    const QString text = kept.join(u'\n');
    const QString key = QString::fromLatin1(testkeys::good);
    for (qsizetype at = 0; at + 5 <= key.size(); ++at)
        QVERIFY2(!text.contains(key.mid(at, 5), Qt::CaseInsensitive), qPrintable(text));
    for (const QString &line : kept)
        QVERIFY(line.size() <= 300);
}

void TestReplyTable::knowsManyGateways()
{
    QSet<QString> names;
    const QList<Row> rows = allRows();
    for (const Row &row : rows)
        names += row.expected.gateway;
    names.remove(QString());
    QVERIFY(rows.size() >= 45);
    QVERIFY(names.size() >= 15);
}

void TestReplyTable::hasAReplyForEverySignOfTheTable()
{
    QSet<const probe::GatewaySign *> seen;
    const QList<Row> rows = allRows();
    for (const Row &row : rows) {
        const probe::ProbeReply reply = replyWith(row.status, row.headers, row.body);
        std::vector<probe::SeenSign> signs = probe::signsInBody(reply, probe::readBody(row.body));
        for (const auto &header : row.headers) {
            for (const probe::SeenSign &sign : probe::signsInHeader(reply, header))
                signs.push_back(sign);
        }
        for (const probe::SeenSign &sign : signs)
            seen += sign.row;
    }
    QStringList missing;
    for (const probe::GatewaySign &row : probe::allGatewaySigns()) {
        if (!seen.contains(&row))
            missing += QStringList{row.product, row.name, row.text}.join(u" | "_s);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestReplyTable::spellsTheTableSoThatItCanFit()
{
    using Place = probe::GatewaySign::Place;
    for (const probe::GatewaySign &row : probe::allGatewaySigns()) {
        const QString name = row.name;
        const bool named = row.place == Place::Header || row.place == Place::Member;
        QCOMPARE(!name.isEmpty(), named);
        QVERIFY2(row.place != Place::Header || name == name.toLower(), qPrintable(name));
        QVERIFY(named || !row.text.isEmpty());
        QCOMPARE(QString(row.alsoHeader), QString(row.alsoHeader).toLower());
        // What Cohere's own replies carry proves nothing.
        for (const auto &header : coheresHeaders)
            QVERIFY(row.place != Place::Header || name.toLatin1() != header.first
                || !QString::fromLatin1(header.second).contains(row.text));
    }
}

void TestReplyTable::showsTheSignsOfAGateway()
{
    const Headers headers{{"date", "Sat, 01 Aug 2026 12:00:00 GMT"}, {"server", "nginx/1.22.1"}, {"cf-ray", "8a1"},
        {"set-cookie", "BIGipServerpool=session; path=/"}};
    const QByteArray page = "<html><hr><center>nginx/1.22.1</center></html>";
    QCOMPARE(probing::read(replyWith(502, headers, page), {}, noon).signs,
        QStringList({u"server: nginx/1.22.1"_s, u"cf-ray: 8a1"_s, u"set-cookie: BIGipServerpool"_s, u"HTML"_s,
            u"<hr><center>nginx"_s}));
    QCOMPARE(probing::read(replyWith(401, {}, message("no api key found in request")), {}, noon).signs,
        QStringList(u"message: No API key found in request"_s));
    const Headers realm{{"www-authenticate", "Key realm=\"kong\""}};
    QCOMPARE(
        probing::read(replyWith(401, realm), {}, noon).signs, QStringList(u"www-authenticate: Key realm=\"kong\""_s));
    const QByteArray fault = R"({"fault":{"detail":{"errorcode":"oauth.v2.InvalidApiKey"}}})";
    QCOMPARE(probing::read(replyWith(401, {}, fault), {}, noon).signs,
        QStringList({u"{\"fault\": …}"_s, u"fault.detail.errorcode: oauth.v2.InvalidApiKey"_s}));
}

void TestReplyTable::namesTheSchemesOfALogin_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QStringList>("schemes");
    const auto row = [](const char *name, const Headers &headers, const QStringList &schemes) {
        QTest::newRow(name) << headers << schemes;
    };
    const auto one = [&row](const char *name, const QByteArray &value, const QStringList &schemes) {
        row(name, {{"proxy-authenticate", value}}, schemes);
    };
    one("one", "Basic realm=\"x\"", {u"Basic"_s});
    one("without parameters", "Negotiate", {u"Negotiate"_s});
    one("a token68", "Negotiate oRQwEqADCgEAoQsGCSqGSIb3EgECAg==", {u"Negotiate"_s});
    one("RFC 9110, 11.6.1: several in one line",
        R"(Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\"")", {u"Basic"_s, u"Newauth"_s});
    one("a scheme in a quoted string is none", R"(Digest realm="Basic, NTLM", qop="auth, auth-int", nonce=abc)",
        {u"Digest"_s});
    one("an escaped quote does not end the string", R"(Digest realm="a\", Basic x", nonce="b")", {u"Digest"_s});
    one("blanks around the equals sign", R"(Digest realm = "a" , nonce = "b", Basic realm= "c")",
        {u"Digest"_s, u"Basic"_s});
    one("empty elements", ", ,Basic,, NTLM ,", {u"Basic"_s, u"NTLM"_s});
    one("a string that never ends", "Digest realm=\"a, Basic", {u"Digest"_s});
    one("nothing", "", {});
    one("not a token", "\xff\xfe <script>, =, \"x\"", {});
    one("much too long", QByteArray(41, 'x'), {});
    one("more than a person reads", "a, b, c, d, e, f, g, h, i, j",
        {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s});
    row("each once, over several headers of both kinds",
        {{"proxy-authenticate", "Negotiate"}, {"proxy-authenticate", "NTLM, negotiate"},
            {"www-authenticate", "BASIC realm=\"x\""}, {"x-authenticate", "Digest"}},
        {u"Negotiate"_s, u"NTLM"_s, u"BASIC"_s});
    row("no such header", {{"server", "nginx"}}, {});
}

void TestReplyTable::namesTheSchemesOfALogin()
{
    QFETCH(const Headers, headers);
    QFETCH(const QStringList, schemes);
    QCOMPARE(probing::read(replyWith(407, headers), testkeys::good, noon).loginSchemes, schemes);
}

void TestReplyTable::showsNoKeyAsAScheme()
{
    const Headers headers{{"www-authenticate", testkeys::good + ", Basic"}};
    QCOMPARE(probing::read(replyWith(401, headers), testkeys::good, noon).loginSchemes,
        QStringList({u"[key]"_s, u"Basic"_s}));
}

void TestReplyTable::tellsARedirectToALogin_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<bool>("toLogin");
    const auto row = [](const char *name, const QByteArray &location, bool toLogin) {
        QTest::newRow(name) << location << toLogin;
    };
    row("OpenID Connect", "https://accounts.example/o/oauth2/v2/auth?client_id=1&redirect_uri=https%3A%2F%2Fx", true);
    row("Authelia", "https://auth.example/?rd=https%3A%2F%2Frerank.example%2Fv2%2Frerank&rm=POST", true);
    row("SAML", "https://sso.example/idp?SAMLRequest=abc", true);
    row("an own login on the same host", "/login?next=/v2/rerank", true);
    row("UniFi", "http://192.0.2.1:8880/guest/s/default/?ap=1&id=2", true);
    row("pfSense", "http://192.0.2.1:8002/index.php?zone=cp&redirurl=http%3A%2F%2Fx", true);
    row("to https", "https://rerank.example/v2/rerank", false);
    row("a slash at the end", "/v2/rerank/", false);
    row("another host", "https://www.rerank.example/v2/rerank", false);
    row("no address", "", false);
}

void TestReplyTable::tellsARedirectToALogin()
{
    QFETCH(const QByteArray, location);
    QFETCH(const bool, toLogin);
    QCOMPARE(probing::read(replyWith(302, {{"location", location}}), {}, noon).redirectsToLogin, toLogin);
    QVERIFY(!probing::read(replyWith(401, {{"location", location}}), {}, noon).redirectsToLogin);
}

void TestReplyTable::saysWhenToTryAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("seconds"); // -1: not known
    const auto row = [](const char *name, qint64 seconds, const Headers &headers, int status = 429,
                         const QByteArray &body = {}) { QTest::newRow(name) << status << headers << body << seconds; };
    const QByteArray month = message("You are using a Trial key, which is limited to 1000 API calls / month.");
    const auto openAi = [](const QByteArray &reset) {
        return Headers{{"x-ratelimit-remaining-requests", "0"}, {"x-ratelimit-reset-requests", reset}};
    };
    row("RFC 9110, 10.2.3: seconds", 120, {{"retry-after", "120"}});
    row("RFC 9110, 10.2.3: a date", 90, {{"retry-after", "Sat, 01 Aug 2026 12:01:30 GMT"}});
    row("RFC 9110, 5.6.7: a date of RFC 850", 90, {{"retry-after", "Saturday, 01-Aug-26 12:01:30 GMT"}});
    row("RFC 9110, 5.6.7: a date of asctime", 90, {{"retry-after", "Sat Aug  1 12:01:30 2026"}});
    row("a date that is past", -1, {{"retry-after", "Sat, 01 Aug 2026 11:59:00 GMT"}});
    row("at once: no one can wait for no time", -1, {{"retry-after", "0"}});
    row("at once, but the limit says more", 12, {{"retry-after", "0"}, {"ratelimit-reset", "12"}});
    row("blanks around it", 7, {{"retry-after", " 7 "}});
    row("a 503 says it too", 30, {{"retry-after", "30"}}, 503);
    row("a success does not", -1, {{"retry-after", "30"}}, 200);
    row("negative", -1, {{"retry-after", "-5"}});
    row("with a sign", -1, {{"retry-after", "+5"}});
    row("not a number", -1, {{"retry-after", "soon"}});
    row("a fraction, rounded up", 2, {{"retry-after", "1.5"}});
    row("two points", -1, {{"retry-after", "1.5.2"}});
    row("beyond any number", -1, {{"retry-after", "99999999999999999999"}});
    row("a day for a limit of a minute", 86400, {{"retry-after", "86400"}});
    row("more than a day for a limit of a minute", -1, {{"retry-after", "86401"}});
    row("more than a day for a limit of a month", 864000, {{"retry-after", "864000"}}, 429, month);
    row("more than a month for a limit of a month", -1, {{"retry-after", "2678401"}}, 429, month);
    row("a date in a hundred years", -1, {{"retry-after", "Sat, 01 Aug 2126 12:00:00 GMT"}});
    row("Azure OpenAI: milliseconds, rounded up", 2, {{"retry-after-ms", "1001"}});
    row("Kong, IETF draft 06: seconds", 54, {{"ratelimit-reset", "54"}, {"ratelimit-limit", "5"}});
    row("Envoy: seconds", 12, {{"x-ratelimit-reset", "12"}});
    row("GitHub: the second since 1970", 60, {{"x-ratelimit-reset", "1785585660"}});
    row("GitHub: a second that is past", -1, {{"x-ratelimit-reset", "1785585000"}});
    row("the millisecond since 1970", 60, {{"x-ratelimit-reset", "1785585660000"}});
    row("Okta: the second since 1970", 60, {{"x-rate-limit-reset", "1785585660"}});
    row("Discord: parts of a second", 65, {{"x-ratelimit-reset-after", "64.57"}});
    row("IETF draft 07", 30, {{"ratelimit", "limit=10, remaining=0, reset=30"}});
    row("IETF draft 07: the limit was not met", -1, {{"ratelimit", "limit=10, remaining=5, reset=30"}});
    row("IETF draft 08", 30, {{"ratelimit", "\"default\";r=0;t=30"}});
    row("IETF draft 08: blanks and a partition", 900, {{"ratelimit", "\"100-in-15min\"; r=0; t=900; pk=:Y2hlY2s=:"}});
    row("IETF draft 08: the one that was met", 30, {{"ratelimit", "\"minute\";r=0;t=30, \"day\";r=500;t=40000"}});
    row("IETF draft 08: the longest that was met", 4000, {{"ratelimit", "\"minute\";r=0;t=30, \"day\";r=0;t=4000"}});
    row("IETF draft 08: the longest that was met, in any order", 4000,
        {{"ratelimit", "\"day\";r=0;t=4000, \"minute\";r=0;t=30"}});
    row("IETF draft 08: no time", -1, {{"ratelimit", "\"default\";r=0"}});
    row("OpenAI: minutes and seconds", 360, openAi("6m0s"));
    row("OpenAI: milliseconds, rounded up", 1, openAi("12ms"));
    row("OpenAI: parts of a second", 2, openAi("1.5s"));
    row("OpenAI: hours", 3723, openAi("1h2m3s"));
    row("OpenAI: it was the other limit", 360,
        {{"x-ratelimit-remaining-requests", "59"}, {"x-ratelimit-reset-requests", "1s"},
            {"x-ratelimit-remaining-tokens", "0"}, {"x-ratelimit-reset-tokens", "6m0s"}});
    row("OpenAI: no telling which limit it was", -1, {{"x-ratelimit-reset-requests", "1s"}});
    row("no unit", -1, openAi("60"));
    row("no number", -1, openAi("ms"));
    row("too much of a duration", -1, openAi(QByteArray(30, '9') + 'h'));
    row("limits are of a 429 alone", -1, {{"ratelimit-reset", "54"}, {"x-ratelimit-reset", "54"}}, 503);
    row("Retry-After comes first", 5, {{"x-ratelimit-reset", "12"}, {"retry-after", "5"}});
    row("what cannot be read is passed over", 12, {{"retry-after", "soon"}, {"x-ratelimit-reset", "12"}});
    row("what cannot be is passed over", 12, {{"retry-after", "999999"}, {"x-ratelimit-reset", "12"}});
    row("none", -1, {});
    const auto says = [&](const char *text, qint64 seconds, const Headers &headers = {}, int status = 429) {
        row(text, seconds, headers, status, message(text));
    };
    says("Please try again in 30 seconds.", 30);
    says("Rate limit reached for requests. Limit: 3 / min. Please try again in 20s. Contact us", 20);
    says("Rate limit reached. Please try again in 6m0s.", 360);
    says("Please try again in 1.2s.", 2);
    says("Please retry after 60 seconds.", 60);
    says("try again in 350ms", 1);
    says("Please wait 2 minutes before the next call", 120);
    says("Please wait and try again later", -1);
    says("You are past the per minute request limit, please wait and try again later.", -1);
    says("You are using a Trial key, which is limited to 10 API calls / minute. You can continue", -1);
    says("trial token rate limit exceeded, limit is 100000 tokens per minute", -1);
    says("Retry up to 3 times", -1);
    says("Try again. 20 seconds have passed.", -1);
    says("Try again in 0 seconds", -1);
    says("Try again in 90000 seconds", -1);
    says("limited to 1000 API calls / month. Try again in 20 seconds.", -1);
    says("Headers come first: try again in 20s", 7, {{"retry-after", "7"}});
    says("It is trouble, no limit: try again in 20 seconds", -1, {}, 503);
}

void TestReplyTable::saysWhenToTryAgain()
{
    QFETCH(const int, status);
    QFETCH(const Headers, headers);
    QFETCH(const QByteArray, body);
    QFETCH(const qint64, seconds);
    const probe::Reading reading = probing::read(replyWith(status, headers, body), testkeys::good, noon);
    QCOMPARE(reading.retryAfterSeconds.value_or(-1), seconds);
}

void TestReplyTable::countsFromTheServersTime()
{
    // This computer's clock is an hour behind the server's; the minute to wait stays a minute.
    const Headers headers{{"date", "Sat, 01 Aug 2026 13:00:00 GMT"}, {"retry-after", "Sat, 01 Aug 2026 13:01:00 GMT"}};
    const probe::Reading reading = probing::read(replyWith(429, headers), testkeys::good, noon);
    QCOMPARE(reading.clockAheadSeconds.value_or(0), qint64{-3600});
    QCOMPARE(reading.retryAfterSeconds.value_or(-1), qint64{60});
}

QTEST_GUILESS_MAIN(TestReplyTable)
#include "tst_ReplyTable.moc"
