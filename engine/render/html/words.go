package html

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// said puts a word of the report's vocabulary as a reader would: what stands
// alone begins with a capital. What it does not know, it leaves as it is, less
// the underscores.
func said(word any) string {
	switch word := word.(type) {
	case report.Verdict:
		return writing.Capital(words.Verdict(word))
	case *report.Verdict:
		return writing.Capital(words.Verdict(*word))
	case report.State:
		return writing.Capital(words.State(word))
	case report.Basis:
		return writing.Capital(words.Basis(word))
	case report.Addressee:
		return writing.Capital(words.Addressee(word))
	case report.Kind:
		return writing.Capital(words.Kind(word))
	case report.Penalty:
		return writing.Capital(words.Penalty(word))
	case report.Reason:
		return words.Reason(word)
	case report.Status:
		return words.Status(word)
	case string:
		if verdict := report.Verdict(word); slices.Contains(report.Verdicts(), verdict) {
			return writing.Capital(words.Verdict(verdict))
		}
		if confidence, ok := confidence[word]; ok {
			return confidence
		}
		return strings.ReplaceAll(word, "_", " ")
	}
	return ""
}

// confidence says how somebody knows what a source says.
var confidence = map[string]string{
	"primary": "read in the source itself", "secondary": "reported by others", "from_memory": "from memory",
}

// originBesideSources says who established a fact, where that is stated, and whether the
// fact is a conclusion. Its sources stand beside it as links.
func originBesideSources(e report.Evidence) string {
	e.Sources = nil
	return words.Origin(e)
}

// day writes a day as prose does; what is no day stays as it is.
func day(d report.Day) string {
	begins, err := d.Time()
	if err != nil {
		return string(d)
	}
	return begins.Format("2 January 2006")
}

// breakable cuts a long name after the characters where a line may end.
func breakable(name string) []string {
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

// web reports whether an address may be linked. Facts can name any scheme,
// and a link to javascript: or file: has no place in a report.
func web(address string) bool {
	lower := strings.ToLower(address)
	return strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://")
}

// found writes the value of evidence; a part with its whole.
func found(e report.Evidence) string {
	if e.PartOf != nil {
		return words.Found(e)
	}
	return value(e.Value)
}

// benchmark writes the value of a parameter with its unit.
func benchmark(of any, unit string) string {
	if list, ok := of.([]any); ok {
		return value(list) + " " + unit
	}
	return words.Benchmark(of, unit)
}

// value writes a value; lists of words without the marks of the notation.
func value(value any) string {
	list, ok := value.([]any)
	if !ok {
		return words.Literal(value)
	}
	if len(list) == 0 {
		return "none"
	}
	said := make([]string, len(list))
	for i, element := range list {
		said[i] = words.Literal(element)
	}
	return strings.Join(said, ", ")
}
