#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures the programs as whole processes, each against a peer in the same run: run.sh BUILD-FOLDER
# Quote the ratios; single times depend on the machine.
set -euo pipefail
build=$1
folder=$(mktemp -d)
server=''
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
key=PracticeKeyWorks000000000000000000000000
runs=21

"$build/rerank-key" practice >"$folder/practice" &
server=$!
until [ -s "$folder/practice" ]; do sleep 0.05; done
url=$(head -n 1 "$folder/practice")
printf %s "$key" >"$folder/key"

body='{"model":"rerank-v3.5","query":"ping","documents":["ping"],"top_n":1}'
curl="curl -sS --fail -X POST -H 'Authorization: Bearer $key' $url/v1/check-api-key"
curl+=" --next -sS --fail -H 'Authorization: Bearer $key' -H 'Content-Type: application/json' -d '$body' $url/v2/rerank"

echo 'A check against the same two calls made with one curl'
"$build/compare" $runs 'rerank-key check' "$build/rerank-key check --stdin --url $url <$folder/key" 'curl' "$curl"

echo 'The window, from its start to its first picture, against a bare Qt Widgets window'
"$build/compare" $runs 'rerank-key-doctor' "$build/doctor_window" 'bare window' "$build/bare_window"

echo 'Looking at 4 Mi code points against 1 Mi; 4.00 or less is linear'
for count in 1 4; do
    head -c "$((count * 1024 * 1024))" /dev/zero | tr '\0' 'k' >"$folder/$count"
done
"$build/compare" 7 'inspect, 4 Mi code points' "sh -c '$build/rerank-key inspect --stdin <$folder/4 || true'" \
    'inspect, 1 Mi code points' "sh -c '$build/rerank-key inspect --stdin <$folder/1 || true'"

echo 'A search of 20,000 files for keys against ripgrep for the same names; 2.00 or less is asked for'
"$build/scan_tree" "$folder/tree" 20000
names='-e CO_API_KEY -e COHERE_API_KEY -e COHERE_APIKEY -e CHROMA_COHERE_API_KEY'
"$build/compare" $runs 'scan' "$build/bench_scan $folder/tree" 'rg -uu' "rg -uu -c $names $folder/tree"
