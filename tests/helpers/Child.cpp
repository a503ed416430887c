// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/Child.h"

#include <QProcess>

#ifdef Q_OS_LINUX
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

void endWithTheTest(QProcess &server, const char *user)
{
    const passwd *entry = user != nullptr && geteuid() == 0 ? getpwnam(user) : nullptr;
    const bool becomes = entry != nullptr;
    const uid_t number = becomes ? entry->pw_uid : 0;
    const gid_t group = becomes ? entry->pw_gid : 0;
    server.setChildProcessModifier([becomes, number, group] {
        if (becomes && (setgroups(0, nullptr) != 0 || setgid(group) != 0 || setuid(number) != 0))
            _exit(1);
        prctl(PR_SET_PDEATHSIG, SIGKILL); // last: becoming another user undoes it
    });
}

#else

void endWithTheTest(QProcess &, const char *) { }

#endif
