package transparency

import (
	"fmt"
	"slices"
	"strings"
)

// Report is one report, as far as it could be read.
type Report struct {
	Files  []File
	Sheets []*Sheet
	// Entries are the cells for numbers, in the order of the files.
	Entries []*Entry
	// Words are the texts of part 11.
	Words []*Word
	// Lines are the rows of the template, with what they say about themselves.
	Lines []Line
	// Identification is what part 1 says and, where it is missing, the others.
	Identification Identification
	Notes          []Note
}

// Word is a text of part 11 or a value of part 1.
type Word struct {
	Part int
	Key  string
	Ref  Ref
	Text string
	// Given is false for blanks and for placeholders of the template.
	Given, Placeholder bool
}

// Line is what a row says about itself.
type Line struct {
	Part                           int
	Ref                            Ref
	Applicability, Service, Period string
	PeriodColumn, ServiceColumn    int
}

func read(o opener) *Report {
	r := &Report{Files: o.files, Sheets: o.sheets, Notes: o.notes}
	slices.SortStableFunc(r.Sheets, func(a, b *Sheet) int { return a.Part - b.Part })
	for _, s := range r.Sheets {
		if s.Part == partCategories {
			continue
		}
		from := len(r.Entries)
		switch {
		case measures[s.Part] != nil:
			r.table(s)
		case s.Part == partIdentification || s.Part == partWords:
			r.words(s)
		default:
			r.list(s)
		}
		s.decide(r.Entries[from:])
	}
	for _, s := range r.Sheets {
		r.repeated(s)
	}
	r.identify()
	for _, s := range r.Sheets {
		r.Notes = append(r.Notes, folded(s.notes)...)
	}
	return r
}

// line reads what all parts have in common, and tells rows of the table from
// notes below it: those have text in one column only.
func (r *Report) line(s *Sheet, row Row, essential ...int) bool {
	missing := 0
	for _, column := range essential {
		if row.text(s.column(column)) == "" {
			missing++
		}
	}
	if missing > 0 {
		column := firstFilled(row)
		s.note(row.Number, column+1, "stray-row", false, fmt.Sprintf("%q is no row of the template and was not read", shorten(row.text(column))))
		return false
	}
	line := Line{Part: s.Part, Ref: s.at(row.Number, 0), Applicability: row.text(s.column(0)), Service: row.text(s.column(1)), ServiceColumn: s.column(1) + 1}
	if s.Part != partIdentification {
		line.Period, line.PeriodColumn = row.text(s.column(2)), s.column(2)+1
	}
	r.Lines = append(r.Lines, line)
	return true
}

// firstFilled returns the first column with text.
func firstFilled(row Row) int {
	for i := range row.Cells {
		if row.text(i) != "" {
			return i
		}
	}
	return 0
}

func (s *Sheet) column(p int) int {
	if p >= len(s.Columns) {
		return -1
	}
	return s.Columns[p]
}

func shorten(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return text
}

func (s *Sheet) surface(row Row) string {
	if s.SurfaceColumn < 0 {
		return s.Surface
	}
	return strings.Trim(s.Surface+"/"+row.text(s.SurfaceColumn), "/")
}

func (r *Report) entry(s *Sheet, row Row, column int, e Entry) {
	if column < 0 {
		return
	}
	e.Part, e.Surface, e.Ref, e.Text = s.Part, strings.Trim(s.surface(row)+"/"+e.Surface, "/"), s.at(row.Number, column+1), row.text(column)
	if column < len(row.Cells) {
		e.stored = row.Cells[column].Stored
	}
	r.Entries = append(r.Entries, &e)
}

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
	first, scopeColumn := s.firstMeasure(), -1
	if s.Part == partOrders {
		scopeColumn = 5
	}
	parent := ""
	for _, row := range s.rows {
		if !r.line(s, row, 3) {
			continue
		}
		scope := total
		if scopeColumn >= 0 {
			scope = s.state(row, s.column(scopeColumn))
			if scope == "" {
				parent = ""
				continue
			}
		}
		code := strings.ToUpper(strings.ReplaceAll(row.text(s.column(3)), " ", "_"))
		at := s.column(3) + 1
		e := Entry{Scope: scope}
		switch {
		case isTotal(code):
			e.Category, parent = total, ""
		case strings.HasPrefix(code, categoryPrefix):
			e.Category, parent = code, code
			if !isCategory(code) {
				s.note(row.Number, at, "category", false, fmt.Sprintf("%q is no category of the template", code))
			}
		case strings.HasPrefix(code, keywordPrefix):
			e.Category, e.Keyword = parent, code
			if known := categoryOf[code]; known != "" {
				if parent != "" && parent != known {
					s.note(row.Number, at, "category", false, fmt.Sprintf("%q stands below %s and belongs to %s", code, parent, known))
				}
				e.Category, parent = known, known
			} else if parent == "" {
				s.note(row.Number, at, "category", false, fmt.Sprintf("%q stands below no category; the row was not read", code))
				continue
			} else if !strings.HasPrefix(code, keywordOther) {
				s.note(row.Number, at, "category", false, fmt.Sprintf("%q is no sub-category of the template", code))
			}
		case placeholder(s.Part, code):
			s.note(row.Number, at, "placeholder", false, fmt.Sprintf("%q is a placeholder of the template; the row was not read", code))
			continue
		default:
			s.note(row.Number, at, "category", false, fmt.Sprintf("%q is no category of the template; the row was not read", shorten(code)))
			continue
		}
		for i, m := range measures[s.Part] {
			e := e
			e.Measure, e.Kind = m.key, m.kind
			r.entry(s, row, s.column(first+i), e)
		}
	}
}

