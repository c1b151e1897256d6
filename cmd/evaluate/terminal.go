package main

import (
	"io"
	"os"

	"golang.org/x/term"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// widthOf is how many columns a terminal has, 0 if it is none: what goes to a file or a
// pipe is broken nowhere.
func widthOf(w io.Writer) int {
	if !isTerminal(w) {
		return 0
	}
	width, _, err := term.GetSize(int(w.(*os.File).Fd()))
	if err != nil {
		return 0
	}
	return width
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
// anybody says: nothing in them steers a terminal or a runner. Each write is whole lines.
type harmless struct{ io.Writer }

func (h harmless) Write(p []byte) (int, error) {
	if _, err := io.WriteString(h.Writer, writing.HarmlessLines(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}
