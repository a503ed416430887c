// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/ValueBuffer.h"

#include <algorithm>

namespace sources::envfile {

void ValueBuffer::append(QByteArrayView bytes)
{
    const std::size_t needed = m_text.value.size() + static_cast<std::size_t>(bytes.size());
    if (needed > m_text.value.capacity()) {
        key::Wiped<std::string> larger;
        larger.value.reserve(std::max(needed, 2 * m_text.value.capacity()));
        larger.value.append(m_text.value);
        m_text = std::move(larger);
    }
    m_text.value.append(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

ValueBuffer without(QByteArrayView text, char byte)
{
    ValueBuffer rest;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype found = text.indexOf(byte, start);
        const qsizetype end = found < 0 ? text.size() : found;
        rest.append(text.sliced(start, end - start));
        start = end + 1;
    }
    return rest;
}

} // namespace sources::envfile
