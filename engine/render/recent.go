package render

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// recent is what was made of an obligation last, the latest first. Many services have the
// same, and to make it anew is most of the work.
type recent[T any] struct {
	made  []*made[T]
	other T // of what no other report has
}

type made[T any] struct {
	of report.Obligation
	it T
}

// maxRecent is how much is kept of an obligation, of one to five kilobytes each.
const maxRecent = 16

// of returns what was made of an obligation that is certainly the same or, and then fresh
// is set, something whose memory is for what is made of it.
func (c *recent[T]) of(o *report.Obligation) (it *T, fresh bool) {
	if inPlace(o) {
		return &c.other, true
	}
	at := slices.IndexFunc(c.made, func(m *made[T]) bool { return same(&m.of, o) })
	if fresh = at < 0; fresh {
		if at = maxRecent - 1; len(c.made) < maxRecent {
			at = len(c.made)
			c.made = append(c.made, new(made[T]))
		}
		c.made[at].of = *o
	}
	m := c.made[at]
	copy(c.made[1:at+1], c.made[:at])
	c.made[0] = m
	return &m.it, fresh
}

// inPlace reports whether an obligation says something of places in the facts, which is
// another in each report.
func inPlace(o *report.Obligation) bool {
	return len(o.Findings)+len(o.SpeaksAgainst) > 0 || o.AuditConclusion != nil
}

// same reports whether two obligations certainly say the same, which costs little to see
// where they share their lists, as those do that were judged on the same facts.
func same(a, b *report.Obligation) bool {
	// What differs most often comes first.
	return a.JudgedFacts == b.JudgedFacts && a.Verdict == b.Verdict && a.Basis == b.Basis && a.Ended == b.Ended &&
		slices.Equal(a.Reasons, b.Reasons) && slices.Equal(a.Possible, b.Possible) && sameList(a.Open, b.Open) && sameList(a.Missing, b.Missing) &&
		!inPlace(a) && !inPlace(b) &&
		a.ID == b.ID && a.Article == b.Article && a.Title == b.Title && a.Origin == b.Origin && a.Description == b.Description &&
		a.Kind == b.Kind && a.Addressee == b.Addressee && a.Remediation == b.Remediation &&
		sameValue(a.AppliesFrom, b.AppliesFrom) && sameValue(a.IfApplicable, b.IfApplicable) && a.Waiver == b.Waiver &&
		sameList(a.Parameters, b.Parameters) && sameList(a.Readings, b.Readings) &&
		sameList(a.Penalty, b.Penalty) && sameList(a.PartOf, b.PartOf) && sameList(a.Links, b.Links)
}

func sameValue[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }

// sameList reports whether two lists are one in memory; lists of reports never change.
func sameList[T any](a, b []T) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }
