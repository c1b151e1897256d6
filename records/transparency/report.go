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

	// unread are the parts that may be in what was left out, 0 for any of them.
	unread map[int]bool
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
	// Filled is true if the row has anything in a cell for numbers or texts; rows
	// of the template that do not apply to a provider stay blank.
	Filled bool
}

func read(o opener) *Report {
	r := &Report{Files: o.files, Sheets: o.sheets, Notes: o.notes, unread: o.unread}
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
	r.repeatedParts()
	r.identify()
	for _, s := range r.Sheets {
		r.Notes = append(r.Notes, s.Notes...)
	}
	return r
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
			s.Note(e.Ref.Row, 0, "repeated-row", false, fmt.Sprintf("this row repeats row %d; it is unclear whether they add up, and both are left unknown", f.Ref.Row))
		}
	}
}
