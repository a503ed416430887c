// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/reply/Gateways.h"

#include <array>

namespace probe {

namespace {

using namespace Qt::Literals::StringLiterals;

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
    // LiteLLM, litellm/exceptions.py, BudgetExceededError; proxy/_types.py, ProxyErrorTypes; proxy/auth/auth_checks.py
    wroteMember("LiteLLM"_L1, "error.message"_L1, "Budget has been exceeded! Current cost"_L1),
    wroteMember("LiteLLM"_L1, "error.message"_L1, "ExceededBudget:"_L1),
    wroteMember("LiteLLM"_L1, "error.message"_L1, "Expired Key. Key Expiry time"_L1),
    wroteMember("LiteLLM"_L1, "error.type"_L1, "_model_access_denied"_L1),
    wroteMember("LiteLLM"_L1, "error.type"_L1, "no_db_connection"_L1),
    wroteMember("LiteLLM"_L1, "error.message"_L1, "Key is blocked. Update via `/key/unblock`"_L1),
    // LiteLLM, litellm/proxy/common_request_processing.py, get_custom_headers
    passed("LiteLLM"_L1, "x-litellm-version"_L1),
    passed("LiteLLM"_L1, "x-litellm-call-id"_L1),
    // One API, middleware/utils.go and common/helper/key.go; New API, which grew out of it, types/error.go
    wroteMember("One API"_L1, "error.type"_L1, "one_api_error"_L1),
    wroteMember("New API"_L1, "error.type"_L1, "new_api_error"_L1),
    passed("One API"_L1, "x-oneapi-request-id"_L1),
    // Portkey, src/globals.ts, RESPONSE_HEADER_KEYS: on every reply
    passed("Portkey"_L1, "x-portkey-trace-id"_L1),
    // Portkey's gateway, run here (@portkey-ai/gateway 1.15)
    wroteMember("Portkey"_L1, "message"_L1, "x-portkey-config or x-portkey-provider header is required"_L1),
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
    // IBM API Connect, public replies: {"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Client id not
    // registered."}; WAFW00F, ibmdatapower.py
    wroteMember("IBM API Connect"_L1, "httpMessage"_L1),
    passed("IBM DataPower"_L1, "x-backside-transport"_L1),
    // MuleSoft, its client ID enforcement, public replies
    wroteHeader("MuleSoft"_L1, "www-authenticate"_L1, "Client-ID-Enforcement"_L1),
    // Gravitee, on every reply
    passed("Gravitee"_L1, "x-gravitee-request-id"_L1),
    passed("Gravitee"_L1, "x-gravitee-transaction-id"_L1),
    // WSO2 API Manager, documentation "API gateway error codes": {"fault":{"code":900901,"message":"Invalid
    // Credentials", …}}
    wroteMember("WSO2 API Manager"_L1, "fault.code"_L1, "9009"_L1),
    // the same without "fault" since 4.0 (wso2/product-apim, issues 11049 and 12620)
    wroteMember("WSO2 API Manager"_L1, "code"_L1, "90090"_L1),

    // Azure AI services and Azure OpenAI, public replies: {"error":{"code":"401","message":"Access denied due to
    // invalid subscription key or wrong API endpoint. …"}}
    wroteMember("Azure AI services"_L1, "error.message"_L1, "subscription key or wrong API endpoint"_L1),
    wroteMember("Azure AI services"_L1, "error.message"_L1, "Principal does not have access to API/Operation"_L1),
    passed("Azure AI services"_L1, "apim-request-id"_L1),
    // Azure API Management, documentation "Subscriptions in Azure API Management", and public replies
    wroteHeader("Azure API Management"_L1, "www-authenticate"_L1, "AzureApiManagementKey"_L1),
    wroteMember("Azure API Management"_L1, "message"_L1, "Access denied due to missing subscription key"_L1),
    wroteMember("Azure API Management"_L1, "message"_L1, "Access denied due to invalid subscription key"_L1),
    // its policies "quota" and "rate-limit", public replies
    wroteMember("Azure API Management"_L1, "message"_L1, "Out of call volume quota"_L1),
    wroteMember("Azure API Management"_L1, "message"_L1, "Rate limit is exceeded. Try again in"_L1),
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
    passed("AWS API Gateway"_L1, "apigw-requestid"_L1), // of its HTTP APIs
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

    // Google's front end, public replies of Cloud Run
    passed("Google Cloud"_L1, "server"_L1, "Google Frontend"_L1),

    // Other services for models, public replies; none of them takes a Cohere key
    passed("Hugging Face"_L1, "x-powered-by"_L1, "huggingface-moon"_L1),
    wroteHeader("Pinecone"_L1, "x-pinecone-auth-rejected-reason"_L1),
    wroteMember("OpenRouter"_L1, "error.message"_L1, "No auth credentials found"_L1),
    wroteMember("OpenAI"_L1, "error.message"_L1, "platform.openai.com"_L1),
    passed("Oracle Cloud"_L1, "opc-request-id"_L1),
    passed("llama.cpp"_L1, "server"_L1, "llama.cpp"_L1),

