package render

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// tapStream writes the Test Anything Protocol, version 14: one test point per
// obligation, numbered over all reports, and last the plan, which says how many there
// should be. A breach is not ok. An undetermined or
// waived obligation, and a breach that has ended, is not ok with TODO, which harnesses list and do not fail
// on; one that does not apply is ok with SKIP.
// Facts that could not be judged are not ok.
type tapStream struct {
	w *bufio.Writer
	n int // points
}

func newTAP(w io.Writer, _ writeOptions) stream {
	s := &tapStream{w: bufio.NewWriter(w)}
	fmt.Fprintln(s.w, "TAP version 14")
	return s
}

func (s *tapStream) add(r *report.Report) error {
	fmt.Fprintf(s.w, "# %s, on %s\n", writing.OneLine(subject(r)), r.AssessmentDate)
	for _, o := range r.Obligations {
		s.n++
		point(s.w, s.n, r, o)
	}
	if sentence := words.AtStake(r); sentence != "" {
		fmt.Fprintf(s.w, "# fine: %s\n", writing.OneLine(sentence))
	}
	for _, doubt := range r.Doubts() {
		fmt.Fprintf(s.w, "# doubt: %s\n", writing.OneLine(doubt))
	}
	fmt.Fprintf(s.w, "# %s\n", writing.OneLine(words.MadeFrom(r)))
	fmt.Fprintf(s.w, "# %s\n", totals(r.Summary))
	return s.w.Flush()
}

func (s *tapStream) refuse(list []report.Unusable) error {
	for _, u := range list {
		s.n++
		fmt.Fprintf(s.w, "not ok %d - %s\n  ---\n  problem: %s\n", s.n, tapText("facts "+u.Place()), yamlString(u.Message))
		if u.Hint != "" {
			fmt.Fprintf(s.w, "  hint: %s\n", yamlString(u.Hint))
		}
		fmt.Fprintf(s.w, "  ...\n")
	}
	return s.w.Flush()
}

func (s *tapStream) close() error {
	fmt.Fprintf(s.w, "1..%d\n", s.n)
	return s.w.Flush()
}

func point(w io.Writer, n int, r *report.Report, o report.Obligation) {
	ok, directive := "ok", ""
	switch o.Verdict {
	case report.Breach:
		ok = "not ok"
		if o.Waived() {
			directive = " # TODO waived: " + tapText(waiversText(o))
		} else if o.Ended {
			directive = " # TODO ended"
		}
	case report.Undetermined:
		ok, directive = "not ok", " # TODO undetermined"
		if o.Waiver != nil {
			directive += ", waived: " + tapText(waiversText(o))
		}
	case report.NotApplicable:
		directive = " # SKIP not applicable: " + joined(o.Reasons, ", ", words.Reason)
	}
	fmt.Fprintf(w, "%s %d - %s%s\n", ok, n, tapText(words.Provision(o.Article, o.Origin)+" "+o.Title+" ["+o.ID+"]"), directive)
	diagnostics(w, r, o)
}

// diagnostics writes the YAML block below a point, of points that need one.
func diagnostics(w io.Writer, r *report.Report, o report.Obligation) {
	if o.Verdict == report.Compliant && len(o.SpeaksAgainst) == 0 {
		return
	}
	fmt.Fprintf(w, "  ---\n  verdict: %s\n", o.Verdict)
	if o.Verdict == report.NotApplicable && o.IfApplicable != nil {
		fmt.Fprintf(w, "  if_applicable: %s\n", *o.IfApplicable)
	}
	if len(o.Findings) > 0 {
		fmt.Fprintf(w, "  findings:\n")
	}
	for _, f := range o.Findings {
		fmt.Fprintf(w, "    - message: %s\n      basis: %s\n", yamlString(words.Finding(f)), f.Basis)
		yamlList(w, "      ", "evidence", f.Evidence, func(e report.Evidence) string { return words.Evidence(r.File(), e) })
		yamlList(w, "      ", "parameters", f.Parameters, words.Parameter)
		yamlList(w, "      ", "readings", f.Readings, words.Reading)
		if f.Status != "" {
			fmt.Fprintf(w, "      status: %s\n", f.Status)
		}
		if f.EndedOn != nil {
			fmt.Fprintf(w, "      ended_on: %s\n", yamlString(string(*f.EndedOn)))
		}
		if remedy := o.RemedyOf(f); remedy != "" && o.Verdict == report.Breach {
			fmt.Fprintf(w, "      remediation: %s\n", yamlString(remedy))
		}
		if waiver := o.WaiverOf(f); waiver != nil {
			fmt.Fprintf(w, "      waived: %s\n", yamlString(words.Waiver(*waiver)))
		}
	}
	yamlList(w, "  ", "missing", o.Missing, words.Missing)
	yamlList(w, "  ", "speaks_against", o.SpeaksAgainst, words.Doubt)
	if o.JudgedFacts > 0 {
		fmt.Fprintf(w, "  judged_facts: %d\n", o.JudgedFacts)
	}
	fmt.Fprintf(w, "  ...\n")
}

func yamlList[T any](w io.Writer, indent, key string, list []T, text func(T) string) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "%s%s:\n", indent, key)
	for _, element := range list {
		fmt.Fprintf(w, "%s  - %s\n", indent, yamlString(text(element)))
	}
}

// yamlString quotes text as JSON does, which YAML reads alike, and also the
// characters that only YAML forbids or that nobody would see.
func yamlString(s string) string {
	content, _ := json.Marshal(s) // a string has no error
	var b strings.Builder
	for _, r := range string(content) {
		if writing.Hidden(r) && r <= 0xffff {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// tapText writes a description on one line, in which # would begin a directive.
func tapText(s string) string {
	return strings.NewReplacer(`\`, `\\`, "#", `\#`).Replace(writing.OneLine(s))
}
