package document

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

// streamed is what Parse would return, read as a stream in which every read yields one
// byte.
func streamed(t *testing.T, name, content string) ([]Document, Problems) {
	t.Helper()
	var all []Document
	var problems Problems
	for d, err := range Stream(name, iotest.OneByteReader(strings.NewReader(content))) {
		var found Problems
		if errors.As(err, &found) {
			problems = append(problems, found...)
		} else {
			require.NoError(t, err)
		}
		if d.Root != nil {
			all = append(all, d)
		}
	}
	return all, problems
}

// TestStreamIsParse: a stream has the documents and the problems that the whole has.
func TestStreamIsParse(t *testing.T) {
	t.Parallel()
	for _, content := range []string{
		"", "\n\n", "{}", "{}\n", "{}\n{}", "{}\n\n  {\"a\": 1}\n", "{}\r\n{\"b\": [1, 2]}\r\n", "\n{}\n{}\n",
		"{\n}\n", "[1]\n{}", "a: 1\nb: 2", "{a: 1}", "{}\n{\"a\": }\n{}", "{}\nx\n", "{\"a\":1}\n \n", "{}\n{\"a\": \"\xff\"}\n{}",
		ByteOrderMark + "{}\n{}", ByteOrderMark + "a: 1", "\xff\xfea\n", "{}{}", "{\"a\": 1} x\n{}",
		"null\n{}\n{}", "# c\n{}\n{}", "}\n{}", "\x00\n{}", "{\"a\n{}\n{}", "x\n\ny\n{}", "{}\n}\n{}", "---\n{}\n---\n{}",
	} {
		for _, name := range []string{"-", "x.json", "x.yaml", "x.ndjson"} {
			want, wantProblems := Parse(name, []byte(content), FormatOf(name))
			have, haveProblems := streamed(t, name, content)
			if strings.Contains(content, "\xff") {
				// Parse refuses the whole for one byte; in a stream the other lines count.
				require.NotEmpty(t, haveProblems, "%s %q", name, content)
				continue
			}
			require.Equal(t, wantProblems.Sorted(), haveProblems.Sorted(), "%s %q", name, content)
			require.Len(t, have, len(want), "%s %q", name, content)
			for i := range want {
				require.Equal(t, want[i].Root, have[i].Root, "%s %q", name, content)
				require.Equal(t, want[i].Content, have[i].Content, "%s %q", name, content)
			}
		}
	}
}

// TestStreamOfNothing: blanks without end are too large, and not read for ever.
func TestStreamOfNothing(t *testing.T) {
	t.Parallel()
	line := strings.Repeat(" ", 1<<15-1) + "\n"
	for d, err := range Stream("-", forever(line)) {
		require.Nil(t, d.Root)
		require.ErrorContains(t, err, "larger than the limit")
	}
}

// forever reads a text again and again.
type forever string

func (f forever) Read(p []byte) (int, error) { return copy(p, f), nil }

func TestStreamSaysWhereBytesAreWrong(t *testing.T) {
	t.Parallel()
	all, problems := streamed(t, "x.ndjson", "{}\n{\"a\": \"\xff\"}\n{}\n")
	require.Len(t, all, 2)
	require.Equal(t, Problems{{Position: Position{"x.ndjson", 2, 8}, Message: "byte 0xFF is not valid UTF-8", Hint: "save the file as UTF-8"}}, problems)
}

// Each line has the limit of a document, and a longer one does not hide the next.
func TestStreamLimitsLines(t *testing.T) {
	t.Parallel()
	long := io.MultiReader(strings.NewReader("{}\n{\"a\": \""), strings.NewReader(strings.Repeat("x", MaxSize)), strings.NewReader("\"}\n{}\n"))
	n := 0
	var problems Problems
	for d, err := range Stream("x.ndjson", long) {
		if err != nil {
			require.ErrorAs(t, err, &problems)
		}
		if d.Root != nil {
			n++
		}
	}
	require.Equal(t, 2, n)
	require.Equal(t, "x.ndjson:2:1: the document is larger than the limit of 16 MiB\n    hint: a line describes one service at one date", problems.Error())
}

// The limit is that of a document, not of the stream.
func TestStreamIsLong(t *testing.T) {
	t.Parallel()
	const lines = MaxDocuments + 10
	n := 0
	for _, err := range Stream("-", strings.NewReader(strings.Repeat("{}\n", lines))) {
		require.NoError(t, err)
		n++
	}
	require.Equal(t, lines, n)
}

func TestStreamEndsWithItsReader(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for _, name := range []string{"-", "x.json", "x.ndjson"} {
		var found error
		for _, err := range Stream(name, io.MultiReader(strings.NewReader("{}\n{}"), iotest.ErrReader(broken))) {
			found = err
		}
		require.ErrorIs(t, found, broken, name)
	}
	for range Stream("-", strings.NewReader("{}\n{}\n{}")) {
		break // no more is asked of who goes away
	}
}
