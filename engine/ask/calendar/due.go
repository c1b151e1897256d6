package calendar

import (
	"cmp"
	"context"
	"slices"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// deadline is a finding that comes with a day.
type deadline struct {
	obligation *policy.Obligation
	code       string
	item       int
	// earliest and latest are the last days on which it is certainly not late, and not
	// certainly late; empty where there are none.
	earliest, latest report.Day
	status           Status
	certain          bool
	// from is the first day of the obligation; empty where that is not known.
	from report.Day
	// opens is the first day from the assessment date on that it may be late.
	opens report.Day
}

// due adds what falls due, is overdue or may be.
func (m *maker) due(ctx context.Context, outlooks []policy.Outlook) error {
	var found, past []*deadline
	for _, outlook := range outlooks {
		for _, d := range deadlinesOf(outlook) {
			if !ahead(outlook, d) {
				continue
			}
			found = append(found, d)
			if d.late(outlook.Stretches[0]) != policy.No {
				past = append(past, d)
			}
		}
	}
	if err := m.since(ctx, past); err != nil {
		return err
	}
	for i, d := range found {
		if same := slices.IndexFunc(found[:i], d.sameDay); same >= 0 {
			continue // told with the first
		}
		together := []*deadline{d}
		for _, other := range found[i+1:] {
			if d.sameDay(other) {
				together = append(together, other)
			}
		}
		if err := m.addDue(ctx, together); err != nil {
			return err
		}
	}
	return nil
}

func (d *deadline) sameDay(other *deadline) bool {
	return d.obligation == other.obligation && d.status == other.status && d.earliest == other.earliest && d.latest == other.latest
}

// deadlinesOf lists the findings of an obligation that come with a day and may hold.
func deadlinesOf(outlook policy.Outlook) []*deadline {
	var list []*deadline
	for _, stretch := range outlook.Stretches {
		for _, f := range stretch.Findings {
			rule := ruleOf(outlook.Obligation, f.Code)
			if rule == nil || !rule.Timed() || rule.EndedOn != "" {
				continue
			}
			if !slices.ContainsFunc(list, func(d *deadline) bool { return d.code == f.Code && d.item == f.Item }) {
				list = append(list, &deadline{obligation: outlook.Obligation, code: f.Code, item: f.Item})
			}
		}
	}
	return list
}

func ruleOf(o *policy.Obligation, code string) *policy.FindingRule {
	i := slices.IndexFunc(o.Findings, func(f policy.FindingRule) bool { return f.Code == code })
	if i < 0 {
		return nil
	}
	return &o.Findings[i]
}

// late tells whether a finding holds of an obligation that applies.
func (d *deadline) late(s policy.Stretch) policy.Certainty {
	holds := s.Holds(d.code, d.item)
	switch {
	case s.Applies == policy.No || holds == policy.No:
		return policy.No
	case s.Applies == policy.Yes && holds == policy.Yes:
		return policy.Yes
	}
	return policy.Perhaps
}

// ahead finds the days from the assessment date on. It reports false if the thing
// never comes late in that time.
func ahead(outlook policy.Outlook, d *deadline) bool {
	first := d.late(outlook.Stretches[0])
	d.status = map[policy.Certainty]Status{policy.No: Open, policy.Perhaps: Unclear, policy.Yes: Overdue}[first]
	d.from, d.opens = outlook.Stretches[0].AppliesFrom, outlook.Stretches[0].From
	d.certain = outlook.Stretches[0].Applies == policy.Yes
	if first == policy.Yes {
		return true
	}
	for i, stretch := range outlook.Stretches[1:] {
		late := d.late(stretch)
		if late != policy.No && d.status == Open && d.earliest == "" {
			d.certain, d.opens = stretch.Applies == policy.Yes, stretch.From
			if late == policy.Perhaps && outlook.Stretches[i].Holds(d.code, d.item) == policy.Perhaps {
				// Only the obligation begins; what was open before stays so.
				d.status = Unclear
				continue
			}
			d.earliest = stretch.From.AddDays(-1)
		}
		if late == policy.Yes {
			d.latest = stretch.From.AddDays(-1)
			break
		}
	}
	return d.status != Open || d.earliest != ""
}

// since looks back for the days of what is late already, or may be.
func (m *maker) since(ctx context.Context, past []*deadline) error {
	for _, d := range past {
		stretches, err := m.history(ctx, d)
		if err != nil {
			return err
		}
		d.back(stretches)
	}
	return nil
}

// history tells how an obligation stood up to the assessment date, from the day
// before it began or, if that comes later, from the last on which it was not late. It
// goes back by months and looks at each day of a month in which something changed;
// what changed twice in one and was as before does not matter for today.
func (m *maker) history(ctx context.Context, d *deadline) ([]policy.Stretch, error) {
	first := min(cmp.Or(d.from, m.firstDay()), m.AssessmentDate).AddDays(-1)
	var stretches []policy.Stretch
	state, err := m.lateOn(ctx, d, m.AssessmentDate)
	if err != nil {
		return nil, err
	}
	for until := m.AssessmentDate; until > first; {
		from := max(first, until.AddDays(-30))
		earlier, err := m.lateOn(ctx, d, from)
		if err != nil {
			return nil, err
		}
		if earlier != state {
			outlooks, err := m.judge.Outlook(ctx, m.facts, from, until, d.obligation.ID)
			if err != nil {
				return nil, err
			}
			stretches = append(slices.Clone(outlooks[0].Stretches), stretches...)
			if state = earlier; state == policy.No {
				break
			}
		}
		until = from
	}
	return stretches, nil
}

func (m *maker) lateOn(ctx context.Context, d *deadline, day report.Day) (policy.Certainty, error) {
	outlooks, err := m.judge.Outlook(ctx, m.facts, day, day, d.obligation.ID)
	if err != nil {
		return "", err
	}
	return d.late(outlooks[0].Stretches[0]), nil
}

// back finds the days before the assessment date, the last of the stretches.
func (d *deadline) back(stretches []policy.Stretch) {
	for _, stretch := range slices.Backward(stretches) {
		late := d.late(stretch)
		if late != policy.Yes && d.status == Overdue && d.latest == "" {
			d.latest = stretch.Until
		}
		if late != policy.No {
			continue
		}
		// Before it applied nothing was asked; what was open even then has no day.
		if d.status == Overdue || stretch.Holds(d.code, d.item) == policy.No {
			d.earliest = stretch.Until
		}
		return
	}
}

// firstDay is the first day on which any obligation applies.
func (m *maker) firstDay() report.Day { return cmp.Or(m.figure("early_application"), m.AssessmentDate) }
