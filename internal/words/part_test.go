package words_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// TestFound: a part is said with its whole and its share, and neither nothing nor
// all is claimed by rounding.
func TestFound(t *testing.T) {
	t.Parallel()
	for want, have := range map[string][2]string{
		"300 of 4200 (7 %)":             {"300", "4200"},
		"1 of 40 000 (below 1 %)":       {"1", "40000"},
		"39 999 of 40 000 (above 99 %)": {"39999", "40000"},
		"0 of 5 (0 %)":                  {"0", "5"},
		"5 of 5 (100 %)":                {"5", "5"},
		"0 of 0":                        {"0", "0"},
	} {
		e := report.Evidence{Value: json.Number(have[0]), PartOf: &report.Whole{Value: json.Number(have[1])}}
		require.Equal(t, want, words.Found(e))
	}
	require.Equal(t, "true", words.Found(report.Evidence{Value: true}))
}
