package html

import (
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// WriteBrief writes for a board what matters of each report on two printed pages:
// the counts, the breaches with what ends them, the money with its picture, and the
// next three questions. What could not be judged is listed before the reports.
func WriteBrief(w io.Writer, reports []*report.Report, refused ...report.Unusable) error {
	page := &page{
		Heading: "Brief under the Digital Services Act",
		Law:     "Regulation (EU) 2022/2065 on a Single Market for Digital Services",
		Brief:   true,
		Refused: refused,
	}
	return page.write(w, reports, newBrief)
}

var briefTitles = []title{
	{"result", "Result"},
	{"breaches", "Breaches, and what ends them"},
	{"fine", "Money"},
	{"undetermined", "What to find out next"},
}

// What fits on its page: breaches, the characters of what is said of each, and
// questions.
const (
	briefBreaches  = 9
	briefSentence  = 150
	briefQuestions = 3
)

// briefed is what the brief shows of a report beside the view.
type briefed struct {
	Breaches []briefBreach
	// More is how many breaches have no room.
	More      int
	Questions []question
}

// briefBreach is a breach in one line.
type briefBreach struct {
	Short, Title    string
	Finding, Remedy string
	// Others is how many findings there are besides.
	Others int
}

func newBrief(r *report.Report, anchor string, anchors anchors) *view {
	v := newView(r, briefTitles, anchor, anchors)
	for _, verdict := range verdictOrder() {
		v.Verdicts = append(v.Verdicts, count{Verdict: verdict, N: len(r.With(verdict))})
	}
	for _, o := range r.Obligations {
		v.All = append(v.All, obligation{Obligation: o, View: v})
	}
	v.ask(anchor, anchors)
	v.Fine = fineOf(v)
	if v.Fine != nil && v.Fine.Now != nil && v.Fine.Now.Chart != nil {
		chart := v.Fine.Now.Chart // whose table stands in the full report
		chart.Caption = strings.Replace(chart.Caption, "table below", "full report", 1)
		chart.Label = strings.Replace(chart.Label, "the table below", "the full report", 1)
	}
	b := &briefed{Questions: v.Next[:min(len(v.Next), briefQuestions)]}
	for _, o := range r.Breaches() {
		if len(b.Breaches) == briefBreaches {
			b.More++
			continue
		}
		one := briefBreach{Short: rule(o.Article, o.Origin), Title: writing.Clip(o.Title, briefSentence), Remedy: sentences(o.Remediation)}
		if len(o.Findings) > 0 {
			one.Finding, one.Others = writing.Clip(o.Findings[0].Message, briefSentence), len(o.Findings)-1
		}
		if o.Ended {
			one.Remedy = "has ended"
		}
		b.Breaches = append(b.Breaches, one)
	}
	v.Brief = b
	return v
}

// sentences keeps as many whole sentences as there is room for.
func sentences(text string) string {
	short := writing.Clip(text, briefSentence)
	if end := strings.LastIndex(short, ". "); short != text && end > 0 {
		return short[:end+1]
	}
	return short
}
