package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func addSeeds(f *testing.F) {
	f.Helper()
	full, err := os.ReadFile("../../engine/facts/testdata/full.yaml")
	require.NoError(f, err)
	f.Add(full)
	for _, seed := range []string{
		"", "{}", "[1, -2.5e3, true, null, \"\\u00e4\\n\"]", `{"a": {"b": [{"c": 1}]}, "a": 2}`, "{\"a\":1}\n{}",
		"a: 1\nb:\n  - x\n  - y: 2\n    z: |\n      t\n\n      u\n", "- - a\n  - {b: c, \"d\": [e]}\n", "a: &x 1\nb: *x\n<<: *x\n",
		"a: \"x\n  y\"\r\nb: 'z\r\n  w'\r\n", "---\na: ~\n...\n---\n", "a: >-\n  x\n y", "? a\n: b", "a: !!str 1", "é: \xff", "\t", "a: 0x1\n'b': .inf",
		"a:\n- b\n-c\n d", "{a: [}, ]", "- 0 \n#0", ">\n0", ">\n\n  \n K0A:", "{2a\":}", "[?0& 0,\"\\x0000\"]", "r\u2029", "a: |2-\n   x\n  y\n # c\nb: 1", "a: x # c\n  y", "# c\n{}\n{}", "{\"a\n{}\n{}", "{}\nx\n{}", "\xEF\xBB\xBFa: 1",
	} {
		f.Add([]byte(seed))
	}
}

// checkPlaces fails if a place is not in the file.
func checkPlaces(t *testing.T, content []byte, n *Node, err error) {
	t.Helper()
	lines := strings.Split(string(bytes.TrimPrefix(content, []byte(ByteOrderMark))), "\n")
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
			require.True(t, utf8.ValidString(problem.Error()))
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
		case Number, String:
			begins(t, rest, n.Text)
		case Object, Array:
			require.NotEmpty(t, rest)
		}
		for _, member := range n.Members {
			inside(member.KeyPosition)
			begins(t, string([]rune(lines[member.KeyPosition.Line-1])[member.KeyPosition.Column-1:]), member.Key)
			walk(member.Value)
		}
		for _, element := range n.Elements {
			walk(element)
		}
	}
	walk(n)
}

// begins fails if text does not stand at the beginning of a line, where one of
// the signs tells that it is written in another way.
func begins(t *testing.T, line, text string) {
	t.Helper()
	require.NotEmpty(t, line)
	if strings.ContainsAny(line[:1], `"'|>!`) {
		return
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' })
	require.NotEmpty(t, words)
	require.True(t, strings.HasPrefix(line, words[0]), "%q does not begin with %q", line, words[0])
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

// roundTrip writes a value as JSON, which means the same in YAML.
func roundTrip(t *testing.T, root *Node) {
	t.Helper()
	written, err := json.Marshal(root.Value())
	require.NoError(t, err)
	written = escapeRare(written)
	for _, format := range []Format{JSON, YAML} {
		again, err := Decode("f", written, format)
		if err != nil && format == YAML && len(written) > MaxKey {
			continue // a key that is too long once it is escaped
		}
		require.NoError(t, err, "%s", written)
		require.Equal(t, root.Value(), again[0].Value())
	}
}

// escapeRare escapes what JSON allows within quotes, and YAML does not.
func escapeRare(written []byte) []byte {
	var escaped []byte
	for _, char := range string(written) {
		if char >= 0x7F && char < 0xA0 || strings.ContainsRune("\uFEFF\uFFFE\uFFFF", char) {
			escaped = fmt.Appendf(escaped, `\u%04x`, char)
		} else {
			escaped = utf8.AppendRune(escaped, char)
		}
	}
	return escaped
}

func FuzzJSON(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		root := fuzzDecode(t, content, JSON)
		text := bytes.TrimPrefix(content, []byte(ByteOrderMark))
		if root == nil {
			return
		}
		// What we accept, encoding/json accepts, and understands in the same way.
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		var want any
		require.NoError(t, decoder.Decode(&want))
		require.Equal(t, want, root.Value())

		roundTrip(t, root)
	})
}

func FuzzYAML(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		root := fuzzDecode(t, content, YAML)
		if root == nil {
			return
		}
		roundTrip(t, root)
	})
}

// FuzzStream shows that what comes piece by piece is what the whole would be.
func FuzzStream(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		if !utf8.Valid(content) {
			return // of a stream the other lines count, as TestStreamIsParse shows
		}
		for _, name := range []string{"-", "x.ndjson"} {
			want, wantProblems := Parse(name, content, FormatOf(name))
			have, haveProblems := streamed(t, name, string(content))
			require.Equal(t, wantProblems.Sorted(), haveProblems.Sorted(), name)
			require.Len(t, have, len(want), name)
			for i := range want {
				require.Equal(t, want[i].Root, have[i].Root, name)
			}
		}
	})
}
