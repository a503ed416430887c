import com.cohere.api.Cohere;
import com.cohere.api.core.CohereApiException;
import com.cohere.api.resources.v2.requests.V2RerankRequest;
import java.util.List;

class Rerank {
    static void stop(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }

    public static void main(String[] args) {
        var documents = List.of("Carson City is in Nevada.", "Washington is the capital of the United States.");

        // Check the key when the program starts.
        var key = System.getenv("CO_API_KEY");
        if (key == null || key.isBlank()) {
            stop("CO_API_KEY is not set, or it is empty.");
        } else if (!key.matches("[A-Za-z0-9._~+/-]+=*")) {
            stop("CO_API_KEY holds a character that no key has: a blank, a quote, a line break or a hidden one.");
        }

        var client = Cohere.builder().token(key).build();
        var request = V2RerankRequest.builder()
                .model("rerank-v3.5") // rerank-english-v2.0 was shut down in April 2025
                .query("What is the capital of the United States?")
                .documents(documents)
                .topN(2)
                .build();
        var refused =
                "Cohere refuses the key in CO_API_KEY (401). Make a new one: https://dashboard.cohere.com/api-keys";
        try {
            if (!client.checkApiKey().getValid()) {
                stop(refused);
            }
            for (var result : client.v2().rerank(request).getResults()) {
                System.out.printf("%.3f %s%n", result.getRelevanceScore(), documents.get(result.getIndex()));
            }
        } catch (CohereApiException error) {
            // The key is refused: stop. Trying it again only gets the same answer.
            if (error.statusCode() == 401) {
                stop(refused);
            }
            throw error;
        }
    }
}
