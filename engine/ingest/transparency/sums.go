package transparency

import (
	"math/big"
	"strings"
)

// Figure is a number of the report with the cells that it stands in.
type Figure struct {
	// State is Known only if all cells are.
	State State
	Value *big.Rat
	Refs  []Ref
}

func (f Figure) known() bool { return f.State == Known }

// positive reports whether it is known to be more than nothing.
func (f Figure) positive() bool { return f.known() && f.Value.Sign() > 0 }

// whole reports whether it can be a count.
func (f Figure) whole() bool { return f.known() && f.Value.IsInt() && f.Value.Sign() >= 0 }

// plus adds figures up; the sum is known only if both are.
func (f Figure) plus(g Figure) Figure {
	sum := Figure{Refs: append(append([]Ref{}, f.Refs...), g.Refs...)}
	switch {
	case f.State == Unreadable || g.State == Unreadable:
		sum.State = Unreadable
	case f.known() && g.known():
		sum.State, sum.Value = Known, new(big.Rat).Add(f.Value, g.Value)
	}
	return sum
}

// has reports whether the report has a part at all.
func (r *Report) has(part int) bool {
	for _, s := range r.Sheets {
		if s.Part == part {
			return true
		}
	}
	return false
}

// where returns the place of a part, or of the report.
func (r *Report) where(part int) Ref {
	for _, s := range r.Sheets {
		if s.Part == part {
			return s.at(0, 0)
		}
	}
	return r.Sheets[0].at(0, 0)
}

// total returns the figure of a measure for the service as a whole: counts of
// the pieces of a split part add up, medians and shares do not.
func (r *Report) total(part int, measure, scope string) Figure {
	return r.figure(func(e *Entry) bool {
		return e.Part == part && e.Measure == measure && e.Category == total && e.Keyword == "" && e.Scope == scope
	})
}

func (r *Report) figure(match func(*Entry) bool) Figure {
	var f Figure
	known, kind := 0, Count
	for _, e := range r.Entries {
		if !match(e) {
			continue
		}
		f.Refs = append(f.Refs, e.Ref)
		kind = e.Kind
		switch {
		case e.State == Unreadable:
			f.State = Unreadable
		case e.State == Known && f.State != Unreadable:
			known++
			if f.Value == nil {
				f.Value = new(big.Rat)
			}
			f.Value.Add(f.Value, e.Value)
			f.State = Known
		}
	}
	// A blank in one piece means that the row does not apply to that piece, and
	// adds nothing; but the middle of two medians is not known.
	if f.State != Known || kind != Count && known > 1 {
		if f.State == Known {
			f.State = Unreadable
		}
		f.Value = nil
	}
	return f
}

// by returns the figures of a measure for every language or Member State, by
// code in lower or upper case as in the report.
func (r *Report) by(part int, measure string) (figures map[string]Figure, complete bool) {
	figures, complete = map[string]Figure{}, true
	for _, e := range r.Entries {
		if e.Part != part || e.Measure != measure || len(strings.TrimPrefix(e.Scope, "?")) != 2 {
			continue
		}
		if strings.HasPrefix(e.Scope, "?") {
			complete = false
			continue
		}
		if _, done := figures[e.Scope]; done {
			continue
		}
		figures[e.Scope] = r.total(part, measure, e.Scope)
	}
	for scope, f := range figures {
		switch f.State {
		case Unreadable:
			complete = false
		case Blank:
			delete(figures, scope)
		}
	}
	for _, s := range r.Sheets {
		for _, n := range s.notes {
			// A figure that cannot be given a place may belong to one that has none.
			if s.Part == part && (n.rule == "scope" || n.rule == "indicator") && !strings.Contains(n.Text, categoryPrefix) {
				complete = false
			}
		}
	}
	return figures, complete
}

// word returns a text of part 11.
func (r *Report) word(key string) *Word {
	var found *Word
	for _, w := range r.Words {
		if w.Part == partWords && w.Key == key && (found == nil || w.Given) {
			found = w
		}
	}
	return found
}
