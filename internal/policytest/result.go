package policytest

import (
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Result is what a run showed.
type Result struct {
	Obligations []Obligation `json:"obligations"`
	// Lines says which lines of the rules the cases reach; nil of a run that is
	// only some of the cases.
	Lines *Lines `json:"lines,omitempty"`
}

// Obligation is the result of the cases beside one obligation.
type Obligation struct {
	ID   string `json:"id"`
	File string `json:"file"` // of the rules
	// Cases is how many were judged, those included that need not be written: the
	// compliant facts, and without each of them.
	Cases int `json:"cases"`
	// Verdicts counts how often each verdict was shown.
	Verdicts map[string]int `json:"verdicts"`
	Failures []Failure      `json:"failures"`
	// Gaps are what no case shows: a finding, or one of the verdicts.
	Gaps []string `json:"gaps"`
}

// Failure is one difference between what a case expects and what was judged.
type Failure struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Case   string `json:"case"` // its note
	// Message is one line or several: what is wanted, what was found, and why.
	Message string `json:"message"`
}

func (f Failure) String() string {
	at := document.Position{File: f.File, Line: f.Line, Column: f.Column}.String()
	return at + ": " + f.Case + "\n    " + strings.ReplaceAll(f.Message, "\n", "\n    ")
}

// Lines is the coverage of the rules, line by line.
type Lines struct {
	Covered int       `json:"covered"`
	Total   int       `json:"total"`
	Missed  []Stretch `json:"missed"`
}

// Stretch is lines of a file that no case reaches.
type Stretch struct {
	File string `json:"file"`
	From int    `json:"from"` // 1-based
	To   int    `json:"to"`
}

// Cases counts what was judged.
func (r *Result) Cases() int {
	n := 0
	for _, o := range r.Obligations {
		n += o.Cases
	}
	return n
}

// Failed counts the failures.
func (r *Result) Failed() int {
	n := 0
	for _, o := range r.Obligations {
		n += len(o.Failures)
	}
	return n
}

// FailedCases counts the cases that failed, each once however much differs.
func (r *Result) FailedCases() int {
	failed := map[[2]string]bool{}
	for _, o := range r.Obligations {
		if o.Cases == 0 {
			continue
		}
		for _, f := range o.Failures {
			failed[[2]string{o.ID, f.Case}] = true
		}
	}
	return len(failed)
}

// Untested counts the obligations that have no cases.
func (r *Result) Untested() int {
	n := 0
	for _, o := range r.Obligations {
		if o.Cases == 0 {
			n++
		}
	}
	return n
}

// Complete reports whether every finding, every verdict and every line is shown
// by some case.
func (r *Result) Complete() bool {
	for _, o := range r.Obligations {
		if len(o.Gaps) > 0 {
			return false
		}
	}
	return r.Lines == nil || len(r.Lines.Missed) == 0
}
