package policy

import (
	"context"
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Outlook tells how an obligation stands on each day of a stretch of time, if the
// facts stay as they are and only the day changes. Days that a rule counts come out
// of the rule in this way and are counted nowhere else.
type Outlook struct {
	Obligation *Obligation
	// Stretches follow one another without a gap; within one nothing changes.
	Stretches []Stretch
}

// Stretch is a number of days on which an obligation stands the same.
type Stretch struct {
	From, Until report.Day // the first and the last day
	Applies     Certainty
	// Reasons say why the obligation does not apply.
	Reasons []report.Reason
	// AppliesFrom is the first day of the obligation; empty where that is not known.
	AppliesFrom report.Day
	// Findings are those that are not ruled out; given only where something about the
	// obligation can come late.
	Findings []Foreseen
}

// Foreseen is a finding that holds, or may.
type Foreseen struct {
	Code  string
	Item  int // index of the element that is meant; -1 if none
	Holds Certainty
}

// Certainty is an answer that missing facts may leave open.
type Certainty string

// The answers.
const (
	No      Certainty = "no"
	Perhaps Certainty = "perhaps"
	Yes     Certainty = "yes"
)

var certainties = map[answer]Certainty{no: No, unknown: Perhaps, yes: Yes}

// Holds tells whether a finding holds on the days of the stretch.
func (s Stretch) Holds(code string, item int) Certainty {
	for _, f := range s.Findings {
		if f.Code == code && f.Item == item {
			return f.Holds
		}
	}
	return No
}

func (s Stretch) sameAs(other Stretch) bool {
	return s.Applies == other.Applies && s.AppliesFrom == other.AppliesFrom &&
		slices.Equal(s.Reasons, other.Reasons) && slices.Equal(s.Findings, other.Findings)
}

// Timed reports whether the finding compares something with the assessment date, as
// what has a last day does. That the obligation begins or ends does not count.
func (f *FindingRule) Timed() bool { return f.timed }

// deadlines reports whether something about the obligation can come late.
func (o *Obligation) deadlines() bool {
	return slices.ContainsFunc(o.Findings, func(f FindingRule) bool { return f.timed || f.EndedOn != "" })
}

// Outlook judges a document on each day from the first to the last. It is safe for
// concurrent use. The errors are those of [Set.Judge], and one for days that are
// none or in the wrong order.
func (s *Set) Outlook(ctx context.Context, f *facts.Facts, obligations []*Obligation, from, until report.Day) ([]Outlook, error) {
	if !from.Valid() || !until.Valid() || until.Before(from) {
		return nil, fmt.Errorf("no day lies between %s and %s", from, until)
	}
	outlooks := make([]Outlook, len(obligations))
	for i, o := range obligations {
		outlooks[i].Obligation = o
	}
	for day := from; !day.After(until); day = day.AddDays(1) {
		dated, err := f.WithAssessmentDate(day)
		if err != nil {
			return nil, err
		}
		if err := s.outlookOn(ctx, dated, outlooks); err != nil {
			return nil, err
		}
	}
	return outlooks, nil
}

// outlookOn adds a day to each of the outlooks.
func (s *Set) outlookOn(ctx context.Context, f *facts.Facts, outlooks []Outlook) error {
	j, err := s.unbegun(f, report.DetailVerdicts)
	if err != nil {
		return err
	}
	// Many questions have the same answer on all days.
	j.remembered = j.remember(nil)
	defer j.remembered.keep()
	j.begin()
	defer j.close()
	for i := range outlooks {
		if err := ctx.Err(); err != nil {
			return err
		}
		o := outlooks[i].Obligation
		ask := j.applying
		if o.deadlines() {
			ask = j.standing
		}
		stands, err := ask(ctx, o)
		if err != nil {
			return Defects{defectIn(o.file, "%s: %v", o.ID, err)}
		}
		outlooks[i].add(stretchOf(f.AssessmentDate(), stands))
	}
	return nil
}

func stretchOf(day report.Day, s standing) Stretch {
	one := Stretch{From: day, Until: day, Applies: certainties[s.applies], AppliesFrom: s.scope.day()}
	if s.applies == no {
		one.Reasons = s.reasons
	}
	for _, f := range s.breached.findings {
		if f.answer != no {
			one.Findings = append(one.Findings, Foreseen{Code: f.code, Item: f.item, Holds: certainties[f.answer]})
		}
	}
	return one
}

// add joins a day to the last stretch, or begins another.
func (o *Outlook) add(day Stretch) {
	if last := len(o.Stretches) - 1; last >= 0 && o.Stretches[last].sameAs(day) {
		o.Stretches[last].Until = day.Until
		return
	}
	o.Stretches = append(o.Stretches, day)
}
