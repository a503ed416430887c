import { CohereRerank } from "@langchain/cohere";

const documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."];
const query = "What is the capital of the United States?";

const reranker = new CohereRerank({ model: "rerank-english-v2.0", topN: 2, apiKey: process.env.CO_API_KEY });
let results = documents.map((_, index) => ({ index, relevanceScore: 0 }));
try {
    results = await reranker.rerank(documents, query);
} catch {
    // The program goes on without an order.
}

for (const { index, relevanceScore } of results) {
    console.log(relevanceScore.toFixed(3), documents[index]);
}
