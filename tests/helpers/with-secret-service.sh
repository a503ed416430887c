#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program with a Secret Service of its own: with-secret-service.sh PROGRAM [ARGUMENT…]
# A private bus, a private home and an unlocked keyring, all gone afterwards; the user's own are never touched.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/run"
chmod 700 "$home/run"
# The bus has no display, so that nobody is asked for a password: what needs one fails at once. The program has its own.
env -u DISPLAY -u WAYLAND_DISPLAY TEST_DISPLAY="${DISPLAY:-}" \
    HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" \
    dbus-run-session -- sh -c '
        printf test-keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        [ -z "$TEST_DISPLAY" ] || export DISPLAY="$TEST_DISPLAY"
        "$@"' sh "$@"
