package audit

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Report is an evaluation in the words of an audit.
type Report struct {
	Service        report.Service
	AssessmentDate report.Day
	// NotBinding says at the top that Art. 37 demands no audit; empty where it may.
	NotBinding string
	Opinion    Opinion
	Counts     Counts
	// Conclusions has an entry for every audited obligation: the negative ones first,
	// those without a conclusion last, and each in the order of the Regulation.
	Conclusions []Audited
	// NotAudited are the obligations that are no subject matter of the audit.
	NotAudited []NotAudited
	// Benchmarks are the values for open words of the law by which the audited
	// obligations were measured, in the order of their names.
	Benchmarks []report.Parameter
	// Methodology and Limitations are sentences that hold for all obligations.
	Methodology []string
	Limitations []string
	Provenance  report.Provenance
}

// Audited is an audited obligation with the conclusion about it.
type Audited struct {
	Obligation report.Obligation
	Conclusion Conclusion
	// Criterion is what the obligation asks, in a paraphrase.
	Criterion string
	// Materiality says which deviation counts.
	Materiality string
	// Benchmarks are the parameters that measure this obligation.
	Benchmarks []report.Parameter
	// Comments are the remarks that keep a conclusion from being plainly
	// positive, and what a reader of a negative one has to know.
	Comments []string
	// Unable says what keeps the auditor from a conclusion; empty unless
	// Conclusion is NoConclusion.
	Unable []string
	// Recommendations are for the two lower conclusions. Their timeframe, which
	// Art. 37(4), point (h), asks for, is for the auditor to set.
	Recommendations []string
}

// NotAudited is an obligation that is no subject matter of the audit, and why.
type NotAudited struct {
	Obligation report.Obligation
	Reason     string
}

// Of reads a report in the words of an audit. The report is not changed and
// shares its slices with the result. Of nil nothing is audited.
func Of(r *report.Report) Report {
	if r == nil {
		r = &report.Report{}
	}
	a := Report{
		Service: r.Service, AssessmentDate: r.AssessmentDate, Provenance: r.Provenance,
		Methodology: methodology(), Limitations: limitations(r),
	}
	known := map[string]report.Parameter{}
	for _, p := range r.Parameters {
		known[p.Name] = p
	}
	used := map[string]bool{}
	for _, o := range r.Obligations {
		if reason := outside(o); reason != "" {
			a.NotAudited = append(a.NotAudited, NotAudited{Obligation: o, Reason: reason})
			continue
		}
		audited := auditedOf(o, known)
		for _, b := range audited.Benchmarks {
			used[b.Name] = true
		}
		a.Conclusions = append(a.Conclusions, audited)
		a.Counts.add(audited.Conclusion)
	}
	slices.SortStableFunc(a.Conclusions, func(x, y Audited) int { return cmp.Compare(urgency(x.Conclusion), urgency(y.Conclusion)) })
	if !designated(r) {
		a.NotBinding = notBinding
	}
	for _, p := range r.Parameters {
		if used[p.Name] {
			a.Benchmarks = append(a.Benchmarks, p)
		}
	}
	a.Opinion = opinionOf(a.Counts)
	return a
}

// urgency orders conclusions by what a reader looks for first.
func urgency(c Conclusion) int {
	return slices.Index([]Conclusion{Negative, PositiveWithComments, Positive, NoConclusion}, c)
}

// outside says why an obligation is not audited, or nothing if it is.
func outside(o report.Obligation) string {
	if o.Verdict == report.NotApplicable {
		said := make([]string, len(o.Reasons))
		for i, reason := range o.Reasons {
			said[i] = words.Reason(reason)
		}
		return strings.Join(said, "; ")
	}
	if !inChapterIII(o) {
		return "outside Chapter III of the Digital Services Act, which alone is audited under its Art. 37(1), point (a)"
	}
	return ""
}

// inChapterIII reports whether an obligation is one of Arts 11 to 48 of the
// Digital Services Act. What users add under another name is not.
func inChapterIII(o report.Obligation) bool {
	if !strings.HasPrefix(o.ID, "dsa.") {
		return false
	}
	digits := o.Article
	if end := strings.IndexFunc(o.Article, func(r rune) bool { return r < '0' || r > '9' }); end >= 0 {
		digits = o.Article[:end]
	}
	article, err := strconv.Atoi(digits)
	return err == nil && article >= 11 && article <= 48
}

func auditedOf(o report.Obligation, known map[string]report.Parameter) Audited {
	conclusion, _ := conclusionOf(o.Verdict, o.Basis)
	a := Audited{Obligation: o, Conclusion: conclusion, Criterion: o.Description}
	for _, p := range o.Parameters {
		benchmark, ok := known[p.Name]
		if !ok {
			benchmark = report.Parameter{ParameterValue: p}
		}
		a.Benchmarks = append(a.Benchmarks, benchmark)
	}
	a.Materiality = materiality(a.Benchmarks)
	switch conclusion {
	case Negative:
		a.Comments = commentsOnBreach(o)
		a.Recommendations = recommendations(o)
	case PositiveWithComments:
		for _, b := range a.Benchmarks {
			a.Comments = append(a.Comments, commentOn(b))
		}
		for _, r := range o.Readings {
			a.Comments = append(a.Comments, fmt.Sprintf("Kept on the reading %s = %s; the words of the law also bear %s.",
				r.Name, r.Chosen, strings.Join(r.Rivals, ", ")))
		}
		if len(a.Benchmarks) > 0 {
			a.Recommendations = append(a.Recommendations, "Agree on these benchmarks with the provider, or give the provider's own by which it monitors the obligation, and evaluate again.")
		}
		if len(o.Readings) > 0 {
			a.Recommendations = append(a.Recommendations, "Settle which reading holds, and evaluate again with it.")
		}
	case NoConclusion:
		a.Unable = unable(o)
	}
	return a
}
