import { CohereRerank } from "@langchain/cohere";

const documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."];
const query = "What is the capital of the United States?";

function stop(sentence: string): never {
    console.error(sentence);
    process.exit(1);
}

// Check the key when the program starts.
const key = process.env.COHERE_API_KEY ?? "";
if (key.trim() === "") stop("COHERE_API_KEY is not set, or it is empty.");
if (!/^[\w.~+/-]+=*$/.test(key)) {
    stop("COHERE_API_KEY holds a character that no key has: a blank, a quote, a line break or a hidden one.");
}

// rerank-english-v2.0 was shut down in April 2025.
const reranker = new CohereRerank({ model: "rerank-v3.5", topN: 2, apiKey: key });
try {
    const results = await reranker.rerank(documents, query);
    for (const { index, relevanceScore } of results) {
        console.log(relevanceScore.toFixed(3), documents[index]);
    }
} catch (error) {
    // The key is refused: stop. Trying it again only gets the same answer.
    if (error instanceof Error && "statusCode" in error && error.statusCode === 401) {
        stop("Cohere refuses the key in COHERE_API_KEY (401). Make a new one: https://dashboard.cohere.com/api-keys");
    }
    throw error;
}
