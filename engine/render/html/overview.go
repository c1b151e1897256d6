package html

import (
	"slices"

	"github.com/dsaeval/dsaeval/internal/words"
)

// overviewRow is a report in the table of all.
type overviewRow struct {
	Anchor, Name, Day    string
	Breach, Undetermined int
	Cap                  string // of a decision; empty where nothing is at stake or nobody knows
}

// overviewOf lists several reports; one needs no table.
func overviewOf(views []*view) []overviewRow {
	if len(views) < 2 {
		return nil
	}
	rows := make([]overviewRow, len(views))
	for i, v := range views {
		rows[i] = overviewRow{Anchor: v.Anchor, Name: v.Name, Day: string(v.AssessmentDate), Breach: v.Summary.Breach, Undetermined: v.Summary.Undetermined}
		if fine := v.Report.Fine; fine != nil && fine.StatutoryCap != nil {
			rows[i].Cap = words.Money(fine, fine.StatutoryCap.PerDecision)
		}
	}
	return rows
}

// AnyCap reports whether the cap of any report is known: a column that is empty on
// every line is left out.
func (page *page) AnyCap() bool {
	return slices.ContainsFunc(page.Overview, func(row overviewRow) bool { return row.Cap != "" })
}
