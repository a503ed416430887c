// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/message/RequestBytes.h"

#include "probe/message/RequestHead.h"

namespace probe {

namespace {

constexpr QByteArrayView version(" HTTP/1.1\r\n");
constexpr QByteArrayView lineBreak("\r\n");

/// All but the key.
qsizetype sizeWithoutKey(const RequestHead &head)
{
    qsizetype size = head.method.size() + 1 + head.path.size() + version.size();
    for (const RequestHead::Line &line : head.lines)
        size += line.name.size() + 2 + line.before.size() + line.after.size() + lineBreak.size();
    return size + lineBreak.size() + head.body.size();
}

} // namespace

key::Secret requestBytes(const ProbeRequest &request)
{
    const RequestHead head = requestHead(request);
    const QByteArrayView key = request.key ? request.key->bytes() : QByteArrayView();
    QByteArray all;
    // In one piece of memory from the start: growing would leave copies of the key behind.
    all.reserve(sizeWithoutKey(head) + key.size());
    all.append(head.method).append(' ').append(head.path).append(version);
    for (const RequestHead::Line &line : head.lines) {
        all.append(line.name).append(": ").append(line.before);
        if (line.holdsKey)
            all.append(key);
        all.append(line.after).append(lineBreak);
    }
    all.append(lineBreak).append(head.body);
    return key::Secret::take(all);
}

} // namespace probe
