package document

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What a YAML document means, written as JSON.
func TestYAMLMeaning(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ note, content, want string }{
		{"days need no quotes", "a: 2023-09-01", `{"a": "2023-09-01"}`},
		{"nor do times and versions", "a: 12:30:45\nb: 1.2.3", `{"a": "12:30:45", "b": "1.2.3"}`},
		{"yes and no are text", "a: yes\nb: no\nc: on\nd: y", `{"a": "yes", "b": "no", "c": "on", "d": "y"}`},
		{"true and false", "a: true\nb: False\nc: TRUE", `{"a": true, "b": false, "c": true}`},
		{"null", "a: null\nb: ~\nc:\nd: NULL", `{"a": null, "b": null, "c": null, "d": null}`},
		{"numbers of JSON", "a: 12\nb: -0.5\nc: 1e3\nd: 1E-3", `{"a": 12, "b": -0.5, "c": 1e3, "d": 1E-3}`},
		{"quotes make text", "a: '12'\nb: \"true\"\nc: 'null'\nd: ''", `{"a": "12", "b": "true", "c": "null", "d": ""}`},
		{"quotes within quotes", `a: 'it''s'` + "\n" + `b: "say \"so\"\u0021"`, `{"a": "it's", "b": "say \"so\"!"}`},
		{"flow", "{a: 1, b: [x, 'y', {c: }], }", `{"a": 1, "b": ["x", "y", {"c": null}]}`},
		{"flow over lines", "a: [\n  1, # one\n  2\n  ]\nb: {\n c: 1\n }", `{"a": [1, 2], "b": {"c": 1}}`},
		{"JSON", `{"a":1,"b":[true,null,"x"],"c":{}}`, `{"a": 1, "b": [true, null, "x"], "c": {}}`},
		{"lists", "a:\n  - x\n  -\n  - - 1\n    - 2\n", `{"a": ["x", null, [1, 2]]}`},
		{"dashes below the key", "a:\n- x\n- y\nb: 1", `{"a": ["x", "y"], "b": 1}`},
		{"objects in lists", "- a: 1\n  b: 2\n-\n  a: 3\n- - c: 4\n", `[{"a": 1, "b": 2}, {"a": 3}, [{"c": 4}]]`},
		{"kept lines", "a: |\n  x\n   y\nb: |-\n  x\nc: 1", `{"a": "x\n y\n", "b": "x", "c": 1}`},
		{"folded lines", "a: >\n  x\n  y\n\n  z\nb: >-\n  x\n", `{"a": "x y\nz\n", "b": "x"}`},
		{"no lines", "a: |\nb: 1\nc: |", `{"a": "", "b": 1, "c": ""}`},
		{"text over lines", "a: x\n  y\nb: \"x\n  y\"\nc: 'x\n\n  y'", `{"a": "x y", "b": "x y", "c": "x\ny"}`},
		{"comments", "# one\na: 1 # two\n  # three\nb: # four\n  c: 'x' # five\n# six", `{"a": 1, "b": {"c": "x"}}`},
		{"no comment", "a: x#y\nb: http://x.y/z#f", `{"a": "x#y", "b": "http://x.y/z#f"}`},
		{"Windows line ends", "a:\r\n  - b: |\r\n      x\r\n      y\r\n    c: \"x\r\n      y\"\r\n", `{"a": [{"b": "x\ny\n", "c": "x y"}]}`},
		{"markers around the document", "---\na: 1\n...\n", `{"a": 1}`},
		{"quoted keys", "'a b': 1\n\"c\": 2\n\"1\": 3", `{"a b": 1, "c": 2, "1": 3}`},
		{"space before the colon", "a : 1\n\"b\" : 2", `{"a": 1, "b": 2}`},
		{"no space at the end", "a:\n  b:\n    c: 1\n  d: 2\ne: 3", `{"a": {"b": {"c": 1}, "d": 2}, "e": 3}`},
		{"scalars alone", "x", `"x"`},
		{"byte order mark", "\xEF\xBB\xBFa: 1", `{"a": 1}`},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			want, err := Decode("x.json", []byte(test.want), JSON)
			require.NoError(t, err)
			have, err := Decode("x.yaml", []byte(test.content), YAML)
			require.NoError(t, err)
			require.Equal(t, want[0].Value(), have[0].Value())
		})
	}
}

