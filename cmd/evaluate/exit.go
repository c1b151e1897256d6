package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/crash"
)

// The exit codes, the same for every output format.
const (
	exitOK           = 0 // nothing failed
	exitBreach       = 1 // a breach, or whatever --fail-on says
	exitUsage        = 2 // wrong usage, facts that are unreadable or invalid, an output that cannot be written
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

// codes are the exit codes of the classes that errors say they have.
var codes = map[engine.Class]int{engine.Usage: exitUsage, engine.Invalid: exitUsage, engine.Defect: exitDefect}

// exitCode prints an error and returns the code for it.
func exitCode(err error, stderr io.Writer) int {
	if err == nil {
		return exitOK
	}
	if judged := outcome(0); errors.As(err, &judged) {
		return int(judged)
	}
	tell(err, stderr)
	return codes[engine.ClassOf(err)]
}

// interrupted is said where a signal ended a run.
const interrupted = "interrupted; nothing was reported"

// tell prints an error, with the hint of this program.
func tell(err error, stderr io.Writer) {
	crashed := (*crash.Error)(nil)
	if errors.As(err, &crashed) {
		tellCrash(crashed, stderr)
		return
	}
	stderr = harmless{stderr}
	switch class := engine.ClassOf(err); {
	case errors.As(err, new(contradictions)):
		fmt.Fprintf(stderr, "defect: %v\n", err)
	case errors.As(err, new(*overtime)):
		fmt.Fprintf(stderr, "error: %v\n", err)
	case class == engine.Defect:
		fmt.Fprintf(stderr, "the policies are not sound:\n%v\n", err)
	case class == engine.Invalid:
		// Each problem names its place; what wraps them only names the file again.
		fmt.Fprintln(stderr, hinted(err))
	default:
		if problem := (facts.Problem{}); errors.Is(err, context.Canceled) && !(errors.As(err, &problem) && problem.Message == interrupted) {
			err = errors.New(interrupted)
		}
		fmt.Fprintf(stderr, "error: %s\n", plainly(err, hinted(err).Error()))
	}
}

// plainly leaves out of what an error says the name of what the system was asked for.
func plainly(err error, text string) string {
	var file *fs.PathError
	if !errors.As(err, &file) {
		return text
	}
	return strings.Replace(text, file.Error(), filepath.ToSlash(file.Path)+": "+file.Err.Error(), 1)
}

// traceVariable asks for the stack of a panic. It is no flag, for it must work
// whatever command failed and however early; it changes no result.
const traceVariable = "EVALUATE_TRACE"

// tellCrash says that the program is at fault, and where to tell.
func tellCrash(crashed *crash.Error, stderr io.Writer) {
	fmt.Fprintf(stderr, "defect: %v\n", crashed)
	if os.Getenv(traceVariable) != "" {
		fmt.Fprintf(stderr, "%s\n", crashed.Stack)
	}
	fmt.Fprintf(stderr, "  This is a mistake of the program, not of your facts; no result of this run counts.\n"+
		"    hint: report it at https://github.com/dsaeval/dsaeval/issues, with the command, the smallest\n"+
		"          file that shows it, and what is printed with %s=1 set in the environment\n", traceVariable)
}
