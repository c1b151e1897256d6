package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// csvStream writes one row per obligation and report, as RFC 4180 says, below a row
// of names. A cell that a spreadsheet would take for a formula begins with an
// apostrophe, and every cell is one line; programs that need the exact text read
// JSON. What was not worked out has no column: an empty cell would read as if there
// were none. The first report decides which columns there are.
type csvStream struct {
	w       io.Writer
	upTo    report.Detail
	columns []csvColumn // of the first report
	rows    []byte      // of one report; the memory is used again for the next
	whole   []string    // cells that all rows of one report share
	last    []csvRow    // of the last report
	detail  report.Detail
}

func newCSV(w io.Writer, o writeOptions) stream { return &csvStream{w: w, upTo: o.upTo} }

func (s *csvStream) add(r *report.Report) error {
	s.rows = s.rows[:0]
	if s.columns == nil {
		s.detail = r.Detail.Level()
		if s.upTo != "" && r.Detail.Includes(s.upTo) {
			s.detail = s.upTo
		}
		var names []string
		for _, c := range csvColumns {
			if s.detail.Includes(c.detail) {
				s.columns, names = append(s.columns, c), append(names, c.name)
			}
		}
		s.rows = writing.AppendCSV(s.rows, names...)
		s.whole = make([]string, len(s.columns))
	}
	if err := r.Require(s.detail, "a table that holds "+string(s.detail)); err != nil {
		return err
	}
	for len(s.last) < len(r.Obligations) {
		s.last = append(s.last, csvRow{cells: make([]string, len(s.columns))})
	}
	for i, c := range s.columns {
		if c.whole != nil {
			s.whole[i] = c.whole(r)
		}
	}
	for n := range r.Obligations {
		s.rows = s.last[n].append(s.rows, func(column int) string {
			if c := s.columns[column]; c.cell != nil {
				return c.cell(r, &r.Obligations[n])
			}
			return s.whole[column]
		})
	}
	_, err := s.w.Write(s.rows)
	return err
}

// csvRow is a row as it was written last. Many services have the same, but for their
// names, and to write it anew is most of the work.
type csvRow struct {
	cells []string
	text  []byte
	// ends are those of the cells in the text, their commas not included.
	ends, now []int
}

// append appends the row that has certain cells now.
func (c *csvRow) append(to []byte, cell func(column int) string) []byte {
	begin, from := len(to), 0
	for i, before := range c.cells {
		if i > 0 {
			to = append(to, ',')
		}
		if now := cell(i); len(c.ends) == len(c.cells) && now == before {
			to = append(to, c.text[from:c.ends[i]]...)
		} else {
			c.cells[i], to = now, writing.AppendCell(to, now)
		}
		if len(c.ends) == len(c.cells) {
			from = c.ends[i] + 1
		}
		c.now = append(c.now, len(to)-begin)
	}
	c.text = append(c.text[:0], to[begin:]...)
	c.ends, c.now = c.now, c.ends[:0]
	return append(to, '\r', '\n')
}

func (s *csvStream) refuse([]report.Unusable) error { return nil }

func (s *csvStream) close() error { return nil }

// several joins what stands in one cell. A semicolon would not do: where it
// separates columns, a formula could follow it.
const several = " | "

// csvColumn is a column with the least detail of a report that has something for it.
// A cell is made from one obligation, or once from the whole report, whose rows all
// hold it.
type csvColumn struct {
	name   string
	detail report.Detail
	cell   func(r *report.Report, o *report.Obligation) string
	whole  func(r *report.Report) string
}

const (
	csvVerdicts = report.DetailVerdicts
	csvFindings = report.DetailFindings
	csvFull     = report.DetailFull
)

var csvColumns = []csvColumn{
	{name: "service", detail: csvVerdicts, whole: func(r *report.Report) string { return r.Service.Name }},
	{name: "provider", detail: csvVerdicts, whole: func(r *report.Report) string { return r.Service.Provider }},
	{name: "assessment_date", detail: csvVerdicts, whole: func(r *report.Report) string { return string(r.AssessmentDate) }},
	{name: "id", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return o.ID }},
	{name: "article", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return o.Article }},
	{name: "title", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return o.Title }},
	{name: "addressee", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return string(o.Addressee) }},
	{name: "kind", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return string(o.Kind) }},
	{name: "verdict", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return string(o.Verdict) }},
	{name: "basis", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string { return string(o.Basis) }},
	{name: "applies_from", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return orEmpty(o.AppliesFrom) }},
	{name: "if_applicable", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return orEmpty(o.IfApplicable) }},
	{name: "reasons", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Reasons, several, func(reason report.Reason) string { return string(reason) })
	}},
	{name: "findings", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string { return joined(o.Findings, several, words.Finding) }},
	{name: "evidence", detail: csvFindings, cell: csvEvidence},
	{name: "parameters", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Parameters, several, words.Parameter)
	}},
	{name: "missing", detail: csvFull, cell: func(_ *report.Report, o *report.Obligation) string { return joined(o.Missing, several, words.Missing) }},
	{name: "possible", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Possible, several, func(v report.Verdict) string { return string(v) })
	}},
	{name: "waived", detail: csvFindings, cell: csvWaived},
	{name: "remediation", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return o.Remediation }},
	{name: "penalty", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Penalty, several, func(p report.Penalty) string { return string(p) })
	}},
	{name: "link", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string {
		if len(o.Links) == 0 {
			return ""
		}
		return o.Links[0]
	}},
	{name: "facts", detail: csvVerdicts, whole: func(r *report.Report) string { return r.File() }},
	{name: "ended", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string { return endings(o) }},
	{name: "status", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Findings, several, func(f report.Finding) string { return string(f.Status) })
	}},
	{name: "words", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Findings, several, func(f report.Finding) string { return strings.Join(f.Words, ", ") })
	}},
	{name: "readings", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string { return joined(o.Readings, several, words.Reading) }},
	{name: "judged_facts", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string { return strconv.Itoa(o.JudgedFacts) }},
	{name: "speaks_against", detail: csvFindings, cell: func(_ *report.Report, o *report.Obligation) string {
		return joined(o.SpeaksAgainst, several, words.Doubt)
	}},
	{name: "origin", detail: csvVerdicts, cell: func(_ *report.Report, o *report.Obligation) string { return words.Whose(o.Origin) }},
	{name: "made_from", detail: csvVerdicts, whole: func(r *report.Report) string { return words.MadeFrom(r) }},
}

func orEmpty[T ~string](s *T) string {
	if s == nil {
		return ""
	}
	return string(*s)
}

func csvEvidence(r *report.Report, o *report.Obligation) string {
	var evidence []string
	for _, f := range o.Findings {
		for _, e := range f.Evidence {
			evidence = append(evidence, words.Evidence(r.File(), e))
		}
	}
	return strings.Join(evidence, several)
}

func csvWaived(_ *report.Report, o *report.Obligation) string {
	switch {
	case o.Waived():
		return waiversText(*o)
	case len(o.Waivers()) > 0:
		return "in part: " + waiversText(*o)
	}
	return ""
}

// endings gives the day on which each finding ended, in their order; nothing
// for one that still runs.
func endings(o *report.Obligation) string {
	days := make([]string, len(o.Findings))
	ended := false
	for i, f := range o.Findings {
		if f.EndedOn != nil {
			days[i], ended = string(*f.EndedOn), true
		}
	}
	if !ended {
		return ""
	}
	return strings.Join(days, several)
}