func TestYAMLRefused(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ note, content, want string }{
		{"nothing", "", "x: the file is empty"},
		{"only a comment", "# nothing yet\n", "x: the file is empty"},
		{"anchor and alias", "a: &x 1\nb: *x", "x:1:4: anchors and aliases (& and *) are not used here\n" +
			"    hint: write the value out where it is needed; text that begins with & or * needs quotes\n" +
			"x:2:4: anchors and aliases (& and *) are not used here\n" +
			"    hint: write the value out where it is needed; text that begins with & or * needs quotes"},
		{"merge key", "a: {}\n<<: {b: 1}", "x:2:1: merge keys (<<) are not used here\n    hint: write the members out where they are needed"},
		{"tag", "a: !!str 1", "x:1:4: tags such as !!str are not used here\n    hint: remove it; quotes make a value text"},
		{"directive", "%YAML 1.2\n---\na: 1", "x:1:1: directives (%) are not used here\n    hint: remove the line"},
		{"two documents", "a: 1\n---\nb: 2", "x:2:1: a second document begins here; a file holds one\n    hint: put each document into a file of its own"},
		{"complex key", "? a\n: 1", "x:1:1: keys are written without a question mark\n    hint: write key: value"},
		{"list as key", "[a]: 1", "x:1:1: a list or an object cannot be a key\n    hint: put text that begins with a bracket in quotes"},
		{"number as key", "1: a", "x:1:1: the key 1 is not text\n    hint: put it in quotes"},
		{"null as key", "~: a", "x:1:1: the key ~ is not text\n    hint: put it in quotes"},
		{"no key", ": a", "x:1:1: did not expect this line here\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"key twice", "a: 1\nb:\n  c: 1\n  c: 2\na: 3", "x:4:3: b.c is given twice; first at line 3, column 3\n" +
			"x:5:1: a is given twice; first at line 1, column 1"},
		{"hexadecimal", "a: 0x1F", "x:1:4: a is 0x1F, which is not how JSON writes a number\n    hint: write 31, or put it in quotes if it is text"},
		{"octal", "a: 0o17", "x:1:4: a is 0o17, which is not how JSON writes a number\n    hint: write 15, or put it in quotes if it is text"},
		{"underscores", "a: 1_000", "x:1:4: a is 1_000, which is not how JSON writes a number\n    hint: write 1000, or put it in quotes if it is text"},
		{"plus", "a: +1", "x:1:4: a is +1, which is not how JSON writes a number\n    hint: write 1, or put it in quotes if it is text"},
		{"no digit before the point", "a: -.5", "x:1:4: a is -.5, which is not how JSON writes a number\n    hint: write -0.5, or put it in quotes if it is text"},
		{"no digit after the point", "a: 5.", "x:1:4: a is 5., which is not how JSON writes a number\n    hint: write 5, or put it in quotes if it is text"},
		{"leading zero", "a: 010", "x:1:4: a is 010, which is not how JSON writes a number\n    hint: write 10, or put it in quotes if it is text"},
		{"not finite", "a: .nan\nb: [-.inf]", "x:1:4: a is .nan; a number must be finite\n    hint: leave a value that is not known out, or write null\n" +
			"x:2:5: b[0] is -.inf; a number must be finite\n    hint: leave a value that is not known out, or write null"},
		{"out of range", "a: 1e400", "x:1:4: a is 1e400, outside the range of numbers that are read"},
		{"tab", "a:\n\tb: 1", "x:2:1: a tab stands where the line is indented\n    hint: indent with spaces"},
		{"indented less", "a:\n    b: 1\n  c: 2", "x:3:3: did not expect this line here\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"indented more", "a: 'x'\n  b: 2", "x:2:3: did not expect this line here\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"colon in text", "a: b: c", "x:1:1: did not expect a key and a colon here\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"list on the line of its key", "a: - b", "x:1:1: a list cannot begin on the line of its key\n    hint: begin it on the next line, indented; text that begins with a dash needs quotes"},
		{"text after quotes", "a: \"x\" y", "x:1:1: did not expect this line here\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"list among keys", "a: 1\n- b", "x:2:1: did not expect this line here\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"no closing quote", "a: 'x\n", "x:1:1: the closing quote is missing"},
		{"no closing bracket", "a: [1, 2\n", "x:1:1: a list that begins here lacks a comma or its closing ]\n    hint: text with brackets, commas or question marks in it needs quotes"},
		{"wrong bracket", "a: [1}]", "x:1:1: a list that begins here lacks a comma or its closing ]\n    hint: text with brackets, commas or question marks in it needs quotes"},
		{"indented less, far below", "a: 1\nb:\n\n  c:\n      d: [1,\n       2]\n      # e\n\n    f: 2\nh: 3", "x:9:5: did not expect this line here\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"key without a colon", "a:\n  b: 1\n  c\nd: 2", "x:3:3: expected a key and a colon\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"key in the text above", "a: 1\n  b: 2", "x:2:3: did not expect a key and a colon here\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"element between dashes", "a:\n  - b\n  - 'c'\n  d: 1", "x:4:3: did not expect this line here\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"no closing brace", "a: 1\nb: {c: 1,\n  d: 2\ne: 3", "x:2:1: an object that begins here lacks a comma or its closing }\n    hint: text with brackets, commas or question marks in it needs quotes"},
		{"no closing quote below", "a: 1\n\n  \nb:\n  - 'c: 1\nd: 2", "x:5:3: the closing quote is missing"},
		{"comma too many", "a: [1,, 2]", "x:1:1: a value is missing, or a bracket or comma is too many\n    hint: text with brackets, commas or question marks in it needs quotes"},
		{"text after |", "b: 1\na: |x\n  y", "x:2:1: did not expect text after | or >\n    hint: begin the text on the next line"},
		{"empty line indented more", "a: |\n    \n  x", "x:3:3: did not expect this line here\n    hint: check how far the line is indented; text with a colon or quotes in it needs quotes"},
		{"alias to nothing", "# größe\nb: ä\na: *x", "x:3:4: anchors and aliases (& and *) are not used here\n    hint: write the value out where it is needed; text that begins with & or * needs quotes"},
		{"text like an alias", "a: 1\nb: ** note **", "x:2:1: anchors and aliases (& and *) are not used here\n    hint: write the value out where it is needed; text that begins with & or * needs quotes"},
		{"all that is refused, at once", "a: &x 1\nb: *x\n<<: !t c\nnull: 0x1\n[d]: 1\na: 2", "x:1:4: " + noAnchors + "\n    hint: " + noAnchorsHint + "\n" +
			"x:2:4: " + noAnchors + "\n    hint: " + noAnchorsHint + "\n" +
			"x:3:1: merge keys (<<) are not used here\n    hint: write the members out where they are needed\n" +
			"x:3:5: tags such as !t are not used here\n    hint: remove it; quotes make a value text\n" +
			"x:4:1: the key null is not text\n    hint: put it in quotes\n" +
			"x:4:7: null is 0x1, which is not how JSON writes a number\n    hint: write 1, or put it in quotes if it is text\n" +
			"x:5:1: a list or an object cannot be a key\n    hint: put text that begins with a bracket in quotes\n" +
			"x:6:1: a is given twice; first at line 1, column 1"},
		{"only a marker", "---\n", "x: the file is empty"},
		{"separator", "a: x\u2028", "x:1:5: invisible character U+2028\n    hint: remove it, or escape it in double quotes"},
		{"next line", "a: ä\u0085", "x:1:5: control character 0x85\n    hint: remove it, or escape it in double quotes"},
		{"another directive", "# c\n%TAG ! x\n---\na: 1", "x:2:1: directives (%) are not used here\n    hint: remove the line"},
		{"reserved sign", "a: @x", "x:1:1: text cannot begin with @, `, % or a tab\n    hint: put it in quotes"},
		{"unknown escape", `a: "\q"`, "x:1:1: unknown escape sequence\n    hint: write \\\\ for a backslash, or use single quotes"},
		{"control character", "a: \x01", "x:1:4: control character 0x01\n    hint: remove it, or escape it in double quotes"},
		{"lone carriage return", "a: 1\rb: 2", "x:1:5: a carriage return stands without a line feed\n    hint: save the file with Unix or Windows line ends"},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			_, err := Decode("x", []byte(test.content), YAML)
			var problems Problems
			require.ErrorAs(t, err, &problems)
			require.EqualError(t, err, test.want)
		})
	}
}

