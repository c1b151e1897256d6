package transparency

import (
	"fmt"
	"math/big"
	"strings"
)

// decide gives the cells of one column their numbers. What commas and points
// mean is decided once for the numbers of one kind; the decision is noted.
func (s *Sheet) decide(entries []*Entry) {
	groups := map[string][]*Entry{}
	var order []string
	columns := map[int]map[separators]bool{}
	for _, e := range entries {
		key := fmt.Sprint(e.Ref.Column, "/", e.Kind)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], e)
		if columns[e.Ref.Column] == nil {
			columns[e.Ref.Column] = map[separators]bool{}
		}
		if digits, _, _ := split(e.Text); !e.stored && e.Text != "" {
			_, means := evidence(digits, e.Kind)
			columns[e.Ref.Column][means] = true
		}
	}
	for _, key := range order {
		group := groups[key]
		s.decideGroup(group, columns[group[0].Ref.Column])
		if group[0].Kind == Share {
			s.scale(group)
		}
	}
}

func (s *Sheet) decideGroup(group []*Entry, column map[separators]bool) {
	column0 := group[0].Ref.Column
	seen := map[separators]bool{}
	var thousands, decimals, doubtful *Entry
	for _, e := range group {
		digits, _, _ := split(e.Text)
		if e.stored || e.Text == "" {
			continue
		}
		how, means := evidence(digits, e.Kind)
		seen[means] = true
		switch {
		case how == ambiguousComma || how == ambiguousPoint:
			doubtful = e
		case means == pointDecimal && strings.Contains(digits, ","):
			thousands = e
		case means == commaDecimal:
			decimals = e
		}
	}
	mixed := seen[pointDecimal] && seen[commaDecimal]
	if mixed {
		s.note(0, column0, "separators", false, fmt.Sprintf("commas are decimal marks in some cells and points in others (%s: %q); cells that can be read in two ways are left unknown", decimals.Ref.Cell(), decimals.Text))
	}
	decided := undecided
	switch {
	case mixed:
	case seen[commaDecimal]:
		decided = commaDecimal
		s.note(0, column0, "decimal-comma", true, fmt.Sprintf("in this column (%s) commas are decimal marks (%s: %q)", group[0].Kind, decimals.Ref.Cell(), decimals.Text))
	case seen[pointDecimal]:
		decided = pointDecimal
	}
	if thousands != nil {
		s.note(0, column0, "thousands", true, fmt.Sprintf("in this column (%s) commas separate thousands (%s: %q)", group[0].Kind, thousands.Ref.Cell(), thousands.Text))
	} else if doubtful != nil && decided == undecided && !mixed && group[0].Kind == Count && strings.Contains(doubtful.Text, ",") {
		// Three digits after every comma in a column of whole numbers.
		decided = pointDecimal
		s.note(0, column0, "thousands", true, fmt.Sprintf("in this column (%s) commas separate thousands, since three digits follow each (%s: %q)", group[0].Kind, doubtful.Ref.Cell(), doubtful.Text))
	} else if doubtful != nil && decided == undecided && !mixed && column[commaDecimal] && !column[pointDecimal] && strings.Contains(doubtful.Text, ".") {
		decided = commaDecimal
		s.note(0, column0, "decimal-comma", true, fmt.Sprintf("in this column (%s) points separate thousands, since commas are decimal marks in other rows (%s: %q)", group[0].Kind, doubtful.Ref.Cell(), doubtful.Text))
	}
	for _, e := range group {
		s.value(e, decided)
	}
}

// placeholders that the template has in cells for numbers, and words for
// nothing. Neither is a number, and neither is zero.
func placeholder(part int, text string) bool {
	switch label(text) {
	case "[...]", "[…]", "…", "...", "value", "number", "text", "free text", "xx", "tbd", "tbc":
		return true
	}
	return strings.Contains(text, "[...]") || strings.Contains(text, "[…]") || template[part].Placeholders.position(text) >= 0
}

func nothing(text string) bool {
	switch strings.Trim(label(text), ". ") {
	case "n/a", "na", "n a", "n.a", "not applicable", "not available", "none", "-", "--", "/", "nil", "null", "k.a", "s/o", "s.o":
		return true
	}
	return text != "" && strings.Trim(text, "-–— ") == ""
}

func (s *Sheet) value(e *Entry, decided separators) {
	warn := func(rule, why string) {
		e.State = Unreadable
		s.note(e.Ref.Row, e.Ref.Column, rule, false, fmt.Sprintf("%q %s; it is left unknown", e.Text, why))
	}
	switch {
	case e.Text == "":
		return
	case placeholder(e.Part, e.Text):
		warn("placeholder", "is a placeholder of the template")
		return
	case nothing(e.Text):
		warn("not-a-number", "says that there is no number, for which a cell is left blank")
		return
	}
	digits, unit, negative := split(e.Text)
	how, means := evidence(digits, e.Kind)
	if e.stored {
		how, means = certain, pointDecimal
	}
	switch {
	case how == notANumber && rangeLike(digits):
		warn("range", "is a range or a bound and no number")
		return
	case how == notANumber:
		warn("not-a-number", "is no number")
		return
	case how == certain:
		if means != undecided {
			decided = means
		}
	case decided == undecided:
		warn("ambiguous", "can be read in two ways, and nothing in the column decides")
		return
	}
	value, ok := valueOf(digits, decided)
	if !ok {
		warn("ambiguous", "does not fit the other numbers of the column")
		return
	}
	factor := factorOf(unit, e.Kind)
	if factor == nil {
		warn("unit", fmt.Sprintf("has a unit that does not fit %s", e.Kind))
		return
	}
	if unit != "" {
		s.note(e.Ref.Row, e.Ref.Column, "unit", true, fmt.Sprintf("%q has a unit in the cell; read as %s", e.Text, decimal(new(big.Rat).Mul(value, factor))))
	}
	value.Mul(value, factor)
	if negative {
		value.Neg(value)
	}
	e.State, e.Value = Known, value
}

func rangeLike(text string) bool {
	return strings.ContainsAny(text, "<>≤≥~≈") || strings.Contains(text, "-") || strings.Contains(text, "–") || strings.Contains(label(text), " to ")
}

var (
	one     = big.NewRat(1, 1)
	hundred = big.NewRat(100, 1)
)

// scale finds columns of percentages, which are to be shares. Where some are
// above 1, the others are percentages too; a value between 0 and 1 is then
// either, and stays unknown.
func (s *Sheet) scale(group []*Entry) {
	var above *Entry
	for _, e := range group {
		if _, unit, _ := split(e.Text); unit == "" && e.State == Known && e.Value.Cmp(one) > 0 && e.Value.Cmp(hundred) <= 0 {
			above = e
		}
	}
	if above == nil {
		return
	}
	s.note(0, above.Ref.Column, "percentages", true, fmt.Sprintf("shares are given in percent and not between 0 and 1 (%s: %q)", above.Ref.Cell(), above.Text))
	for _, e := range group {
		if _, unit, _ := split(e.Text); unit != "" || e.State != Known || e.Value.Cmp(hundred) > 0 || e.Value.Sign() <= 0 {
			continue
		}
		if e.Value.Cmp(one) <= 0 {
			e.State = Unreadable
			s.note(e.Ref.Row, e.Ref.Column, "ambiguous", false, fmt.Sprintf("%q can be a share or a percentage, since others in the column are percentages; it is left unknown", e.Text))
			continue
		}
		e.Value.Quo(e.Value, hundred)
	}
}
