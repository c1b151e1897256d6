package media_test

import (
	"mime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/serve/internal/media"
)

// TestKinds: each format has one media type, and none is listed that is no format.
func TestKinds(t *testing.T) {
	t.Parallel()
	var listed []render.Format
	for _, k := range media.Kinds() {
		listed = append(listed, k.Format)
		require.Equal(t, k, media.Of(k.Format))
		require.NotEmpty(t, k.Extension)
		_, _, err := mime.ParseMediaType(k.Type)
		require.NoError(t, err, k.Format)
	}
	require.ElementsMatch(t, render.Formats(), listed)
	require.Equal(t, render.JSON, media.Kinds()[0].Format, "what is written for who asks for nothing")
}
