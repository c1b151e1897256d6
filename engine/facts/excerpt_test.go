package facts

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// TestExcerpt: the line of a value as its author wrote it, in YAML and in NDJSON,
// whose lines are documents.
func TestExcerpt(t *testing.T) {
	t.Parallel()
	schema := smallSchema(t)
	yaml, err := schema.Load("facts.yaml", []byte("# first\nservice:\n  name: \"A\\u202eB\" # \u202eas the letter has it\n"))
	require.NoError(t, err)
	name, _ := yaml[0].At("/service/name")
	require.Equal(t, `name: "A\u202eB" # \u202eas the letter has it`, yaml[0].Excerpt(name.Position))

	long := strings.Repeat("ä", 300)
	lines, err := schema.Load("facts.ndjson", []byte(`{"service":{"name":"A"}}`+"\n"+`{"service":{"provider":"`+long+`","name":"B"}}`+"\n"))
	require.NoError(t, err)
	second, _ := lines[1].At("/service/name")
	excerpt := lines[1].Excerpt(second.Position)
	require.Contains(t, excerpt, `"name":"B"`)
	require.LessOrEqual(t, utf8.RuneCountInString(excerpt), maxExcerpt+2)
	require.True(t, utf8.ValidString(excerpt))

	for streamed, err := range schema.Documents("facts.yaml", strings.NewReader("service:\n  name: A # as given\n")) {
		require.NoError(t, err)
		at, _ := streamed.At("/service/name")
		require.Equal(t, "name: A # as given", streamed.Excerpt(at.Position), "documents of a stream have lines, too")
	}

	made, err := schema.From("made", map[string]any{"service": map[string]any{"name": "A"}})
	require.NoError(t, err)
	unplaced, _ := made.At("/service/name")
	require.Empty(t, made.Excerpt(unplaced.Position), "what comes from no file has no line")
}
