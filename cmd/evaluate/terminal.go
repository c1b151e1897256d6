package main

import (
	"io"
	"os"

	"golang.org/x/term"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

// onTerminal returns the writer of text for what stands behind standard output:
// plain where that is a file or a pipe, broken to its width on a terminal, with
// colours unless NO_COLOR is set (https://no-color.org).
func onTerminal(stdout io.Writer) func(io.Writer, ...*report.Report) error {
	file, ok := stdout.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return render.Text
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		width = 0
	}
	return render.Terminal(width, os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb")
}
