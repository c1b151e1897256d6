package html

import "github.com/dsaeval/dsaeval/internal/words"

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
		rows[i] = overviewRow{Anchor: v.Anchor, Name: v.Name, Day: v.AssessmentDate, Breach: v.Summary.Breach, Undetermined: v.Summary.Undetermined}
		if fine := v.Report.Fine; fine != nil && fine.StatutoryCap != nil {
			rows[i].Cap = words.Money(fine, fine.StatutoryCap.PerDecision)
		}
	}
	return rows
}
