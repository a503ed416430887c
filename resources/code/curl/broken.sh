#!/bin/sh
body='{"model": "rerank-english-v2.0", "query": "What is the capital of the United States?",
    "documents": ["Carson City is in Nevada.", "Washington is the capital of the United States."]}'

until curl --fail --header 'Content-Type: application/json' --data "$body" \
    --header 'Authorization: Bearer YOUR_API_KEY' https://api.cohere.com/v2/rerank; do
    sleep 1
done
