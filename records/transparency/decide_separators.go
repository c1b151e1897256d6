package transparency

import (
	"fmt"
	"slices"
	"strings"
)

// decide gives the cells of a table their numbers. What commas and points mean
// is decided once for the numbers of one kind in a column; where nothing there
// decides, the rest of the column and then the table is asked. Decisions are
// noted.
func (s *Sheet) decide(entries []*Entry) {
	groups := map[string][]*Entry{}
	var order []string
	columns := map[int]evidences{}
	table := evidences{}
	for _, e := range entries {
		key := fmt.Sprint(e.Ref.Column, "/", e.Kind)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], e)
		if !e.undecided() {
			continue
		}
		digits, _, _ := split(e.Text)
		if how, means := evidence(digits); how == certain && means != undecided {
			if columns[e.Ref.Column] == nil {
				columns[e.Ref.Column] = evidences{}
			}
			columns[e.Ref.Column][means], table[means] = true, true
		}
	}
	for _, key := range order {
		group := groups[key]
		s.decideGroup(group, columns[group[0].Ref.Column], table)
		if group[0].Kind == Share {
			s.scale(group)
		}
	}
}

// evidences are the meanings that were seen.
type evidences map[separators]bool

// only reports whether one meaning was seen and the other was not.
func (e evidences) only(means separators) bool {
	other := pointDecimal
	if means == pointDecimal {
		other = commaDecimal
	}
	return e[means] && !e[other]
}

// undecided reports whether commas and points of a cell need a meaning: a number
// that a workbook stores has a point.
func (e *Entry) undecided() bool { return e.Text != "" && !e.stored && e.State != Unreadable }

func (s *Sheet) decideGroup(group []*Entry, column, table evidences) {
	seen := evidences{}
	var doubtful []*Entry
	for _, e := range group {
		if !e.undecided() {
			continue
		}
		digits, _, _ := split(e.Text)
		switch how, means := evidence(digits); how {
		case certain:
			seen[means] = true
		case ambiguousComma, ambiguousPoint:
			doubtful = append(doubtful, e)
		}
	}
	decided := undecided
	switch {
	case seen[pointDecimal] && seen[commaDecimal]:
		s.Note(0, group[0].Ref.Column, "separators", false, "commas are decimal marks in some cells and points in others; cells that can be read in two ways are left unknown")
	case seen[commaDecimal]:
		decided = commaDecimal
	case seen[pointDecimal]:
		decided = pointDecimal
	case len(doubtful) > 0:
		decided = byOthers(doubtful, group[0].Kind, column, table)
	}
	for _, e := range group {
		s.value(e, decided)
	}
	s.explain(group, decided)
}

// byOthers decides about 1,234 and 1.234 where no number of the kind in the
// column can be read in one way only.
func byOthers(doubtful []*Entry, kind Kind, column, table evidences) separators {
	comma := slices.ContainsFunc(doubtful, func(e *Entry) bool { return strings.Contains(e.Text, ",") })
	point := slices.ContainsFunc(doubtful, func(e *Entry) bool { return strings.Contains(e.Text, ".") })
	switch {
	case comma && point:
		return undecided
	case comma && kind == Count:
		// Three digits after every comma in a column of whole numbers.
		return pointDecimal
	case comma:
		return undecided
	case kind == Count && (column.only(commaDecimal) || len(column) == 0 && table.only(commaDecimal)):
		return commaDecimal
	case kind == Count, column[commaDecimal], table.only(commaDecimal):
		return undecided
	}
	// A point is the prescribed decimal mark.
	return pointDecimal
}

// explain notes what marks were taken to mean, each with an example.
func (s *Sheet) explain(group []*Entry, decided separators) {
	said := map[string]bool{}
	say := func(rule, what string, e *Entry) {
		if !said[what] {
			said[what] = true
			s.Note(0, e.Ref.Column, rule, true, fmt.Sprintf("in this column (%s) %s (%s: %q)", e.Kind, what, e.Ref.Cell(), e.Text))
		}
	}
	for _, e := range group {
		if e.State != Known || e.stored {
			continue
		}
		digits, _, _ := split(e.Text)
		means := decided
		if how, own := evidence(digits); how == certain && own != undecided {
			means = own
		}
		if spaced.MatchString(digits) {
			say("thousands", "blanks or apostrophes separate thousands", e)
		}
		switch {
		case means == commaDecimal && strings.Contains(digits, ","):
			say("decimal-comma", "commas are decimal marks", e)
		case strings.Contains(digits, ","):
			say("thousands", "commas separate thousands", e)
		}
		if means == commaDecimal && strings.Contains(digits, ".") {
			say("thousands", "points separate thousands", e)
		}
	}
}

