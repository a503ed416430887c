package main

import (
	"context"
	"fmt"
	"os"
	"time"

	cohere "github.com/cohere-ai/cohere-go/v2"
	"github.com/cohere-ai/cohere-go/v2/client"
)

func main() {
	documents := []string{"Carson City is in Nevada.", "Washington is the capital of the United States."}

	co := client.NewClient(client.WithToken(os.Getenv("COHERE_API_KEY")))
	request := &cohere.V2RerankRequest{
		Model:     "rerank-english-v2.0",
		Query:     "What is the capital of the United States?",
		Documents: documents,
		TopN:      cohere.Int(2),
	}
	reply, err := co.V2.Rerank(context.Background(), request)
	for err != nil {
		time.Sleep(time.Second)
		reply, err = co.V2.Rerank(context.Background(), request)
	}
	for _, result := range reply.Results {
		fmt.Printf("%.3f %s\n", result.RelevanceScore, documents[result.Index])
	}
}
