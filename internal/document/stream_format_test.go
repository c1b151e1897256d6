package document

import (
	"bytes"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

// formatOfBoth is the format of content without a name, read at once and byte by byte.
func formatOfBoth(t *testing.T, content string) Format {
	t.Helper()
	s := stream{name: "-", r: buffer(iotest.OneByteReader(strings.NewReader(content)))}
	have, err := s.format()
	require.NoError(t, err)
	require.Equal(t, formatIn([]byte(content)), have, "%q", content)
	return have
}

// A broken line among the first makes no single document of many.
func TestFormatOfBrokenLines(t *testing.T) {
	t.Parallel()
	const good = `{"a": {"b": [1]}}`
	for _, broken := range []string{
		"null", "# c", "}", "\x00", ByteOrderMark + good, ByteOrderMark + ByteOrderMark + good, "not json", `{"a`, `{"a": 1} x`, "[1]", `"a"`,
		`can't read: x`, good + "}", `{"a": {"b": 1},`, `{"a": 1]`, "\xff", "x\n\ny\nz",
	} {
		for _, content := range []string{
			good + "\n" + broken + "\n" + good + "\n", good + "\r\n" + broken, "\n" + broken + "\n" + good + "\n" + good, broken + "\n\n" + good + "\n" + good,
		} {
			require.Equal(t, NDJSON, formatOfBoth(t, content), "%q", content)
		}
	}
}

// What is one document stays one, whatever lines it has.
func TestFormatOfOne(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]Format{
		"":                                   YAML,
		`{"a": 1}`:                           JSON,
		"\n{\"a\": 1}\n\n":                   JSON,
		"{\n  \"a\": 1\n}\n":                 JSON,
		"{\"a\":\n{\"b\": 1}\n}":             JSON,
		"[\n{\"b\": 1}\n]":                   JSON,
		"[\n{\"b\": 1},\n{\"b\": 1}\n]":      JSON,
		"[\n{\"b\": 1}\n{\"b\": 1}\n]":       JSON, // where a comma is missing, nothing is to be judged
		"{\n\"a\": 1\n\"b\":\n{\"c\": 1}\n}": JSON,
		// A first line that is cut where JSON goes on cannot be told from the beginning of a
		// longer document, in which a comma may be missing.
		"{\"a\":\n{\"b\": 1}\n{\"c\": 1}\n":     JSON,
		"{\"a\": [\n{\"b\": 1}\n{\"c\": 1}\n]}": JSON,
		"{\n  \"a\": 1\n  {\"c\": 1}\n}":        JSON,
		"{\n}\n{\n}\n":                          JSON,
		"a: 1\nb: 2":                            YAML,
		"a:\n  {\"b\": 1}\nc: 1":                YAML,
		"a: |\n  {\"b\": 1}\n  {\"b\": 1}\n":    YAML,
		"- a\n-\n  {\"b\": 1}\n":                YAML,
		"# c\n{\"a\": 1}\n":                     YAML,
		"---\n{\"a\": 1}\n":                     YAML,
		"%YAML 1.2\n---\n{\"a\": 1}\n":          YAML,
		"---\n{\"a\": 1}\n---\n{\"a\": 1}\n":    YAML,
		"a: 1\n" + strings.Repeat("\n", 1<<17):  YAML,
		strings.Repeat("x\n", headLines) + "{}": YAML,
	} {
		require.Equal(t, want, formatOfBoth(t, content), "%q", content)
	}
}

// The lines that are sound come through beside one that is not.
func TestStreamBesideABrokenFirstLine(t *testing.T) {
	t.Parallel()
	all, problems := streamed(t, "-", "not json\n{\"a\": 1}\n{\"a\": 2}\n")
	require.Len(t, all, 2)
	require.Equal(t, 2, all[0].Root.Position.Line)
	require.Len(t, problems, 1)
	require.Equal(t, Position{"-", 1, 2}, problems[0].Position)
}

// A line that is too long is no reason to read on for ever.
func TestFormatOfALongLine(t *testing.T) {
	t.Parallel()
	content := append([]byte("x\n{\""), bytes.Repeat([]byte("a"), MaxSize+2)...)
	require.Equal(t, YAML, formatIn(content))
}
