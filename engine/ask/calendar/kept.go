package calendar

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	periods "github.com/dsaeval/dsaeval/policies/calendar"
)

// kept are things that are kept for a time from a day. Their rules compare how long a
// provider keeps them and count no day, so that the day is counted here: with the
// figure of the law that the rule reads, and without moving its end.
var kept = []struct {
	obligation, figure, what string
	since                    []string // the facts that name the days
}{{
	obligation: "dsa.art34.3", figure: "risk_documents_retention_months", what: "documents of the risk assessment of %s",
	since: []string{
		"/risk_assessment/risk_assessment_first_completed_on", "/risk_assessment/risk_assessment_previous_completed_on",
		"/risk_assessment/risk_assessment_last_completed_on",
	},
}}

// keeps adds the days up to which something is kept.
func (m *maker) keeps(_ context.Context, outlooks []policy.Outlook) error {
	for _, k := range kept {
		i := slices.IndexFunc(outlooks, func(o policy.Outlook) bool { return o.Obligation.ID == k.obligation })
		months, known := m.months(k.figure)
		if i < 0 || !known || outlooks[i].Stretches[0].Applies == policy.No {
			continue
		}
		told := map[string]bool{}
		for _, pointer := range k.since {
			node, given := m.facts.At(pointer)
			if !given || told[node.Text] {
				continue
			}
			since, err := report.Day(node.Text).Time()
			if err != nil {
				continue // not known
			}
			last := report.DayOf(periods.AddMonths(since, months))
			if last < m.AssessmentDate || last > m.Until {
				continue
			}
			told[node.Text] = true
			m.add(Entry{
				UID:  node.Text, // of several assessments
				Kind: Ends, Status: Open, Certain: outlooks[i].Stretches[0].Applies == policy.Yes, Earliest: day(last), Latest: day(last),
				Title: "Last day to keep " + fmt.Sprintf(k.what, node.Text), Article: outlooks[i].Obligation.Article,
				Obligations: []string{k.obligation}, Facts: []Fact{m.fact(pointer)},
			})
		}
	}
	return nil
}

// months returns a figure of the law that is a number of months.
func (m *maker) months(name string) (int, bool) {
	for _, figure := range m.judge.Figures() {
		if figure.Name == name {
			n, err := strconv.Atoi(fmt.Sprint(figure.At(string(m.AssessmentDate))))
			return n, err == nil
		}
	}
	return 0, false
}
