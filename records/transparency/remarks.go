package transparency

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// remark is what a report says about a figure in words beside it.
type remark struct {
	// at is where it stands, about the figure or figures that it is about; those
	// have no row where it is about the whole table, and no column where about a row.
	at, about Ref
	text      string
}

var (
	// elsewhereWords speak of more or other places than the Union, in the languages
	// in which reports were seen.
	elsewhereWords = lazy.NewRegexp(`(?i)world-?\s?wide|\bglobal(ly|e|es)?\b|not (limited|restricted) to the (EU|European Union|Union)|outside (of )?the (EU|European Union|Union|EEA)|` +
		`\bnon-EU\b|\ball countries\b|\bEEA\b|\bUK\b|United Kingdom|Switzerland|Norway|weltweit|mondia(l|le|les|ux)\b|dans le monde|mundial(es)?\b|a livello mondiale|wereldwijd|na świecie|światow|παγκόσμι`)
	// wholeWords speak of all figures of a table.
	wholeWords = lazy.NewRegexp(`(?i)\b(table|sheet|tab|report|section|tabelle|tableau|tabla|tabella)\b|\ball (the |of the )?(figures|numbers|data|values)\b`)
)

func elsewhereIn(text string) bool { return elsewhereWords.MatchString(text) }

// findRemarks finds the columns for remarks: parts 7 to 9 have one, parts 3 to 6
// one for each column of numbers.
func (s *Sheet) findRemarks() {
	s.remarkColumns = map[int]int{}
	if measures[s.Part] == nil {
		if at := s.column(valueColumn + 1); at >= 0 && s.Part != partRecipients && s.Part != partWords && s.Part != partIdentification {
			s.remarkColumns[at] = s.column(valueColumn)
		}
	}
	for i := range s.header.Cells {
		text := s.header.Text(i)
		if s.byOrder && measures[s.Part] != nil && i >= len(s.Columns) {
			// After all columns of numbers, in their order.
			s.remarkColumns[i] = s.column(s.firstMeasure() + i - len(s.Columns))
		} else if _, known := s.remarkColumns[i]; !known && text != "" && contextual(text) {
			s.remarkColumns[i] = s.remarked(label(text))
		}
	}
}

// remarked returns the column of numbers whose name ends the name of a column for
// remarks, -1 if none does.
func (s *Sheet) remarked(header string) int {
	column, longest := -1, 0
	for _, words := range template()[s.Part].Columns.words {
		for p, word := range words {
			if name := label(word); s.holdsNumbers(p) && len(name) > longest && strings.HasSuffix(header, name) && s.column(p) >= 0 {
				column, longest = s.column(p), len(name)
			}
		}
	}
	return column
}

// remarksOf keeps the remarks of a row, and says of each what becomes of it.
func (s *Sheet) remarksOf(row Row) {
	for i := range row.Cells {
		about, ok := s.remarkColumns[i]
		text := row.Text(i)
		if !ok || text == "" || nothing(text) || placeholder(s.Part, text) {
			continue
		}
		_, filled := s.firstValue(row)
		if about >= 0 {
			filled = row.Text(about) != ""
		}
		x := remark{at: s.At(row.Number, i+1), about: s.At(row.Number, about+1), text: spoken(text)}
		s.unitsIn(text, x.at, x.about)
		switch {
		case elsewhereIn(text):
			s.elsewhere(x)
		case filled:
			s.remarks = append(s.remarks, x)
			s.Note(row.Number, i+1, "", true, fmt.Sprintf("the words %q go with the figure into its source", shorten(text)))
		}
	}
}

// remarkBelow keeps what is written below a table about the places of its figures.
func (s *Sheet) remarkBelow(row Row, column int) {
	s.unitsIn(row.Text(column), s.At(row.Number, column+1), s.At(0, 0))
	if text := row.Text(column); elsewhereIn(text) {
		s.elsewhere(remark{at: s.At(row.Number, column+1), about: s.At(0, 0), text: spoken(text)})
	}
}

// elsewhere keeps a remark that gives figures another scope than the Union.
func (s *Sheet) elsewhere(x remark) {
	what := "beside this figure"
	if x.about.Row == 0 || wholeWords.MatchString(x.text) {
		x.about.Row, x.about.Column, what = 0, 0, "about the whole table"
	}
	s.remarks = append(s.remarks, x)
	s.Note(x.at.Row, x.at.Column, "remark-scope", false, fmt.Sprintf("%q, %s, speaks of other places than the Union; it goes into the source of the facts", shorten(x.text), what))
}

// maxRemark is the longest remark that is kept, in characters.
const maxRemark = 400

// spoken is a remark without characters that are not to be seen.
func spoken(text string) string {
	text = strings.Map(func(c rune) rune {
		if !unicode.IsGraphic(c) {
			return -1
		}
		return c
	}, text)
	if runes := []rune(text); len(runes) > maxRemark {
		return string(runes[:maxRemark]) + "…"
	}
	return text
}

// maxRemarks is how many remarks the note of one source quotes.
const maxRemarks = 4

// remarked returns what the report says of the cells of a group, as sentences that
// follow another.
func (g group) remarked() string {
	said, more := "", 0
	quoted := map[string]bool{}
	for _, x := range g.sheet.remarks {
		if !g.has(x.about) || quoted[x.text] {
			continue
		}
		quoted[x.text] = true
		if len(quoted) > maxRemarks {
			more++
			continue
		}
		said += fmt.Sprintf(". The report says in %s: %s", x.at.Cell(), strings.TrimRight(x.text, ". "))
	}
	if more > 0 {
		said += fmt.Sprintf(". And %d more", more)
	}
	return said
}

// isFigure reports whether a cell stands in a column of numbers.
func (s *Sheet) isFigure(at Ref) bool {
	for p, column := range s.Columns {
		if column >= 0 && column+1 == at.Column && s.holdsNumbers(p) {
			return at.Row > 0
		}
	}
	return false
}

// has reports whether a remark about a cell, a row or the table is about a figure
// of a group.
func (g group) has(about Ref) bool {
	for _, ref := range g.refs {
		if g.sheet.isFigure(ref) && (about.Row == 0 || about.Row == ref.Row && (about.Column == 0 || about.Column == ref.Column)) {
			return true
		}
	}
	return false
}
