package words_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/asked"
	"github.com/dsaeval/dsaeval/internal/words"
)

// TestWaiting: what a question is asked for is said by whole articles.
func TestWaiting(t *testing.T) {
	t.Parallel()
	asked := func(gates int, articles ...string) string {
		fact := &asked.Fact{Gates: gates}
		for _, article := range articles {
			fact.Obligations = append(fact.Obligations, report.Obligation{Article: article})
		}
		return words.Waiting(fact)
	}
	require.Equal(t, "Art. 26 and 28, 3 obligations", asked(1, "26(1)(a)", "26(3)", "28(2)"))
	require.Equal(t, "decides whether 2 obligations apply: Art. 26", asked(2, "26(1)(a)", "26(3)"))
	require.Equal(t, "decides whether Art. 39(3) applies", asked(1, "39(3)"))
	require.Equal(t, "Art. 28(2)", asked(0, "28(2)"))
	require.Equal(t, "Art. 1, House rule 1, 2 obligations", asked(0, "House rule 1", "1"))
	require.Equal(t, "House rule 1", asked(0, "House rule 1"))
}
