package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"regexp"
	"strings"

	cohere "github.com/cohere-ai/cohere-go/v2"
	"github.com/cohere-ai/cohere-go/v2/client"
)

const refused = "Cohere refuses the key in CO_API_KEY (401). Make a new one: https://dashboard.cohere.com/api-keys"

func stopAt(err error) {
	var unauthorized *cohere.UnauthorizedError
	if errors.As(err, &unauthorized) {
		// The key is refused: stop. Trying it again only gets the same answer.
		log.Fatal(refused)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	documents := []string{"Carson City is in Nevada.", "Washington is the capital of the United States."}

	// Check the key when the program starts.
	key := os.Getenv("CO_API_KEY")
	if strings.TrimSpace(key) == "" {
		log.Fatal("CO_API_KEY is not set, or it is empty.")
	}
	if !regexp.MustCompile(`^[A-Za-z0-9._~+/-]+=*$`).MatchString(key) {
		log.Fatal("CO_API_KEY holds a character that no key has: a blank, a quote, a line break or a hidden one.")
	}

	co := client.NewClient(client.WithToken(key))
	check, err := co.CheckApiKey(context.Background())
	stopAt(err)
	if !check.Valid {
		log.Fatal(refused)
	}
	request := &cohere.V2RerankRequest{
		Model:     "rerank-v3.5", // rerank-english-v2.0 was shut down in April 2025
		Query:     "What is the capital of the United States?",
		Documents: documents,
		TopN:      cohere.Int(2),
	}
	reply, err := co.V2.Rerank(context.Background(), request)
	stopAt(err)
	for _, result := range reply.Results {
		fmt.Printf("%.3f %s\n", result.RelevanceScore, documents[result.Index])
	}
}
