package policytest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// test is the work on one obligation.
type test struct {
	suite      *Suite
	ctx        context.Context
	obligation *policy.Obligation
	file       *File
	pattern    *regexp.Regexp
	base       Facts // of the service that keeps the obligation
	result     Obligation
	shown      map[string]bool // codes of findings, and of what speaks against compliance
}

// The names of what is judged without being written as a case.
const (
	keptNote    = "the compliant facts"
	withoutNote = "without "
)

func (t *test) selected(note string) bool {
	return t.pattern == nil || t.pattern.MatchString(t.obligation.ID+"/"+note)
}

func (t *test) fail(at document.Position, note, format string, args ...any) {
	t.result.Failures = append(t.result.Failures, Failure{
		File: at.File, Line: at.Line, Column: at.Column, Case: note, Message: fmt.Sprintf(format, args...),
	})
}

// judge judges facts. Facts that are not valid are a failure of the case.
func (t *test) judge(at document.Position, note string, f Facts, readings map[string]string) (a report.Obligation, ok bool, err error) {
	t.result.Cases++
	a, err = t.suite.Judge(t.ctx, t.obligation, f, readings)
	var invalid document.Problems
	var unset *readingsError
	switch {
	case errors.As(err, &unset):
		t.fail(at, note, "%v", unset)
		return a, false, nil
	case errors.As(err, &invalid):
		t.fail(at, note, "the facts are refused:\n%s", messages(invalid))
		return a, false, nil
	case err != nil:
		return a, false, err
	}
	t.result.Verdicts[string(a.Verdict)]++
	return a, true, nil
}

// compliant judges the facts of a service that keeps the obligation, and without
// each of them: if the verdict stays, the fact is no part of the duty.
func (t *test) compliant() error {
	at := t.file.places.at("compliant")
	if t.selected(keptNote) {
		got, ok, err := t.judge(at, keptNote, t.base, nil)
		if err != nil {
			return err
		}
		if ok && got.Verdict != report.Compliant {
			t.fail(at, keptNote, "%s", differs("verdict", report.Compliant, got.Verdict, got))
		}
	}
	for _, path := range slices.Sorted(maps.Keys(t.file.Compliant)) {
		note := withoutNote + path
		if !t.selected(note) {
			continue
		}
		at := t.file.places.fact(path)
		got, ok, err := t.judge(at, note, t.suite.Over(t.base, Facts{path: nil}), nil)
		if err != nil {
			return err
		}
		indifferent := slices.Contains(t.file.Indifferent, path)
		switch {
		case !ok:
		case indifferent && got.Verdict != report.Compliant:
			t.fail(at, note, "it is listed as indifferent, but the verdict turns on it\n%s", differs("verdict", report.Compliant, got.Verdict, got))
		case !indifferent && got.Verdict != report.Undetermined:
			t.fail(at, note, "%s\nhint: list it under indifferent if other facts settle the verdict, or take it out of compliant",
				differs("verdict", report.Undetermined, got.Verdict, got))
		}
	}
	return nil
}

func (t *test) cases() error {
	for i, c := range t.file.Cases {
		if !t.selected(c.Note) {
			continue
		}
		place := func(key string) document.Position { return t.file.places.ofCase(i, key) }
		base := t.base
		if c.Service != "" {
			base = t.suite.Over(t.suite.services[c.Service], t.file.Compliant)
		}
		if c.Invalid != "" {
			t.refused(place("invalid"), c, base.Under(c.Facts))
			continue
		}
		got, ok, err := t.judge(place("facts"), c.Note, t.suite.Over(base, c.Facts), c.Readings)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		for _, f := range got.Findings {
			t.shown[f.Code] = true
		}
		for _, d := range got.SpeaksAgainst {
			t.shown[d.Code] = true
		}
		for _, d := range compare(c, got) {
			t.fail(place(d.key), c.Note, "%s", d.message)
		}
	}
	return nil
}

// refused checks that facts are refused, and for the reason that the case gives.
func (t *test) refused(at document.Position, c Case, f Facts) {
	t.result.Cases++
	_, err := t.suite.Document(f)
	var problems document.Problems
	switch {
	case err == nil:
		t.fail(at, c.Note, "the facts are valid; expected that they are refused with %q", c.Invalid)
	case !strings.Contains(err.Error(), c.Invalid):
		errors.As(err, &problems)
		t.fail(at, c.Note, "the facts are refused, but not with %q:\n%s", c.Invalid, messages(problems))
	}
}

// gaps notes what no case shows.
func (t *test) gaps() {
	gap := func(format string, args ...any) { t.result.Gaps = append(t.result.Gaps, fmt.Sprintf(format, args...)) }
	for _, f := range t.obligation.Findings {
		if !t.shown[f.Code] {
			gap("no case shows the finding %q", f.Code)
		}
	}
	for _, f := range t.obligation.SpeaksAgainst {
		if !t.shown[f.Code] {
			gap("no case shows what speaks against, %q", f.Code)
		}
	}
	for _, verdict := range []report.Verdict{report.Breach, report.Compliant, report.Undetermined} {
		if t.result.Verdicts[string(verdict)] == 0 {
			gap("no case ends in %s", verdict)
		}
	}
}

// messages puts problems on lines without their places, which lie in no file.
func messages(problems document.Problems) string {
	var lines []string
	for _, p := range problems {
		p.Position = document.Position{}
		lines = append(lines, p.Error())
	}
	return strings.Join(lines, "\n")
}
