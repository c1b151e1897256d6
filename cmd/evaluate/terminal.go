package main

import (
	"bytes"
	"io"
	"os"

	"golang.org/x/term"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// widthOf is how many columns a terminal has, 0 if it is none: what goes to a file or a
// pipe is broken nowhere.
func widthOf(w io.Writer) int {
	if kept, ok := w.(*held); ok {
		w = kept.w
	}
	if !isTerminal(w) {
		return 0
	}
	width, _, err := term.GetSize(int(w.(*os.File).Fd()))
	if err != nil {
		return 0
	}
	return width
}

// broken writes text with its lines broken to the width of the terminal that it is
// written to, if it is one.
func broken(w io.Writer, write func(io.Writer) error) error {
	width := widthOf(w)
	if width == 0 {
		return write(w)
	}
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	_, err := io.WriteString(w, columns.BreakLines(text.String(), width))
	return err
}

// When text has colours.
const (
	colourAuto   = "auto" // on a terminal, unless NO_COLOR is set (https://no-color.org)
	colourAlways = "always"
	colourNever  = "never"
)

// terminalOf returns how text looks on what stands behind standard output: plain
// where that is a file or a pipe, broken to its width on a terminal, with colours as
// asked for.
func terminalOf(stdout io.Writer, colour string) []render.Option {
	var options []render.Option
	if width := widthOf(stdout); width > 0 {
		options = append(options, render.Width(width))
	}
	auto := isTerminal(stdout) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	if colour == colourAlways || colour == colourAuto && auto {
		options = append(options, render.Colour())
	}
	return options
}

// harmless is standard error, or what stands for it, for lines that tell what a file of
// anybody says: nothing in them steers a terminal or a runner, and on a terminal they are
// broken to its width. Each write is whole lines.
type harmless struct{ io.Writer }

func (h harmless) Write(p []byte) (int, error) {
	if _, err := io.WriteString(h.Writer, columns.BreakLines(writing.HarmlessLines(string(p)), widthOf(h.Writer))); err != nil {
		return 0, err
	}
	return len(p), nil
}
