// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DoctorSession.h"
#include "DoctorWindow.h"
#include "MendSession.h"
#include "check/Check.h"
#include "practice/PracticeEndpoint.h"
#include "probe/HttpProber.h"
#include "ui/FixedEnvironment.h"
#include "ui/FixedPlaceSearch.h"
#include "ui/MemoryKeyStore.h"
#include "words/PracticeWords.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTest>
#include <QWidget>

#include <memory>

/// The real window over the real engine, against the practice endpoint.
class WindowFixture {
public:
    enum class Endpoint {
        Practice,
        PracticeAsServer, ///< the practice endpoint, asked as any other server
        Other,
    };

    /// `baseUrl` is for Endpoint::Other.
    explicit WindowFixture(Endpoint endpoint = Endpoint::Practice, const QString &baseUrl = {})
        : m_check(m_prober)
    {
        options.baseUrl = baseUrl;
        if (endpoint != Endpoint::Other)
            options.baseUrl = m_endpoint.start().value().toString();
        if (endpoint == Endpoint::Practice) {
            options.practice = true;
            for (const practice::Scenario &scenario : practice::scenarios())
                options.practiceKeys.push_back(
                    {scenario.name, words::PracticeWords::whatHappens(scenario), scenario.key});
        }
    }

    DoctorWindow &open()
    {
        m_session = std::make_unique<DoctorSession>(m_check, keyStore, search, environment, options);
        m_mends = std::make_unique<MendSession>(*m_session, mender, reach);
        m_window = std::make_unique<DoctorWindow>(*m_session, *m_mends);
        m_window->show();
        m_window->activateWindow();
        return *m_window;
    }

    [[nodiscard]] DoctorSession &session() const { return *m_session; }
    [[nodiscard]] MendSession &mends() const { return *m_mends; }
    [[nodiscard]] DoctorWindow &window() const { return *m_window; }

    /// The one visible control of that name; nullptr where there is none or more than one.
    [[nodiscard]] QWidget *visible(const char *objectName) const
    {
        QWidget *only = nullptr;
        const QList<QWidget *> all = m_window->findChildren<QWidget *>(QLatin1String(objectName));
        for (QWidget *widget : all) {
            if (!widget->isVisible())
                continue;
            if (only != nullptr)
                return nullptr;
            only = widget;
        }
        return only;
    }

    void click(const char *objectName) const
    {
        QWidget *widget = visible(objectName);
        QVERIFY2(widget != nullptr, objectName);
        QVERIFY2(widget->isEnabled(), objectName);
        QTest::mouseClick(widget, Qt::LeftButton);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_window->focusWidget(), key, modifiers);
    }

    /// The user's paste: the text stands in the clipboard, the key box has the focus.
    void paste(const QString &text) const
    {
        QApplication::clipboard()->setText(text);
        press(Qt::Key_V, Qt::ControlModifier);
    }

    [[nodiscard]] QString outcome() const
    {
        const auto *label = qobject_cast<QLabel *>(visible("outcome"));
        return label == nullptr ? QString() : label->text();
    }

    MemoryKeyStore keyStore;
    FixedPlaceSearch search;
    SessionOptions options; ///< to be changed before open()
    FixedEnvironment environment;
    mend::Mender mender;
    mend::Reach reach{.system = diagnosis::contextOfThisSystem({}).system}; ///< to be changed before open()

private:
    practice::PracticeEndpoint m_endpoint;
    probe::HttpProber m_prober;
    check::Check m_check;
    std::unique_ptr<DoctorSession> m_session;
    std::unique_ptr<MendSession> m_mends;
    std::unique_ptr<DoctorWindow> m_window;
};

/// The key of a practice scenario, as a user would paste it.
[[nodiscard]] inline QString practiceKey(const char *scenario)
{
    const practice::Scenario *found = practice::findScenario(QLatin1String(scenario));
    return found == nullptr ? QString() : QString::fromLatin1(found->key);
}
