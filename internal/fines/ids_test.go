package fines

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/fine"
)

func TestIDs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ id, paragraph, article, byParagraph string }{
		{"dsa.art16.6", "dsa.art16.6", "16", "16(6)"},
		{"dsa.art34.1.a", "dsa.art34.1", "34", "34(1)"},
		{"dsa.art20.4a.reversal", "dsa.art20.4a", "20", "20(4)"},
		{"dsa.art24.3b", "dsa.art24.3b", "24", "24(3)"},
		{"dsa.art24.3bc", "dsa.art24.3bc", "24", "24(3)"},
		{"dsa.art15a.2", "dsa.art15a.2", "15a", "15a(2)"},
		{"dsa.art38", "dsa.art38", "38", "38"},
		{"dsa.art38.", "dsa.art38.", "38", "38"},
		{"dsa.art30.x", "dsa.art30.x", "30", "30"},
		{"dsa.art40.3", "dsa.art40.3", "40(1)-(3)", "40(3)"},
		{"dsa.art40.12", "dsa.art40.12", "40(12)", "40(12)"},
		{"dsa.art40.8.a", "dsa.art40.8", "40(4)-(11)", "40(8)"},
		{"dsa.art", "dsa.art", "dsa.art", "dsa.art"},
		{"house.art16.6", "house.art16.6", "house.art16.6", "house.art16.6"},
		{"", "", "", ""},
	} {
		require.Equal(t, c.paragraph, paragraphOf(c.id), c.id)
		require.Equal(t, c.article, unitOf(c.id, fine.ByArticle), c.id)
		require.Equal(t, c.byParagraph, unitOf(c.id, fine.ByParagraph), c.id)
	}
}
