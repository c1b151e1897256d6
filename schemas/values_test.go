package schemas_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/factschema"
)

// plain are the words that need no explanation where all words beside them are
// plain, too.
var plain = []string{"low", "medium", "high"}

// TestWordsExplainThemselves checks that a choice is explained word by word
// (x-values) unless everybody understands its words, such as low: nobody guesses
// what vlose or point b is.
func TestWordsExplainThemselves(t *testing.T) {
	t.Parallel()
	choices := 0
	eachFact(t, func(_, at string, fact map[string]any, _ *factschema.Field) {
		for _, holder := range []any{fact, fact["items"], fact["additionalProperties"]} {
			holder, _ := holder.(map[string]any)
			words := factschema.Names(holder["enum"])
			values, explained := holder["x-values"].(map[string]any)
			if len(words) == 0 {
				require.False(t, explained, "%s explains words that it does not have", at)
				continue
			}
			choices++
			if !explained && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(plain, w) }) {
				continue
			}
			require.ElementsMatch(t, words, slices.Collect(maps.Keys(values)), "the words that %s explains", at)
			for word, means := range values {
				means, _ := means.(string)
				require.Greater(t, len(means), 5, "%s of %s", word, at)
				require.False(t, strings.ContainsAny(means, "_?") || strings.HasSuffix(means, "."), "%s of %s is no short text: %s", word, at, means)
			}
		}
	})
	require.Greater(t, choices, 30)
}
