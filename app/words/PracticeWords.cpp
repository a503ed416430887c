// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/PracticeWords.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace words {

namespace {

struct Row {
    const char *scenario;
    const char *text;
};

constexpr std::array rows{
    Row{"works", QT_TRANSLATE_NOOP("PracticeWords", "Everything works: rerank answers with results.")},
    Row{"rejected",
        QT_TRANSLATE_NOOP("PracticeWords", "The service does not know the key: 401. Any other key gets this too.")},
    Row{"expired", QT_TRANSLATE_NOOP("PracticeWords", "The key has expired: 401.")},
    Row{"no-rerank-access", QT_TRANSLATE_NOOP("PracticeWords", "The key is valid, but may not use rerank: 403.")},
    Row{"billing", QT_TRANSLATE_NOOP("PracticeWords", "The account needs a payment method: 402.")},
    Row{"rate-limit", QT_TRANSLATE_NOOP("PracticeWords", "Too many calls this minute: 429.")},
    Row{"month-used-up", QT_TRANSLATE_NOOP("PracticeWords", "The month's trial calls are used up: 429.")},
    Row{"edge-block", QT_TRANSLATE_NOOP("PracticeWords", "The network address is blocked: 403 with a web page.")},
    Row{"gateway", QT_TRANSLATE_NOOP("PracticeWords", "A gateway in front wants its own user name and password: 401.")},
    Row{"header-stripped", QT_TRANSLATE_NOOP("PracticeWords", "The key gets lost on the way: 401.")},
    Row{"model-gone", QT_TRANSLATE_NOOP("PracticeWords", "The model was shut down: 404.")},
    Row{"trouble", QT_TRANSLATE_NOOP("PracticeWords", "The service has trouble of its own: 500.")},
    Row{"slow", QT_TRANSLATE_NOOP("PracticeWords", "Everything works, but each answer takes three seconds.")},
};

} // namespace

QString PracticeWords::whatHappens(const practice::Scenario &scenario)
{
    const auto row = std::find_if(
        rows.begin(), rows.end(), [&scenario](const Row &one) { return scenario.name == QLatin1String(one.scenario); });
    return row == rows.end() ? QString() : tr(row->text);
}

QString PracticeWords::forced(const practice::Scenario &scenario)
{
    //: %1 is the name of a scenario such as "rate-limit", %2 a sentence: what happens then.
    return tr("Every request is answered as in the scenario %1, whatever its key. %2")
        .arg(scenario.name, whatHappens(scenario));
}

QString PracticeWords::howToUse()
{
    //: CO_API_URL and CO_API_KEY are names of variables and stay as they are.
    return tr("To practise with a program of your own, give it the address above as its base URL (Cohere's SDK for "
              "Python reads CO_API_URL) and one of these keys (CO_API_KEY). Press Ctrl+C to stop.");
}

QString PracticeWords::unknownScenario()
{
    QStringList names;
    for (const practice::Scenario &scenario : practice::scenarios())
        names += scenario.name;
    //: %1 is a list of names
    return tr("There is no scenario of that name. Choose one of: %1.").arg(names.join(QStringLiteral(", ")));
}

QString PracticeWords::notStarted(practice::PracticeFailure failure, quint16 port)
{
    switch (failure) {
    case practice::PracticeFailure::PortTaken:
        return tr("Port %1 cannot be used: another program has it, or this user may not open it. Choose another one "
                  "with --port, or leave --port out to get a free one.")
            .arg(port);
    case practice::PracticeFailure::NotStarted:
        break;
    }
    return tr("The practice endpoint could not listen on 127.0.0.1. A firewall or a sandbox may forbid it.");
}

} // namespace words
