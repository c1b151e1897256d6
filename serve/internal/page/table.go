package page

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/internal/document"
)

// tableLines writes values by key as people type them, one a line.
func tableLines(table map[string]any) string {
	var lines []string
	for _, key := range slices.Sorted(maps.Keys(table)) {
		lines = append(lines, key+": "+encoded(table[key]))
	}
	return strings.Join(lines, "\n")
}

// tableOf reads such lines, or what is written as in JSON.
func tableOf(fact ask.Fact, text string) (any, error) {
	if strings.HasPrefix(strings.TrimSpace(text), "{") {
		return fact.Parse(text)
	}
	n, err := document.One("answer.yaml", []byte(strings.ReplaceAll(text, "\r\n", "\n")))
	if err != nil || n.Kind != document.Object {
		return nil, errors.New(say("error.table"))
	}
	return n.Value(), nil
}
