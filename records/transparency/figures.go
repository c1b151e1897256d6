package transparency

import (
	"math/big"
	"slices"
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
			return s.At(0, 0)
		}
	}
	return r.Sheets[0].At(0, 0)
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
	var known, blank []*Entry
	for _, e := range r.Entries {
		if !match(e) {
			continue
		}
		f.Refs = append(f.Refs, e.Ref)
		switch e.State {
		case Unreadable:
			f.State = Unreadable
		case Blank:
			blank = append(blank, e)
		case Known:
			known = append(known, e)
		}
	}
	switch {
	case f.State == Unreadable || len(known) == 0:
		return f
	// The middle of two medians is not known, nor is that of all if one piece gives
	// none and has something to measure.
	case known[0].Kind != Count && (len(known) > 1 || slices.ContainsFunc(blank, r.busy)):
		f.State = Unreadable
		return f
	}
	// A blank in one piece means that the row does not apply to that piece, and
	// adds nothing.
	f.State, f.Value = Known, new(big.Rat)
	for _, e := range known {
		f.Value.Add(f.Value, e.Value)
	}
	return f
}

// busy reports whether the piece of a split part that a cell stands in counts
// anything.
func (r *Report) busy(cell *Entry) bool {
	return slices.ContainsFunc(r.Entries, func(e *Entry) bool {
		return e.Part == cell.Part && e.Surface == cell.Surface && e.Category == total && e.Keyword == "" &&
			e.Kind == Count && e.State == Known && e.Value.Sign() > 0
	})
}

// by returns the figures of a measure for every language or Member State, by
// code in lower or upper case as in the report. They are complete if all could
// be read and placed.
func (r *Report) by(part int, measure string) (figures map[string]Figure, complete bool) {
	figures, complete = map[string]Figure{}, !r.noted(part, "scope", "indicator", "unlabelled", "quotes", "template-columns")
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
	return figures, complete
}

// noted reports whether reading a part gave a note of one of the rules.
func (r *Report) noted(part int, rules ...string) bool {
	for _, s := range r.Sheets {
		if s.Part == part && slices.ContainsFunc(s.Notes, func(n Note) bool { return slices.Contains(rules, n.Rule) }) {
			return true
		}
	}
	return false
}

// doubtful reports whether something in a part was there and not understood, so
// that what seems to be missing may not be: also a part that may be one of the
// tables of which nobody knows what they are.
func (r *Report) doubtful(part int) bool {
	if !r.has(part) {
		return r.unread[part] || r.unread[0]
	}
	return r.unread[part] || r.noted(part, "category", "scope", "indicator", "unlabelled", "quotes", "template-columns", "repeated-row", "merged", "formula", "placeholder")
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
