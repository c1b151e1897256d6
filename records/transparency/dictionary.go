package transparency

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// dictionary is a list of labels in several languages, in the order of the
// template, which gives them their meaning.
type dictionary struct {
	words map[string][]string // by language
	index map[string]int      // by what is compared
}

// UnmarshalJSON reads {"en": ["Scope", ...], "de": [...]}.
func (d *dictionary) UnmarshalJSON(content []byte) error {
	if err := json.Unmarshal(content, &d.words); err != nil {
		return err
	}
	d.index = map[string]int{}
	for _, language := range slices.Sorted(maps.Keys(d.words)) {
		for i, word := range d.words[language] {
			d.index[label(word)] = i
		}
	}
	return nil
}

// english returns the labels in English, which every list has.
func (d dictionary) english() []string { return d.words["en"] }

// position returns where a label stands in the template, in any language, -1 if
// it is none.
func (d dictionary) position(text string) int {
	if len(text) > maxLabel {
		return -1
	}
	if i, ok := d.index[label(text)]; ok {
		return i
	}
	return -1
}

// maxLabel is longer than any label, in bytes; texts can be a megabyte.
const maxLabel = 2000

var labelMarks = strings.NewReplacer("’", "'", "‘", "'", "–", " ", "—", " ", "\u00a0", " ", "_", " ", "-", " ", "«", `"`, "»", `"`, "“", `"`, "”", `"`, "„", `"`)

// label makes labels comparable: the template itself has spaces at their ends,
// and providers change case, hyphens, quotes and apostrophes.
func label(s string) string {
	return strings.Join(strings.Fields(labelMarks.Replace(strings.ToLower(s))), " ")
}
