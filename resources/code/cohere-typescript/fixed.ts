import { CohereClient, CohereError } from "cohere-ai";

const documents = ["Carson City is in Nevada.", "Washington is the capital of the United States."];
const query = "What is the capital of the United States?";

function stop(sentence: string): never {
    console.error(sentence);
    process.exit(1);
}

// Check the key when the program starts.
const key = process.env.CO_API_KEY ?? "";
if (key.trim() === "") stop("CO_API_KEY is not set, or it is empty.");
if (!/^[\w.~+/-]+=*$/.test(key)) {
    stop("CO_API_KEY holds a character that no key has: a blank, a quote, a line break or a hidden one.");
}

const client = new CohereClient({ token: key });
const refused = "Cohere refuses the key in CO_API_KEY (401). Make a new one: https://dashboard.cohere.com/api-keys";
try {
    const { valid } = await client.checkApiKey();
    if (!valid) stop(refused);
    // rerank-english-v2.0 was shut down in April 2025.
    const { results } = await client.v2.rerank({ model: "rerank-v3.5", query, documents, topN: 2 });
    for (const { index, relevanceScore } of results) {
        console.log(relevanceScore.toFixed(3), documents[index]);
    }
} catch (error) {
    // The key is refused: stop. Trying it again only gets the same answer.
    if (error instanceof CohereError && error.statusCode === 401) stop(refused);
    throw error;
}
