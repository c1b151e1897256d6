package render

import (
	"io"

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
	last   []recent[csvRow] // by the place of the obligation in a report
	rows   []byte           // of one report; the memory is used again for the next
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
	s.last = append(s.last, make([]recent[csvRow], max(0, len(r.Obligations)-len(s.last)))...)
	for n := range r.Obligations {
		o := &r.Obligations[n]
		row, fresh := s.last[n].of(o)
		if fresh {
			s.write(row, r, o)
		}
		s.row(*row)
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

// csvRow is the runs of a row that are made from its obligation, in their order.
type csvRow [][]byte

func (s *csvStream) write(row *csvRow, r *report.Report, o *report.Obligation) {
	own := 0
	for i := range s.runs {
		if s.runs[i].whole {
			continue
		}
		if own == len(*row) {
			*row = append(*row, nil)
		}
		(*row)[own] = s.append((*row)[own][:0], &s.runs[i], r, o)
		own++
	}
}

// row appends a row to those of the report.
func (s *csvStream) row(own csvRow) {
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

func (s *csvStream) refuse([]report.Unusable) error { return nil }

func (s *csvStream) close() error { return nil }
