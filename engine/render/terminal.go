package render

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// text writes what is written into a buffer, as text for a terminal.
func (o writeOptions) text(w io.Writer, write func(w *bufio.Writer)) error {
	var plain bytes.Buffer
	buffered := bufio.NewWriter(&plain)
	write(buffered)
	// A buffer takes everything.
	_ = buffered.Flush()
	return o.write(w, plain.Bytes())
}

// write writes text for a terminal: long lines are broken at blanks and go on below
// where their text began, and headings have colours if asked for.
func (o writeOptions) write(w io.Writer, plain []byte) error {
	var out strings.Builder
	for line := range strings.Lines(string(plain)) {
		line = writing.Harmless(strings.TrimSuffix(line, "\n"))
		open, end := "", ""
		if o.colour {
			open, end = colourOf(line)
		}
		for _, part := range columns.Break(line, o.width) {
			fmt.Fprintf(&out, "%s%s%s\n", open, part, end)
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// headings are the beginnings of lines with their colours: red, yellow, cyan
// and bold of the terminal's own palette, so that they fit its theme.
var headings = []struct{ begins, sequence string }{
	{"BREACH", "\x1b[1;31m"},
	{"UNDETERMINED", "\x1b[1;33m"},
	{"STRESS TEST", "\x1b[1;36m"},
	{"NOT JUDGED", "\x1b[1;31m"},
	{"SERVICES", "\x1b[1m"},
	{"CONTEXT", "\x1b[1m"},
	{"MORE AT STAKE", "\x1b[1m"},
	{"NEXT", "\x1b[1;33m"},
	{"  Art. ", "\x1b[1m"},
}

func colourOf(line string) (begin, end string) {
	for _, h := range headings {
		if strings.HasPrefix(line, h.begins) {
			return h.sequence, "\x1b[0m"
		}
	}
	return "", ""
}
