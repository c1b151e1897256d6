package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// judging is one run over documents, of which no more are held than are being judged.
//
// Without --keep-going nothing is judged any more once a document has turned out
// invalid; the others are still checked, so that all that is wrong is told at once. No
// file is then written, and of standard output only what [held] had let go.
type judging struct {
	*evaluation
	eng    *engine.Engine
	stdin  io.Reader
	stderr io.Writer
	papers *papers
	count  *counter

	problems facts.Problems // without --keep-going
	refused  int            // documents that could not be judged, with it
	judged   int
	breached int // documents with a breach
	rates    looseRates
	waivers  []*gate.Applying
	changes  *gate.Changes
	outcome  report.Outcome
	unclear  []error // why an expression could not be decided
	broken   error   // why the gate could not be asked of the first of those of which it could not
	unasked  int     // how many those are
}

func (j *judging) run(ctx context.Context, files []string, options ...engine.EvaluateOption) error {
	for _, w := range j.gating.waivers {
		j.waivers = append(j.waivers, w.Begin())
	}
	if j.gating.baseline != nil {
		j.changes = j.gating.baseline.Changes(j.stderr)
	}
	j.rates.loose, j.outcome = j.chosen, report.Passed
	defer j.papers.abandon()
	for r, err := range j.eng.EvaluateAll(ctx, j.documents(ctx, files), options...) {
		if stopped := ctx.Err(); stopped != nil {
			return timeUp(j.timeout, stopped, err)
		}
		j.count.one()
		if err != nil {
			err = j.refuse(err)
		} else {
			err = j.report(r)
		}
		if err != nil {
			return err
		}
	}
	if len(j.problems) > 0 {
		return j.problems.Sorted()
	}
	err := j.end()
	if wrong := j.check.err(); wrong != nil {
		return wrong
	}
	return err
}

// documents yields what there is to judge. Without --keep-going an invalid document
// is kept to be told of in the end, and what follows is only checked.
func (j *judging) documents(ctx context.Context, files []string) iter.Seq2[*facts.Facts, error] {
	return func(yield func(*facts.Facts, error) bool) {
		kept := &j.problems
		if j.keepGoing {
			kept = nil
		}
		for f, err := range documentsOf(j.eng, files, j.stdin, kept) {
			switch {
			case err == nil && len(j.problems) > 0:
				continue
			case err == nil:
				j.rates.match(f)
				f, err = dated(f, j.asOf)
				if err == nil {
					err = j.check.document(ctx, j.eng, f, j.stderr)
				}
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

func (j *judging) report(r *report.Report) error {
	if len(r.Obligations) == 0 {
		return fmt.Errorf("%w: only provisions that cannot be breached are left; nothing would be judged", engine.ErrNothingSelected)
	}
	r = j.named(r)
	for _, w := range j.waivers {
		r = w.Add(r)
	}
	j.judged++
	if r.Summary.Breach > 0 {
		j.breached++
	}
	if j.changes != nil {
		j.changes.Add(r)
	}
	j.asks(r)
	return j.papers.add(j.gating.gate.Mark(r)[0])
}

// named returns a report that names the files which only the command knows.
func (j *judging) named(r *report.Report) *report.Report {
	if j.config.used == nil && j.modelFile == "" {
		return r
	}
	r = r.Copy()
	r.Provenance.Configuration = j.config.used
	return modelNamed(r, j.modelFile)
}

// modelNamed names in a report, which is a copy, the file of the fine model; "" is none.
func modelNamed(r *report.Report, file string) *report.Report {
	if a := r.Provenance.Amounts; a != nil && a.Model != nil && file != "" {
		named := *a
		named.Model = &report.File{File: file, SHA256: a.Model.SHA256}
		r.Provenance.Amounts = &named
	}
	return r
}

// refuse tells of a document that cannot be judged, or ends the run with the reason.
func (j *judging) refuse(err error) error {
	list := unusable(err)
	if !j.keepGoing || list == nil {
		return err
	}
	j.refused++
	for _, u := range list {
		j.count.clear()
		fmt.Fprintf(j.stderr, "%s: %s\n", u.Place(), u.Message)
		if u.Hint != "" {
			fmt.Fprintf(j.stderr, "    hint: %s\n", u.Hint)
		}
	}
	return j.papers.refuse(list)
}

// unusable says what is wrong with facts if that is all that an error tells of.
func unusable(err error) []report.Unusable {
	if problems, invalid := asProblems(err); invalid {
		return unusableOf(problems)
	}
	file, message, named := strings.Cut(err.Error(), ": ")
	switch {
	case errors.As(err, new(*unreadable)), errors.Is(err, policy.ErrNoDate) && named:
		u := report.Unusable{File: file, Message: message}
		if errors.Is(err, policy.ErrNoDate) {
			u.Hint = "give assessment.date, or use --as-of"
		}
		return []report.Unusable{u}
	}
	return nil
}

func unusableOf(problems facts.Problems) []report.Unusable {
	list := make([]report.Unusable, len(problems))
	for i, p := range problems {
		list[i] = report.Unusable{
			File: p.Position.File, Line: p.Position.Line, Column: p.Position.Column, Pointer: p.Pointer, Message: p.Message, Hint: p.Hint,
		}
	}
	return list
}

// end writes what is left to write and returns the failure of the run, if it is one.
func (j *judging) end() error {
	j.count.stop()
	if j.judged > 0 {
		if err := j.rates.err(); err != nil {
			return err
		}
	}
	for _, w := range j.waivers {
		for _, notice := range w.Notices() {
			fmt.Fprintln(j.stderr, notice)
		}
	}
	if err := j.papers.commit(j.refused > 0); err != nil {
		return err
	}
	if j.changes != nil {
		if err := j.changes.End(); err != nil {
			return err
		}
	}
	err := j.failure()
	if err != nil && j.broken == nil && !j.papers.shown() {
		notPassed(j.stderr, j.outcome, "%s; --fail-on %s", j.total(), j.gating.failOn)
	}
	if j.refused > 0 {
		if j.broken != nil {
			tell(err, j.stderr)
		}
		fmt.Fprintf(j.stderr, "%d of %d documents could not be judged\n", j.refused, j.refused+j.judged)
		return errRefused
	}
	return err
}
