package calendar

import (
	"github.com/dsaeval/dsaeval/engine/report"
)

// waived adds the last days of the waivers that name the service.
func (m *maker) waived(waivers []report.Waiver) {
	for _, w := range waivers {
		if w.Service != m.Service.Name || w.LastValidDay > m.Until {
			continue
		}
		status := Open
		if w.LastValidDay < m.AssessmentDate {
			status = Overdue
		}
		article := ""
		for _, o := range m.judge.Obligations() {
			if o.ID == w.Obligation {
				article = o.Article
			}
		}
		e := Entry{
			Kind: Ends, Status: status, Certain: true, Earliest: day(w.LastValidDay), Latest: day(w.LastValidDay),
			Title: "Last day of a waiver: " + w.Reason, Article: article, Obligations: []string{w.Obligation},
		}
		if w.Finding != nil {
			e.Grounds = []Ground{{Code: *w.Finding, Message: w.Reason, Item: w.Item, Basis: report.Law, Parameters: []report.ParameterValue{}}}
		}
		m.add(e)
	}
}
