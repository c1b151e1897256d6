package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// The exit codes, the same for every output format.
const (
	exitOK           = 0 // nothing failed
	exitBreach       = 1 // a breach, or whatever --fail-on says
	exitUsage        = 2 // wrong usage, or facts that are unreadable or invalid
	exitUndetermined = 3 // no breach, but something undetermined, and the user asked to fail on that
	exitDefect       = 4 // a defect in the policies or in the program
)

// Failures of a run that are no errors: the report has told why.
var (
	errBreach       = errors.New("breach")
	errUndetermined = errors.New("undetermined")
)

// exitCode prints an error and returns the code for it.
func exitCode(err error, stderr io.Writer) int {
	var problems facts.Problems
	var defects policy.Defects
	var model fine.Problems
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errBreach):
		return exitBreach
	case errors.Is(err, errUndetermined):
		return exitUndetermined
	case errors.As(err, &problems):
		fmt.Fprintln(stderr, problems.Error())
		return exitUsage
	case errors.As(err, &model):
		fmt.Fprintln(stderr, model.Error())
		return exitUsage
	case errors.Is(err, policy.ErrParameters):
		fmt.Fprintf(stderr, "error: %v\n", err)
		return exitUsage
	case errors.As(err, &defects):
		fmt.Fprintf(stderr, "the policies are not sound:\n%v\n", defects)
		return exitDefect
	case errors.Is(err, policy.ErrNoDate):
		fmt.Fprintf(stderr, "error: %v\n  try: --as-of YYYY-MM-DD\n", err)
		return exitUsage
	case errors.Is(err, engine.ErrNothingSelected):
		fmt.Fprintf(stderr, "error: %v\n", err)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "error: interrupted; nothing was reported")
		return exitUsage
	}
	fmt.Fprintf(stderr, "error: %v\n", err)
	return exitUsage
}
