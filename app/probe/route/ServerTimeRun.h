// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/message/HttpReplyParser.h"
#include "probe/route/TlsRun.h"

namespace probe {

/// Asks a server for the time whose certificate has the wrong dates and no other fault: by this one can tell whether
/// the certificate or this computer's clock is wrong. It is the only probe that goes on in spite of an error of a
/// certificate, and never carries a key. Who answers is proven as ever: that an authority vouches for the certificate,
/// and that it is for this host. Any status will do; the reply has no body.
class ServerTimeRun final : public TlsRun {
    Q_OBJECT
public:
    using TlsRun::TlsRun;

protected:
    void begin() override;
    [[nodiscard]] QList<QSslError> passedOver(const QList<QSslError> &errors) const override;
    void ready() override;
    void onError(QAbstractSocket::SocketError error) override;
    void release() override;

private:
    void readAvailable();

    HttpReplyParser m_parser;
    bool m_sent = false;
};

} // namespace probe
