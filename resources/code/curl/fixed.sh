#!/bin/sh
# rerank-english-v2.0 was shut down in April 2025.
body='{"model": "rerank-v3.5", "query": "What is the capital of the United States?",
    "documents": ["Carson City is in Nevada.", "Washington is the capital of the United States."]}'

stop() {
    echo "$1" >&2
    exit 1
}

# Check the key when the program starts. LC_ALL: so that A-Z means ASCII.
LC_ALL=C
case ${CO_API_KEY:-} in
*[!\ ]*) ;;
*) stop "CO_API_KEY is not set, or it is empty." ;;
esac
case $CO_API_KEY in
*[!A-Za-z0-9._~+/=-]*)
    stop "CO_API_KEY holds a character that no key has: a blank, a quote, a line break or a hidden one." ;;
esac

# The key goes to curl through its standard input: every program on the computer can read arguments.
reply=$(printf 'Authorization: Bearer %s\n' "$CO_API_KEY" |
    curl --silent --show-error --header @- --header 'Content-Type: application/json' --data "$body" \
        --write-out '\n%{http_code}' https://api.cohere.com/v2/rerank)

case $reply in
*200) printf '%s\n' "${reply%???}" ;;
# The key is refused: stop. Trying it again only gets the same answer.
*401) stop "Cohere refuses the key in CO_API_KEY (401). Make a new one: https://dashboard.cohere.com/api-keys" ;;
*) stop "$reply" ;;
esac
