// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DeafListener.h"

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

DeafListener::DeafListener(const char *address, quint16 port)
{
    open(address, port);
}

#ifdef Q_OS_UNIX

DeafListener::~DeafListener()
{
    for (const int descriptor : m_descriptors)
        close(descriptor);
}

void DeafListener::open(const char *address, quint16 port)
{
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    if (inet_pton(AF_INET, address, &place.sin_addr) != 1)
        return;
    const auto *where = reinterpret_cast<const sockaddr *>(&place);
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    m_descriptors.push_back(listener);
    if (bind(listener, where, sizeof place) != 0 || listen(listener, 0) != 0)
        return;
    // Connections that nobody accepts, until one is not even answered.
    constexpr int enough = 8;
    constexpr int answerTime = 200; // milliseconds
    while (!m_deaf && m_descriptors.size() < enough) {
        const int client = socket(AF_INET, SOCK_STREAM, 0);
        m_descriptors.push_back(client);
        fcntl(client, F_SETFL, fcntl(client, F_GETFL) | O_NONBLOCK);
        connect(client, where, sizeof place);
        pollfd waiting{client, POLLOUT, 0};
        m_deaf = poll(&waiting, 1, answerTime) == 0;
    }
}

#else

DeafListener::~DeafListener() = default;

void DeafListener::open(const char *, quint16) { }

#endif
