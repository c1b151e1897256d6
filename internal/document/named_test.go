package document_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
)

func TestNamedFacts(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"facts.yaml": true, "facts.yml": true, "facts.json": true, "shop.facts.yaml": true, "shop.facts.ndjson": true, "a.b.facts.jsonl": true,
		"facts": false, "facts.txt": false, "FACTS.yaml": false, "facts.YAML": false, "shop-facts.yaml": false, "shop.yaml": false, "facts.yaml.bak": false, "": false,
	} {
		require.Equal(t, want, document.NamedFacts(name), name)
	}
}