// placeholders that the template has in cells for numbers, and words for
// nothing. Neither is a number, and neither is zero.
func placeholder(part int, text string) bool {
	switch label(text) {
	case "[...]", "[…]", "…", "...", "value", "number", "text", "free text", "xx", "tbd", "tbc":
		return true
	}
	return strings.Contains(text, "[...]") || strings.Contains(text, "[…]") || template()[part].Placeholders.position(text) >= 0
}

// nothings are words for nothing in languages of the Union, without points.
var nothings = strings.Split("n/a|na|n a|not applicable|not available|none|-|--|/|nil|null|not given|no data|"+
	"ka|k a|keine|keine angabe|keine angaben|entfällt|nicht zutreffend|nicht anwendbar|s/o|so|sans objet|néant|aucun|aucune|non applicable|non disponible|"+
	"nd|n/d|nie dotyczy|brak|brak danych|ninguno|ninguna|no aplica|no disponible|nessuno|nessuna|non disponibile|nvt|geen|niet van toepassing|"+
	"ej tillämpligt|ingen|inga|δ/υ|δυ|καμία|κανένα|δεν υπάρχει|neuvedeno|nelze použít|není|não aplicável", "|")

func nothing(text string) bool {
	return text != "" && (strings.Trim(text, "-–— .") == "" || slices.Contains(nothings, label(strings.ReplaceAll(text, ".", ""))))
}

func (s *Sheet) value(e *Entry, decided separators) {
	warn := func(rule, why string) {
		e.State = Unreadable
		s.Note(e.Ref.Row, e.Ref.Column, rule, false, fmt.Sprintf("%q %s; it is left unknown", shorten(e.Text), why))
	}
	switch {
	case e.Text == "" || e.State == Unreadable:
		return
	case strings.HasPrefix(e.Text, "="):
		e.State = Unreadable // which was noted with the formula
		return
	case placeholder(e.Part, e.Text):
		warn("placeholder", "is a placeholder of the template")
		return
	case nothing(e.Text):
		warn("not-blank", "says that there is no number, for which a cell is left blank")
		return
	}
	if hours, ok := duration(withoutMarks(asciiDigits(e.Text))); ok && e.Kind == Hours {
		s.Note(e.Ref.Row, e.Ref.Column, "duration", true, fmt.Sprintf("%q is read as %s hours", e.Text, decimal(hours)))
		e.State, e.Value = Known, hours
		return
	}
	digits, unit, negative := split(e.Text)
	how, means := evidence(digits)
	if e.stored && how != notANumber {
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
		warn("ambiguous", "can be read in two ways, and nothing in the table decides")
		return
	}
	value, ok := valueOf(digits, decided)
	if !ok {
		warn("ambiguous", "does not fit the other numbers of the column")
		return
	}
	if said, other := s.unitSaid(e); other && unit == "" && value.Sign() != 0 {
		warn("remark-unit", fmt.Sprintf("is in another unit by the words %q in %s", shorten(said.text), said.at.Cell()))
		return
	}
	if e.Kind == Count && !e.stored && rounded(digits) {
		warn("rounded", "has fewer digits than the number, which a spreadsheet has rounded")
		return
	}
	factor := factorOf(unit, e.Kind)
	if factor == nil {
		warn("unit", fmt.Sprintf("has a unit that does not fit %s", e.Kind))
		return
	}
	value.Mul(value, factor)
	if negative {
		value.Neg(value)
	}
	if unit != "" {
		s.Note(e.Ref.Row, e.Ref.Column, "unit", true, fmt.Sprintf("%q has a unit in the cell; read as %s", e.Text, decimal(value)))
	}
	if plain := asciiDigits(e.Text); plain != e.Text {
		s.Note(e.Ref.Row, e.Ref.Column, "digits", true, fmt.Sprintf("%q has digits of another script; read as %s", e.Text, decimal(value)))
	}
	if strings.ContainsAny(e.Text, footmarks) {
		s.Note(e.Ref.Row, e.Ref.Column, "footnote", false, fmt.Sprintf("%q points to a note, which may change what it says; read as %s", e.Text, decimal(value)))
	}
	e.State, e.Value = Known, value
}

func rangeLike(text string) bool {
	return strings.ContainsAny(text, "<>≤≥~≈") || strings.Contains(text, "-") || strings.Contains(text, "–") || strings.Contains(label(text), " to ")
}
