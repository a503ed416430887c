// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

/// A port that answers nobody, as if packets were lost on the way to it: it listens, but its queue is full.
class DeafListener {
public:
    /// `address` in dotted form, of this computer: "127.0.0.2".
    DeafListener(const char *address, quint16 port);
    ~DeafListener();
    Q_DISABLE_COPY_MOVE(DeafListener)

    /// False where this system has no such address, or no such queue.
    [[nodiscard]] bool isDeaf() const { return m_deaf; }

private:
    void open(const char *address, quint16 port);

    std::vector<int> m_descriptors;
    bool m_deaf = false;
};
