package facts_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestDocuments: of many documents the good ones come in their order and the bad ones
// have their problems in their place.
func TestDocuments(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	content := `{"service": {"name": "A"}}
{"service": {"nam": "B"}}
{"service":
{"service": {"name": "D"}}
`
	var have []string
	for f, err := range schema.Documents("-", strings.NewReader(content)) {
		if err != nil {
			require.ErrorAs(t, err, new(facts.Problems))
			have = append(have, strings.SplitN(err.Error(), "\n", 2)[0])
			continue
		}
		have = append(have, f.Service()+" "+f.SHA256()[:4])
	}
	want, err := schema.Load("-", []byte(`{"service": {"name": "A"}}`))
	require.NoError(t, err)
	require.Len(t, have, 4)
	require.Equal(t, "A "+want[0].SHA256()[:4], have[0])
	require.Equal(t, "-:2:14: unknown key service.nam", have[1])
	require.Contains(t, have[2], "-:3:")
	require.Contains(t, have[3], "D ")

	for _, none := range []*facts.Schema{nil, {}} {
		for f, err := range none.Documents("-", strings.NewReader(content)) {
			require.Nil(t, f)
			require.Error(t, err)
		}
	}
	for _, err := range schema.Documents("-", nil) {
		require.ErrorContains(t, err, "nothing to read from")
	}
}
