package transparency

import (
	"fmt"
	"slices"
	"strings"
)

// columnNames are the columns of the template in English, for messages.
func columnName(part, column int) string {
	if names := template[part].Columns["en"]; column < len(names) {
		return names[column]
	}
	return fmt.Sprintf("column %d", column+1)
}

// label makes labels comparable: the template itself has spaces at their ends,
// and providers change case, hyphens and apostrophes.
func label(s string) string {
	s = strings.ToLower(s)
	s = strings.NewReplacer("’", "'", "‘", "'", "–", "-", "—", "-", "\u00a0", " ", "_", " ", "-", " ", "«", `"`, "»", `"`, "“", `"`, "”", `"`).Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// columns finds the columns of the template in a table: by name where the
// header is in a known language, else by position.
func (s *Sheet) columns() {
	names := template[s.Part].Columns
	s.SurfaceColumn = -1
	wanted := len(names["en"])
	s.Columns = slices.Repeat([]int{-1}, wanted)
	if s.Part == partCategories || len(s.rows) == 0 {
		return
	}
	header, known := s.findHeader()
	if header < 0 {
		// A table without a header can only be read by position.
		s.note(s.rows[0].Number, 0, "template-columns", false, "there is no header row; the columns were taken in the order of the template")
		for i := range s.Columns {
			s.Columns[i] = i
		}
		return
	}
	s.header, s.rows = s.rows[header], s.rows[header+1:]
	width := 0
	for i := range s.header.Cells {
		if s.header.text(i) != "" {
			width = i + 1
		}
	}
	if known*2 < wanted {
		s.byPosition(width)
		return
	}
	used := map[int]bool{}
	for i := range s.header.Cells {
		p := position(names, s.header.text(i))
		if p >= 0 && s.Columns[p] < 0 {
			s.Columns[p], used[i] = i, true
		}
	}
	// A first cell that is empty or stray stands for Applicability.
	if s.Columns[0] < 0 && s.Columns[1] == 1 {
		s.Columns[0], used[0] = 0, true
		s.note(s.header.Number, 1, "header", false, fmt.Sprintf("the header of the first column is %q instead of %q", s.header.text(0), columnName(s.Part, 0)))
	}
	for p, column := range s.Columns {
		if column < 0 && p+1 < wanted || column < 0 && s.Part != partAppeals && s.Part != partAutomated && s.Part != partPeople {
			s.note(s.header.Number, 0, "template-columns", false, fmt.Sprintf("there is no column %q", columnName(s.Part, p)))
		}
	}
	for i := range s.header.Cells {
		text := s.header.text(i)
		switch {
		case used[i] || text == "" || contextual(text):
		case label(text) == "surface":
			s.SurfaceColumn = i
			s.note(s.header.Number, i+1, "", true, "the rows of the surfaces named in this column add up")
		default:
			s.note(s.header.Number, i+1, "unknown-column", false, fmt.Sprintf("the column %q is not one of the template and was not read", text))
		}
	}
}

func contextual(text string) bool {
	text = label(text)
	for _, beginning := range []string{"contextual", "información contextual", "informations contextuelles", "informazioni contestuali"} {
		if strings.HasPrefix(text, beginning) {
			return true
		}
	}
	return false
}

// findHeader returns the row that looks most like the header, among the first
// ones, and how many labels of it are known.
func (s *Sheet) findHeader() (row, known int) {
	row = -1
	for i, r := range s.rows[:min(len(s.rows), 10)] {
		n := 0
		for c := range r.Cells {
			if text := r.text(c); text != "" && position(template[s.Part].Columns, text) >= 0 {
				n++
			}
		}
		if n > known {
			row, known = i, n
		}
	}
	if known < 3 {
		// In a language that is not known, a header has text in nearly all columns
		// and neither codes nor dates.
		first := s.rows[0]
		filled := 0
		for c := range first.Cells {
			text := first.text(c)
			if text != "" {
				filled++
			}
			if strings.HasPrefix(text, "STATEMENT_CATEGORY_") || periodLike.MatchString(text) {
				return -1, 0
			}
		}
		if filled*10 >= len(template[s.Part].Columns["en"])*8 {
			return 0, 0
		}
		return -1, 0
	}
	return row, known
}

// byPosition is for headers in languages whose labels are not known here.
func (s *Sheet) byPosition(width int) {
	if width < len(s.Columns) {
		s.note(s.header.Number, 0, "template-columns", false, fmt.Sprintf("the header is in a language that is not known here and has %d columns; the template has at least %d", width, len(s.Columns)))
		return
	}
	for i := range s.Columns {
		s.Columns[i] = i
	}
	s.note(s.header.Number, 0, "", true, "the header is in a language that is not known here; the columns were taken in the order of the template")
}

// partByHeader tells the part of a table whose name does not, by its columns.
func partByHeader(rows []Row) int {
	best, bestKnown, twice := 0, 0, false
	for part := 1; part <= 11; part++ {
		if part == partCategories {
			continue
		}
		s := Sheet{Part: part, rows: rows}
		if len(rows) == 0 {
			return 0
		}
		_, known := s.findHeader()
		// Parts 7, 8 and 9 share their columns: the rows decide.
		if known < len(template[part].Columns["en"])-1 {
			continue
		}
		for _, r := range rows {
			for c := range r.Cells {
				if position(template[part].Indicators, r.text(c)) >= 0 {
					known++
				}
			}
		}
		if known > bestKnown {
			best, bestKnown, twice = part, known, false
		} else if known == bestKnown {
			twice = true
		}
	}
	if twice {
		return 0
	}
	return best
}
