package engine

import (
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

func (e *Engine) report(f *facts.Facts, result *policy.Result, detail report.Detail) *report.Report {
	r := &report.Report{
		SchemaVersion:  report.SchemaVersion,
		Detail:         detail.Level(),
		AssessmentDate: f.AssessmentDate(),
		Service:        report.Service{Name: f.Service(), Provider: f.Provider()},
		Obligations:    []report.Obligation{},
		Context:        []report.Context{},
		SetAside:       []report.SetAside{},
		Provenance: report.Provenance{
			Facts:            []report.File{{File: f.Name(), SHA256: f.SHA256()}},
			PoliciesSHA256:   e.set.SHA256(),
			ParametersSHA256: result.ParametersSHA256,
			Engine:           e.version,
			Waivers:          []report.File{},
		},
	}
	if detail.Includes(report.DetailFindings) {
		r.SetAside = setAside(f)
	}
	for _, o := range result.Obligations {
		words.Speak(o.Open, o.Missing)
		if !o.Kind.Breachable() {
			r.Context = append(r.Context, report.Context{
				ID: o.ID, Article: o.Article, Title: o.Title, Origin: o.Origin, Kind: o.Kind, State: o.Verdict.State(),
				Findings: o.Findings, Open: o.Open, Missing: o.Missing,
			})
			continue
		}
		if detail.Includes(report.DetailFindings) {
			o.AuditConclusion = auditConclusion(f, o.ID)
		}
		r.Obligations = append(r.Obligations, o)
		r.Summary.Add(o)
	}
	r.Parameters, r.Readings, r.Questions = result.Parameters, result.Readings, result.Questions
	r.Sources = citedSources(f, r)
	return r
}

// list makes an empty list of a nil one, so that JSON has [] and never null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
