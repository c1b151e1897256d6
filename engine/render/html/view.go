package html

import (
	"cmp"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/chapter"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// view is a report as the templates take it: the report itself, and
// beside it what is grouped, counted or linked for the page.
type view struct {
	*report.Report
	Anchor   string
	Name     string
	File     string
	Sections []*section
	Verdicts []count
	Chart    []row
	Fine     *fine

	All      []obligation // in the order of the Regulation
	Breaches []obligation
	Waived   []obligation
	Ahead    []obligation // not applicable yet, but for nothing else
	Unasked  []area       // the facts to ask for
	Next     []question   // those to ask for first
	Context  []notedProvision

	Brief *briefed // set on the pages of the brief
	Paper *paper   // set on the pages of the audit format, which show nothing else

	sourceAnchors map[string]string
}

// Made says what the report was made from, MadeFrom the same in a line.
func (v *view) Made() []words.Made { return words.MadeOf(v.Report) }
func (v *view) MadeFrom() string   { return words.MadeFrom(v.Report) }

// section is a numbered section of the report.
type section struct {
	key    string
	Anchor string
	Number int
	Title  string
	// Note is a number that the list of contents shows, empty for none.
	Note string
}

// title is the title of a section, and the key by which it is found.
type title struct{ key, title string }

// sectionTitles are the sections of every report, also of those in which
// one is empty: the reader of many reports finds the same at the same number.
var sectionTitles = []title{
	{"result", "Result"},
	{"breaches", "Breaches"},
	{"fine", "Amounts at stake"},
	{"undetermined", "Undetermined: questions to answer"},
	{"ahead", "Not yet applicable: stress test"},
	{"against", "Speaks against, and set aside"},
	{"all", "All obligations"},
	{"context", "Provisions noted"},
	{"parameters", "Benchmarks, readings and waivers"},
	{"sources", "Sources"},
	{"provenance", "Provenance"},
	{"reading", "How to read this report"},
}

// newView prepares what all kinds of pages need of a report.
func newView(r *report.Report, titles []title, anchor string, anchors anchors) *view {
	v := &view{
		Report: r, Anchor: anchors.of(anchor), Name: cmp.Or(r.Service.Name, "A service without a name"),
		File: r.File(), sourceAnchors: map[string]string{},
	}
	for _, name := range []string{"name", "table"} {
		anchors.of(anchor, name) // the templates write these
	}
	for i, s := range titles {
		v.Sections = append(v.Sections, &section{key: s.key, Anchor: anchors.of(anchor, s.key), Number: i + 1, Title: s.title})
	}
	for _, s := range r.Sources {
		v.sourceAnchors[s.ID] = anchors.of(anchor, "source", s.ID)
	}
	return v
}

func newReport(r *report.Report, anchor string, anchors anchors) *view {
	v := newView(r, sectionTitles, anchor, anchors)
	v.Chart = chart(r.Obligations)
	for _, o := range r.Obligations {
		v.add(obligation{
			Obligation: o, Anchor: anchors.of(anchor, "row", o.ID), Part: chapter.Of(o.ID, o.Article), View: v,
		}, anchor, anchors)
	}
	for _, c := range r.Context {
		v.Context = append(v.Context, notedProvision{c, v})
	}
	for _, verdict := range verdictOrder() {
		v.Verdicts = append(v.Verdicts, count{Verdict: verdict, N: len(r.With(verdict))})
	}
	v.ask(anchor, anchors)
	v.Fine = fineOf(v)
	v.notes()
	return v
}

// add files an obligation under the sections that tell of it.
func (v *view) add(o obligation, anchor string, anchors anchors) {
	ahead := o.Waiting()
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
func (v *view) notes() {
	facts := 0
	for _, area := range v.Unasked {
		facts += len(area.Facts)
	}
	v.Section("breaches").Note = writing.Count(len(v.Breaches), "obligation", "obligations")
	v.Section("undetermined").Note = writing.Count(facts, "question", "questions")
	v.Section("all").Note = writing.Count(len(v.All), "obligation", "obligations")
}

// Section returns a section by its key.
func (v *view) Section(key string) *section {
	i := slices.IndexFunc(v.Sections, func(s *section) bool { return s.key == key })
	return v.Sections[i]
}

// SourceAnchor returns the anchor of a source.
func (v *view) SourceAnchor(id string) string { return v.sourceAnchors[id] }

// Undetermined is the number of obligations that wait for facts.
func (v *view) Undetermined() int { return v.Summary.Undetermined }

// Noted are the provisions that the facts show.
func (v *view) Noted() []notedProvision { return v.contextWith(report.Noted) }

// ContextUnknown are those on which facts are missing.
func (v *view) ContextUnknown() []notedProvision { return v.contextWith(report.Unknown) }

func (v *view) contextWith(state report.State) []notedProvision {
	var list []notedProvision
	for _, c := range v.Context {
		if c.State == state {
			list = append(list, c)
		}
	}
	return list
}

// AheadWith counts the obligations that are not applicable yet by the verdict
// that would hold.
func (v *view) AheadWith(verdict report.Verdict) int {
	n := 0
	for _, o := range v.Ahead {
		if o.IfApplicable != nil && *o.IfApplicable == verdict {
			n++
		}
	}
	return n
}

// AnyDay reports whether a first day is known of any obligation.
func (v *view) AnyDay() bool {
	return slices.ContainsFunc(v.All, func(o obligation) bool { return o.AppliesFrom != nil })
}

// Doubted are the obligations that something speaks against.
func (v *view) Doubted() []obligation {
	var list []obligation
	for _, o := range v.All {
		if len(o.SpeaksAgainst) > 0 {
			list = append(list, o)
		}
	}
	return list
}

// citedSource is a source that evidence names.
type citedSource struct{ ID, Anchor string }

// Cited looks up sources. The anchor of one that the report does not describe
// is empty.
func (v *view) Cited(ids []string) []citedSource {
	list := make([]citedSource, len(ids))
	for i, id := range ids {
		list[i] = citedSource{id, v.sourceAnchors[id]}
	}
	return list
}
