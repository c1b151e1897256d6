package facts

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

func addSeeds(f *testing.F) {
	f.Helper()
	full, err := os.ReadFile("testdata/full.yaml")
	require.NoError(f, err)
	f.Add(full)
	for _, seed := range []string{
		"", "{}", "[1, -2.5e3, true, null, \"\\u00e4\\n\"]", `{"a": {"b": [{"c": 1}]}, "a": 2}`, "{\"a\":1}\n{}",
		"a: 1\nb:\n  - x\n  - y: 2\n    z: |\n      t\n\n      u\n", "- - a\n  - {b: c, \"d\": [e]}\n", "a: &x 1\nb: *x\n<<: *x\n",
		"a: \"x\n  y\"\r\nb: 'z\r\n  w'\r\n", "---\na: ~\n...\n---\n", "a: >-\n  x\n y", "? a\n: b", "a: !!str 1", "é: \xff", "\t", "a: 0x1\n'b': .inf",
		"a:\n- b\n-c\n d", "{a: [}, ]", "- 0 \n#0", ">\n0", ">\n\n  \n K0A:", "{2a\":}", "[?0& 0,\"\\x0000\"]", "r\u2029", "a: |2-\n   x\n  y\n # c\nb: 1", "a: x # c\n  y", "\xEF\xBB\xBFa: 1",
	} {
		f.Add([]byte(seed))
	}
}

// checkPlaces fails if a place is not in the file.
func checkPlaces(t *testing.T, content []byte, n *Node, err error) {
	t.Helper()
	lines := strings.Split(string(bytes.TrimPrefix(content, []byte(byteOrderMark))), "\n")
	inside := func(at Position) {
		t.Helper()
		require.LessOrEqual(t, at.Line, len(lines))
		if at.Line > 0 {
			require.Positive(t, at.Column)
			require.LessOrEqual(t, at.Column, utf8.RuneCountInString(lines[at.Line-1])+1)
		}
	}
	var problems Problems
	if errors.As(err, &problems) {
		for i, problem := range problems {
			inside(problem.Position)
			require.NotEmpty(t, problem.Message)
			require.True(t, utf8.ValidString(problem.String()))
			if i > 0 {
				require.LessOrEqual(t, problems[i-1].Position.Line, problem.Position.Line)
			}
		}
		return
	}
	require.NoError(t, err)
	var walk func(n *Node)
	walk = func(n *Node) {
		inside(n.Position)
		require.Positive(t, n.Position.Line)
		rest := string([]rune(lines[n.Position.Line-1])[n.Position.Column-1:])
		switch n.Kind {
		case Number:
			require.True(t, strings.HasPrefix(rest, n.Text), "%q does not begin with %s", rest, n.Text)
		case Object, Array:
			require.NotEmpty(t, rest)
		}
		for _, member := range n.Members {
			inside(member.KeyPosition)
			walk(member.Value)
		}
		for _, element := range n.Elements {
			walk(element)
		}
	}
	walk(n)
}

func fuzzDecode(t *testing.T, content []byte, format Format) *Node {
	t.Helper()
	nodes, err := Decode("f", content, format)
	if err != nil {
		checkPlaces(t, content, nil, err)
		return nil
	}
	require.Len(t, nodes, 1)
	checkPlaces(t, content, nodes[0], nil)
	return nodes[0]
}

func FuzzJSON(f *testing.F) {
	addSeeds(f)
	schema := smallSchema(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		root := fuzzDecode(t, content, JSON)
		text := bytes.TrimPrefix(content, []byte(byteOrderMark))
		if root == nil {
			return
		}
		// What we accept, encoding/json accepts, and understands in the same way.
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		var want any
		require.NoError(t, decoder.Decode(&want))
		require.Equal(t, want, root.Value())

		// The same data means the same in YAML, of which JSON is a part.
		written, err := json.Marshal(root.Value())
		require.NoError(t, err)
		again, err := Decode("f", written, YAML)
		if err == nil {
			require.Equal(t, root.Value(), again[0].Value())
		} else {
			require.NoError(t, err, "%s", written)
		}
		_, err = schema.Load("f.json", content)
		if err != nil {
			checkPlaces(t, content, nil, err)
		}
	})
}

func FuzzYAML(f *testing.F) {
	addSeeds(f)
	schema := smallSchema(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, err := schema.Load("f.yaml", content); err != nil {
			checkPlaces(t, content, nil, err)
		}
		root := fuzzDecode(t, content, YAML)
		if root == nil {
			return
		}
		compare(t, content, root)
		written, err := json.Marshal(root.Value())
		require.NoError(t, err)
		for _, format := range []Format{JSON, YAML} {
			again, err := Decode("f", written, format)
			require.NoError(t, err, "%s", written)
			require.Equal(t, root.Value(), again[0].Value())
		}
	})
}

var flowSigns = regexp.MustCompile(`:[],[{}]|[?]`)

// compare holds what we read against what another library reads. Where that one
// sees an error, both of its errors and ours are known to differ from the
// specification in places, and nothing is compared.
func compare(t *testing.T, content []byte, have *Node) {
	t.Helper()
	if bytes.ContainsAny(content, "\u0085\u2028\u2029\ufeff") {
		return // line ends in YAML 1.1 only; marks within the text
	}
	if flowSigns.Match(content) {
		return // in YAML 1.2 the colon ends a key and ?x is text; libyaml differs
	}
	var document yaml.Node
	if err := yaml.Unmarshal(content, &document); err != nil || len(document.Content) != 1 {
		return
	}
	var walk func(want *yaml.Node, have *Node)
	walk = func(want *yaml.Node, have *Node) {
		switch want.Kind {
		case yaml.MappingNode:
			require.Equal(t, Object, have.Kind)
			require.Len(t, have.Members, len(want.Content)/2)
			for i, member := range have.Members {
				key := want.Content[2*i]
				require.Equal(t, key.Value, member.Key)
				require.Equal(t, key.Line, member.KeyPosition.Line)
				require.Equal(t, key.Column, member.KeyPosition.Column)
				walk(want.Content[2*i+1], member.Value)
			}
		case yaml.SequenceNode:
			require.Equal(t, Array, have.Kind)
			require.Len(t, have.Elements, len(want.Content))
			for i, element := range have.Elements {
				walk(want.Content[i], element)
			}
		case yaml.ScalarNode:
			if have.Kind == String || have.Kind == Number {
				require.Equal(t, want.Value, have.Text)
			} else {
				require.Contains(t, []Kind{Null, Bool}, have.Kind)
			}
		default:
			return
		}
		if want.Value != "" || want.Kind != yaml.ScalarNode { // an absent value stands nowhere
			require.Equal(t, want.Line, have.Position.Line)
			require.Equal(t, want.Column, have.Position.Column)
		}
	}
	walk(document.Content[0], have)
}
