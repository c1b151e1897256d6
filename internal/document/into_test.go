package document

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

type shelf struct {
	Label  string           `yaml:"label"`
	Boards int              `yaml:"boards"`
	Books  []book           `yaml:"books"`
	Owners map[string]int64 `yaml:"owners"`
	Sold   *bool            `yaml:"sold"`
	Note   any              `yaml:"note"`
	Where  *Node            `yaml:"where"`
	Weight float64
	hidden string
}

type book struct {
	Title upper `yaml:"title"`
}

// upper reads itself.
type upper string

func (u *upper) FromNode(n *Node, path Path) Problems {
	if n.Text == "" {
		return Problems{{Position: n.Position, Message: path.String() + " has no letters"}}
	}
	*u = upper(n.Text + "!")
	return nil
}

func TestInto(t *testing.T) {
	t.Parallel()
	var s shelf
	require.NoError(t, Unmarshal("a.yaml", []byte("label: x\nboards: 3\nbooks: [{title: a}, {title: b}]\nowners: {eve: 1}\nsold: false\n"+
		"note: [1.50]\nwhere: here\nweight: 2.5\n"), &s))
	sold := false
	require.Equal(t, shelf{
		Label: "x", Boards: 3, Books: []book{{"a!"}, {"b!"}}, Owners: map[string]int64{"eve": 1}, Sold: &sold,
		Note: []any{json.Number("1.50")}, Where: &Node{Kind: String, Text: "here", Position: Position{"a.yaml", 7, 8}}, Weight: 2.5,
	}, s)

	// What is not known stays as it was.
	require.NoError(t, Unmarshal("a.json", []byte(`{"label": null, "sold": null}`), &s))
	require.Equal(t, "x", s.Label)
	require.Empty(t, s.hidden)
}

func TestIntoIsStrict(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]string{
		"lable: x":              "a.yaml:1:1: unknown key lable\n    hint: did you mean label?",
		"hidden: x":             "a.yaml:1:1: unknown key hidden\n    hint: known here: boards, books, label, note, owners, sold, weight, where",
		"books:\n- {pages: 1}":  "a.yaml:2:4: unknown key books[0].pages\n    hint: known here: title",
		"label: 12":             "a.yaml:1:8: label is 12; expected text\n    hint: put it in quotes",
		"label: [a]":            "a.yaml:1:8: label is a list; expected text",
		"boards: 1.5":           "a.yaml:1:9: boards is 1.5; expected a whole number",
		"boards: '1'":           "a.yaml:1:9: boards is \"1\"; expected a whole number",
		"weight: x":             "a.yaml:1:9: weight is \"x\"; expected a number",
		"sold: yes":             "a.yaml:1:7: sold is \"yes\"; expected true or false",
		"books: {title: a}":     "a.yaml:1:8: books is an object; expected a list\n    hint: begin each element on a line of its own, with a dash before it",
		"owners: 1":             "a.yaml:1:9: owners is 1; expected names with their values",
		"owners: {eve: x}":      "a.yaml:1:15: owners.eve is \"x\"; expected a whole number",
		"- x":                   "a.yaml:1:1: the document is a list; expected keys with their values",
		"books: [{title: ''}]":  "a.yaml:1:17: books[0].title has no letters",
		"label: 1\nboards: x\n": "a.yaml:1:8: label is 1; expected text\n    hint: put it in quotes\na.yaml:2:9: boards is \"x\"; expected a whole number",
		"":                      "a.yaml: the file is empty",
	} {
		require.EqualError(t, Unmarshal("a.yaml", []byte(content), &shelf{}), want, content)
	}
	require.EqualError(t, Unmarshal("a.ndjson", []byte("{}\n{}"), &shelf{}), "a.ndjson: expected one document")
}
