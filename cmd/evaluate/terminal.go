package main

import (
	"io"
	"os"

	"golang.org/x/term"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// terminalOf returns how text looks on what stands behind standard output: plain
// where that is a file or a pipe, broken to its width on a terminal, with colours
// unless NO_COLOR is set (https://no-color.org).
func terminalOf(stdout io.Writer) []render.Option {
	file, ok := stdout.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return nil
	}
	var options []render.Option
	if width, _, err := term.GetSize(int(file.Fd())); err == nil {
		options = append(options, render.Width(width))
	}
	if os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" {
		options = append(options, render.Colour())
	}
	return options
}

// harmless is standard error, or what stands for it, for lines that tell what a file of
// anybody says: nothing in them steers a terminal or a runner. Each write is whole lines.
type harmless struct{ io.Writer }

func (h harmless) Write(p []byte) (int, error) {
	if _, err := io.WriteString(h.Writer, writing.HarmlessLines(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}
