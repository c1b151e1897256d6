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
	}
	if err := r.Require(s.detail, "a table that holds "+string(s.detail)); err != nil {
		return err
	}
	for len(s.last) < len(r.Obligations) {
		s.last = append(s.last, csvRow{cells: make([]string, len(s.columns))})
	}
	for n := range r.Obligations {
		s.rows = s.last[n].append(s.rows, func(column int) string { return s.columns[column].cell(r, &r.Obligations[n]) })
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
type csvColumn struct {
	name   string
	detail report.Detail
	cell   func(r *report.Report, o *report.Obligation) string
}

const (
	csvVerdicts = report.DetailVerdicts
	csvFindings = report.DetailFindings
	csvFull     = report.DetailFull
)

var csvColumns = []csvColumn{
	{"service", csvVerdicts, func(r *report.Report, _ *report.Obligation) string { return r.Service.Name }},
	{"provider", csvVerdicts, func(r *report.Report, _ *report.Obligation) string { return r.Service.Provider }},
	{"assessment_date", csvVerdicts, func(r *report.Report, _ *report.Obligation) string { return string(r.AssessmentDate) }},
	{"id", csvVerdicts, func(_ *report.Report, o *report.Obligation) string { return o.ID }},
	{"article", csvVerdicts, func(_ *report.Report, o *report.Obligation) string { return o.Article }},
	{"title", csvVerdicts, func(_ *report.Report, o *report.Obligation) string { return o.Title }},
	{"addressee", csvVerdicts, func(_ *report.Report, o *report.Obligation) string { return string(o.Addressee) }},
	{"kind", csvVerdicts, func(_ *report.Report, o *report.Obligation) string { return string(o.Kind) }},
	{"verdict", csvVerdicts, func(_ *report.Report, o *report.Obligation) string { return string(o.Verdict) }},
	{"basis", csvFindings, func(_ *report.Report, o *report.Obligation) string { return string(o.Basis) }},
	{"applies_from", csvVerdicts, func(_ *report.Report, o *report.Obligation) string { return orEmpty(o.AppliesFrom) }},
	{"if_applicable", csvVerdicts, func(_ *report.Report, o *report.Obligation) string { return orEmpty(o.IfApplicable) }},
	{"reasons", csvVerdicts, func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Reasons, several, func(reason report.Reason) string { return string(reason) })
	}},
	{"findings", csvFindings, func(_ *report.Report, o *report.Obligation) string { return joined(o.Findings, several, words.Finding) }},
	{"evidence", csvFindings, csvEvidence},
	{"parameters", csvFindings, func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Parameters, several, words.Parameter)
	}},
	{"missing", csvFull, func(_ *report.Report, o *report.Obligation) string { return joined(o.Missing, several, words.Missing) }},
	{"possible", csvVerdicts, func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Possible, several, func(v report.Verdict) string { return string(v) })
	}},
	{"waived", csvFindings, csvWaived},
	{"remediation", csvVerdicts, func(_ *report.Report, o *report.Obligation) string { return o.Remediation }},
	{"penalty", csvVerdicts, func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Penalty, several, func(p report.Penalty) string { return string(p) })
	}},
	{"link", csvVerdicts, func(_ *report.Report, o *report.Obligation) string {
		if len(o.Links) == 0 {
			return ""
		}
		return o.Links[0]
	}},
	{"facts", csvVerdicts, func(r *report.Report, _ *report.Obligation) string { return r.File() }},
	{"ended", csvFindings, func(_ *report.Report, o *report.Obligation) string { return endings(o) }},
	{"status", csvFindings, func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Findings, several, func(f report.Finding) string { return string(f.Status) })
	}},
	{"words", csvFindings, func(_ *report.Report, o *report.Obligation) string {
		return joined(o.Findings, several, func(f report.Finding) string { return strings.Join(f.Words, ", ") })
	}},
	{"readings", csvFindings, func(_ *report.Report, o *report.Obligation) string { return joined(o.Readings, several, words.Reading) }},
	{"judged_facts", csvFindings, func(_ *report.Report, o *report.Obligation) string { return strconv.Itoa(o.JudgedFacts) }},
	{"speaks_against", csvFindings, func(_ *report.Report, o *report.Obligation) string {
		return joined(o.SpeaksAgainst, several, words.Doubt)
	}},
	{"origin", csvVerdicts, func(_ *report.Report, o *report.Obligation) string { return words.Whose(o.Origin) }},
	{"made_from", csvVerdicts, func(r *report.Report, _ *report.Obligation) string { return words.MadeFrom(r) }},
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
