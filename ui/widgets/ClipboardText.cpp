// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ClipboardText.h"

#include "widgets/KeyCoding.h"

#include <QMimeData>

namespace widgets {

QString exactText(const QMimeData &data)
{
    // What other programs give comes as bytes under this name; a QMimeData made in this program does not have it.
    QByteArray bytes = data.data(QStringLiteral("text/plain;charset=utf-8"));
    if (!bytes.isEmpty()) {
        QString text = textOf(bytes);
        key::wipe(bytes);
        return text;
    }
    // An X11 program that offers UTF8_STRING alone loses a byte order mark within Qt: its bytes cannot be asked for.
    QString text = data.text();
    const QChar mark(QChar::ByteOrderMark);
    if (!text.startsWith(mark) && data.data(QStringLiteral("text/plain")).startsWith("\xef\xbb\xbf"))
        text.prepend(mark);
    return text;
}

std::unique_ptr<QMimeData> secretMimeData(const QString &text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(text);
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
#if defined(Q_OS_MACOS)
    data->setData(QStringLiteral("application/x-nspasteboard-concealed-type"), QByteArrayLiteral("1"));
#elif defined(Q_OS_WIN)
    data->setData(
        QStringLiteral("application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""),
        QByteArrayLiteral("1"));
#endif
    return data;
}

} // namespace widgets
