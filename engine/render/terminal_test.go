package render

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestColours(t *testing.T) {
	t.Parallel()
	begin, end := colourOf("BREACH")
	require.Equal(t, "\x1b[1;31m", begin)
	require.Equal(t, "\x1b[0m", end)
	begin, end = colourOf("    BREACH of what")
	require.Empty(t, begin+end)
}
