// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in, see README.md. It prints each question that is put to it. What it answers hangs on the beginning of the
// key: "Good" works, "Unknown" is not valid, and with any other the key is valid, but rerank answers 401.
package com.cohere.api;

import com.cohere.api.core.CohereApiException;
import com.cohere.api.resources.v2.requests.V2RerankRequest;
import java.util.List;

public final class Cohere {
    private final String key;

    private Cohere(String token) {
        key = token;
    }

    public static Builder builder() {
        return new Builder();
    }

    public CheckApiKeyResponse checkApiKey() {
        System.out.println("asked: check-api-key");
        return new CheckApiKeyResponse(!key.startsWith("Unknown"));
    }

    public V2Client v2() {
        return new V2Client();
    }

    public static final class Builder {
        private String key;

        public Builder token(String token) {
            key = token;
            return this;
        }

        public Cohere build() {
            return new Cohere(key);
        }
    }

    public static final class CheckApiKeyResponse {
        private final boolean valid;

        CheckApiKeyResponse(boolean isValid) {
            valid = isValid;
        }

        public boolean getValid() {
            return valid;
        }
    }

    public final class V2Client {
        public V2RerankResponse rerank(V2RerankRequest request) {
            System.out.println("asked: rerank");
            if (!key.startsWith("Good")) {
                throw new CohereApiException("UnauthorizedError", 401, null);
            }
            return new V2RerankResponse();
        }
    }

    public static final class V2RerankResponse {
        public List<ResultsItem> getResults() {
            return List.of(new ResultsItem(1, 0.9F), new ResultsItem(0, 0.1F));
        }
    }

    public static final class ResultsItem {
        private final int index;
        private final float score;

        ResultsItem(int place, float relevance) {
            index = place;
            score = relevance;
        }

        public int getIndex() {
            return index;
        }

        public float getRelevanceScore() {
            return score;
        }
    }
}
