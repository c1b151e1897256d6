package render

import (
	"io"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// csvStream writes one row per obligation and report, as RFC 4180 says, below a row
// of names. A cell that a spreadsheet would take for a formula begins with an
// apostrophe, and every cell is one line; programs that need the exact text read
// JSON. What was not worked out has no column: an empty cell would read as if there
// were none. The first report decides which columns there are.
type csvStream struct {
	w      io.Writer
	upTo   report.Detail
	detail report.Detail
	runs   []csvRun
	last   []csvRows // by the place of the obligation in a report
	rows   []byte    // of one report; the memory is used again for the next
}

// csvRun is columns beside one another that are all made from one obligation, or all
// once from the whole report.
type csvRun struct {
	columns []csvColumn
	whole   bool
	text    []byte // of the cells of the whole report, as all its rows hold them
}

func newCSV(w io.Writer, o writeOptions) stream { return &csvStream{w: w, upTo: o.upTo} }

func (s *csvStream) add(r *report.Report) error {
	s.rows = s.rows[:0]
	if s.runs == nil {
		s.begin(r)
	}
	if err := r.Require(s.detail, "a table that holds "+string(s.detail)); err != nil {
		return err
	}
	for i := range s.runs {
		if run := &s.runs[i]; run.whole {
			run.text = s.append(run.text[:0], run, r, nil)
		}
	}
	s.last = append(s.last, make([]csvRows, max(0, len(r.Obligations)-len(s.last)))...)
	for n := range r.Obligations {
		s.row(s.last[n].of(s, r, &r.Obligations[n]))
	}
	_, err := s.w.Write(s.rows)
	return err
}

// begin chooses the columns by the first report and writes their names.
func (s *csvStream) begin(r *report.Report) {
	s.detail = r.Detail.Level()
	if s.upTo != "" && r.Detail.Includes(s.upTo) {
		s.detail = s.upTo
	}
	var names []string
	for _, c := range csvColumns {
		if !s.detail.Includes(c.detail) {
			continue
		}
		names = append(names, c.name)
		if whole := c.whole != nil; len(s.runs) == 0 || s.runs[len(s.runs)-1].whole != whole {
			s.runs = append(s.runs, csvRun{whole: whole})
		}
		run := &s.runs[len(s.runs)-1]
		run.columns = append(run.columns, c)
	}
	s.rows = writing.AppendCSV(s.rows, names...)
}

// append appends the cells of a run.
func (s *csvStream) append(to []byte, run *csvRun, r *report.Report, o *report.Obligation) []byte {
	for i, c := range run.columns {
		if i > 0 {
			to = append(to, ',')
		}
		if run.whole {
			to = writing.AppendCell(to, c.whole(r))
		} else {
			to = writing.AppendCell(to, c.cell(r, o))
		}
	}
	return to
}

// csvRow is a row as it was written: the runs that are made from the obligation, in their
// order.
type csvRow struct {
	obligation report.Obligation
	runs       [][]byte
}

// csvRows are those that an obligation had last, the latest first. Many services have the
// same, and to write one anew is most of the work.
type csvRows struct{ rows []*csvRow }

// maxRows is how many rows of an obligation are kept, of about a kilobyte each.
const maxRows = 16

// of returns the row of an obligation, which is written if none of those kept is the same.
func (c *csvRows) of(s *csvStream, r *report.Report, o *report.Obligation) *csvRow {
	at := slices.IndexFunc(c.rows, func(row *csvRow) bool { return sameRow(&row.obligation, o) })
	var row *csvRow
	switch {
	case at >= 0:
		row = c.rows[at]
	case len(c.rows) < maxRows:
		row, at = new(csvRow), len(c.rows)
		c.rows = append(c.rows, row)
		s.write(row, r, o)
	default:
		at = maxRows - 1
		row = c.rows[at]
		s.write(row, r, o)
	}
	copy(c.rows[1:at+1], c.rows[:at])
	c.rows[0] = row
	return row
}

func (s *csvStream) write(row *csvRow, r *report.Report, o *report.Obligation) {
	row.obligation = *o
	own := 0
	for i := range s.runs {
		if s.runs[i].whole {
			continue
		}
		if own == len(row.runs) {
			row.runs = append(row.runs, nil)
		}
		row.runs[own] = s.append(row.runs[own][:0], &s.runs[i], r, o)
		own++
	}
}

// row appends a row to those of the report.
func (s *csvStream) row(row *csvRow) {
	own := row.runs
	for i := range s.runs {
		if i > 0 {
			s.rows = append(s.rows, ',')
		}
		if run := &s.runs[i]; run.whole {
			s.rows = append(s.rows, run.text...)
		} else {
			s.rows, own = append(s.rows, own[0]...), own[1:]
		}
	}
	s.rows = append(s.rows, '\r', '\n')
}

// sameRow reports whether two obligations certainly have the same cells, which costs little
// to see where they share their lists, as those do that were judged on the same facts.
// What is said of places in the facts is another in each report.
func sameRow(a, b *report.Obligation) bool {
	inPlace := func(o *report.Obligation) bool {
		return len(o.Findings)+len(o.SpeaksAgainst)+len(o.Missing) > 0 || o.AuditConclusion != nil
	}
	// What differs most often comes first.
	return a.JudgedFacts == b.JudgedFacts && a.Verdict == b.Verdict && a.Basis == b.Basis && a.Ended == b.Ended &&
		slices.Equal(a.Reasons, b.Reasons) && slices.Equal(a.Possible, b.Possible) && sameList(a.Open, b.Open) &&
		!inPlace(a) && !inPlace(b) &&
		a.ID == b.ID && a.Article == b.Article && a.Title == b.Title && a.Origin == b.Origin && a.Description == b.Description &&
		a.Kind == b.Kind && a.Addressee == b.Addressee && a.Remediation == b.Remediation &&
		sameValue(a.AppliesFrom, b.AppliesFrom) && sameValue(a.IfApplicable, b.IfApplicable) && a.Waiver == b.Waiver &&
		sameList(a.Parameters, b.Parameters) && sameList(a.Readings, b.Readings) &&
		sameList(a.Penalty, b.Penalty) && sameList(a.PartOf, b.PartOf) && sameList(a.Links, b.Links)
}

func sameValue[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }

// sameList reports whether two lists are one in memory; lists of reports never change.
func sameList[T any](a, b []T) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

func (s *csvStream) refuse([]report.Unusable) error { return nil }

func (s *csvStream) close() error { return nil }
