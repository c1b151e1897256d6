package main

import (
	"bytes"
	"fmt"
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
	// process, from which the child is made: a few megabytes, since nothing is
	// prepared here.
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
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Dir = c.dir
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	err := cmd.Run()
	if !c.accepts(cmd, err) {
		return "", fmt.Errorf("%s: %w\n%s%s", c, err, complaints.Bytes(), out.Bytes())
	}
	return out.String(), nil
}

func (c command) accepts(cmd *exec.Cmd, err error) bool {
	return err == nil || cmd.ProcessState != nil && slices.Contains(c.allowed, cmd.ProcessState.ExitCode())
}

func (c command) String() string { return strings.Join(c.args, " ") }

// maxrssUnit is that of Rusage.Maxrss on Linux, in bytes.
const maxrssUnit = 1024
