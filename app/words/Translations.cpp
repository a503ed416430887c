// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

// Resources of a static library are left out by the linker unless they are asked for, outside any namespace.
static void initTranslationResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace words {

void installTranslations(QCoreApplication &app)
{
    initTranslationResources();
    const auto install = [&app](const QLocale &locale) {
        auto *translator = new QTranslator(&app);
        const bool loaded =
            translator->load(locale, QStringLiteral("doctor"), QStringLiteral("_"), QStringLiteral(":/i18n"));
        return loaded && QCoreApplication::installTranslator(translator);
    };
    // English first: it holds the plural forms ("1 character", "2 characters") that every language falls back on.
    install(QLocale(QLocale::English));
    if (QLocale().language() != QLocale::English)
        install(QLocale());
}

} // namespace words
