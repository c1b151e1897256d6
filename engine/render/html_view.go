package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// htmlReport is a report as the templates take it: the report itself, and
// beside it what is grouped, counted or linked for the page.
type htmlReport struct {
	*report.Report
	Anchor   string
	Name     string
	File     string
	Sections []*htmlSection
	Verdicts []htmlCount
	Chart    []htmlRow
	Fine     *htmlFine

	All      []htmlObligation // in the order of the Regulation
	Breaches []htmlObligation
	Waived   []htmlObligation
	Ahead    []htmlObligation // not applicable yet, but for nothing else
	Unasked  []htmlArea       // the facts to ask for
	Context  []htmlContext

	Paper *htmlPaper // set on the pages of the audit format, which show nothing else

	sourceAnchors map[string]string
}

// htmlSection is a numbered section of the report.
type htmlSection struct {
	key    string
	Anchor string
	Number int
	Title  string
	// Note is a number that the list of contents shows, empty for none.
	Note string
}

// htmlObligation is an obligation with its place in the page.
type htmlObligation struct {
	report.Obligation
	Anchor string // of its row in the table of all obligations
	Detail string // anchor of its findings; empty if it has none in the page
	Part   htmlPart
	View   *htmlReport // for links and the name of the file
}

// htmlContext is a provision that cannot be breached.
type htmlContext struct {
	report.Context
	View *htmlReport
}

// htmlFinding is a finding with what its template needs.
type htmlFinding struct {
	report.Finding
	Remedy string // what would end it, of a breach that still runs
	View   *htmlReport
}

// Firmness says what the weakest of the facts is that the finding rests on.
func (f htmlFinding) Firmness() string { return statusWords[f.Status] }

// htmlTitle is the title of a section, and the key by which it is found.
type htmlTitle struct{ key, title string }

// htmlSectionTitles are the sections of every report, also of those in which
// one is empty: the reader of many reports finds the same at the same number.
var htmlSectionTitles = []htmlTitle{
	{"result", "Result"},
	{"breaches", "Breaches"},
	{"fine", "Amounts at stake"},
	{"undetermined", "Undetermined: facts to ask for"},
	{"ahead", "Not yet applicable: stress test"},
	{"against", "Speaks against, and set aside"},
	{"all", "All obligations"},
	{"context", "Provisions noted"},
	{"parameters", "Benchmarks, readings and waivers"},
	{"sources", "Sources"},
	{"provenance", "Provenance"},
	{"reading", "How to read this report"},
}

// newHTMLView prepares what all kinds of pages need of a report.
func newHTMLView(r *report.Report, titles []htmlTitle, anchor string, anchors htmlAnchors) *htmlReport {
	v := &htmlReport{
		Report: r, Anchor: anchors.of(anchor), Name: cmp.Or(r.Service.Name, "A service without a name"),
		File: factFile(r), sourceAnchors: map[string]string{},
	}
	for _, name := range []string{"name", "table"} {
		anchors.of(anchor, name) // the templates write these
	}
	for i, s := range titles {
		v.Sections = append(v.Sections, &htmlSection{key: s.key, Anchor: anchors.of(anchor, s.key), Number: i + 1, Title: s.title})
	}
	for _, s := range r.Sources {
		v.sourceAnchors[s.ID] = anchors.of(anchor, "source", s.ID)
	}
	return v
}

func newHTMLReport(r *report.Report, anchor string, anchors htmlAnchors) *htmlReport {
	v := newHTMLView(r, htmlSectionTitles, anchor, anchors)
	v.Chart = htmlChart(r.Obligations)
	for _, o := range r.Obligations {
		v.add(htmlObligation{
			Obligation: o, Anchor: anchors.of(anchor, "row", o.ID), Part: htmlPartOf(o.ID, o.Article), View: v,
		}, anchor, anchors)
	}
	for _, c := range r.Context {
		v.Context = append(v.Context, htmlContext{c, v})
	}
	for _, verdict := range htmlOrder() {
		v.Verdicts = append(v.Verdicts, htmlCount{Verdict: verdict, N: len(withVerdict(r, verdict))})
	}
	v.Unasked = htmlAreas(v.All)
	v.Fine = htmlFineOf(v)
	v.notes()
	return v
}

// add files an obligation under the sections that tell of it.
func (v *htmlReport) add(o htmlObligation, anchor string, anchors htmlAnchors) {
	ahead := o.Verdict == report.NotApplicable && slices.Equal(o.Reasons, []report.Reason{report.NotYet})
	if o.Verdict == report.Breach || ahead && len(o.Findings) > 0 {
		o.Detail = anchors.of(anchor, o.ID)
	}
	if o.Verdict == report.Breach {
		v.Breaches = append(v.Breaches, o)
	}
	if ahead {
		v.Ahead = append(v.Ahead, o)
	}
	if len(o.Waivers()) > 0 {
		v.Waived = append(v.Waived, o)
	}
	v.All = append(v.All, o)
}