    // Cloudflare AI Gateway, cloudflare/cloudflare-docs, pull request 31050: {…,"name":"AiGatewayError"}
    wroteMember("Cloudflare AI Gateway"_L1, "name"_L1, "AiGatewayError"_L1),
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
    passed("Fastly"_L1, "x-served-by"_L1, "cache-"_L1),
    wroteText("Fastly"_L1, "Fastly error: "_L1),
    // Sucuri, WAFW00F, sucuri.py
    wrotePage("Sucuri"_L1, "Sucuri WebSite Firewall"_L1),
    passed("Sucuri"_L1, "x-sucuri-id"_L1),
    // ngrok, documentation, "ngrok error codes"
    wroteHeader("ngrok"_L1, "ngrok-error-code"_L1),

    // Hosts of other people's programs, public replies: what the platform says itself, and what it adds to the replies
    // of the programs
    wroteHeader("Vercel"_L1, "x-vercel-error"_L1),
    wroteHeader("Vercel"_L1, "x-vercel-mitigated"_L1),
    passed("Vercel"_L1, "x-vercel-id"_L1),
    passed("Netlify"_L1, "x-nf-request-id"_L1),
    wrotePage("Heroku"_L1, "herokucdn.com/error-pages"_L1),
    wroteHeader("Railway"_L1, "x-railway-fallback"_L1),
    passed("Fly.io"_L1, "fly-request-id"_L1),

    // Company networks: WAFW00F, zscaler.py, fortigate.py, fortiguard.py, paloalto.py, watchguard.py, f5bigipasm.py,
    // f5bigipltm.py, sophos.py, sonicwall.py; fingerprints_http.csv of ooni/blocking-fingerprints; Zscaler also from
    // public replies
    wroteHeader("Zscaler"_L1, "server"_L1, "Zscaler"_L1),
    wrotePage("Zscaler"_L1, "Internet Security by Zscaler"_L1),
    wrotePage("Zscaler"_L1, "Zscaler to protect you from internet threats"_L1),
    wroteHeader("Zscaler"_L1, "location"_L1, "://gateway.zscaler"_L1),
    wrotePage("FortiGate"_L1, "FortiGuard Intrusion Prevention"_L1),
    wrotePage("FortiGate"_L1, "FortiGate Application Control"_L1),
    wrotePage("FortiGate"_L1, "Powered by FortiGuard"_L1),
    wrotePage("FortiGate"_L1, "in violation of your internet usage policy"_L1),
    wrotePage("Palo Alto Networks"_L1, "Palo Alto Next Generation Security Platform"_L1),
    wrotePage("Palo Alto Networks"_L1, "has been blocked in accordance with company policy"_L1),
    wroteHeader("Palo Alto Networks"_L1, "location"_L1, "/php/urlblock.php?args="_L1),
    wrotePage("WatchGuard"_L1, "Request denied by WatchGuard Firewall"_L1),
    wrotePage("WatchGuard"_L1, "Request denied by WatchGuard HTTP Proxy"_L1),
    wroteHeader("Forcepoint"_L1, "location"_L1, ":15871/cgi-bin/block"_L1),
    wrotePage("Forcepoint"_L1, ":15871/cgi-bin/block"_L1),
    wroteHeader("Blue Coat"_L1, "location"_L1, "notify.bluecoat.com"_L1),
    wroteHeader("Cisco Umbrella"_L1, "location"_L1, "block.opendns.com"_L1),
    passed("Cisco Secure Web Appliance"_L1, "via"_L1, "(Cisco-WSA/"_L1),
    wrotePage("Sophos"_L1, "UTM Web Protection"_L1),
    wroteHeader("Barracuda"_L1, "server"_L1, "Barracuda"_L1),
    wrotePage("Barracuda"_L1, "Barracuda Web Filter"_L1),
    wroteHeader("SonicWall"_L1, "server"_L1, "SonicWALL"_L1),
    wrotePage("Check Point"_L1, "Check Point UserCheck"_L1),
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
    // authentik, public replies: its own pages, and where a login begins; Authelia, documentation of its session's
    // name;
    // Pomerium, internal/httputil/headers.go: on what it answers itself
    wroteHeader("authentik"_L1, "x-powered-by"_L1, "authentik"_L1),
    wroteHeader("authentik"_L1, "location"_L1, "/outpost.goauthentik.io/"_L1),
    wroteCookie("Authelia"_L1, "authelia_session"_L1),
    wroteHeader("Pomerium"_L1, "x-pomerium-intercepted-response"_L1),
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
    wrotePage("HAProxy"_L1, "You have sent too many requests in a given amount of time."_L1),
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

    // Privoxy 3.0.34, templates/mod-title and the titles of its pages, run here
    wrotePage("Privoxy"_L1, "(Privoxy@"_L1),
    // Apache Tomcat, org.apache.catalina.valves.ErrorReportValve
    wrotePage("Apache Tomcat"_L1, "<h3>Apache Tomcat"_L1),
    // IIS, public replies
    passed("IIS"_L1, "server"_L1, "Microsoft-IIS"_L1),
    // Fastify, lib/fourOhFour.js; Express, lib/application.js: on every reply, NestJS uses it
    wroteMember("Fastify"_L1, "message"_L1, "Route POST:"_L1),
    passed("Express"_L1, "x-powered-by"_L1, "Express"_L1),

    // Something in front, no telling which: a proxy's challenge; Kong's sentence, which others say as well; whoever
    // speaks of a JWT, of which Cohere knows none
    wroteHeader({}, "proxy-authenticate"_L1),
    wroteMember({}, "message"_L1, "invalid authentication credentials"_L1),
    wroteMember({}, "message"_L1, "jwt"_L1),
};

} // namespace

std::span<const GatewaySign> allGatewaySigns()
{
    return gatewaySigns;
}

} // namespace probe
