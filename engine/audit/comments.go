package audit

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

func materiality(benchmarks []report.Parameter) string {
	if len(benchmarks) == 0 {
		return "none tolerated: every deviation from the text that the evidence shows counts"
	}
	return "what exceeds a benchmark counts, and every deviation from the text that has none"
}

func commentOn(b report.Parameter) string {
	comment := fmt.Sprintf("Measured by the benchmark %s.", b.Name)
	if b.Term != "" {
		comment = fmt.Sprintf("The law says %q and gives no figure; measured by the benchmark %s.", b.Term, b.Name)
	}
	return comment
}

func commentsOnBreach(o report.Obligation) []string {
	var comments []string
	switch o.Basis {
	case report.ByParameter:
		comments = append(comments, "Every finding also rests on a benchmark; with another one the conclusion can differ.")
	case report.ByReading:
		comments = append(comments, "The findings rest on a reading of the law; under its rival the conclusion would differ.")
	}
	if o.Ended {
		comments = append(comments, "What was late has been done; no finding runs any more.")
	}
	if o.JudgedFacts > 0 {
		comments = append(comments, fmt.Sprintf("Of the facts that decide, %d are conclusions that others have drawn.", o.JudgedFacts))
	}
	if slices.ContainsFunc(o.Findings, func(f report.Finding) bool { return f.Alternative }) {
		comments = append(comments, "It is certain that one of several findings holds, but not which.")
	}
	for _, w := range o.Waivers() {
		what := "the findings"
		if w.Finding != nil {
			what = "the finding " + *w.Finding
		}
		comments = append(comments, "The provider waived "+what+": "+strings.TrimRight(w.Reason, ".")+". A waiver changes no conclusion.")
	}
	return comments
}

// recommendations say what would end each finding that runs.
func recommendations(o report.Obligation) []string {
	var list []string
	for _, f := range o.Findings {
		if !f.Ended() && f.Remediation != "" && !slices.Contains(list, f.Remediation) {
			list = append(list, f.Remediation)
		}
	}
	if len(list) == 0 && !o.Ended {
		list = append(list, o.Remediation)
	}
	return list
}

// unable explains, as Art. 37(5) of the Digital Services Act asks, why there
// is no conclusion. What several missing facts decide together is said with the
// first of them.
func unable(o report.Obligation) []string {
	var reasons []string
	said := map[string]bool{}
	for _, m := range o.Missing {
		reason := "no evidence on " + words.Fact(m.Pointer)
		var decides []string
		for _, condition := range m.Conditions {
			if !said[condition] {
				said[condition] = true
				decides = append(decides, condition)
			}
		}
		if len(decides) > 0 {
			reason += " (" + strings.Join(decides, "; ") + ")"
		}
		if m.Why != nil {
			reason += "; the value that is given does not count: " + *m.Why
		}
		reasons = append(reasons, reason)
	}
	if len(reasons) == 0 {
		reasons = append(reasons, "the evidence does not decide")
	}
	return reasons
}
