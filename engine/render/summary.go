package render

import (
	"fmt"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// subject names what a report is about.
func subject(r *report.Report) string {
	return writing.Service(r.Service.Name, r.Service.Provider)
}

func totals(s report.Summary) string {
	return fmt.Sprintf("%d breach%s, %d compliant, %d undetermined, %d not applicable", s.Breach, ofWhichEnded(s), s.Compliant, s.Undetermined, s.NotApplicable)
}

// ofWhichEnded stands behind a number of breaches.
func ofWhichEnded(s report.Summary) string {
	if s.BreachEnded == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d ended)", s.BreachEnded)
}

// waiversText joins the waivers of an obligation and its findings.
func waiversText(o report.Obligation) string { return joined(o.Waivers(), "; ", words.Waiver) }

// breaches returns the breached obligations, those that still run or those that ended.
func breaches(r *report.Report, ended bool) []report.Obligation {
	var list []report.Obligation
	for _, o := range r.With(report.Breach) {
		if o.Ended == ended {
			list = append(list, o)
		}
	}
	return list
}
