package render

import (
	"bufio"
	"fmt"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// overview is a table of services, for whoever has many: one line each, and what all of
// them come to.
type overview struct {
	reports, withBreach, unusable int
	lines                         []overviewLine
}

type overviewLine struct {
	name, day, limit string
	totals           report.Summary
}

// maxOverview is how many services the table lists; whoever has more reads a file.
const maxOverview = 1000

func (o *overview) add(r *report.Report) {
	o.reports++
	if r.Summary.Breach > 0 {
		o.withBreach++
	}
	if len(o.lines) == maxOverview {
		return
	}
	line := overviewLine{name: subject(r), day: string(r.AssessmentDate), totals: r.Summary}
	if r.Fine != nil && r.Fine.StatutoryCap != nil {
		line.limit = words.Money(r.Fine, r.Fine.StatutoryCap.PerDecision)
	}
	o.lines = append(o.lines, line)
}

func (o *overview) refused(list []report.Unusable) { o.unusable += len(list) }

// nameWidth is how much of a name is shown.
const nameWidth = 44

// write writes the table for a number of columns, 0 if nothing limits it.
func (o *overview) write(w *bufio.Writer, width int) {
	table := columns.New("  ")
	table.Head("service", "on", "breach", "undetermined", "cap of a decision")
	table.Right(2, 3)
	table.Whole(4)
	for _, l := range o.lines {
		table.Row(columns.Clip(writing.OneLine(l.name), nameWidth), l.day, l.totals.Breach, l.totals.Undetermined, l.limit)
	}
	fmt.Fprintf(w, "SERVICES\n\n")
	_ = table.Write(w, width) // a buffer takes everything
	if left := o.reports - len(o.lines); left > 0 {
		fmt.Fprintf(w, "  and %d more\n", left)
	}
	fmt.Fprintf(w, "\n%s\n", o.total())
}

// total says in one line what all of them come to.
func (o *overview) total() string {
	text := fmt.Sprintf("%s: %d with breaches", writing.Count(o.reports, "service", "services"), o.withBreach)
	if o.unusable > 0 {
		text += "; " + writing.Count(o.unusable, "problem", "problems") + " with facts that were not judged"
	}
	return text
}
