package factfile_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
)

// FuzzSet writes a value into files that somebody wrote by hand: it is refused, or stands
// there, and everything else says what it said.
func FuzzSet(f *testing.F) {
	for _, seed := range []string{
		"service:\n  name: null # ask\n  id: shop\n", "service: {name: A}\n", "service:\n  id: >\n    The\n\n    Shop\n\n# next\nminors: {}\n",
		"# only this\n", "service:\n- a\n", "service: null\nsources:\n  a: {title: A}\n", "\"service\":\n  'name' : x\n", "service:\r\n  id: a\r\n", "a: {b: [c, {d: e}]}\n---\n",
	} {
		f.Add(seed, "yes # no", false)
	}
	f.Add("{\"service\": {\"id\": 1}}", "a\"\n", true)
	f.Add("{}", "", true)
	f.Fuzz(func(t *testing.T, content, value string, isJSON bool) {
		name, format := "f.yaml", document.YAML
		if isJSON {
			name, format = "f.json", document.JSON
		}
		before, err := document.Decode(name, []byte(content), format)
		if err != nil {
			return
		}
		file, err := factfile.Open(name, []byte(content))
		if err != nil {
			return
		}
		written, err := file.Set(factfile.Entry{Pointer: "/service/name", Value: value, Note: "said so"})
		if err != nil {
			return
		}
		after, err := document.Decode(name, written.Content(), format)
		require.NoError(t, err, "%q became %q", content, written.Content())
		want, isObject := before[0].Value().(map[string]any)
		if !isObject {
			want = map[string]any{} // nothing but comments
		}
		section, _ := want["service"].(map[string]any)
		if section == nil {
			section = map[string]any{}
		}
		section["name"], want["service"] = value, section
		have, err := json.Marshal(after[0].Value())
		require.NoError(t, err)
		wanted, err := json.Marshal(want)
		require.NoError(t, err)
		require.Equal(t, string(wanted), string(have), "%q became %q", content, written.Content())
	})
}