func isTotal(text string) bool {
	return slices.Contains([]string{"TOTAL", "TOTALE", "GESAMT", "TOTALT", "RAZEM"}, strings.ToUpper(text))
}

// list reads parts 7 to 10: one value a row.
func (r *Report) list(s *Sheet) {
	rows := slices.DeleteFunc(slices.Clone(s.rows), func(row Row) bool { return !r.line(s, row, 4, 5) })
	indicatorOf := s.keys(rows, s.column(4), template[s.Part].Indicators, indicators[s.Part], "indicator", nil)
	scopeOf := s.keys(rows, s.column(5), template[s.Part].Scopes, scopes[s.Part], "scope", s.places(rows))
	for i, row := range rows {
		indicator, scope := indicatorOf[i], scopeOf[i]
		if indicator == "" || scope == "" {
			continue
		}
		e := Entry{Measure: indicator, Scope: scope, Category: total, Kind: kindOfRow(s.Part, indicator, scope)}
		// Some report each of their systems in a section of its own.
		if section := row.text(s.column(3)); s.Part == partAutomated && label(section) != label(rows[0].text(s.column(3))) {
			e.Surface = section
		}
		r.entry(s, row, s.column(valueColumn), e)
	}
}

// keys gives the labels of a column their meaning. Labels of a language that is
// not known are told by the order in which they first occur, if there are as
// many as in the template.
func (s *Sheet) keys(rows []Row, column int, known dictionary, keys []string, what string, other func(Row, int) (string, bool)) []string {
	result := make([]string, len(rows))
	var unknown []string
	open := map[int]string{}
	for i, row := range rows {
		text := row.text(column)
		if other != nil {
			if key, ok := other(row, column); ok {
				result[i] = key
				continue
			}
		}
		if p := known.position(text); p >= 0 {
			result[i] = keys[p]
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
	inOrder := len(unknown) == len(keys) && len(keys) > 1 || len(unknown) == 1 && len(keys) == 1 && len(open) > 0 && what == "indicator"
	if inOrder {
		s.note(0, column+1, "", true, fmt.Sprintf("the %ss are in a language that is not known here; they were taken in the order of the template", what))
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
			if placeholder(s.Part, row.text(column)) {
				rule = "placeholder"
			}
			s.note(row.Number, column+1, rule, false, fmt.Sprintf("the %s %q is not one of the template; its rows were not read", what, shorten(row.text(column))))
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
	rows := slices.DeleteFunc(slices.Clone(s.rows), func(row Row) bool { return !r.line(s, row, column) })
	keys := s.keys(rows, s.column(column), template[s.Part].Indicators, indicators[s.Part], "indicator", nil)
	for i, row := range rows {
		if keys[i] == "" {
			continue
		}
		at := s.column(value)
		w := &Word{Part: s.Part, Key: keys[i], Ref: s.at(row.Number, at+1), Text: row.text(at)}
		w.Placeholder = placeholder(s.Part, w.Text)
		w.Given = w.Text != "" && !w.Placeholder && !nothing(w.Text)
		if w.Placeholder {
			s.note(row.Number, at+1, "placeholder", false, fmt.Sprintf("%q is a placeholder of the template", w.Text))
		}
		r.Words = append(r.Words, w)
	}
}

// repeated finds rows that say the same thing twice in one table. Whether they
// add up or one replaces the other cannot be told, so that they become unknown,
// unless they agree that there was nothing.
func (r *Report) repeated(s *Sheet) {
	type key struct{ surface, measure, category, keyword, scope string }
	first := map[key]*Entry{}
	said := map[int]bool{}
	for _, e := range r.Entries {
		// Providers may add rows for "other".
		if e.Part != s.Part || e.Ref.File != s.File || e.Ref.Sheet != s.Name || strings.HasPrefix(e.Keyword, "KEYWORD_OTHER") {
			continue
		}
		k := key{e.Surface, e.Measure, e.Category, e.Keyword, e.Scope}
		f := first[k]
		if f == nil {
			first[k] = e
			continue
		}
		if f.State == Blank && e.State == Blank || f.State == Known && e.State == Known && f.Value.Sign() == 0 && e.Value.Sign() == 0 {
			continue
		}
		f.State, e.State = Unreadable, Unreadable
		if !said[e.Ref.Row] {
			said[e.Ref.Row] = true
			s.note(e.Ref.Row, 0, "repeated-row", false, fmt.Sprintf("this row repeats row %d; it is unclear whether they add up, and both are left unknown", f.Ref.Row))
		}
	}
}

// folded joins notes of one sheet that say the same about many rows.
func folded(notes []Note) []Note {
	more := map[Note]int{}
	var first []Note
	for _, n := range notes {
		key := Note{Decision: n.Decision, Text: n.Text, rule: n.rule}
		if n.rule == "repeated-row" {
			key.Text = ""
		}
		if more[key]++; more[key] == 1 {
			first = append(first, n)
		}
	}
	for i, n := range first {
		key := Note{Decision: n.Decision, Text: n.Text, rule: n.rule}
		if n.rule == "repeated-row" {
			key.Text = ""
		}
		if count := more[key]; count > 1 {
			first[i].Text += fmt.Sprintf(" (%d times; this is the first)", count)
		}
	}
	return first
}
