package calendar

import (
	"context"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// done adds what the facts say was done: the fact that ends a lateness names its day.
func (m *maker) done(_ context.Context, outlooks []policy.Outlook) error {
	for _, outlook := range outlooks {
		today := outlook.Stretches[0]
		if today.Applies == policy.No {
			continue
		}
		var facts []string
		late := map[string]policy.Certainty{} // by fact
		for _, rule := range outlook.Obligation.Findings {
			pointer := "/" + strings.ReplaceAll(rule.EndedOn, ".", "/")
			if node, given := m.facts.At(pointer); rule.EndedOn == "" || !given || node.Text == "" || report.Day(node.Text) > m.AssessmentDate {
				continue
			}
			if late[pointer] == "" {
				facts = append(facts, pointer)
			}
			late[pointer] = either(late[pointer], today.Holds(rule.Code, -1))
		}
		for _, pointer := range facts {
			if late[pointer] == policy.Perhaps {
				continue // nobody can say that it was in time
			}
			status := Done
			if late[pointer] == policy.Yes {
				status = DoneLate
			}
			fact := m.fact(pointer)
			on, _ := fact.Value.(string)
			m.add(Entry{
				Kind: Due, Status: status, Certain: today.Applies == policy.Yes, Earliest: day(report.Day(on)), Latest: day(report.Day(on)),
				Title: outlook.Obligation.Title, Article: outlook.Obligation.Article,
				Obligations: []string{outlook.Obligation.ID}, Facts: []Fact{fact},
			})
		}
	}
	return nil
}

// either joins two answers by "or"; the empty one joins nothing.
func either(a, b policy.Certainty) policy.Certainty {
	for _, answer := range []policy.Certainty{policy.Yes, policy.Perhaps, policy.No} {
		if a == answer || b == answer {
			return answer
		}
	}
	return a
}
