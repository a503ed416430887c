#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program where it sees no processes but its own: among-own-processes.sh PROGRAM [ARGUMENT…]
# What else runs on a developer's computer may hold a key, too. Where the system makes no such room, as in many
# containers, the program runs without.
set -u
room='unshare --pid --fork --kill-child --mount-proc'
[ "$(id -u)" -eq 0 ] || room="$room --map-current-user"
# shellcheck disable=SC2086
if $room true 2>/dev/null; then
    # The first process of such a room takes care of orphans and heeds few signals: that is the shell, not the program.
    exec $room sh -c '"$@"; exit $?' sh "$@"
fi
exec "$@"
