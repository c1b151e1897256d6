package transparency

import (
	"fmt"
	"slices"
	"strings"
)

// memberStates are the scopes of parts 3 and 10. Providers write Greece as EL,
// as the institutions do, or as GR.
var memberStates = strings.Fields("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")

// officialLanguages are those of Art. 1 of Regulation No 1 of 1958.
var officialLanguages = strings.Fields("bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv")

var languageNames = map[string]string{
	"bulgarian": "bg", "czech": "cs", "danish": "da", "german": "de", "greek": "el", "english": "en", "spanish": "es", "estonian": "et",
	"finnish": "fi", "french": "fr", "irish": "ga", "croatian": "hr", "hungarian": "hu", "italian": "it", "lithuanian": "lt", "latvian": "lv",
	"maltese": "mt", "dutch": "nl", "polish": "pl", "portuguese": "pt", "romanian": "ro", "slovak": "sk", "slovenian": "sl", "slovene": "sl", "swedish": "sv",
}

// state reads a scope of parts 3 and 10; "" if it is none.
func (s *Sheet) state(row Row, column int) string {
	text := strings.ToUpper(row.text(column))
	switch {
	case isTotal(text) || text == "":
		return total
	case text == "EL":
		return "GR"
	case slices.Contains(memberStates, text):
		return text
	case placeholder(s.Part, text):
		s.note(row.Number, column+1, "placeholder", false, fmt.Sprintf("%q is a placeholder of the template; the row was not read", text))
	default:
		s.note(row.Number, column+1, "scope", false, fmt.Sprintf("%q is no Member State; the row was not read", text))
	}
	return ""
}

// places returns how the scopes of parts 8 to 10 are told that are Member
// States or languages.
func (s *Sheet) places(rows []Row) func(Row, int) (string, bool) {
	column := s.column(5)
	switch s.Part {
	case partRecipients:
		return func(row Row, column int) (string, bool) {
			text := strings.ToUpper(row.text(column))
			if text == "EL" {
				text = "GR"
			}
			return text, slices.Contains(memberStates, text)
		}
	case partAutomated, partPeople:
		states, unclear := false, false
		var capitals []string
		for _, row := range rows {
			if text := row.text(column); len(text) == 2 && text == strings.ToUpper(text) {
				capitals = append(capitals, text)
			}
		}
		if len(capitals) > 0 {
			states, unclear = s.capitals(rows, column, capitals)
		}
		return func(row Row, column int) (string, bool) {
			text := row.text(column)
			if code, ok := languageNames[strings.ToLower(text)]; ok {
				s.note(row.Number, column+1, "language", true, fmt.Sprintf("the language %q is read as %s; two lower-case letters are prescribed", text, code))
				return code, true
			}
			if len(text) != 2 || strings.Trim(strings.ToLower(text), "abcdefghijklmnopqrstuvwxyz") != "" {
				return "", false
			}
			if text == strings.ToUpper(text) && (states || unclear) {
				return "?" + text, true
			}
			return strings.ToLower(text), true
		}
	}
	return nil
}

// capitals decides what two capital letters mean where languages are asked for:
// most codes are those of a State and of a language. Codes of one kind only
// decide for all of them.
func (s *Sheet) capitals(rows []Row, column int, codes []string) (states, unclear bool) {
	var state, language string
	for _, code := range codes {
		isState := slices.Contains(memberStates, code)
		isLanguage := slices.Contains(officialLanguages, strings.ToLower(code))
		if isState && !isLanguage {
			state = code
		}
		// Greece is EL for the institutions, so that EL decides nothing.
		if code != "EL" && !isState {
			language = code
		}
	}
	number := rows[slices.IndexFunc(rows, func(r Row) bool { return r.text(column) == codes[0] })].Number
	switch {
	case state != "" && language == "":
		s.note(number, column+1, "states-for-languages", false, fmt.Sprintf("figures are given by Member State (%q) where languages are asked for; they were not read", state))
		return true, false
	case language != "" && state == "":
		s.note(number, column+1, "language", true, fmt.Sprintf("capital letters (%q) are read as languages; two lower-case letters are prescribed", codes[0]))
		return false, false
	}
	s.note(number, column+1, "language", false, fmt.Sprintf("capital letters (%q) can be Member States or languages; they were not read", codes[0]))
	return false, true
}
