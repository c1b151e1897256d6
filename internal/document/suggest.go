package document

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Nearest returns the candidate that is most like a name, "" if none is like
// it: a guess that is far off sends the reader the wrong way. Among very many
// candidates none is looked for, since a file can be wrong in very many places.
func Nearest(name string, candidates []string) string {
	if utf8.RuneCountInString(name) > 100 || len(candidates) > 1000 {
		return ""
	}
	lower := strings.ToLower(name)
	best, least := "", 1+max(1, utf8.RuneCountInString(name)/3)
	for _, candidate := range slices.Sorted(slices.Values(candidates)) {
		if d := distance(lower, strings.ToLower(candidate), least); d < least {
			best, least = candidate, d
		}
	}
	return best
}

// DidYouMean asks for the candidate that is most like a name, as a hint; it is
// empty if none is.
func DidYouMean(name string, candidates []string) string {
	near := Nearest(name, candidates)
	if near == "" {
		return ""
	}
	return "did you mean " + near + "?"
}

// distance counts the letters to insert, delete, replace or swap with their
// neighbour to make b of a; anything from limit on is returned as limit.
func distance(a, b string, limit int) int {
	s, t := []rune(a), []rune(b)
	if len(s)-len(t) >= limit || len(t)-len(s) >= limit {
		return limit
	}
	var before []int
	last := make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row := make([]int, len(t)+1)
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return min(last[len(t)], limit)
}

const longText = 60

// Shorten keeps a quoted value on one line of a terminal, and control
// characters out of it.
func Shorten(text string) string {
	if utf8.RuneCountInString(text) > longText {
		text = string([]rune(text[:min(len(text), 4*longText)])[:longText]) + "…"
	}
	quoted := strconv.Quote(text)
	return strings.ReplaceAll(strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`), `\\`, `\`)
}

// Quoted is text as messages show it.
func Quoted(text string) string { return `"` + Shorten(text) + `"` }

// List joins names with commas and a last "or".
func List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}
