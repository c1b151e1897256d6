package engine

import (
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

func (e *Engine) report(g gathered, result *policy.Result, detail report.Detail) *report.Report {
	r := &report.Report{
		SchemaVersion:  report.SchemaVersion,
		Detail:         detail.Level(),
		AssessmentDate: report.Day(g.date),
		Service:        g.service,
		// What was judged is looked through in its place; the list is long.
		Obligations: result.Obligations[:0],
		Context:     make([]report.Context, 0, len(result.Obligations)/4), // more than there are
		SetAside:    g.aside,
		Provenance:  e.provenance(g, result),
	}
	for i := range result.Obligations {
		o := &result.Obligations[i]
		if !o.Kind.Breachable() {
			r.Context = append(r.Context, report.Context{
				ID: o.ID, Article: o.Article, Title: o.Title, Origin: o.Origin, Kind: o.Kind, State: o.Verdict.State(),
				Findings: o.Findings, Open: o.Open, Missing: o.Missing,
			})
			continue
		}
		o.AuditConclusion = g.auditConclusion(o.ID)
		r.Summary.Add(*o)
		kept := len(r.Obligations)
		if r.Obligations = r.Obligations[:kept+1]; kept != i {
			r.Obligations[kept] = *o
		}
	}
	r.Parameters, r.Readings, r.Questions = result.Parameters, result.Readings, result.Questions
	r.Sources = citedSources(g.sources, r)
	return r
}
