package document

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestJSONSyntax(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ note, content, want string }{
		{"ends in a list", `[1,2`, `x:1:5: the document ends too early`},
		{"ends in an object", "{\n\"a\": {", `x:2:7: the document ends too early`},
		{"nothing", " \n ", `x: the file is empty`},
		{"not a number", `{"a": NaN}`, `x:1:7: a number must be finite; JSON has no NaN or Infinity`},
		{"infinite", `{"a": -Infinity}`, `x:1:7: a number must be finite; JSON has no NaN or Infinity`},
		{"comma before the end", `{"a":1,}`, `x:1:8: there is a comma before '}'`},
		{"single quotes", `{'a':1}`, `x:1:2: text must stand in double quotes`},
		{"no comma", "{\"ä\":1\n \"b\":2}", `x:2:2: unexpected '"' after a value`},
		{"no colon", `{"a" 1}`, `x:1:6: unexpected '1'`},
		{"key is a number", `{1: 2}`, `x:1:2: unexpected '1'; a key in double quotes should stand here`},
		{"comment", "// c\n{}", `x:1:1: JSON has no comments`},
		{"line break in text", "{\"a\": \"x\ny\"}", `x:1:9: a line break or control character stands within quotes`},
		{"unknown escape", `{"a": "\q"}`, `x:1:9: unknown escape sequence: unexpected 'q'`},
		{"unknown escape before NaN", `{"a": "\uNaN1"}`, `x:1:10: unknown escape sequence: unexpected 'N'`},
		{"unknown escape before Infinity", `{"a": "\udInfinity"}`, `x:1:11: unknown escape sequence: unexpected 'I'`},
		{"single quote escaped", `{"a": "\'"}`, `x:1:9: unknown escape sequence: unexpected '\''`},
		{"Python", `{"a": None}`, `x:1:7: unexpected 'N'`},
		{"octal", `{"a": 010}`, `x:1:8: unexpected '1' after a value`},
		{"two documents", "{}\n{}", `x:2:1: there is more text after the end of the document`},
		{"rubbish at the end", "{} x", `x:1:4: there is more text after the end of the document`},
		{"columns count letters", `{"größe😀": nul}`, `x:1:15: unexpected '}'`},
		{"Windows line ends", "{\r\n\"a\": 1,\r\n\"b\": ?}", `x:3:6: unexpected '?'`},
		{"out of range", `[1e400]`, `x:1:2: [0] is 1e400, outside the range of numbers that are read`},
		{"too small", `[1e-400]`, `x:1:2: [0] is 1e-400, outside the range of numbers that are read`},
		{"absurd exponent", `[0e99999999999999999999]`, `x:1:2: [0] is 0e99999999999999999999, outside the range of numbers that are read`},
		{"too many digits", `{"n": 12345678901234567890123456789012345}`, `x:1:7: n is a number of 35 digits; at most 34 are read`},
		{"key twice", "{\"a\": {\"b\": 1,\n \"b\": 2}}", `x:2:2: a.b is given twice; first at line 1, column 8`},
		{"key twice, escaped", `{"a": 1, "\u0061": 2}`, `x:1:10: a is given twice; first at line 1, column 2`},
		{"not UTF-8", "{\"a\": \"é\xff\"}", `x:1:9: byte 0xFF is not valid UTF-8`},
		{"long key", "{\"a\":\n{\"" + strings.Repeat("ä", MaxKey+1) + "\":1}}", `x:2:2: a key has 1001 characters; at most 1000 are read`},
		{"UTF-16", "\xff\xfe{\x00", `x: the file is encoded in UTF-16`},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			_, err := Decode("x", []byte(test.content), JSON)
			var problems Problems
			require.ErrorAs(t, err, &problems)
			require.Len(t, problems, 1)
			problems[0].Hint = ""
			require.EqualError(t, err, test.want)
		})
	}
}

func TestJSONPositions(t *testing.T) {
	t.Parallel()
	content := "\xEF\xBB\xBF{\r\n  \"ключ\" : [ true,\r\n\t-1.5e3 ], \"😀\": { \"x\": null }}\n"
	nodes, err := Decode("f.json", []byte(content), JSON)
	require.NoError(t, err)
	root := nodes[0]
	require.Equal(t, "f.json:1:1", root.Position.String())
	key, _ := root.Member("ключ")
	require.Equal(t, "f.json:2:3", key.KeyPosition.String())
	require.Equal(t, "f.json:2:12", key.Value.Position.String())
	require.Equal(t, "f.json:2:14", key.Value.Elements[0].Position.String())
	require.Equal(t, "f.json:3:2", key.Value.Elements[1].Position.String())
	require.Equal(t, "-1.5e3", key.Value.Elements[1].Text)
	face, _ := root.Member("😀")
	require.Equal(t, "f.json:3:12", face.KeyPosition.String())
	require.Equal(t, "f.json:3:19", face.Value.Members[0].KeyPosition.String())
}

func TestFormat(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]Format{
		"a.json": JSON, "A.JSON": JSON, "a.yaml": YAML, "a.yml": YAML, "a.ndjson": NDJSON, "a.jsonl": NDJSON, "-": 0, "facts": 0,
	} {
		require.Equal(t, want, FormatOf(name), name)
	}
}

// A hint fits what the reader was to read: a document over several lines is none of lines.
func TestHintsOfLines(t *testing.T) {
	t.Parallel()
	const missing, oneLine = "a closing bracket or quote is missing", "in NDJSON a document stands on one line"
	const several = "several documents stand each on a line of its own, in a file named .ndjson or on standard input"
	for _, test := range []struct{ name, content, want string }{
		{"x.ndjson", "{\n  \"a\": {\n  }\n}\n", oneLine + "; name the file .json"},
		{"x.jsonl", "{\"a\": 1,\r\n\"b\": 1}\n", oneLine + "; name the file .json"},
		{"x.ndjson", "{\"a\": 1\n", missing},
		{"x.ndjson", "{}\n{\n}\n", oneLine},
		{"-", "{}\n{\n}\n", oneLine},
		{"x.ndjson", "{}{}\n", "in NDJSON a line holds one document"},
		{"-", "{\n}\n{\n}\n", "several documents stand each on one line; this one takes more"},
		{"-", "\n{}{}\n", several},
		{"x.json", "{\n}\n{\n}\n", several},
		{"x.json", "{\n", missing},
	} {
		_, problems := Parse(test.name, []byte(test.content), FormatOf(test.name))
		require.NotEmpty(t, problems)
		require.Equal(t, test.want, problems[0].Hint, "%s %q", test.name, test.content)
		_, streamedProblems := streamed(t, test.name, test.content)
		require.Equal(t, problems, streamedProblems)
	}
}
