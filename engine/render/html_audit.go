package render

import (
	"io"

	"github.com/dsaeval/dsaeval/engine/audit"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// AuditHTML writes what Audit writes, as one self-contained page like that of
// HTML.
func AuditHTML(w io.Writer, reports ...*report.Report) error {
	page := &htmlPage{
		Heading: "Audit working paper under the Digital Services Act",
		Law:     "In the vocabulary of Delegated Regulation (EU) 2024/436",
	}
	return page.write(w, reports, newHTMLPaper)
}

var htmlPaperTitles = []htmlTitle{
	{"result", "Opinion"},
	{"methodology", "Methodology"},
	{"benchmarks", "Benchmarks"},
	{"conclusions", "Conclusions"},
	{"notaudited", "Not audited"},
	{"sources", "Sources"},
	{"limitations", "Limitations"},
	{"provenance", "Provenance"},
}

// htmlPaper is the data of the audit format as its templates take it.
type htmlPaper struct {
	audit.Report
	Tally       []htmlTally
	Conclusions []htmlConclusion
	NotAudited  []htmlNotAudited
}

// htmlTally is the number of obligations with a conclusion.
type htmlTally struct {
	Conclusion audit.Conclusion
	N          int
}

// htmlConclusion is an audited obligation with its place in the page.
type htmlConclusion struct {
	audit.Audited
	htmlObligation
}

// htmlNotAudited is an obligation that is no subject matter of the audit.
type htmlNotAudited struct {
	htmlObligation
	Reason string
}

func newHTMLPaper(r *report.Report, anchor string, anchors htmlAnchors) *htmlReport {
	v := newHTMLView(r, htmlPaperTitles, anchor, anchors)
	p := &htmlPaper{Report: audit.Of(r)}
	for _, c := range audit.Conclusions() {
		p.Tally = append(p.Tally, htmlTally{c, p.Counts.Of(c)})
	}
	for _, a := range p.Report.Conclusions {
		o := htmlObligation{Obligation: a.Obligation, View: v, Detail: anchors.of(anchor, a.Obligation.ID)}
		p.Conclusions = append(p.Conclusions, htmlConclusion{a, o})
	}
	for _, n := range p.Report.NotAudited {
		p.NotAudited = append(p.NotAudited, htmlNotAudited{htmlObligation{Obligation: n.Obligation, View: v}, n.Reason})
	}
	v.Paper = p
	v.Section("conclusions").Note = writing.Count(len(p.Conclusions), "obligation", "obligations")
	return v
}

// Sign is the verdict whose sign and colour a conclusion has.
func (t htmlTally) Sign() report.Verdict { return htmlSign(t.Conclusion) }

// Sign is the verdict whose sign and colour the conclusion has.
func (c htmlConclusion) Sign() report.Verdict { return htmlSign(c.Conclusion) }

func htmlSign(c audit.Conclusion) report.Verdict {
	switch c {
	case audit.Negative:
		return report.Breach
	case audit.NoConclusion:
		return report.Undetermined
	}
	return report.Compliant
}
