package transparency

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// valueColumn is the column of the values in parts 7 to 10.
const valueColumn = 6

// firstMeasure is the first column of numbers in parts 3 to 6; part 3 has one
// for the Member State before it.
func (s *Sheet) firstMeasure() int {
	if s.Part == partOrders {
		return 6
	}
	return 5
}

// table reads parts 3 to 6: a row per category, a column per measure.
func (r *Report) table(s *Sheet) {
	parent := ""
	if s.Part == partOrders {
		s.fillScopes()
	}
	for _, row := range s.Rows {
		if !r.line(s, row, 3) {
			continue
		}
		scope := total
		if s.Part == partOrders {
			scope = s.state(row, s.column(5))
			if scope == "" {
				if parent = ""; s.counts(row) {
					s.unreadStates++
				}
				continue
			}
		}
		category, keyword, ok := s.category(row, parent)
		parent = category
		if category == total {
			parent = ""
		}
		if !ok {
			if s.counts(row) {
				s.unreadCategories++
			}
			continue
		}
		r.applicability(s, row, "", scope)
		e := Entry{Scope: scope, Category: category, Keyword: keyword}
		if text := row.Text(s.column(4)); text != "" && placeholder(s.Part, text) {
			rule := "placeholder-unused"
			if s.counts(row) {
				rule = "placeholder-text"
			}
			r.once(rule, s.At(row.Number, s.column(4)+1), text, false, "%q is a placeholder of the template", text)
		}
		for i, m := range measures[s.Part] {
			e := e
			e.Measure, e.Kind = m.key, m.kind
			r.entry(s, row, s.column(s.firstMeasure()+i), e)
		}
		s.remarksOf(row)
	}
}

// fillScopes gives rows of part 3 the Member State of the rows above where only
// the first of a block names it, as merged cells are exported. Before any scope
// is named, the rows are about all States.
func (s *Sheet) fillScopes() {
	column, scope := s.column(5), ""
	if column < 0 {
		return
	}
	filled, first := 0, 0
	for i := range s.Rows {
		row := &s.Rows[i]
		if text := row.Text(column); text != "" {
			scope = text
			continue
		}
		if scope == "" || row.Text(s.column(3)) == "" || s.headerAgain(*row) {
			continue
		}
		row.Cells = withText(row.Cells, column, scope)
		if filled++; filled == 1 {
			first = row.Number
		}
	}
	if filled > 0 {
		s.Note(first, column+1, "header-blank", true, fmt.Sprintf("rows without a scope were given that of the rows above, as merged cells are exported: %d", filled))
	}
}

// counts reports whether a row has a number that is not zero, or what may be one.
func (s *Sheet) counts(row Row) bool {
	for p := s.firstMeasure(); p < len(s.Columns); p++ {
		if text := row.Text(s.column(p)); text != "" && strings.Trim(text, "0.,") != "" {
			return true
		}
	}
	return false
}

// category reads the code of a row. Sub-categories without one of their own,
// such as "other", belong to the category above them, the parent.
func (s *Sheet) category(row Row, parent string) (category, keyword string, ok bool) {
	text := row.Text(s.column(3))
	code := strings.ToUpper(strings.Join(strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }), "_"))
	note := func(why string) {
		s.Note(row.Number, s.column(3)+1, "category", false, fmt.Sprintf("%q %s", shorten(text), why))
	}
	if named := codeOf(code); named != "" && named != code {
		s.Note(row.Number, s.column(3)+1, "category-name", true, fmt.Sprintf("%q is read as %s; the template has codes", shorten(text), named))
		code = named
	}
	switch {
	case isTotal(text):
		return total, "", true
	case strings.HasPrefix(code, categoryPrefix):
		if !isCategory(code) {
			note("is no category of the template")
		}
		return code, "", true
	case strings.HasPrefix(code, keywordPrefix):
		known := categoryOf[code]
		switch {
		case known != "" && parent != "" && parent != known:
			note(fmt.Sprintf("stands below %s and belongs to %s", parent, known))
			return known, code, true
		case known != "":
			return known, code, true
		case parent == "":
			note("stands below no category; the row was not read")
			return "", "", false
		case !strings.HasPrefix(code, keywordOther):
			note("is no sub-category of the template")
		}
		return parent, code, true
	case placeholder(s.Part, text):
		s.Note(row.Number, s.column(3)+1, s.placeholderRule(row), false, fmt.Sprintf("%q is a placeholder of the template; the row was not read", text))
		return parent, "", false
	}
	note("is no category of the template; the row was not read")
	return parent, "", false
}

// totals is the word for the total in the languages of the Union.
var totals = strings.Split("total|totale|totaal|totalt|i alt|insgesamt|gesamt|gesamtzahl|summe|totalsumme|yhteensä|kokku|kopā|iš viso|ogółem|razem|łącznie|"+
	"grand total|overall total|total overall|gesamtsumme|celkem|celkom|spolu|összesen|ukupno|skupaj|общо|σύνολο|συνολο|iomlán|totali|total general|ensemble", "|")

func isTotal(text string) bool { return slices.Contains(totals, withoutPointer(label(text))) }
