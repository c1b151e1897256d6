package html

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/chapter"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// obligation is an obligation with its place in the page.
type obligation struct {
	report.Obligation
	Anchor string // of its row in the table of all obligations
	Detail string // anchor of its findings; empty if it has none in the page
	Part   chapter.Part
	View   *view // for links and the name of the file
}

// notedProvision is a notedProvision that cannot be breached.
type notedProvision struct {
	report.Context
	View *view
}

// finding is a finding with what its template needs.
type finding struct {
	report.Finding
	Remedy string // what would end it, of a breach that still runs
	View   *view
}

// Sourced reports whether any of the evidence says where it comes from.
func (f finding) Sourced() bool {
	return slices.ContainsFunc(f.Evidence, func(e report.Evidence) bool { return words.Origin(e) != "" })
}

// Firmness says what the weakest of the facts is that the finding rests on.
func (f finding) Firmness() string { return words.Firmness(f.Status) }

// Link returns where a reader of the table is led: to the findings, if any.
func (o obligation) Link() string { return cmp.Or(o.Detail, o.Anchor) }

// Short is the article as people cite it.
func (o obligation) Short() string { return rule(o.Article, o.Origin) }

// Short is the article as people cite it.
func (c notedProvision) Short() string { return rule(c.Article, c.Origin) }

// cite keeps "Art." and its number on one line.
func cite(article string) string { return rule(article, report.Origin{}) }

// rule cites and says whose a rule is that is none of the Regulation.
func rule(article string, origin report.Origin) string {
	return strings.Replace(words.Provision(article, origin), "Art. ", "Art.\u00a0", 1)
}

// Grounds are the findings of an obligation.
func (o obligation) Grounds() []finding {
	list := grounds(o.Findings, o.View)
	for i := range list {
		list[i].Remedy = o.Obligation.RemedyAfter(i)
	}
	return list
}

// StandsOn says on how many conclusions of others the verdict rests.
func (o obligation) StandsOn() string { return words.StandsOn(o.Obligation) }

// Grounds are the findings of a notedProvision.
func (c notedProvision) Grounds() []finding { return grounds(c.Findings, c.View) }

func grounds(findings []report.Finding, v *view) []finding {
	list := make([]finding, len(findings))
	for i, f := range findings {
		list[i] = finding{Finding: f, View: v}
	}
	return list
}

// Why says in a few words what the table tells about a verdict.
func (o obligation) Why() string {
	switch o.Verdict {
	case report.Breach:
		return writing.Count(len(o.Findings), "finding", "findings")
	case report.Undetermined:
		return words.WaitsFor(len(o.Missing))
	case report.NotApplicable:
		because := make([]string, len(o.Reasons))
		for i, reason := range o.Reasons {
			because[i] = said(reason)
		}
		return strings.Join(because, "; ")
	}
	return ""
}

// Settled reports whether a verdict was looked for, so that it has a basis.
func (o obligation) Settled() bool { return o.Verdict != report.NotApplicable }

// Number is the article without its paragraphs, for the filter.
func (o obligation) Number() string { return chapter.Number(o.Article) }
