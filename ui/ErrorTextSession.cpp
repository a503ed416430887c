// SPDX-License-Identifier: GPL-3.0-or-later
#include "ErrorTextSession.h"

#include <algorithm>
#include <cctype>

namespace {

bool isBlank(QByteArrayView text)
{
    return std::all_of(
        text.begin(), text.end(), [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; });
}

} // namespace

ErrorTextSession::ErrorTextSession(QObject *parent)
    : QObject(parent)
{
    constexpr int pause = 400; // milliseconds: between two letters there is less
    m_pause.setInterval(pause);
    m_pause.setSingleShot(true);
    m_threads.setMaxThreadCount(1);
    connect(&m_pause, &QTimer::timeout, this, &ErrorTextSession::read);
}

ErrorTextSession::~ErrorTextSession()
{
    m_threads.waitForDone(); // what it reports to goes
}

void ErrorTextSession::setText(key::Secret text)
{
    ++m_number;
    m_hasText = !isBlank(text.bytes());
    m_text = std::make_shared<const key::Secret>(std::move(text));
    m_isReading = false;
    m_explain = false;
    m_reading.reset();
    if (m_hasText)
        m_pause.start();
    else
        m_pause.stop();
    Q_EMIT textChanged();
}

void ErrorTextSession::explain()
{
    if (!m_hasText)
        return;
    m_explain = true;
    if (m_reading) {
        m_explain = false;
        Q_EMIT explained();
    } else if (!m_isReading) {
        read();
    }
}

void ErrorTextSession::read()
{
    m_pause.stop();
    m_isReading = true;
    m_threads.start([this, text = m_text, number = m_number] {
        errortext::ErrorReading reading = errortext::readErrorText(text->bytes());
        QMetaObject::invokeMethod(
            this, [this, number, reading = std::move(reading)] { onRead(number, reading); }, Qt::QueuedConnection);
    });
}

void ErrorTextSession::onRead(int number, errortext::ErrorReading reading)
{
    if (number != m_number)
        return;
    m_isReading = false;
    m_reading = std::move(reading);
    Q_EMIT readingFinished();
    if (std::exchange(m_explain, false))
        Q_EMIT explained();
}
