package facts_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestLine: a line by itself is what it is in its file, its places too.
func TestLine(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	content := "\ufeff{\"service\": {\"name\": \"A\"}}\r\n{\"service\": {\"nam\": \"B\"}}\n{\"service\":\n{\"service\": {\"name\": \"D\"}}"
	lines := strings.SplitAfter(content, "\n")
	number := 0
	for want, wantErr := range schema.Documents("all.facts.ndjson", strings.NewReader(content)) {
		number++
		have, err := schema.Line("all.facts.ndjson", number, []byte(lines[number-1]))
		require.Equal(t, wantErr, err)
		if wantErr == nil {
			require.Equal(t, want.SHA256(), have.SHA256())
			require.Equal(t, want.Service(), have.Service())
		}
	}
	require.Equal(t, 4, number)
	_, err = schema.Line("all.facts.ndjson", 7, []byte(" \n"))
	require.EqualError(t, err, "all.facts.ndjson:7:1: the line is empty")
	_, err = schema.Line("all.facts.ndjson", 7, make([]byte, facts.MaxSize+1))
	require.ErrorContains(t, err, "all.facts.ndjson:7:1: the document is larger than the limit of ")
	_, err = new(facts.Schema).Line("all.facts.ndjson", 1, nil)
	require.Error(t, err)
}
