// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/NginxPeer.h"

std::unique_ptr<Peer> nginxPeer(const QByteArray &server)
{
    auto peer = std::make_unique<Peer>(QStringLiteral("nginx"),
        QStringList{QStringLiteral("-c"), QStringLiteral("{folder}/nginx.conf"), QStringLiteral("-e"),
            QStringLiteral("{folder}/error.log")});
    // One process, which a kill ends. "user" is passed over where it is not root that starts it.
    peer->addFile(QStringLiteral("nginx.conf"),
        "user {user};\ndaemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log info;\n"
        "events { worker_connections 64; }\nhttp {\n  access_log {folder}/access.log;\n"
        "  client_body_temp_path {folder}/body;\n  proxy_temp_path {folder}/proxy;\n"
        "  fastcgi_temp_path {folder}/fastcgi;\n  uwsgi_temp_path {folder}/uwsgi;\n  scgi_temp_path {folder}/scgi;\n"
        "  server {\n    listen 127.0.0.1:{port};\n"
            + server + "\n  }\n}\n");
    return peer;
}
