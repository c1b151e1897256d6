package main

import (
	"errors"
	"fmt"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// maxUnclear is how many reasons are told why a gate could not decide.
const maxUnclear = 20

// asks has the gate decide about a report.
func (j *judging) asks(r *report.Report) {
	outcome, err := j.gating.gate.Judge(r)
	switch {
	case err != nil && outcome == report.Failed:
		// Its expression breaks on the report, which has not failed for that.
		if j.unasked++; j.broken == nil {
			j.broken = err
		}
		return
	case err != nil && len(j.unclear) < maxUnclear:
		j.unclear = append(j.unclear, err)
	}
	if outcome.Worse(j.outcome) {
		j.outcome = outcome
	}
}

func (j *judging) total() string {
	return fmt.Sprintf("%s: %d with breaches", plural(j.judged, "service"), j.breached)
}

// failure is the failure of the run by the gate, nil if it is none.
func (j *judging) failure() error {
	switch {
	case j.broken != nil:
		return j.notAsked()
	case j.outcome == report.Failed:
		return errBreach
	case j.outcome == report.Undecided:
		if err := errors.Join(j.unclear...); err != nil {
			fmt.Fprintf(j.stderr, "--fail-on: %v\n", err)
		}
		return errUndetermined
	}
	return nil
}

// notAsked says that the gate stays closed because its expression breaks.
func (j *judging) notAsked() error {
	of := ""
	if j.judged > 1 {
		of = fmt.Sprintf(" of %d of %s", j.unasked, plural(j.judged, "service"))
	}
	var problem facts.Problem
	if !errors.As(j.broken, &problem) {
		return fmt.Errorf("--fail-on: the gate could not be asked%s: %w", of, j.broken)
	}
	problem.Message = fmt.Sprintf("the gate could not be asked%s: %s", of, problem.Message)
	return named("--fail-on", problem)
}
