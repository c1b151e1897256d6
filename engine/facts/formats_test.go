package facts

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNDJSON(t *testing.T) {
	t.Parallel()
	content := "{\"service\": {\"name\": \"A\"}}\r\n\n{\"service\": {\"name\": \"B\"}}"
	documents, err := smallSchema(t).Load("all.ndjson", []byte(content))
	require.NoError(t, err)
	require.Len(t, documents, 2)
	require.Equal(t, "B", documents[1].Service())
	name, _ := documents[1].At("/service/name")
	require.Equal(t, "all.ndjson:3:22", name.Position.String())
	alone := load(t, "b.json", `{"service": {"name": "B"}}`)
	require.Equal(t, alone.SHA256(), documents[1].SHA256())

	require.Equal(t, []string{
		"1:14: unknown key service.nam", "    hint: did you mean name?",
		"2:1: unexpected 'x'",
		"4:1: service is missing",
	}, complaints(t, "all.jsonl", "{\"service\": {\"nam\": \"A\"}}\nx\n\n{}\n"))
	for _, name := range []string{"all.ndjson", "x.json", "x.yaml", "-"} {
		require.Equal(t, []string{" the file is empty", `    hint: begin with the service, such as {"service": {"name": "Example"}}`}, complaints(t, name, "\n \n"))
	}

	// What holds no facts, such as waivers, is not told how to write facts.
	for _, content := range []string{"", "[{}]"} {
		_, err = smallSchema(t).Document("waivers.yaml", []byte(content))
		require.Error(t, err)
		require.NotContains(t, err.Error(), "hint:")
	}

	// Standard input has no name that tells.
	documents, err = smallSchema(t).Load("-", []byte(content))
	require.NoError(t, err)
	require.Len(t, documents, 2)
	require.Contains(t, complaints(t, "-", "{\"service\":\n{\"name\": \"A\"}}\n{\"service\": {}}"), "3:1: there is more text after the end of the document")
}

// The content of a file tells what it is where its name does not.
func TestContentTellsTheFormat(t *testing.T) {
	t.Parallel()
	for _, content := range []string{` {"service": {"name": "A"}}`, "\xEF\xBB\xBFservice: {name: A}", "# [\nservice:\n  name: A"} {
		require.Equal(t, "A", load(t, "-", content).Service())
	}
}

func TestYAMLEqualsJSON(t *testing.T) {
	t.Parallel()
	yaml := load(t, "a.yaml", "service:\n  name: Größe\nnotices: {submitted_count: 10, hours: 1.50}\n")
	text, err := json.Marshal(yaml.Value())
	require.NoError(t, err)
	require.Equal(t, yaml.Value(), load(t, "a.json", string(text)).Value())
}
