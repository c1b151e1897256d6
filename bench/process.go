package main

import (
	"bytes"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"
)

// command is what is run and measured.
type command struct {
	args []string
	// allowed are the exit codes other than 0 that mean success.
	allowed []int
	// dir is where it runs; here if it is not set.
	dir string
}

// sample is what one run took.
type sample struct {
	// CPU is the time of processors, that of the user and that of the system. On a
	// machine that others use as well it says more than a clock.
	CPU time.Duration
	// Wall is the time on the clock.
	Wall time.Duration
	// Peak is the largest resident memory in bytes. It is never below that of this
	// process, from which the child is made; see [ownPeakMax].
	Peak int64
}

// run runs a command once. Its output goes to the null device, so that a reader on
// the other end of a pipe does not slow it down.
func (c command) run() (sample, error) {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Dir = c.dir
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	begun := time.Now()
	err := cmd.Run()
	if !c.accepts(cmd, err) {
		return sample{}, fmt.Errorf("%s: %w\n%s", c, err, complaints.Bytes())
	}
	used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return sample{}, fmt.Errorf("%s: this system does not tell what a process used", c)
	}
	return sample{
		CPU:  cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(),
		Wall: time.Since(begun),
		Peak: used.Maxrss * maxrssUnit,
	}, nil
}

// output runs a command and returns what it prints.
func (c command) output() (string, error) {
	var out bytes.Buffer
	err := c.print(&out)
	return out.String(), err
}

// prints reports whether a command prints a text. What it prints is not kept: it
// may be large, and the memory of this process would be taken for that of the
// children to come.
func (c command) prints(text string) (bool, error) {
	s := &searcher{text: []byte(text)}
	err := c.print(s)
	return s.found, err
}

func (c command) print(out io.Writer) error {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Dir = c.dir
	var complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = out, &complaints
	if err := cmd.Run(); !c.accepts(cmd, err) {
		return fmt.Errorf("%s: %w\n%s", c, err, complaints.Bytes())
	}
	return nil
}

// searcher looks for a text in what is written to it.
type searcher struct {
	text  []byte
	end   []byte // of what came before, in which the text may begin
	found bool
}

func (s *searcher) Write(p []byte) (int, error) {
	if !s.found {
		joined := append(s.end, p...)
		s.found = bytes.Contains(joined, s.text)
		s.end = append(s.end[:0], joined[max(0, len(joined)-len(s.text)+1):]...)
	}
	return len(p), nil
}

// ownPeak is the largest resident memory of this process in bytes.
func ownPeak() (int64, error) {
	var used syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return used.Maxrss * maxrssUnit, err
}

func (c command) accepts(cmd *exec.Cmd, err error) bool {
	return err == nil || cmd.ProcessState != nil && slices.Contains(c.allowed, cmd.ProcessState.ExitCode())
}

func (c command) String() string { return strings.Join(c.args, " ") }

// ownPeakMax is what this process may take at most, in bytes. Below it no peak of a
// child can be told.
const ownPeakMax = 48 * mebibyte

// maxrssUnit is that of Rusage.Maxrss on Linux, in bytes.
const maxrssUnit = 1024
