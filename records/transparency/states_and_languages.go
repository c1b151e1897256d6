package transparency

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// memberStates are the scopes of parts 3 and 10. Providers write Greece as EL,
// as the institutions do, or as GR.
var memberStates = strings.Fields("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")

// officialLanguages are those of Art. 1 of Regulation No 1 of 1958.
var officialLanguages = strings.Fields("bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv")

// state reads a scope of parts 3 and 10; "" if it is none.
func (s *Sheet) state(row Row, column int) string {
	text := row.Text(column)
	place, ok := s.place(row, column)
	switch {
	case ok:
		return place
	case isTotal(text) || text == "":
		return total
	case placeholder(s.Part, text):
		s.Note(row.Number, column+1, s.placeholderRule(row), false, fmt.Sprintf("%q is a placeholder of the template; the row was not read", text))
	default:
		s.Note(row.Number, column+1, "scope", false, fmt.Sprintf("%q is no Member State; the row was not read%s", text, s.meant(text, column)))
	}
	return ""
}

// elsewhere are the other States of the European Economic Area, and places that
// providers add: they are no Member State, and no figure of one is lost.
var elsewhere = strings.Fields("IS LI NO CH UK GB")

// place reads a Member State by its code or its name. Rows about other
// States are left out, which is said.
func (s *Sheet) place(row Row, column int) (string, bool) {
	text := strings.ToUpper(row.Text(column))
	if rest := afterTotal(row.Text(column)); rest != "" && isPlace(strings.ToUpper(rest)) {
		s.Note(row.Number, column+1, "state-name", false, "the Member State stands behind the word for a total here, and is read; two capital letters alone are prescribed")
		text = strings.ToUpper(rest)
	}
	switch {
	case text == "EL":
		return "GR", true
	case slices.Contains(memberStates, text):
		return text, true
	case slices.Contains(elsewhere, text):
		s.Note(row.Number, column+1, "scope-other", true, fmt.Sprintf("%q is no Member State; the row was left out", text))
		return outside, true
	}
	code := stateNames()[label(text)]
	if code == "" {
		code = both(row.Text(column), stateOf)
	}
	switch {
	case slices.Contains(elsewhere, code):
		s.Note(row.Number, column+1, "scope-other", true, fmt.Sprintf("%q is no Member State; the row was left out", row.Text(column)))
		return outside, true
	case code != "":
		s.Note(row.Number, column+1, "state-name", true, fmt.Sprintf("%q is read as %s; two capital letters are prescribed", row.Text(column), code))
		return code, true
	}
	return "", false
}

// outside is the scope of rows about places that are none of the template.
const outside = "outside"

// placeOf returns how the scopes of parts 8 to 10 are told that are Member
// States or languages.
func (s *Sheet) placeOf(rows []Row) func(Row, int) (string, bool) {
	column := s.column(5)
	switch s.Part {
	case partRecipients:
		return func(row Row, column int) (string, bool) {
			switch label(row.Text(column)) {
			case "eu", "eu27", "eu 27", "european union", "union", "all member states", "total number":
				return total, true
			}
			return s.place(row, column)
		}
	case partAutomated, partPeople:
		// Each indicator by itself, and capitals by themselves: some reports give one
		// by State and another by language, or both below each other.
		type group struct {
			indicator string
			lower     bool
		}
		groupOf := func(row Row, column int) group {
			text := languageCode(row.Text(column))
			return group{label(row.Text(s.column(4))), text == strings.ToLower(text)}
		}
		var order []group
		groups := map[group][]Row{}
		for _, row := range rows {
			if len(languageCode(row.Text(column))) != 2 {
				continue
			}
			g := groupOf(row, column)
			if len(groups[g]) == 0 {
				order = append(order, g)
			}
			groups[g] = append(groups[g], row)
		}
		doubt := map[group]bool{}
		for _, g := range order {
			doubt[g] = s.statesForLanguages(groups[g], column, g.lower)
		}
		return func(row Row, column int) (string, bool) {
			return s.language(row, column, doubt[groupOf(row, column)])
		}
	}
	return nil
}

// language reads a language by its code or its name; capitals are "?"
// and the code where they may be Member States.
func (s *Sheet) language(row Row, column int, doubt bool) (string, bool) {
	text := languageCode(row.Text(column))
	lower := strings.ToLower(text)
	if text != row.Text(column) && !doubt {
		s.Note(row.Number, column+1, "language", false, "the language stands behind the word for a total here, and is read; two lower-case letters alone are prescribed")
	}
	code := languageNames()[label(text)]
	if code == "" {
		code = both(text, spokenLanguage)
	}
	if code != "" {
		s.Note(row.Number, column+1, "language", true, fmt.Sprintf("the language %q is read as %s; two lower-case letters are prescribed", text, code))
		return code, true
	}
	switch label(text) {
	case "agnostic", "language agnostic", "multilingual", "no language":
		s.Note(row.Number, column+1, "scope-other", true, fmt.Sprintf("%q is no language; the row was left out", text))
		return outside, true
	}
	if len(text) != 2 || strings.Trim(lower, "abcdefghijklmnopqrstuvwxyz") != "" {
		return "", false
	}
	if doubt {
		return "?" + text, true
	}
	// GR may be meant for Greek, which is el.
	if _, err := language.ParseBase(lower); err != nil {
		s.Note(row.Number, column+1, "scope", false, fmt.Sprintf("%q is no code of a language; the row was not read", text))
		return "?" + text, true
	}
	return lower, true
}

// statesForLanguages decides what two letters mean where languages are asked for:
// most codes are those of a State and of a language. Codes of one kind only decide
// for all of them; it reports whether they are States, or may be.
func (s *Sheet) statesForLanguages(rows []Row, column int, lower bool) bool {
	var state, language string
	first, at := rows[0], rows[0]
	for _, row := range rows {
		text := languageCode(row.Text(column))
		switch isState, isLanguage := slices.Contains(memberStates, strings.ToUpper(text)), onlyLanguage(text, lower); {
		case isLanguage:
			language = text
		// Greece is EL for the institutions, so that EL decides nothing.
		case isState && !slices.Contains(officialLanguages, strings.ToLower(text)):
			if state == "" {
				state, at = row.Text(column), row
			}
		}
	}
	switch {
	case state != "" && language == "":
		s.Note(at.Number, column+1, "states-for-languages", false, fmt.Sprintf("figures are given by Member State (%q) where languages are asked for; they were not read", state))
		return true
	case lower:
		// Belarusian is be and Welsh cy, beside codes that only languages have.
		return false
	case language != "" && state == "":
		s.Note(first.Number, column+1, "language", true, fmt.Sprintf("capital letters (%q) are read as languages; two lower-case letters are prescribed", first.Text(column)))
		return false
	}
	s.Note(first.Number, column+1, "language", false, fmt.Sprintf("capital letters (%q) can be Member States or languages; they were not read", first.Text(column)))
	return true
}

// onlyLanguage tells whether two letters are a language and no Member State.
// Capitals of other languages can be other countries, as NO and UK.
func onlyLanguage(code string, lower bool) bool {
	if slices.Contains(memberStates, strings.ToUpper(code)) {
		return false
	}
	if slices.Contains(officialLanguages, strings.ToLower(code)) {
		return strings.ToUpper(code) != "EL"
	}
	_, err := language.ParseBase(code)
	return lower && err == nil
}
