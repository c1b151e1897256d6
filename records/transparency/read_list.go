package transparency

import (
	"fmt"
	"slices"
)

// list reads parts 7 to 10: one value a row.
func (r *Report) list(s *Sheet) {
	s.fillDown()
	rows := slices.DeleteFunc(slices.Clone(s.Rows), func(row Row) bool { return !r.line(s, row, 4, 5) })
	indicatorOf := s.keys(rows, s.column(4), template()[s.Part].Indicators, indicators[s.Part], "indicator", nil)
	scopeOf := s.keys(rows, s.column(5), template()[s.Part].Scopes, scopes[s.Part], "scope", s.placeOf(rows))
	for i, row := range rows {
		indicator, scope := indicatorOf[i], scopeOf[i]
		if indicator == "" || scope == "" {
			continue
		}
		r.applicability(s, row, indicator, scope)
		e := Entry{Measure: indicator, Scope: scope, Category: total, Kind: kindOfRow(s.Part, indicator, scope)}
		// Some report each of their systems in a section of its own.
		if section := row.Text(s.column(3)); s.Part == partAutomated && label(section) != label(rows[0].Text(s.column(3))) {
			e.Surface = section
		}
		r.entry(s, row, s.column(valueColumn), e)
		s.remarksOf(row)
	}
}

// fillDown gives rows that name a scope alone the labels of the row above:
// merged cells are exported with all but the first one blank. A scope that the
// indicator above had already is of another one, which nobody can tell.
func (s *Sheet) fillDown() {
	if s.column(4) < 0 || s.column(5) < 0 {
		return
	}
	var above Row
	seen := map[string]bool{}
	filled, first := 0, 0
	for i := range s.Rows {
		row := &s.Rows[i]
		scope := label(row.Text(s.column(5)))
		if row.Text(s.column(4)) != "" {
			if row.Text(s.column(4)) != above.Text(s.column(4)) {
				seen = map[string]bool{}
			}
			above = *row
			seen[scope] = true
			continue
		}
		if scope == "" || seen[scope] || above.Number == 0 {
			continue
		}
		seen[scope] = true
		for p := range 5 {
			if c := s.column(p); c >= 0 && row.Text(c) == "" && c < len(above.Cells) {
				row.Cells = withText(row.Cells, c, above.Cells[c].Text)
			}
		}
		if filled++; filled == 1 {
			first = row.Number
		}
	}
	if filled > 0 {
		s.Note(first, s.column(4)+1, "header-blank", true, fmt.Sprintf("rows without labels were given those of the rows above, as merged cells are exported: %d", filled))
	}
}

// withText returns cells with a text in a column; those of a table are not touched.
func withText(cells []Cell, column int, text string) []Cell {
	cells = slices.Clone(cells)
	for len(cells) <= column {
		cells = append(cells, Cell{})
	}
	cells[column] = Cell{Text: text}
	return cells
}

// keys gives the labels of a column their meaning. Labels of a language that is
// not known are told by the order in which they first occur, if there are as
// many as in the template.
func (s *Sheet) keys(rows []Row, column int, known dictionary, keys []string, what string, other func(Row, int) (string, bool)) []string {
	result := make([]string, len(rows))
	var unknown []string
	open, read := map[int]string{}, map[string]bool{}
	for i, row := range rows {
		text := row.Text(column)
		if other != nil {
			if key, ok := other(row, column); ok {
				result[i] = key
				continue
			}
		}
		if p := known.position(text); p >= 0 {
			result[i] = keys[p]
			if !read[text] {
				read[text] = true
				s.repaired(row.Number, column+1, text, known, "misspelt")
			}
			continue
		}
		if what == "scope" && isTotal(text) {
			result[i] = total
			continue
		}
		open[i] = label(text)
		if !slices.Contains(unknown, label(text)) {
			unknown = append(unknown, label(text))
		}
	}
	// An order tells something only where the language of the table is not known;
	// else labels that are not known are others.
	inOrder := s.byOrder && len(unknown) == len(keys)
	if inOrder {
		s.Note(0, column+1, "", true, fmt.Sprintf("the %ss are in a language that is not known here; they were taken in the order of the template", what))
	}
	said := map[string]bool{}
	for i, row := range rows {
		text, isOpen := open[i]
		if !isOpen {
			continue
		}
		if inOrder {
			result[i] = keys[slices.Index(unknown, text)]
			continue
		}
		if !said[text] {
			rule := what
			if placeholder(s.Part, row.Text(column)) {
				rule = s.placeholderRule(row)
			}
			hint := ""
			if what == "scope" && s.Part == partRecipients && rule == what {
				hint = s.meant(row.Text(column), column)
			}
			s.Note(row.Number, column+1, rule, false, fmt.Sprintf("the %s %q is not one of the template; its rows were not read%s", what, shorten(row.Text(column)), hint))
			said[text] = true
		}
	}
	return result
}

// words reads parts 1 and 11.
func (r *Report) words(s *Sheet) {
	column, value := 2, 3
	if s.Part == partWords {
		column, value = 3, 4
	}
	rows := slices.DeleteFunc(slices.Clone(s.Rows), func(row Row) bool { return !r.line(s, row, column) })
	keys := s.keys(rows, s.column(column), template()[s.Part].Indicators, indicators[s.Part], "indicator", nil)
	for i, row := range rows {
		if keys[i] == "" {
			continue
		}
		r.applicability(s, row, keys[i], total)
		at := s.column(value)
		w := &Word{Part: s.Part, Key: keys[i], Ref: s.At(row.Number, at+1), Text: row.Text(at)}
		w.Placeholder = placeholder(s.Part, w.Text)
		w.Given = w.Text != "" && !w.Placeholder && !nothing(w.Text) && !s.differs(row, at)
		if w.Placeholder {
			s.Note(row.Number, at+1, "placeholder", false, fmt.Sprintf("%q is a placeholder of the template", w.Text))
		}
		r.Words = append(r.Words, w)
	}
}
