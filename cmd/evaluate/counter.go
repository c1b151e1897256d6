package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// counter draws on a terminal how many documents are done, once that takes longer than
// two seconds. Time decides what is drawn and nothing else. It is for one goroutine; its methods do nothing on nil.
type counter struct {
	w     io.Writer
	now   func() time.Time
	begun time.Time
	last  time.Time
	n     int
	drawn bool
}

const (
	counterAfter = 2 * time.Second
	counterEvery = 200 * time.Millisecond
)

// newCounter returns nil unless the line goes to a terminal and results do not: the two
// would be drawn over each other.
func newCounter(stderr, stdout io.Writer) *counter {
	if !isTerminal(stderr) || isTerminal(stdout) {
		return nil
	}
	return counterOn(stderr, time.Now)
}

func counterOn(w io.Writer, now func() time.Time) *counter {
	return &counter{w: w, now: now, begun: now()}
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// one counts a document.
func (c *counter) one() {
	if c == nil {
		return
	}
	c.n++
	now := c.now()
	if now.Sub(c.begun) < counterAfter || now.Sub(c.last) < counterEvery {
		return
	}
	c.last, c.drawn = now, true
	fmt.Fprintf(c.w, "\r\x1b[K%d documents, %.0f/s", c.n, float64(c.n)/now.Sub(c.begun).Seconds())
}

// clear makes room for a line of something else.
func (c *counter) clear() {
	if c == nil {
		return
	}
	if c.drawn {
		fmt.Fprint(c.w, "\r\x1b[K")
		c.drawn = false
	}
}

// stop removes the line.
func (c *counter) stop() { c.clear() }
