package words_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/words"
)

// TestFactValueOfMany: what is too long to be shown is counted, in the plural of what it is.
func TestFactValueOfMany(t *testing.T) {
	t.Parallel()
	table, list := map[string]any{}, []any{}
	for i := range 12_345 {
		entry := map[string]any{"number": fmt.Sprint(i)}
		list = append(list, entry)
		if i < 12 {
			table[fmt.Sprintf("entry_%d", i)] = entry
		}
	}
	require.Equal(t, "12 entries", words.FactValue(table, ""))
	require.Equal(t, words.Number(12_345)+" elements", words.FactValue(list, ""))
}
