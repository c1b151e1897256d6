package render

import (
	"slices"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/engine/words"
)

// htmlWords puts a word of the report's vocabulary as a reader would: what stands
// alone begins with a capital. What it does not know, it leaves as it is, less
// the underscores.
func htmlWords(word any) string {
	switch word := word.(type) {
	case report.Verdict:
		return words.Capital(words.Verdict(word))
	case *report.Verdict:
		return words.Capital(words.Verdict(*word))
	case report.State:
		return words.Capital(words.State(word))
	case report.Basis:
		return words.Capital(words.Basis(word))
	case report.Addressee:
		return words.Capital(words.Addressee(word))
	case report.Kind:
		return words.Capital(words.Kind(word))
	case report.Penalty:
		return words.Capital(words.Penalty(word))
	case report.Reason:
		return words.Reason(word)
	case report.Status:
		return words.Status(word)
	case string:
		if verdict := report.Verdict(word); slices.Contains(report.Verdicts(), verdict) {
			return words.Capital(words.Verdict(verdict))
		}
		if confidence, ok := htmlConfidence[word]; ok {
			return confidence
		}
		return strings.ReplaceAll(word, "_", " ")
	}
	return ""
}

// htmlConfidence says how somebody knows what a source says.
var htmlConfidence = map[string]string{
	"primary": "read in the source itself", "secondary": "reported by others", "from_memory": "from memory",
}

// htmlOrigin says who established a fact, where that is stated, and whether the
// fact is a conclusion. Its sources stand beside it as links.
func htmlOrigin(e report.Evidence) string {
	e.Sources = nil
	return originText(e)
}

// htmlDay writes a day as prose does; what is no day stays as it is.
func htmlDay(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return day.Format("2 January 2006")
}

// htmlParts cuts a long name after the characters where a line may end.
func htmlParts(name string) []string {
	var parts []string
	rest := name
	for {
		i := strings.IndexAny(rest, "._/")
		if i < 0 || i == len(rest)-1 {
			return append(parts, rest)
		}
		parts = append(parts, rest[:i+1])
		rest = rest[i+1:]
	}
}

// htmlWeb reports whether an address may be linked. Facts can name any scheme,
// and a link to javascript: or file: has no place in a report.
func htmlWeb(address string) bool {
	lower := strings.ToLower(address)
	return strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://")
}

// htmlValue writes a value; lists of words without the marks of the notation.
func htmlValue(value any) string {
	list, ok := value.([]any)
	if !ok {
		return valueText(value)
	}
	if len(list) == 0 {
		return "none"
	}
	said := make([]string, len(list))
	for i, element := range list {
		said[i] = valueText(element)
	}
	return strings.Join(said, ", ")
}
