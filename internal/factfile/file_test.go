package factfile_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/factfile"
)

func TestSet(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note, name, before string
		entry              factfile.Entry
		want               string
	}{
		{
			"a null is replaced, the comments stay", "f.yaml",
			"# Shop\nservice:\n  # Which?\n  name: null # ask Anna\n  id: shop\n",
			factfile.Entry{Pointer: "/service/name", Value: "The Shop: new"},
			"# Shop\nservice:\n  # Which?\n  name: \"The Shop: new\" # ask Anna\n  id: shop\n",
		},
		{
			"nothing behind the colon", "f.yaml",
			"service:\n  name:\n  id: shop\n",
			factfile.Entry{Pointer: "/service/name", Value: "Shop"},
			"service:\n  name: Shop\n  id: shop\n",
		},
		{
			"a word that YAML takes for something else", "f.yaml",
			"service:\n  name: ~\n",
			factfile.Entry{Pointer: "/service/name", Value: "yes"},
			"service:\n  name: \"yes\"\n",
		},
		{
			"a new fact stands at the end of its section, before what belongs to the next", "f.yaml",
			"service:\n  name: Shop\n  categories:\n  - hosting\n  # not more\n\n# What is sold\nminors:\n  terms_allow_minors: false\n",
			factfile.Entry{Pointer: "/service/enterprise_size", Value: "medium"},
			"service:\n  name: Shop\n  categories:\n  - hosting\n  # not more\n  enterprise_size: medium\n\n# What is sold\nminors:\n  terms_allow_minors: false\n",
		},
		{
			"text over several lines ends where its indent does", "f.yaml",
			"service:\n  name: >\n    The\n\n    Shop\nminors: {}\n",
			factfile.Entry{Pointer: "/service/id", Value: "shop"},
			"service:\n  name: >\n    The\n\n    Shop\n  id: shop\nminors: {}\n",
		},
		{
			"a new section stands before the sources, with air where others have it", "f.yaml",
			"service:\n  name: Shop\n\nminors: {}\n\n# Read in March\nsources:\n  a: {title: A}\n",
			factfile.Entry{Pointer: "/codes/x", Value: json.Number("3"), Note: "counted"},
			"service:\n  name: Shop\n\nminors: {}\n\ncodes:\n  x: 3 # counted\n\n# Read in March\nsources:\n  a: {title: A}\n",
		},
		{
			"a section that is null is opened", "f.yaml",
			"minors: null # later\nservice: {name: Shop}\n",
			factfile.Entry{Pointer: "/minors/terms_allow_minors", Value: true},
			"minors: # later\n  terms_allow_minors: true\nservice: {name: Shop}\n",
		},
		{
			"objects in braces", "f.yaml",
			"service: {name: null, id: shop}\n",
			factfile.Entry{Pointer: "/service/name", Value: "Shop"},
			"service: {name: Shop, id: shop}\n",
		},
		{
			"a member more in braces", "f.yaml",
			"service: {name: Shop} # all\n",
			factfile.Entry{Pointer: "/service/categories", Value: []any{"hosting"}},
			"service: {categories: [hosting], name: Shop} # all\n",
		},
		{
			"JSON stays JSON", "f.json",
			"{\n  \"service\": {\n    \"name\": null\n  }\n}\n",
			factfile.Entry{Pointer: "/service/id", Value: "shop", Note: "no notes in JSON"},
			"{\n  \"service\": {\n    \"id\": \"shop\",\n    \"name\": null\n  }\n}\n",
		},
		{
			"a null of JSON", "f.json",
			"{\"service\": {\"name\": null}}",
			factfile.Entry{Pointer: "/service/name", Value: "Shop"},
			"{\"service\": {\"name\": \"Shop\"}}",
		},
		{
			"line ends of Windows", "f.yaml",
			"service:\r\n  name: null\r\n",
			factfile.Entry{Pointer: "/service/id", Value: "shop"},
			"service:\r\n  name: null\r\n  id: shop\r\n",
		},
		{
			"the key of provenance is a pointer", "f.yaml",
			"service:\n  name: Shop\n",
			factfile.Entry{Pointer: "/provenance/~1service~1name", Value: []any{"a-1"}},
			"service:\n  name: Shop\nprovenance:\n  /service/name: [a-1]\n",
		},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			file, err := factfile.Open(c.name, []byte(c.before))
			require.NoError(t, err)
			changed, err := file.Set(c.entry)
			require.NoError(t, err)
			require.Equal(t, c.want, string(changed.Content()))
			require.Equal(t, c.before, string(file.Content()), "the file itself is never changed")
		})
	}
}

// TestByHand: what is written in a form that is not edited is left to its author.
func TestByHand(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"service:\n  name: |\n    Shop\n", "service:\n  name:\n    - Shop\n", "service:\n- name\n", "service:\n  name:\n    x: 3\n"} {
		file, err := factfile.Open("f.yaml", []byte(text))
		require.NoError(t, err)
		_, err = file.Set(factfile.Entry{Pointer: "/service/name", Value: "New"})
		require.ErrorIs(t, err, factfile.ErrByHand, text)
	}
}

// TestSetEverywhere writes a value at many places of all shown cases: nothing else
// of what they say may change, which Set checks itself, nor any other line.
func TestSetEverywhere(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../fixtures/cases/*/facts.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, name := range files {
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		file, err := factfile.Open(name, content)
		require.NoError(t, err)
		for _, pointer := range []string{"/service/amar_value", "/orders/a_new_fact", "/a_new_section/fact", "/sources/new/title", "/provenance/~1service~1amar_value"} {
			if _, given := file.Given(pointer); given {
				continue
			}
			changed, err := file.Set(factfile.Entry{Pointer: pointer, Value: "a value"})
			require.NoError(t, err, "%s %s", name, pointer)
			after := strings.Split(string(changed.Content()), "\n")
			for line := range strings.SplitSeq(string(content), "\n") {
				if strings.HasSuffix(line, "{}") || strings.Contains(line, "{") {
					continue // into braces
				}
				require.Contains(t, after, line)
			}
		}
	}
}
