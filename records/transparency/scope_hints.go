package transparency

import (
	"slices"
	"strings"
)

// afterTotal returns what stands behind the word for a total in a scope, as "es"
// in "Total number: es", "" if nothing does.
func afterTotal(text string) string {
	before, rest, found := strings.Cut(text, ":")
	if !found {
		return ""
	}
	if isTotal(before) || label(before) == "total number" || template()[partAutomated].Scopes.position(before) == 0 {
		return strings.TrimSpace(rest)
	}
	return ""
}

// languageCode returns the part of a scope that can be a language: all of it, or
// what stands behind the word for a total.
func languageCode(text string) string {
	rest := afterTotal(text)
	if rest != "" && languageNames()[label(rest)] != "" || len(rest) == 2 && strings.Trim(strings.ToLower(rest), "abcdefghijklmnopqrstuvwxyz") == "" {
		return rest
	}
	return text
}

func isPlace(code string) bool {
	return code == "EL" || slices.Contains(memberStates, code) || slices.Contains(elsewhere, code)
}

// maxSlip is longer than any name of a State with a slip in it, in bytes.
const maxSlip = 20

// meant offers the Member State that a scope may be a slip for: SE for SEE. Among
// several, those that the table has no row of come first, then those that begin
// alike.
func (s *Sheet) meant(text string, column int) string {
	if len(text) > maxSlip {
		return ""
	}
	var near []string
	for _, code := range memberStates {
		if oneSlip(strings.ToUpper(text), code) {
			near = append(near, code)
		}
	}
	for name, code := range stateNames() {
		if len(text) > 4 && slices.Contains(memberStates, code) && oneSlip(label(text), name) {
			near = append(near, code)
		}
	}
	if s.scopes == nil {
		s.scopes = map[string]bool{}
		for _, row := range s.Rows {
			s.scopes[strings.ToUpper(row.Text(column))] = true
		}
	}
	given := s.scopes
	narrow := func(drop func(string) bool) {
		if fewer := slices.DeleteFunc(slices.Clone(near), drop); len(fewer) > 0 {
			near = fewer
		}
	}
	narrow(func(code string) bool { return given[code] || code == "GR" && given["EL"] })
	narrow(func(code string) bool { return code[0] != strings.ToUpper(text)[0] })
	slices.Sort(near)
	if near = slices.Compact(near); len(near) == 0 || len(near) > 3 {
		return ""
	}
	return "; is " + strings.Join(near, " or ") + " meant?"
}

// oneSlip reports whether a text becomes another by one letter that is left out,
// added or changed, or by two that change places.
func oneSlip(text, word string) bool {
	if len(text)-len(word) > 4 || len(word)-len(text) > 4 {
		return false
	}
	a, b := []rune(text), []rune(word)
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 || len(b)-len(a) > 1 || text == word {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return slices.Equal(a[i:], b[i+1:])
	}
	swapped := i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
	return swapped || slices.Equal(a[i+1:], b[i+1:])
}
