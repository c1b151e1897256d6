package document

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A control character of a key is escaped once.
func TestPathEscapesOnce(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{
		"se\rvice": `a["se\rvice"]`, `b\c`: `a["b\\c"]`, `d"e`: `a["d\"e"]`, "e f": `a["e f"]`, strings.Repeat("ä ", longText): `a["` + strings.Repeat("ä ", longText/2) + `…"]`,
	} {
		require.Equal(t, want, Path{"a", key}.String())
	}
}
