package render

import (
	"bufio"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/records/lint"
)

// Text writes findings one a line, the assumptions, and the totals.
func Text(w io.Writer, r *lint.Report) error {
	buffered := bufio.NewWriter(w)
	for _, f := range r.Findings {
		fmt.Fprintln(buffered, writing.Harmless(f.String()))
	}
	for _, a := range r.Assumed {
		fmt.Fprintln(buffered, writing.Harmless(a.Ref.String()+": assumed: "+a.Text))
	}
	if r.Statements != nil {
		fmt.Fprintln(buffered, writing.OneLine(comparedText(r.Statements)))
	}
	fmt.Fprintln(buffered, totals(r))
	return buffered.Flush()
}
