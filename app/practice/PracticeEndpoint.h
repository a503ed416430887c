// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <memory>
#include <vector>

#include <tl/expected.hpp>

namespace practice {

/// One way in which Cohere, or something in front of it, answers.
struct Scenario {
    QString name; ///< "works", "rejected", "gateway", …: stable, for --scenario
    QByteArray key; ///< the practice key that brings it about: 40 letters and digits, made up
};

/// All scenarios, in the order in which they are shown. The first is "works".
[[nodiscard]] const std::vector<Scenario> &scenarios();
[[nodiscard]] const Scenario *findScenario(const QString &name);

enum class PracticeFailure { PortTaken, NotStarted };

/// A server on 127.0.0.1 that answers as Cohere documents. Serves on threads of its own until it is destroyed.
class PracticeEndpoint {
public:
    PracticeEndpoint();
    ~PracticeEndpoint();
    PracticeEndpoint(const PracticeEndpoint &) = delete;
    PracticeEndpoint &operator=(const PracticeEndpoint &) = delete;

    /// Listens on `port`, or on any free one where it is 0, and serves. `forced`, where given, is how every
    /// request is answered, whatever its key.
    /// Returns the base URL, "http://127.0.0.1:PORT".
    tl::expected<QUrl, PracticeFailure> start(quint16 port = 0, const Scenario *forced = nullptr);

private:
    class Server;
    std::unique_ptr<Server> m_server;
};

} // namespace practice