func TestYAMLPositions(t *testing.T) {
	t.Parallel()
	for _, end := range []string{"\n", "\r\n"} {
		content := ""
		for _, line := range []string{
			"# größe", // 1
			"größe:  # 😀",
			"  - \"a", // 3
			"    b\"",
			"  - 'ключ': |  # text", // 5
			"      one",
			"",
			"      two",
			"    zwei: >-", // 9
			"      x",
			"    drei: plain",
			"      text # 12",
			"",
			"  - [ä, ü, {k: 1}]", // 14
			"last: true",
		} {
			content += line + end
		}
		nodes, err := Decode("f.yaml", []byte(content), YAML)
		require.NoError(t, err)
		root := nodes[0]
		at := func(n *Node) string { return n.Position.String() }
		require.Equal(t, "f.yaml:2:1", at(root))
		elements := root.Child("größe").Elements
		require.Equal(t, "f.yaml:3:3", at(root.Child("größe")))
		require.Equal(t, "f.yaml:3:5", at(elements[0]))
		require.Equal(t, "a b", elements[0].Text)
		key, _ := elements[1].Member("ключ")
		require.Equal(t, "f.yaml:5:5", key.KeyPosition.String())
		require.Equal(t, "f.yaml:5:13", at(key.Value))
		require.Equal(t, "one\n\ntwo\n", key.Value.Text)
		require.Equal(t, "f.yaml:9:11", at(elements[1].Child("zwei")))
		require.Equal(t, "f.yaml:11:11", at(elements[1].Child("drei")))
		require.Equal(t, "plain text", elements[1].Child("drei").Text)
		require.Equal(t, "f.yaml:14:5", at(elements[2]))
		require.Equal(t, "f.yaml:14:9", at(elements[2].Elements[1]))
		require.Equal(t, "f.yaml:14:16", at(elements[2].Elements[2].Child("k")))
		last, _ := root.Member("last")
		require.Equal(t, "f.yaml:15:1", last.KeyPosition.String())
		require.Equal(t, "f.yaml:15:7", at(last.Value))
	}
}
