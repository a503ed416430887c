// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/FixRouteWords.h"

#include "words/FixWords.h"
#include "words/Visible.h"

namespace words {

using diagnosis::Act;
using diagnosis::FixContext;
using diagnosis::FixRoute;
using diagnosis::FixStep;

namespace {

/// "gateway.example:8443"
QString address(const QString &host, int port)
{
    const bool isVersion6 = host.contains(QLatin1Char(':'));
    return visible(isVersion6 ? QLatin1Char('[') + host + QLatin1Char(']') : host) + QLatin1Char(':')
        + QString::number(port);
}

QString serverOf(const FixContext &context)
{
    return address(context.host, context.route.port);
}

QString proxyOf(const FixRoute &route)
{
    return address(route.proxyHost, route.proxyPort);
}

QString askGatewayOwner(const FixContext &context)
{
    if (!context.route.atOwnServer())
        return FixWords::tr("Ask whoever runs the gateway which key it wants, and in which header. Gateways such as "
                            "LiteLLM give out keys of their own.");
    const QString server = serverOf(context);
    if (context.route.status == 0)
        //: %1 is an address, such as gateway.example:8443
        return FixWords::tr("Ask whoever runs the server which key it wants: gateways such as LiteLLM give out keys "
                            "of their own. You can send: “Which key does %1 want, and in which header?”")
            .arg(server);
    //: %1 is an address, such as gateway.example:8443, %2 an HTTP status
    return FixWords::tr("Ask whoever runs the server which key it wants: gateways such as LiteLLM give out keys of "
                        "their own. You can send, with the time of the test: “%1 answers %2 to POST /v2/rerank. "
                        "Which key does it want, and in which header?”")
        .arg(server, QString::number(context.route.status));
}

QString askToPassHeader(const FixContext &context)
{
    const QString server = serverOf(context);
    if (context.route.hasProxy())
        //: %1 is an address, such as gateway.example:8443, %2 that of a proxy
        return FixWords::tr("Ask whoever runs the proxy to pass the Authorization header on. You can send: “Calls to "
                            "%1 lose their Authorization header. They go through the proxy %2.”")
            .arg(server, proxyOf(context.route));
    if (context.route.atCohere())
        //: %1 is an address, such as gateway.example:8443
        return FixWords::tr("Ask whoever runs your network to pass the Authorization header on. You can send: “Calls "
                            "from this computer to %1 lose their Authorization header.”")
            .arg(server);
    const QString nginx =
        FixWords::tr("In nginx, the line is “proxy_set_header Authorization $http_authorization;”. It "
                     "holds the key, so it must not get into a log.");
    if (!context.route.atOwnServer())
        return FixWords::tr("Ask whoever runs the proxy or gateway to pass the Authorization header on.")
            + QLatin1Char(' ') + nginx;
    //: %1 is an address, such as gateway.example:8443
    return FixWords::tr("Ask whoever runs the server to pass the Authorization header on. You can send: “Calls to %1 "
                        "lose their Authorization header.”")
               .arg(server)
        + QLatin1Char(' ') + nginx;
}

QString askProxyOwner(const FixContext &context)
{
    const FixRoute &route = context.route;
    const QString server = serverOf(context);
    const QString proxy = proxyOf(route);
    if (route.proxyDenied && route.status != 0)
        //: %1 is the address of a proxy, such as proxy.example:3128, %2 an HTTP status, %3 an address
        return FixWords::tr("Ask whoever runs the proxy to let the call through. You can send, with the time of the "
                            "test: “The proxy %1 answers %2 to CONNECT for %3.”")
            .arg(proxy, QString::number(route.status), server);
    if (route.status != 0)
        //: %1 is an address, such as gateway.example:8443, %2 that of a proxy, %3 an HTTP status
        return FixWords::tr("Ask whoever runs the proxy to let the call through. You can send, with the time of the "
                            "test: “Calls to %1 through the proxy %2 are answered with %3, and not by Cohere.”")
            .arg(server, proxy, QString::number(route.status));
    //: %1 is an address, such as gateway.example:8443, %2 that of a proxy
    return FixWords::tr("Ask whoever runs the proxy to let the call through. You can send, with the time of the test: "
                        "“Programs get no whole answer from %1 through the proxy %2.”")
        .arg(server, proxy);
}

QString tellNetworkOwner(const FixContext &context)
{
    if (context.route.status == 0)
        //: %1 is an address, such as gateway.example:8443
        return FixWords::tr("Ask whoever runs your network to let the call through. You can send, with the time of the "
                            "test: “Calls from this computer to %1 are refused, and not by Cohere.”")
            .arg(serverOf(context));
    //: %1 is an address, such as gateway.example:8443, %2 an HTTP status
    return FixWords::tr("Ask whoever runs your network to let the call through. You can send, with the time of the "
                        "test: “Calls from this computer to %1 are answered with %2, and not by Cohere.”")
        .arg(serverOf(context), QString::number(context.route.status));
}

QString ofOthers(Act act, const FixContext &context)
{
    switch (act) {
    case Act::AskGatewayOwner:
        return askGatewayOwner(context);
    case Act::AskToPassHeader:
        return askToPassHeader(context);
    case Act::AskProxyOwner:
        return askProxyOwner(context);
    case Act::TellNetworkOwner:
        return tellNetworkOwner(context);
    case Act::TellServerOwner:
        //: %1 is an address, such as gateway.example:8443, %2 an HTTP status
        return FixWords::tr("If it stays so, tell whoever runs the server. You can send, with the time of the test: "
                            "“%1 answers %2 to POST /v2/rerank.”")
            .arg(serverOf(context), QString::number(context.route.status));
    case Act::CheckFirewall:
        if (context.route.base == FixRoute::Base::NotKnown)
            return FixWords::tr("Ask whoever runs your network whether a firewall keeps programs from reaching the "
                                "server.");
        //: %1 is an address, such as gateway.example:8443
        return FixWords::tr("Ask whoever runs your network whether a firewall is in the way. You can send, with the "
                            "time of the test: “Programs on this computer get no whole answer from %1.”")
            .arg(serverOf(context));
    default:
        return {};
    }
}

QString checkProxy(const FixRoute &route)
{
    if (!route.hasProxy())
        return FixWords::tr("See whether the name and the port of the proxy are right.");
    return route.proxyVariable.isEmpty()
        //: %1 is an address, such as gateway.example:8443
        ? FixWords::tr("See whether %1 is still the proxy of your network.").arg(proxyOf(route))
        //: %1 is an address, such as gateway.example:8443, %2 the name of an environment variable
        : FixWords::tr("See whether %1 is still the proxy of your network. If not, change or remove the variable %2.")
              .arg(proxyOf(route), visible(route.proxyVariable));
}

QString setProxyLogin(const FixStep &step, const FixRoute &route)
{
    if (step.command.isEmpty() && route.proxyIsSocks)
        return FixWords::tr("Give the proxy's user name and password where your program takes its proxy from. They "
                            "are your network's, not Cohere's.");
    if (step.command.isEmpty())
        return FixWords::tr("Give the proxy's user name and password where your program takes its proxy from, mostly "
                            "the variable HTTPS_PROXY: http://NAME:PASSWORD@proxy.example:3128. They are your "
                            "network's, not Cohere's.");
    //: %1 is the name of an environment variable
    return FixWords::tr("Put the login of the proxy into the variable %1: type its user name, a colon and its "
                        "password, and press Enter. Nothing is shown. They are your network's, not Cohere's. Signs "
                        "other than letters and digits must be percent-encoded, as in web addresses.")
        .arg(visible(route.proxyVariable));
}

QString askForLogin(const FixContext &context)
{
    const FixRoute &route = context.route;
    if (!route.proxyTakesPassword)
        //: %1 is the address of a proxy, such as proxy.example:3128, %2 that of a server
        return FixWords::tr("This proxy wants a kind of login that most programs do not know, so ask whoever runs your "
                            "network for another way. You can send: “Programs need a way through %1 to %2 with a plain "
                            "user name and password, or without a login.”")
            .arg(proxyOf(route), serverOf(context));
    return route.hasProxy()
        //: %1 is an address, such as gateway.example:8443
        ? FixWords::tr("If you do not have them, ask whoever runs your network for the login of the proxy %1.")
              .arg(proxyOf(route))
        : FixWords::tr("If you do not have them, ask whoever runs your network for the login of the proxy.");
}

QString ofProxy(const FixStep &step, const FixContext &context)
{
    switch (step.act) {
    case Act::CheckProxy:
        return checkProxy(context.route);
    case Act::LeaveProxy:
        return step.command.isEmpty()
            //: %1 is a host name
            ? FixWords::tr(
                "Without the proxy, the service answers. If your network allows that, add %1 to the variable "
                "NO_PROXY, where your program gets its variables.")
                  .arg(context.host)
            //: %1 is a host name
            : FixWords::tr("Without the proxy, the service answers. If your network allows that, let the programs of "
                           "this terminal reach %1 without it.")
                  .arg(context.host);
    case Act::NameProxy:
        return FixWords::tr(
            "If your network wants programs to use a proxy, a server in between, name it in the variable "
            "HTTPS_PROXY, such as http://proxy.example:3128. Node, from 22.21 on, wants "
            "NODE_USE_ENV_PROXY=1 as well; Java has -Dhttps.proxyHost and -Dhttps.proxyPort.");
    case Act::SetProxyLogin:
        return setProxyLogin(step, context.route);
    case Act::AskNetworkOwner:
        return askForLogin(context);
    default:
        return {};
    }
}

QString askForAuthority(const FixContext &context)
{
    if (context.route.atOwnServer() && !context.route.inspected)
        //: %1 is an address, such as gateway.example:8443
        return FixWords::tr("Ask whoever runs the server for the file with the authority of its certificate. You can "
                            "send: “The certificate of %1 comes from an authority that this computer does not know.”")
            .arg(serverOf(context));
    return context.route.issuer.isEmpty()
        ? FixWords::tr("Ask whoever runs your network whether it looks into connections, and for the file with the "
                       "authority of its certificates.")
        //: %1 is an address, such as gateway.example:8443, %2 the issuer of a certificate
        : FixWords::tr("Ask whoever runs your network whether it looks into connections, and for the file with the "
                       "authority of its certificates. You can send: “%2 has issued the certificate that "
                       "comes for %1.”")
              .arg(serverOf(context), visible(context.route.issuer));
}

QString tellOfCertificate(const FixContext &context)
{
    const bool dates = probe::isAboutDates(context.route.certificate);
    const QString server = serverOf(context);
    if (context.route.atOwnServer())
        return dates
            //: %1 is an address, such as gateway.example:8443
            ? FixWords::tr("Ask whoever runs the server to renew its certificate. You can send: “The certificate of "
                           "%1 is not valid at this date.”")
                  .arg(server)
            //: %1 is an address, such as gateway.example:8443
            : FixWords::tr("Ask whoever runs the server for the right name, or for a certificate that fits. You can "
                           "send: “The certificate of %1 is made for another name.”")
                  .arg(server);
    return dates
        //: %1 is an address, such as gateway.example:8443
        ? FixWords::tr("Ask whoever runs your network. You can send: “The certificate that comes for %1 is not valid "
                       "at this date.”")
              .arg(server)
        //: %1 is an address, such as gateway.example:8443
        : FixWords::tr("If that is not it, ask whoever runs your network. You can send: “The certificate that comes "
                       "for %1 is made for another name.”")
              .arg(server);
}

QString ofCertificate(Act act, const FixContext &context)
{
    switch (act) {
    case Act::AskForAuthority:
        return askForAuthority(context);
    case Act::GiveAuthority:
        return FixWords::tr("Test with that file, here company-authority.pem.");
    case Act::TrustAuthority:
        return FixWords::tr(
            "Let your program trust it as well: Cohere's SDK for Python reads the path of the file from "
            "SSL_CERT_FILE, Python's requests from REQUESTS_CA_BUNDLE, Node from NODE_EXTRA_CA_CERTS. "
            "The first two then trust this file alone. For Java: keytool -importcert -cacerts -file "
            "company-authority.pem.");
    case Act::KeepCertificateChecks:
        return FixWords::tr("Do not switch certificate checks off: then anyone on the way can read the key.");
    case Act::TellOfCertificate:
        return tellOfCertificate(context);
    default:
        return {};
    }
}

QString setClock(const FixContext &context)
{
    using diagnosis::Runtime;
    switch (context.runtime) {
    case Runtime::Docker:
    case Runtime::Compose:
    case Runtime::Kubernetes:
        return FixWords::tr("Let the computer that runs the container set its clock from the network: the container "
                            "has the same clock.");
    default:
        break;
    }
    return context.system == diagnosis::System::Windows
        ? FixWords::tr("Let the computer set its clock from the network, in a terminal that was opened as an "
                       "administrator.")
        : FixWords::tr("Let the computer set its clock from the network.");
}

QString checkHost(const FixContext &context)
{
    return context.route.base == FixRoute::Base::NotKnown
        ? FixWords::tr("See whether the name of the server is spelt right, where your program has it.")
        //: %1 is an address, such as gateway.example:8443
        : FixWords::tr("See whether %1 is the right address.").arg(serverOf(context));
}

QString ofConnection(Act act, const FixContext &context)
{
    switch (act) {
    case Act::SetClock:
        return setClock(context);
    case Act::CheckHostSpelling:
        return checkHost(context);
    case Act::LookUpHost:
        //: %1 is a host name
        return FixWords::tr("See whether this computer finds an address for %1.").arg(context.host);
    case Act::CheckConnection:
        return FixWords::tr("See whether other pages open in a browser. If none does, mend the connection first.");
    case Act::SignInToNetwork:
        return FixWords::tr("Open any page in a browser. If the network asks you to sign in, do so there.");
    case Act::TryOtherNetwork:
        return FixWords::tr("Try another network, such as a phone's, and without a VPN.");
    case Act::StartServer:
        //: %1 is a port
        return FixWords::tr("See whether the server runs on this computer, and listens on port %1. To a program in a "
                            "container, this computer is the container itself.")
            .arg(context.route.port);
    default:
        return {};
    }
}

QString ofTests(Act act, const FixContext &context)
{
    switch (act) {
    case Act::TestDirect:
        return context.route.hasProxy() && context.route.atCohere()
            ? FixWords::tr("Test the key without the proxy. If it works there, the key is good.")
            : FixWords::tr("If the key is from Cohere, test it at Cohere itself, with nothing in between. If it works "
                           "there, the key is good.");
    case Act::TestBaseUrl:
        return FixWords::tr("Test at that address.");
    case Act::UseHeader:
        //: %1 is a header, such as "X-API-Key: {key}"
        return FixWords::tr("Let your program send the key as “%1”; {key} stands for the key.").arg(context.header);
    case Act::TryOtherHeader:
        return context.header.isEmpty() ? FixWords::tr("Test with another header, such as X-API-Key.")
                                        : FixWords::tr("Test with that header.");
    default:
        return {};
    }
}

} // namespace

QString fixRouteSentence(const FixStep &step, const FixContext &context)
{
    for (const QString &part : {ofOthers(step.act, context), ofProxy(step, context), ofCertificate(step.act, context),
             ofConnection(step.act, context), ofTests(step.act, context)}) {
        if (!part.isEmpty())
            return part;
    }
    return {};
}

} // namespace words
