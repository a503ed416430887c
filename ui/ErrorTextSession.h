// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext/ErrorReading.h"
#include "key/Secret.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

/// What the user's program prints. It is read in a thread, a moment after the last change: neither typing nor a log of
/// ten megabytes holds the window up.
class ErrorTextSession : public QObject {
    Q_OBJECT
public:
    explicit ErrorTextSession(QObject *parent = nullptr);
    ~ErrorTextSession() override;

    /// Takes the text as it was typed or pasted; it may hold keys.
    void setText(key::Secret text);
    [[nodiscard]] bool hasText() const { return m_hasText; }
    /// What the text tells; empty where there is none, or it was not read yet.
    [[nodiscard]] const std::optional<errortext::ErrorReading> &reading() const { return m_reading; }
    /// Reads it now, where it was not read yet; explained() comes, perhaps at once.
    void explain();

Q_SIGNALS:
    /// What was read no longer holds.
    void textChanged();
    void readingFinished();
    /// The reading that explain() asked for is there.
    void explained();

private:
    void read();
    void onRead(int number, errortext::ErrorReading reading);

    QTimer m_pause;
    QThreadPool m_threads;
    std::shared_ptr<const key::Secret> m_text;
    bool m_hasText = false;
    bool m_isReading = false;
    bool m_explain = false;
    int m_number = 0; ///< of the text: the reading of an older one is dropped
    std::optional<errortext::ErrorReading> m_reading;
};
