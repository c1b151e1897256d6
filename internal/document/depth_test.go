package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Depth ends in an error wherever it comes from; as deep as allowed is fine.
func TestDepth(t *testing.T) {
	t.Parallel()
	for name, nest := range map[string]func(depth int) (string, Format){
		"lists":       func(n int) (string, Format) { return strings.Repeat("[", n) + strings.Repeat("]", n), JSON },
		"objects":     func(n int) (string, Format) { return strings.Repeat(`{"a":`, n) + "1" + strings.Repeat("}", n), JSON },
		"flow lists":  func(n int) (string, Format) { return strings.Repeat("[", n) + strings.Repeat("]", n), YAML },
		"flow object": func(n int) (string, Format) { return strings.Repeat("{a: ", n) + "1" + strings.Repeat("}", n), YAML },
		"dashes":      func(n int) (string, Format) { return strings.Repeat("- ", n), YAML },
		"indentation": func(n int) (string, Format) {
			var text strings.Builder
			for i := range n {
				text.WriteString(strings.Repeat(" ", i) + "a:\n")
			}
			return text.String(), YAML
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, format := nest(MaxDepth)
			_, err := Decode("x", []byte(text), format)
			require.NoError(t, err)
			text, format = nest(MaxDepth + 2)
			_, err = Decode("x", []byte(text), format)
			require.ErrorContains(t, err, "objects and lists are nested more than 64 deep")
		})
	}
}

func TestValuesAreCounted(t *testing.T) {
	t.Parallel()
	for _, format := range []Format{JSON, YAML} {
		text := "[" + strings.Repeat("1,", MaxValues-2) + "1]"
		_, err := Decode("x", []byte(text), format)
		require.NoError(t, err)
		_, err = Decode("x", []byte("[1,"+text[1:]), format)
		require.ErrorContains(t, err, "the document holds more than 250000 values")
	}
}

func TestYAMLEscapes(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{
		`"\x41\u00e4\U0001F600"`: "Aä😀",
		`"\0\a\b\t\n\v\f\r\e\ "`: "\x00\a\b\t\n\v\f\r\x1b ",
		`"\N\_\L\P"`:             "\u0085\u00a0\u2028\u2029",
		"\"a \\\n  b\"":          "a b",
		"\"a\\\n\n  b\"":         "a\nb",
		"\"a\\t \n b\"":          "a\t b",
		`'\n'`:                   `\n`,
	} {
		nodes, err := Decode("x", []byte("a: "+have), YAML)
		require.NoError(t, err, have)
		require.Equal(t, want, nodes[0].Child("a").Text, have)
	}
	for _, text := range []string{`"\x4"`, `"\u12"`, `"\UFFFFFFFF"`, `"\uzzzz"`, `"\`, `"\xg0"`, `"`, `"\ud83d\ude00"`, `"\/"`} {
		_, err := Decode("x", []byte("a: "+text), YAML)
		require.Error(t, err, text)
	}
}

func TestYAMLBlockText(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{
		"|2\n   x\n  y\n":        " x\ny\n",
		"|-2\n   x\n":            " x",
		"|+\n  x\n\n\nb: 1":      "x\n\n\n",
		"|-\n  x\n\n\nb: 1":      "x",
		"|\n\n  x\n":             "\nx\n",
		"| # comment\n  x\n":     "x\n",
		"|\n  x":                 "x",
		">\n  a\n  b\n\n\n  c\n": "a b\n\nc\n",
		">\n  a\n   b\n  c\n":    "a\n b\nc\n",
		"|\n  # no comment\n":    "# no comment\n",
	} {
		nodes, err := Decode("x", []byte("a: "+have), YAML)
		require.NoError(t, err, have)
		require.Equal(t, want, nodes[0].Child("a").Text, have)
	}
}

func TestSizes(t *testing.T) {
	t.Parallel()
	for size, want := range map[int64]string{9: "9 bytes", 16 << 20: "16 MiB", 64 << 10: "64 KiB", 1 << 40: "1024 GiB"} {
		require.Equal(t, want, sizeText(size))
	}
}

// More than the library gets to read is refused before it takes up memory.
func TestHostileYAMLIsBounded(t *testing.T) {
	t.Parallel()
	for sign, name := range map[string]string{
		"\n": "line ends", ",": "commas", "a: ": "colons", "- ": "dashes", "[": "brackets", "{": "braces",
	} {
		_, err := Decode("x", []byte("a: b"+strings.Repeat(sign, MaxSize/8)), YAML)
		require.EqualError(t, err, fmt.Sprintf("x: the file has %d %s; at most 250000 are read",
			MaxSize/8+strings.Count(sign, ": "), name))
	}
}
