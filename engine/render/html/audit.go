package html

import (
	"io"
	"slices"

	"github.com/dsaeval/dsaeval/engine/audit"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// WriteAudit writes the working paper in the vocabulary of the audit regulation, as one
// self-contained page like that of [Write].
func WriteAudit(w io.Writer, reports []*report.Report, refused ...report.Unusable) error {
	page := &page{
		Heading: "Audit working paper under the Digital Services Act",
		Law:     "In the vocabulary of Delegated Regulation (EU) 2024/436",
		Refused: refused,
	}
	return page.write(w, reports, newPaper)
}

var paperTitles = []title{
	{"result", "Opinion"},
	{"methodology", "Methodology"},
	{"benchmarks", "Benchmarks"},
	{"conclusions", "Conclusions"},
	{"notaudited", "Not audited"},
	{"sources", "Sources"},
	{"limitations", "Limitations"},
	{"provenance", "Provenance"},
}

// paper is the data of the audit format as its templates take it.
type paper struct {
	audit.Report
	Tally       []tally
	Conclusions []conclusion
	NotAudited  []notAudited
}

// tally is the number of obligations with a conclusion.
type tally struct {
	Conclusion audit.Conclusion
	N          int
}

// conclusion is an audited obligation with its place in the page.
type conclusion struct {
	audit.Audited
	obligation
}

// notAudited is an obligation that is no subject matter of the audit.
type notAudited struct {
	obligation
	Reason string
}

func newPaper(r *report.Report, anchor string, anchors anchors) *view {
	v := newView(r, paperTitles, anchor, anchors)
	p := &paper{Report: audit.Of(r)}
	for _, c := range audit.Conclusions() {
		p.Tally = append(p.Tally, tally{c, p.Counts.Of(c)})
	}
	for _, a := range p.Report.Conclusions {
		o := obligation{Obligation: a.Obligation, View: v, Detail: anchors.of(anchor, a.Obligation.ID)}
		p.Conclusions = append(p.Conclusions, conclusion{a, o})
	}
	for _, n := range p.Report.NotAudited {
		p.NotAudited = append(p.NotAudited, notAudited{obligation{Obligation: n.Obligation, View: v}, n.Reason})
	}
	v.Paper = p
	v.Section("conclusions").Note = writing.Count(len(p.Conclusions), "obligation", "obligations")
	return v
}

// Concluded are the obligations with a conclusion.
func (p *paper) Concluded() []conclusion {
	i := slices.IndexFunc(p.Conclusions, conclusion.open)
	if i < 0 {
		return p.Conclusions
	}
	return p.Conclusions[:i]
}

// Open are those without, which come last.
func (p *paper) Open() []conclusion { return p.Conclusions[len(p.Concluded()):] }

func (c conclusion) open() bool { return c.Conclusion == audit.NoConclusion }

// Sign is the verdict whose sign and colour a conclusion has.
func (t tally) Sign() report.Verdict { return signOf(t.Conclusion) }

// Sign is the verdict whose sign and colour the conclusion has.
func (c conclusion) Sign() report.Verdict { return signOf(c.Conclusion) }

func signOf(c audit.Conclusion) report.Verdict {
	switch c {
	case audit.Negative:
		return report.Breach
	case audit.NoConclusion:
		return report.Undetermined
	}
	return report.Compliant
}
