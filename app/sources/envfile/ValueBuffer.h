// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "key/Wiped.h"

#include <QByteArrayView>

#include <string>

namespace sources::envfile {

/// Puts a value together. When it grows it leaves no copy of it behind in memory.
class ValueBuffer {
public:
    void append(char byte) { append(QByteArrayView(&byte, 1)); }
    void append(QByteArrayView bytes);
    [[nodiscard]] QByteArrayView view() const { return QByteArrayView(m_text.value); }
    [[nodiscard]] key::Secret secret() const { return key::Secret(view()); }

private:
    key::Wiped<std::string> m_text;
};

/// A text without the bytes that a loader leaves out before it reads.
[[nodiscard]] ValueBuffer without(QByteArrayView text, char byte);

} // namespace sources::envfile
