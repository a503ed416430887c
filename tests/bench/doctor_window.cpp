// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with the real network and keychain behind it, as ui/main.cpp puts it together, up to its first
// picture.
#include "DoctorSession.h"
#include "DoctorWindow.h"
#include "FirstPaint.h"
#include "MendSession.h"
#include "check/ComputerSearch.h"
#include "keychain/OsKeyStore.h"
#include "probe/HttpProber.h"
#include "sources/Environment.h"
#include "words/Translations.h"

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    words::installTranslations(app);
    probe::HttpProber prober;
    keychain::OsKeyStore keyStore;
    const sources::OwnEnvironment environment;
    check::ComputerSearch searchOfCheck(environment, &keyStore);
    check::ComputerSearch search(environment, &keyStore);
    check::Check check(prober, &searchOfCheck);
    SessionOptions options;
    options.baseUrl = QString::fromLatin1(probe::defaultBaseUrl);
    DoctorSession session(check, keyStore, search, environment, options);
    mend::Mender mender;
    MendSession mends(session, mender, {});
    DoctorWindow window(session, mends);
    FirstPaint paint;
    window.installEventFilter(&paint);
    window.show();
    return QApplication::exec();
}
