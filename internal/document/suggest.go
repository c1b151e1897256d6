package document

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hbollon/go-edlib"
)

// Nearest returns the candidate that is most like a name, "" if none is like
// it: a guess that is far off sends the reader the wrong way. Among very many
// candidates none is looked for, since a file can be wrong in very many places.
//
// What begins like the name, or the name like it, comes first, since the end is what
// people leave out. Of the others, that comes first which has the fewest letters to
// change, less up to three for a beginning that both share, by how much of the name that is, and
// half a letter more for what has another parent: names have parts, divided by dots,
// slashes or brackets, and the last one is where mistakes are.
func Nearest(name string, candidates []string) string {
	length := utf8.RuneCountInString(name)
	if length > 100 || len(candidates) > 2000 {
		return ""
	}
	lower := strings.ToLower(name)
	best, least := "", likeness{}
	for _, candidate := range slices.Sorted(slices.Values(candidates)) {
		if l, like := liken(lower, length, strings.ToLower(candidate)); like && (best == "" || l.less(least)) {
			best, least = candidate, l
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

// OfSameNumber leaves of provisions and ids those whose first number is that of a name:
// another number is another Article, and not what was meant. A name without a number, or a
// candidate without one, keeps all others company.
func OfSameNumber(name string, candidates []string) []string {
	asked := number(name)
	return slices.DeleteFunc(slices.Clone(candidates), func(candidate string) bool {
		has := number(candidate)
		return asked != "" && has != "" && asked != has
	})
}

// number is the first number in a name; empty if it has none.
func number(name string) string {
	digit := func(r rune) bool { return '0' <= r && r <= '9' }
	from := strings.IndexFunc(name, digit)
	if from < 0 {
		return ""
	}
	return name[from : len(name)-len(strings.TrimLeftFunc(name[from:], digit))]
}

// likeness is how a candidate is like a name; what is less comes first.
type likeness struct {
	otherStart bool
	// distance is in letters, each as many as the name is long, so that shares of it
	// are whole.
	distance int
}

func (l likeness) less(other likeness) bool {
	if l.otherStart != other.otherStart {
		return !l.otherStart
	}
	return l.distance < other.distance
}

// shortestStart is how many letters a beginning has that tells what is meant.
const shortestStart = 3

// liken compares a name with a candidate, both in small letters. A third of the letters
// may be wrong, unless one is the beginning or, as people leave out where something
// stands, the last part of the other.
func liken(name string, length int, candidate string) (likeness, bool) {
	above := parent(candidate)
	begins := length >= shortestStart && strings.HasPrefix(candidate, name)
	last := length >= shortestStart && above != "" && candidate[len(above):] == name
	letters := utf8.RuneCountInString(candidate) - length
	if limit := 1 + max(1, length/3); !begins && !last {
		if letters >= limit || -letters >= limit {
			return likeness{}, false
		}
		if letters = edlib.OSADamerauLevenshteinDistance(name, candidate); letters >= limit {
			return likeness{}, false
		}
	}
	l := likeness{otherStart: !begins && !strings.HasPrefix(name, candidate), distance: letters*length - 3*common(name, candidate)}
	if above != parent(name) {
		l.distance += length / 2
	}
	return l, true
}

// parent is all of a name but its last part, "" if it has no other.
func parent(name string) string { return name[:strings.LastIndexAny(name, "./(")+1] }

// common is how many letters two names begin with.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

const longText = 60

// Shorten keeps a quoted value on one line of a terminal, and control
// characters out of it.
func Shorten(text string) string {
	quoted := strconv.Quote(cut(text))
	return strings.ReplaceAll(strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`), `\\`, `\`)
}

// cut is the beginning of a text that is long.
func cut(text string) string {
	if utf8.RuneCountInString(text) > longText {
		return string([]rune(text[:min(len(text), 4*longText)])[:longText]) + "…"
	}
	return text
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
