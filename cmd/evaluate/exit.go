package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/crash"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// The exit codes, the same for every output format.
const (
	exitOK           = 0 // nothing failed
	exitBreach       = 1 // a breach, or whatever --fail-on says
	exitUsage        = 2 // wrong usage, or facts that are unreadable or invalid
	exitUndetermined = 3 // no breach, but something undetermined, and the user asked to fail on that
	exitDefect       = 4 // a defect in the policies or in the program
)

// outcome is the failure of a run that is no error: the report has told why.
type outcome int

const (
	errBreach       = outcome(exitBreach)
	errUndetermined = outcome(exitUndetermined)
	errRefused      = outcome(exitUsage) // documents that could not be judged, with --keep-going
)

func (o outcome) Error() string { return fmt.Sprintf("exit code %d", int(o)) }

// exitCode prints an error and returns the code for it.
func exitCode(err error, stderr io.Writer) int {
	var judged outcome
	var crashed *crash.Error
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &judged):
		return int(judged)
	case errors.As(err, &crashed):
		reportCrash(crashed, stderr)
		return exitDefect
	case errors.As(err, new(contradictions)):
		fmt.Fprintf(stderr, "defect: %v\n", err)
		return exitDefect
	}
	switch engine.ClassOf(err) {
	case engine.Defect:
		fmt.Fprintf(stderr, "the policies are not sound:\n%s\n", writing.HarmlessLines(err.Error()))
		return exitDefect
	case engine.Invalid:
		// Each problem names its place; what wraps them only names the file again.
		if problems, ok := asProblems(err); ok {
			err = problems
		}
		fmt.Fprintln(stderr, writing.HarmlessLines(err.Error()))
		return exitUsage
	}
	hint := ""
	switch {
	case errors.Is(err, context.Canceled):
		if stopped := (*interruption)(nil); errors.As(err, &stopped) {
			hint = "\n  try: " + stopped.hint
		}
		err = errors.New("interrupted; nothing was reported")
	case errors.Is(err, policy.ErrNoDate):
		hint = "\n  try: --as-of YYYY-MM-DD"
	case errors.As(err, new(*engine.UnknownSelector)):
		hint = "\n  try: evaluate obligations, which lists ids and articles"
	}
	fmt.Fprintf(stderr, "error: %s%s\n", writing.HarmlessLines(err.Error()), hint)
	return exitUsage
}

// traceVariable asks for the stack of a panic. It is no flag, for it must work
// whatever command failed and however early; it changes no result.
const traceVariable = "EVALUATE_TRACE"

// reportCrash says that the program is at fault, and where to tell.
func reportCrash(crashed *crash.Error, stderr io.Writer) {
	fmt.Fprintf(stderr, "defect: %v\n", crashed)
	if os.Getenv(traceVariable) != "" {
		fmt.Fprintf(stderr, "%s\n", crashed.Stack)
	}
	fmt.Fprintf(stderr, "  This is a mistake of the program, not of your facts; no result of this run counts.\n"+
		"  try: report it at https://github.com/dsaeval/dsaeval/issues, with the command, the smallest\n"+
		"       file that shows it, and what is printed with %s=1 set in the environment\n", traceVariable)
}
