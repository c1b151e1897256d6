package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/dsaeval/dsaeval/internal/writing"
)

// dialogue asks questions line by line: nothing is redrawn, so that a screen reader
// can follow and a pipe can answer.
type dialogue struct {
	in  *bufio.Reader
	out io.Writer
	// echo repeats the answers: those from a pipe are not on the screen.
	echo bool
}

// newDialogue talks to a terminal or, where somebody asked for a dialogue, to
// whatever stands behind standard input. It returns nil if there is nobody to talk to.
func newDialogue(in io.Reader, out io.Writer, asked bool) *dialogue {
	file, isFile := in.(*os.File)
	terminal := isFile && term.IsTerminal(int(file.Fd()))
	if !terminal && !asked {
		return nil
	}
	return &dialogue{in: bufio.NewReader(in), out: out, echo: !terminal}
}

// ask prints a prompt and reads a line; false at the end of the input.
func (d *dialogue) ask(prompt string) (string, bool) {
	fmt.Fprint(d.out, writing.HarmlessLines(prompt)+" ")
	line, err := d.in.ReadString('\n')
	if err != nil && line == "" {
		fmt.Fprintln(d.out)
		return "", false
	}
	line = strings.TrimSpace(line)
	if d.echo {
		fmt.Fprintln(d.out, writing.Harmless(line))
	}
	return line, true
}

// say writes lines in which nothing steers the terminal, whatever a file of anybody says.
func (d *dialogue) say(format string, args ...any) {
	fmt.Fprintln(d.out, writing.HarmlessLines(fmt.Sprintf(format, args...)))
}
