package compare

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// findings compares the findings of two breaches. One that only tells what would hold
// if the obligation applied is none yet.
func findings(old, now report.Obligation) []Finding {
	list := []Finding{}
	before := breachOf(old)
	for _, f := range breachOf(now) {
		changed := findingOf(New, now, f)
		changed.NewEndedOn = f.EndedOn
		at := slices.IndexFunc(before, func(b report.Finding) bool { return sameFinding(b, f) })
		if at < 0 {
			changed.Evidence = evidence(nil, f.Evidence)
			list = append(list, changed)
			continue
		}
		b := before[at]
		before = slices.Delete(before, at, at+1)
		changed.Evidence, changed.OldEndedOn = evidence(b.Evidence, f.Evidence), b.EndedOn
		changed.Class = StillOpen
		if len(changed.Evidence) > 0 || b.Ended() != f.Ended() || b.Basis != f.Basis || changed.Waived != (old.WaiverOf(b) != nil) {
			changed.Class = Changed
		}
		list = append(list, changed)
	}
	for _, b := range before {
		gone := findingOf(Resolved, old, b)
		gone.Evidence, gone.OldEndedOn = evidence(b.Evidence, nil), b.EndedOn
		list = append(list, gone)
	}
	return list
}

func findingOf(class Class, o report.Obligation, f report.Finding) Finding {
	return Finding{
		Class: class, Code: f.Code, Message: f.Message, Item: f.Item, Basis: f.Basis, Alternative: f.Alternative, Waived: o.WaiverOf(f) != nil,
	}
}

func breachOf(o report.Obligation) []report.Finding {
	if o.Verdict != report.Breach {
		return nil
	}
	return slices.Clone(o.Findings)
}

func sameFinding(a, b report.Finding) bool {
	return a.Code == b.Code && (a.Item == nil) == (b.Item == nil) && (a.Item == nil || *a.Item == *b.Item)
}

// evidence lists the facts that are not as they were. Where a fact stands in its file
// is no part of it.
func evidence(old, now []report.Evidence) []Evidence {
	list := []Evidence{}
	for _, e := range now {
		if before := factOf(old, e.Pointer); before == nil || !sameFact(*before, *factOf(now, e.Pointer)) {
			list = append(list, Evidence{Pointer: e.Pointer, Old: before, New: factOf(now, e.Pointer)})
		}
	}
	for _, e := range old {
		if factOf(now, e.Pointer) == nil {
			list = append(list, Evidence{Pointer: e.Pointer, Old: factOf(old, e.Pointer)})
		}
	}
	return list
}

// factOf returns a fact of evidence, nil if it is not there.
func factOf(in []report.Evidence, pointer string) *Fact {
	for _, e := range in {
		if e.Pointer == pointer {
			return &Fact{Value: e.Value, Status: e.Status, Line: e.Line, Column: e.Column}
		}
	}
	return nil
}

func sameFact(a, b Fact) bool { return sameValue(a.Value, b.Value) && a.Status == b.Status }

// sameValue compares values as JSON writes them: of a saved report they have other
// types in Go than of one just made.
func sameValue(a, b any) bool {
	one, err := json.Marshal(a)
	other, err2 := json.Marshal(b)
	return err == nil && err2 == nil && bytes.Equal(one, other)
}
