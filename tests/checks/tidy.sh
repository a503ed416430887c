#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy and clazy over every source of app/ and ui/: tidy.sh BUILD-FOLDER. A finding fails it.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
build=$1
checks='level0,level1,no-qproperty-without-notify,no-fully-qualified-moc-types'
export build checks

# Half the time of clang-tidy goes into what may be wrong with moves: not where there are none.
without_moves='--checks=-bugprone-use-after-move,-performance-move-const-arg'
export without_moves

look_at() {
    local out choice=()
    grep -q 'std::move(' "$1" || choice=("$without_moves")
    # Both look for the compile commands in the build folder. -Wno-unknown-warning-option: gcc's flags.
    out=$(clang-tidy -p "$build" --quiet --warnings-as-errors='*' ${choice[@]+"${choice[@]}"} "$1" 2>/dev/null) \
        || { printf '%s\n' "$out"; return 1; }
    out=$(clazy-standalone -p "$build" --checks="$checks" --header-filter='/(app|ui)/' "$1" 2>&1) \
        && ! grep -q '\[-Wclazy' <<<"$out" || { printf '%s\n' "$out"; return 1; }
}
export -f look_at

git ls-files --cached --others --exclude-standard 'app/*.cpp' 'ui/*.cpp' \
    | xargs -d '\n' -P "$(nproc)" -I{} bash -c 'look_at "$1"' _ {} || { echo 'clang-tidy or clazy has findings.' >&2; exit 1; }
echo 'clang-tidy and clazy have no findings.'