// notes puts the numbers that a reader looks for first into the contents.
func (v *htmlReport) notes() {
	facts := 0
	for _, area := range v.Unasked {
		facts += len(area.Facts)
	}
	v.Section("breaches").Note = writing.Count(len(v.Breaches), "obligation", "obligations")
	v.Section("undetermined").Note = writing.Count(facts, "fact", "facts")
	v.Section("all").Note = writing.Count(len(v.All), "obligation", "obligations")
}

// Section returns a section by its key.
func (v *htmlReport) Section(key string) *htmlSection {
	i := slices.IndexFunc(v.Sections, func(s *htmlSection) bool { return s.key == key })
	return v.Sections[i]
}

// SourceAnchor returns the anchor of a source.
func (v *htmlReport) SourceAnchor(id string) string { return v.sourceAnchors[id] }

// Undetermined is the number of obligations that wait for facts.
func (v *htmlReport) Undetermined() int { return v.Summary.Undetermined }

// Noted are the provisions that the facts show.
func (v *htmlReport) Noted() []htmlContext { return v.contextWith(report.Noted) }

// ContextUnknown are those on which facts are missing.
func (v *htmlReport) ContextUnknown() []htmlContext { return v.contextWith(report.Unknown) }

func (v *htmlReport) contextWith(state report.State) []htmlContext {
	var list []htmlContext
	for _, c := range v.Context {
		if c.State == state {
			list = append(list, c)
		}
	}
	return list
}

// AheadWith counts the obligations that are not applicable yet by the verdict
// that would hold.
func (v *htmlReport) AheadWith(verdict report.Verdict) int {
	n := 0
	for _, o := range v.Ahead {
		if o.IfApplicable != nil && *o.IfApplicable == verdict {
			n++
		}
	}
	return n
}

// Link returns where a reader of the table is led: to the findings, if any.
func (o htmlObligation) Link() string { return cmp.Or(o.Detail, o.Anchor) }

// Short is the article as people cite it.
func (o htmlObligation) Short() string { return htmlCite(o.Article) }

// Short is the article as people cite it.
func (c htmlContext) Short() string { return htmlCite(c.Article) }

func htmlCite(article string) string {
	if article != "" && article[0] >= '0' && article[0] <= '9' {
		return "Art.\u00a0" + article
	}
	return article
}

// Grounds are the findings of an obligation.
func (o htmlObligation) Grounds() []htmlFinding {
	list := htmlGrounds(o.Findings, o.View)
	for i := range list {
		list[i].Remedy = remedyAfter(o.Obligation, i)
	}
	return list
}

// StandsOn says on how many conclusions of others the verdict rests.
func (o htmlObligation) StandsOn() string { return standsOn(o.Obligation) }

// Doubted are the obligations that something speaks against.
func (v *htmlReport) Doubted() []htmlObligation {
	var list []htmlObligation
	for _, o := range v.All {
		if len(o.SpeaksAgainst) > 0 {
			list = append(list, o)
		}
	}
	return list
}

// Grounds are the findings of a provision.
func (c htmlContext) Grounds() []htmlFinding { return htmlGrounds(c.Findings, c.View) }

func htmlGrounds(findings []report.Finding, v *htmlReport) []htmlFinding {
	list := make([]htmlFinding, len(findings))
	for i, f := range findings {
		list[i] = htmlFinding{Finding: f, View: v}
	}
	return list
}

// Why says in a few words what the table tells about a verdict.
func (o htmlObligation) Why() string {
	switch o.Verdict {
	case report.Breach:
		return writing.Count(len(o.Findings), "finding", "findings")
	case report.Undetermined:
		return "waits for " + writing.Count(len(o.Missing), "fact", "facts")
	case report.NotApplicable:
		words := make([]string, len(o.Reasons))
		for i, reason := range o.Reasons {
			words[i] = htmlWords(reason)
		}
		return strings.Join(words, "; ")
	}
	return ""
}

// Settled reports whether a verdict was looked for, so that it has a basis.
func (o htmlObligation) Settled() bool { return o.Verdict != report.NotApplicable }

// Number is the article without its paragraphs, for the filter.
func (o htmlObligation) Number() string { return htmlNumber(o.Article) }

// htmlCited is a source that evidence names.
type htmlCited struct{ ID, Anchor string }

// Cited looks up sources. The anchor of one that the report does not describe
// is empty.
func (v *htmlReport) Cited(ids []string) []htmlCited {
	list := make([]htmlCited, len(ids))
	for i, id := range ids {
		list[i] = htmlCited{id, v.sourceAnchors[id]}
	}
	return list
}
