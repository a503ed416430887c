#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: run.sh PROGRAM DIRECTORY
# Installs Cohere's SDK into DIRECTORY, calls `PROGRAM practice` with it, and runs the sample programs of
# resources/code/cohere-typescript. Ends with 77 (skipped) where there is no Node.js, or where the packages can neither
# be fetched nor found in npm's cache.
set -eu

program=$1
directory=$2
source=$(cd "$(dirname "$0")" && pwd)
skipped=77

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "Skipped: node and npm are not installed."
    exit $skipped
fi

mkdir -p "$directory"
cd "$directory"
cp "$source/package.json" "$source/package-lock.json" "$source/practice.mjs" "$source/samples.mjs" \
    "$source/redirect.mjs" .
if ! cmp -s package-lock.json installed-lock.json; then
    rm -f installed-lock.json
    if ! npm ci --prefer-offline --ignore-scripts --no-audit --no-fund >npm.log 2>&1; then
        cat npm.log
        # A lock file that npm refuses is a failure of this test; a network that is not there is none.
        if grep -Eq 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED' npm.log; then
            echo "Skipped: the npm registry cannot be reached, and the packages are not in npm's cache."
            exit $skipped
        fi
        exit 1
    fi
    cp package-lock.json installed-lock.json
fi

# The samples must fit the types of the SDK, and are run as what comes of it.
mkdir -p samples
cp "$source"/../../resources/code/cohere-typescript/*.ts samples/
node_modules/.bin/tsc --strict --target es2022 --module nodenext --skipLibCheck --types node samples/*.ts

: >listing.txt
"$program" practice >listing.txt &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
tries=0
until grep -q CO_API_KEY listing.txt; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ] || ! kill -0 "$server" 2>/dev/null; then
        echo "The practice endpoint did not start."
        exit 1
    fi
    sleep 0.1
done

# What a developer's own shell holds must not be read by the SDK.
unset CO_API_KEY COHERE_API_KEY CO_API_URL
PRACTICE_LISTING=listing.txt node --test practice.mjs samples.mjs

code=0
kill -INT "$server"
wait "$server" || code=$?
if [ "$code" -ne 130 ]; then
    echo "After an interrupt the exit code is $code, not 130."
    exit 1
fi
