// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in, see README.md.
package com.cohere.api.resources.v2.requests;

import java.util.List;

public final class V2RerankRequest {
    public static ModelStage builder() {
        return model -> query -> new FinalStage();
    }

    public interface ModelStage {
        QueryStage model(String model);
    }

    public interface QueryStage {
        FinalStage query(String query);
    }

    public static final class FinalStage {
        public FinalStage documents(List<String> documents) {
            return this;
        }

        public FinalStage topN(Integer topN) {
            return this;
        }

        public V2RerankRequest build() {
            return new V2RerankRequest();
        }
    }
}
