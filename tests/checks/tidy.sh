#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy and clazy over every source of app/ and ui/: tidy.sh BUILD-FOLDER. A finding fails it.
# Most of their time goes into Qt's headers. So the files of a folder are looked at six at a time, as one file that
# includes them; where their own names clash, each is looked at by itself.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
build=$1
groups=$build/groups
group_size=6
checks='level0,level1,no-qproperty-without-notify,no-fully-qualified-moc-types'
export groups checks

# The entry of compile_commands.json for a further file, made of that of a file with the same flags.
entry_like() {
    local like=$1 file=$2
    grep -B2 -F "\"file\": \"$PWD/$like\"" "$build/compile_commands.json" \
        | sed -e 's/^{$//' -e "s|$PWD/$like|$file|g"
}

make_groups() {
    rm -rf "$groups"
    mkdir -p "$groups"
    local folder file number=0 group count
    sed '$d' "$build/compile_commands.json" >"$groups/compile_commands.json"
    while IFS= read -r folder; do
        count=$group_size
        while IFS= read -r file; do
            if ((count == group_size)); then
                group=$PWD/$groups/group$((++number)).cpp
                printf ',{\n%s\n}\n' "$(entry_like "$file" "$group")" >>"$groups/compile_commands.json"
                count=0
            fi
            printf '#include "%s"\n' "$PWD/$file" >>"$group"
            ((++count))
        done < <(git ls-files --cached --others --exclude-standard ":(glob)$folder/*.cpp" | grep -vE "$alone")
    done < <(git ls-files --cached --others --exclude-standard 'app/*.cpp' 'ui/*.cpp' | xargs -n1 dirname | sort -u)
    echo ']' >>"$groups/compile_commands.json"
}

# main.cpp: two of them. ReleaseDay.cpp: has a flag of its own.
alone='/(main|ReleaseDay)\.cpp$'

look_at() {
    local out
    # Both look for the compile commands in the build folder.
    out=$(clang-tidy -p "$groups" --quiet --warnings-as-errors='*' --extra-arg=-Wno-shadow "$1" 2>/dev/null) || {
        if [[ $1 == */groups/* && $out == *clang-diagnostic-error* ]]; then
            local file bad=0
            while IFS= read -r file; do
                look_at "$file" || bad=1
            done < <(sed 's/#include "\(.*\)"/\1/' "$1")
            return "$bad"
        fi
        printf '%s\n' "$out"
        return 1
    }
    out=$(clazy-standalone -p "$groups" --extra-arg=-Wno-shadow --checks="$checks" --header-filter='/(app|ui)/' "$1" 2>&1) \
        && ! grep -q '\[-Wclazy' <<<"$out" || { printf '%s\n' "$out"; return 1; }
}
export -f look_at

make_groups
{ ls "$groups"/*.cpp; git ls-files 'app/*.cpp' 'ui/*.cpp' | grep -E "$alone"; } \
    | xargs -d '\n' -P "$(nproc)" -I{} bash -c 'look_at "$1"' _ {} || { echo 'clang-tidy or clazy has findings.' >&2; exit 1; }
echo 'clang-tidy and clazy have no findings.'
