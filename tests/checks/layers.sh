#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The layers of the house: app/ never knows Gui or Widgets, ui/ never the network, the keychain or files, and concrete
# I/O classes are named by the two main.cpp, the verbs of the command and their own folder alone.
# Linking alone does not stop an #include.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
bad=0

# Searches for lines that may not be there: forbid WHAT PATTERN PATHS…
forbid() {
    local what=$1 pattern=$2
    shift 2
    local lines
    lines=$(grep -rnE --include='*.cpp' --include='*.h' "$pattern" "$@") || return 0
    printf '%s:\n%s\n' "$what" "$lines" >&2
    bad=1
}

gui='Q(Widget|Application|GuiApplication|Pixmap|Icon|Painter|Clipboard|Font|Color|Window|Palette|Image)'
forbid 'app/ includes Gui or Widgets' "#include <(Qt(Gui|Widgets)/|${gui})[A-Za-z]*>" app

io='QNetwork[A-Za-z]*|QTcp[A-Za-z]*|QSsl[A-Za-z]*|QHostInfo|QUdpSocket|QLocalSocket|QFile|QSaveFile|QDir|QProcess'
pages=$(find ui -name '*.cpp' -o -name '*.h' | grep -v '^ui/main\.cpp$')
# shellcheck disable=SC2086
forbid 'ui/ includes network, keychain or file headers' \
    "#include <(QtNetwork/|qt6keychain|QtDBus|httplib|(${io})>)|#include \"(probe/HttpProber|keychain/OsKeyStore|practice/PracticeEndpoint|check/ComputerSearch|sources/(computer|profiles|project)/[A-Za-z]+)\.h\"" \
    $pages
forbid 'a page includes another page' '#include "pages/' ui/pages/*.h
forbid 'app/ includes ui/' '#include "(pages|widgets)/|#include "Doctor' app
# What gathers evidence knows nothing of what is made of it.
forbid 'a folder that gathers includes one that decides or tells' \
    '#include "(diagnosis|check|mend|words|report|cli|guide)/' \
    app/key app/inspect app/redact app/sources app/keychain app/probe app/errortext app/practice
forbid 'what decides includes words' '#include "(words|report|cli)/' app/diagnosis app/guide app/mend app/check
# shellcheck disable=SC2046
forbid 'the keychain library is known to one folder' 'qt6keychain' $(find app -mindepth 1 -maxdepth 1 -type d ! -name keychain)

[ "$bad" -eq 0 ] && echo 'The layers are kept.'
exit "$bad"
