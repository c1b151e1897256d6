package compare

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

func service(old, now *report.Report, options Options) Service {
	s := Service{Service: now.Service, Old: side(old), New: side(now), Unlike: unlike(old, now), Obligations: []Obligation{}}
	before, after := byID(old), byID(now)
	ids := make([]string, 0, len(after))
	for _, o := range now.Obligations {
		ids = append(ids, o.ID)
	}
	for _, o := range old.Obligations {
		if _, both := after[o.ID]; !both {
			ids = append(ids, o.ID)
		}
	}
	slices.SortStableFunc(ids, report.CompareIDs)
	bothFull := old.Detail.Includes(report.DetailFull) && now.Detail.Includes(report.DetailFull)
	for _, id := range ids {
		b, inOld := before[id]
		a, inNew := after[id]
		var o Obligation
		switch {
		case !inOld:
			o = single(a, nil, &a.Verdict, "judged in the new report only")
		case !inNew:
			o = single(b, &b.Verdict, nil, "judged in the old report only")
		default:
			o = both(b, a, bothFull, options)
		}
		s.Summary.Add(o)
		if o.Class != Unchanged {
			s.Obligations = append(s.Obligations, o)
		}
	}
	return s
}

func side(r *report.Report) Side {
	s := Side{File: r.File(), AssessmentDate: r.AssessmentDate, Summary: r.Summary}
	if r.Fine != nil && r.Fine.StatutoryCap != nil {
		limit := r.Fine.StatutoryCap.PerDecision
		if r.Fine.Currency != nil {
			limit = *r.Fine.Currency + " " + limit
		}
		s.CapPerDecision = &limit
	}
	return s
}

func single(o report.Obligation, old, now *report.Verdict, why string) Obligation {
	return Obligation{
		ID: o.ID, Article: o.Article, Title: o.Title, Class: Incomparable, Old: old, New: now, Why: why,
		Findings: []Finding{}, Answered: []string{}, Asked: []string{},
	}
}

func both(old, now report.Obligation, bothFull bool, options Options) Obligation {
	o := Obligation{
		ID: now.ID, Article: now.Article, Title: now.Title, Old: &old.Verdict, New: &now.Verdict,
		OldEnded: old.Ended, NewEnded: now.Ended, Findings: findings(old, now), Answered: []string{}, Asked: []string{},
	}
	if bothFull {
		o.Answered, o.Asked = waitsOnly(old, now), waitsOnly(now, old)
	}
	o.Class = classOf(o, old, now)
	o.Worse = worse(o, old, now, options)
	return o
}

// waitsOnly lists the facts that one obligation waits for and the other does not.
func waitsOnly(one, other report.Obligation) []string {
	list := []string{}
	for _, m := range one.Missing {
		if !slices.ContainsFunc(other.Missing, func(o report.Missing) bool { return o.Pointer == m.Pointer }) {
			list = append(list, m.Pointer)
		}
	}
	return list
}

// classOf says what became of an obligation. A breach that has ended is remembered and
// still one: that it ended is a change and no solution. What is undetermined as before
// is still open, whatever it waits for: one fact is waited for by many.
func classOf(o Obligation, old, now report.Obligation) Class {
	was, is := old.Verdict == report.Breach, now.Verdict == report.Breach
	same := !slices.ContainsFunc(o.Findings, func(f Finding) bool { return f.Class != StillOpen }) &&
		old.Ended == now.Ended && sameIfApplicable(old, now)
	switch {
	case is && !was:
		return New
	case was && !is && now.Verdict == report.Undetermined:
		return Changed // less is known than before: nothing is solved
	case was && !is:
		return Resolved
	case old.Verdict != now.Verdict || !same:
		return Changed
	case is || now.Verdict == report.Undetermined:
		return StillOpen
	}
	return Unchanged
}

// sameIfApplicable reports whether what would hold is the same, of an obligation that
// does not apply.
func sameIfApplicable(old, now report.Obligation) bool {
	if old.IfApplicable == nil || now.IfApplicable == nil {
		return old.IfApplicable == now.IfApplicable
	}
	return *old.IfApplicable == *now.IfApplicable
}

// worse reports whether an obligation stands worse than before: a finding runs that did
// not, and nobody has waived it.
func worse(o Obligation, old, now report.Obligation, options Options) bool {
	if options.Undetermined && now.Verdict == report.Undetermined && now.Waiver == nil &&
		(old.Verdict == report.Compliant || old.Verdict == report.NotApplicable) {
		return true
	}
	if now.Verdict != report.Breach {
		return false
	}
	if len(now.Findings) == 0 {
		return o.Class == New && !now.Waived()
	}
	return slices.ContainsFunc(o.Findings, func(f Finding) bool {
		runs := f.Class != Resolved && f.NewEndedOn == nil && !f.Waived
		return runs && (f.Class == New || f.OldEndedOn != nil)
	})
}
