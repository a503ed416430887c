import { CohereClient } from "cohere-ai";

const documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."];
const query = "What is the capital of the United States?";

const client = new CohereClient({ token: `Bearer ${process.env.COHERE_API_KEY}` });
const { results } = await client.v2.rerank({ model: "rerank-english-v2.0", query, documents, topN: 2 });

for (const { index, relevanceScore } of results) {
    console.log(relevanceScore.toFixed(3), documents[index]);
}
