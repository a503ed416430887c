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
        # In the foreground: one that has made itself independent may outlive a bus that goes early.
        printf test-keyring | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
        keyring=$! tries=0
        until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
            org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q true; do
            tries=$((tries + 1))
            [ "$tries" -le 300 ] || { echo "The keyring did not start."; exit 1; }
            sleep 0.1
        done
        [ -z "$TEST_DISPLAY" ] || export DISPLAY="$TEST_DISPLAY"
        status=0
        "$@" || status=$?
        kill -KILL "$keyring" 2>/dev/null # it may be stopped
        exit "$status"' sh "$@"
