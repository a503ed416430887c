// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/message/HttpReplyParser.h"
#include "probe/route/TlsRun.h"

namespace probe {

/// Sends one request with the key, once, and reads the reply. Follows no redirect, answers no login, keeps no
/// cookie, sends nothing a second time.
class HttpRun : public TlsRun {
    Q_OBJECT
public:
    using TlsRun::TlsRun;

protected:
    void begin() override;
    void ready() override;
    void onError(QAbstractSocket::SocketError error) override;
    void release() override;
    [[nodiscard]] NetworkFailure timeoutFailure() const override;

private:
    void readAvailable();
    void finishWithReply();

    HttpReplyParser m_parser;
    bool m_sent = false;
};

} // namespace probe
