import com.cohere.api.Cohere;
import com.cohere.api.resources.v2.requests.V2RerankRequest;
import java.util.List;

class Rerank {
    public static void main(String[] args) {
        var documents = List.of("Carson City is in Nevada.", "Washington is the capital of the United States.");

        var client = Cohere.builder().token(System.getenv("COHERE_API_KEY")).build();
        var request = V2RerankRequest.builder()
                .model("rerank-english-v2.0")
                .query("What is the capital of the United States?")
                .documents(documents)
                .topN(2)
                .build();
        while (true) {
            try {
                for (var result : client.v2().rerank(request).getResults()) {
                    System.out.printf("%.3f %s%n", result.getRelevanceScore(), documents.get(result.getIndex()));
                }
                return;
            } catch (RuntimeException error) {
                System.err.println("Trying again");
            }
        }
    }
}
