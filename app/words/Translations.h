// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace words {

/// Loads the translations for the user's language, and English plural forms where there is none.
void installTranslations(QCoreApplication &app);

} // namespace words
