package calendar

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
	"github.com/dsaeval/dsaeval/policies/law"
)

// bound is a day on which obligations begin or cease to apply, all for one reason.
type bound struct {
	kind        Kind
	on          report.Day // first day of what begins, last of what ends
	reason      report.Reason
	provision   string
	obligations []*policy.Obligation
	certain     bool
}

// bounds adds the days on which obligations begin or cease to apply, and those on
// which a lateness ceases to count.
func (m *maker) bounds(ctx context.Context, outlooks []policy.Outlook) error {
	var found []*bound
	for _, outlook := range outlooks {
		for i, stretch := range outlook.Stretches[1:] {
			b := boundBetween(outlook.Stretches[i], stretch)
			if b == nil || b.reason == "" || b.reason == report.NotConcerned || isPresupposed(b.reason) {
				continue // a condition of the duty, of which its findings tell
			}
			b.provision = m.provision(outlook.Obligation, b)
			at := slices.IndexFunc(found, func(o *bound) bool {
				return o.kind == b.kind && o.on == b.on && o.reason == b.reason && o.provision == b.provision
			})
			if at < 0 {
				at = len(found)
				found = append(found, b)
			}
			found[at].obligations = append(found[at].obligations, outlook.Obligation)
			found[at].certain = found[at].certain || b.certain
		}
		m.forgotten(outlook)
	}
	facts, err := m.restOf(ctx, found)
	if err != nil {
		return err
	}
	for i, b := range found {
		e := Entry{
			Kind: b.kind, Status: Open, Certain: b.certain, Earliest: day(b.on), Latest: day(b.on),
			Title: b.title(), Article: b.provision, Facts: facts[i],
		}
		for _, o := range b.obligations {
			e.Obligations = append(e.Obligations, o.ID)
		}
		m.add(e)
	}
	return nil
}

func boundBetween(a, b policy.Stretch) *bound {
	switch {
	case a.Applies == policy.No && b.Applies != policy.No:
		return &bound{kind: Begins, on: b.From, reason: reasonOf(a), certain: b.Applies == policy.Yes}
	case a.Applies != policy.No && b.Applies == policy.No:
		return &bound{kind: Ends, on: a.Until, reason: reasonOf(b), certain: a.Applies == policy.Yes}
	}
	return nil
}

func reasonOf(s policy.Stretch) report.Reason {
	if len(s.Reasons) == 0 {
		return ""
	}
	return s.Reasons[0]
}

func isPresupposed(r report.Reason) bool {
	_, presupposed := r.Presupposed()
	return presupposed
}

// provision says by which provision obligations begin or cease to apply.
func (m *maker) provision(o *policy.Obligation, b *bound) string {
	lawful := law.ApplicationRead()
	switch {
	case b.reason == report.SizeExempt:
		return lawful.Exemptions[string(o.Exemption)].Article
	case b.reason == report.NotYet && o.From == string(b.on):
		return o.Article
	case b.reason == report.NotYet:
		start := lawful.Starts[string(o.Start)]
		if start.Early != "" && m.figure("general_application") != b.on {
			return start.Early
		}
		return start.Article
	}
	return cmp.Or(lawful.Reasons[string(b.reason)].Article, o.Article)
}

func (b *bound) title() string {
	how := map[report.Reason][2]string{
		report.NotOffered: {"The service is offered in the Union; %s to apply", "The service is no longer offered in the Union; %s to apply"},
		report.SizeExempt: {"The exemption of small enterprises has ended; %s to apply", "The provider is small; %s to apply"},
		report.Suspended:  {"A suspension by a court has ended; %s to apply again", "A court suspends; %s to apply"},
		report.Ended:      {"%s to apply again", "The designation has ended; %s to apply"},
	}
	which, verb := 0, "begin"
	if b.kind == Ends {
		which, verb = 1, "cease"
	}
	what := fmt.Sprintf("%d obligations %s", len(b.obligations), verb)
	if len(b.obligations) == 1 {
		what = fmt.Sprintf("%q %ss", b.obligations[0].Title, verb)
	}
	format, known := how[b.reason]
	switch {
	case known:
		return fmt.Sprintf(format[which], what)
	case len(b.obligations) == 1:
		return what + " to apply"
	case b.provision == law.ApplicationRead().Starts[string(vocabulary.Section5)].Article:
		return "Section 5: " + what + " to apply"
	}
	return "The Regulation: " + what + " to apply"
}

// forgotten adds the days on which a breach that has ended, or a condition of one,
// ceases to count while the obligation still applies.
func (m *maker) forgotten(outlook policy.Outlook) {
	o := outlook.Obligation
	for i, stretch := range outlook.Stretches[1:] {
		earlier := outlook.Stretches[i]
		for _, f := range earlier.Findings {
			rule := ruleOf(o, f.Code)
			if rule.EndedOn == "" || f.Holds != policy.Yes || earlier.Applies != policy.Yes ||
				stretch.Applies != policy.Yes || stretch.Holds(f.Code, f.Item) != policy.No {
				continue
			}
			m.add(Entry{
				Kind: Ends, Status: Open, Certain: true, Earliest: day(earlier.Until), Latest: day(earlier.Until),
				Title: "Time-barred after this day: " + rule.Message, Article: law.ApplicationRead().Reasons["time_barred"].Article, Obligations: []string{o.ID},
				Grounds: []Ground{{Code: f.Code, Message: rule.Message, Basis: report.Law, Parameters: []report.ParameterValue{}}},
			})
		}
	}
}

// figure returns a day that the law itself names.
func (m *maker) figure(name string) report.Day {
	for _, figure := range m.judge.Figures() {
		if figure.Name == name {
			day, _ := figure.At(string(m.AssessmentDate)).(string)
			return report.Day(day)
		}
	}
	return ""
}
