package transparency

import (
	"fmt"
	"math/big"
	"slices"
)

var (
	one     = big.NewRat(1, 1)
	hundred = big.NewRat(100, 1)
)

// scale finds columns of percentages, which are to be shares. If most of the
// shares are above 1, they are percentages; if few are, those few are wrong.
func (s *Sheet) scale(group []*Entry) {
	var above, below []*Entry
	for _, e := range group {
		if _, unit, _ := split(e.Text); unit != "" || e.State != Known || e.Value.Sign() <= 0 {
			continue
		}
		if e.Value.Cmp(one) > 0 {
			above = append(above, e)
		} else {
			below = append(below, e)
		}
	}
	switch {
	case len(above) == 0:
	case len(below) > len(above) || len(below) == 0 && !percentages(above):
		for _, e := range above {
			s.unknownShare(e, "share-range", "is not between 0 and 1")
		}
	default:
		s.percent(above, below)
	}
}

// percentages reports whether shares above 1 can be percentages on their own:
// 1.02 would be a strange one.
func percentages(above []*Entry) bool {
	return slices.ContainsFunc(above, func(e *Entry) bool { return e.Value.Cmp(big.NewRat(2, 1)) > 0 })
}

func (s *Sheet) percent(above, below []*Entry) {
	s.Note(0, above[0].Ref.Column, "percentages", true, fmt.Sprintf("shares are given in percent and not between 0 and 1 (%s: %q)", above[0].Ref.Cell(), above[0].Text))
	for _, e := range below {
		// The same figure as a percentage elsewhere shows that this is the share.
		percentage := new(big.Rat).Mul(e.Value, hundred)
		if !slices.ContainsFunc(above, func(x *Entry) bool { return x.Value.Cmp(percentage) == 0 }) {
			s.unknownShare(e, "ambiguous", "can be a share or a percentage, since others in the column are percentages")
		}
	}
	for _, e := range above {
		if e.Value.Cmp(hundred) > 0 {
			s.unknownShare(e, "share-range", "is more than 100 %")
			continue
		}
		e.Value.Quo(e.Value, hundred)
	}
}

func (s *Sheet) unknownShare(e *Entry, rule, why string) {
	e.State, e.Value = Unreadable, nil
	s.Note(e.Ref.Row, e.Ref.Column, rule, false, fmt.Sprintf("%q %s; it is left unknown", e.Text, why))
}
