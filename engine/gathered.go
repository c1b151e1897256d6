package engine

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/internal/lists"
)

// gathered is what a report says of a document beside the verdicts, taken from the
// facts before they are judged: whoever makes the report, and what is added to it
// later, reads no facts again.
type gathered struct {
	date    string
	service report.Service
	file    report.File
	asOf    report.Day    // the day that was given in the place of that of the facts
	noted   []report.File // digests of documents that the facts note
	aside   []report.SetAside
	sources map[string]report.Source    // by id
	audited map[string]*report.Evidence // what the auditor concluded, by id of the provision
	money   fines.Case
}

// gather takes from the facts what a report of a level of detail needs. The error is
// [facts.Problems] where no cap can be computed from the turnover given, also if none is
// asked for.
func gather(f *facts.Facts, chosen evaluation) (gathered, error) {
	g := gathered{
		date: string(f.AssessmentDate()), service: report.Service{Name: f.Service(), Provider: f.Provider()},
		file: report.File{File: f.Name(), SHA256: f.SHA256()}, aside: []report.SetAside{},
		asOf: f.AsOf(), noted: documentsOf(f),
	}
	if !chosen.detail.Includes(report.DetailFindings) {
		return g, nil
	}
	g.aside, g.sources, g.audited = setAside(f), sources(f), audited(f)
	if chosen.unpriced {
		return g, fines.Usable(f.Known())
	}
	var err error
	g.money, err = fines.CaseOf(f.Known())
	return g, err
}

func setAside(f *facts.Facts) []report.SetAside {
	all := []report.SetAside{}
	for _, s := range f.SetAside() {
		all = append(all, report.SetAside{
			Pointer: s.Pointer, Value: s.Value.Value(), Line: s.Value.Position.Line, Column: s.Value.Position.Column,
			Sources: lists.OrEmpty(f.Sources(s.Pointer)), Reason: s.Reason, Why: s.Why(),
		})
	}
	return all
}

// sources are all that the document lists.
func sources(f *facts.Facts) map[string]report.Source {
	listed, _ := f.At("/sources")
	if listed == nil {
		return nil
	}
	all := make(map[string]report.Source, len(listed.Members))
	for _, member := range listed.Members {
		text := func(name string) string {
			if n := member.Value.Child(name); n.Known() {
				return n.Text
			}
			return ""
		}
		all[member.Key] = report.Source{
			ID: member.Key, Title: text("title"), URL: text("url"), PublishedOn: report.Day(text("published_on")), Confidence: text("confidence"),
			Status: report.Status(text("status")),
		}
	}
	return all
}

// auditConclusions is where facts say what the most recent audit report, Art.
// 37(4), concludes on each obligation.
const auditConclusions = "/audit/audit_conclusions"

func audited(f *facts.Facts) map[string]*report.Evidence {
	given, _ := f.At(auditConclusions)
	if given == nil {
		return nil
	}
	all := make(map[string]*report.Evidence, len(given.Members))
	for _, member := range given.Members {
		n, pointer := member.Value, auditConclusions+"/"+member.Key
		if !n.Known() {
			continue
		}
		all[member.Key] = &report.Evidence{
			Pointer: pointer, Value: n.Value(), Line: n.Position.Line, Column: n.Position.Column,
			Sources: lists.OrEmpty(f.Sources(pointer)), Status: f.Status(pointer), Nature: report.Recorded,
		}
	}
	return all
}

// auditConclusion returns what the auditor concluded on an obligation: on it
// alone or, where the report goes by paragraphs or Articles, on the provision
// that holds it. It decides nothing.
func (g gathered) auditConclusion(id string) *report.Evidence {
	for len(g.audited) > 0 {
		if e := g.audited[id]; e != nil {
			concluded := *e
			return &concluded
		}
		i := strings.LastIndexByte(id, '.')
		if i < 0 {
			break
		}
		id = id[:i]
	}
	return nil
}
