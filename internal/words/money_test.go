package words_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/words"
)

// TestMissingAmount: what an amount needs is said in words, and by its place in the
// document; what has no words by its place alone.
func TestMissingAmount(t *testing.T) {
	t.Parallel()
	const turnover = "/service/turnover_worldwide_preceding_fy"
	require.Equal(t, "the worldwide turnover of the whole undertaking in the preceding financial year (service.turnover_worldwide_preceding_fy.group), service.other",
		words.MissingAmount([]string{turnover + "/group", "/service/other"}))
	require.Contains(t, words.MissingAmount([]string{turnover + "/entity"}), "of the provider alone")
	require.Contains(t, words.MissingAmount([]string{turnover}), "total worldwide turnover")
}
