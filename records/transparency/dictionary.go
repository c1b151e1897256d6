package transparency

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// dictionary is a list of labels in several languages, in the order of the
// template, which gives them their meaning.
type dictionary struct {
	words map[string][]string // by language
	index map[string]int      // by what is compared
	tight map[string]int      // by that without its blanks; -1 where labels share it
}

// UnmarshalJSON reads {"en": ["Scope", ...], "de": [...]}.
func (d *dictionary) UnmarshalJSON(content []byte) error {
	if err := json.Unmarshal(content, &d.words); err != nil {
		return err
	}
	d.index, d.tight = map[string]int{}, map[string]int{}
	for _, language := range slices.Sorted(maps.Keys(d.words)) {
		for i, word := range d.words[language] {
			d.index[label(word)] = i
			if other, taken := d.tight[tight(word)]; taken && other != i {
				d.tight[tight(word)] = -1
			} else {
				d.tight[tight(word)] = i
			}
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
	plain := label(text)
	if i, ok := d.index[plain]; ok {
		return i
	}
	if strings.ContainsRune(plain, lost) {
		return d.damaged(plain)
	}
	// A no-break space that was lost leaves two words as one.
	if i, ok := d.tight[strings.ReplaceAll(plain, " ", "")]; ok {
		return i
	}
	if bare := withoutPointer(plain); bare != plain {
		return d.position(bare)
	}
	return d.misspelt(plain)
}

// misspelt returns where the one label stands from which a text differs by a slip,
// -1 if there is none or more than one. In short labels a letter can make another.
func (d dictionary) misspelt(text string) int {
	if len(text) < minSlip {
		return -1
	}
	found := -1
	for known, i := range d.index {
		if i == found || len(known) < minSlip || !oneSlip(text, known) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// minSlip is how long a label is, in bytes, of which a slip makes no other.
const minSlip = 10

// pointer is what a label has at its end that belongs to a note: "(1)", "[2]", "*".
var pointer = lazy.NewRegexp(`(?:\s*(?:[*†‡:.¹²³⁴⁵]|\(\d{1,2}\)|\[\d{1,2}\]))+$`)

func withoutPointer(label string) string { return pointer.ReplaceAllString(label, "") }

// whole reports whether a text is a label as it stands, without a guess at what was
// lost of it.
func (d dictionary) whole(text string) bool {
	_, ok := d.index[label(text)]
	return ok
}

// lost is what programs put in the place of a character that they cannot read.
const lost = '\uFFFD'

// damaged returns where the one label stands that a text with lost characters can
// be, -1 if there is none or more than one. For each stands one character, a blank
// or nothing; most of the text has to be left.
func (d dictionary) damaged(text string) int {
	pieces := strings.Split(text, string(lost))
	if left := strings.Join(pieces, ""); len(pieces) > maxLost || len(left) < 4*len(pieces) {
		return -1
	}
	first, last := strings.TrimSpace(pieces[0]), strings.TrimSpace(pieces[len(pieces)-1])
	var pattern *regexp.Regexp
	found := -1
	for known, i := range d.index {
		if i == found || !strings.HasPrefix(known, first) || !strings.HasSuffix(known, last) {
			continue
		}
		// Only few cells come as far as this.
		if pattern == nil {
			pattern = afterLoss(pieces)
		}
		if !pattern.MatchString(known) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// afterLoss matches what pieces of a text can be left of.
func afterLoss(pieces []string) *regexp.Regexp {
	quoted := make([]string, len(pieces))
	for i, piece := range pieces {
		quoted[i] = regexp.QuoteMeta(strings.TrimSpace(piece))
	}
	return regexp.MustCompile(`^` + strings.Join(quoted, ` ?.? ?`) + `$`)
}

// maxLost is how many lost characters a label may have.
const maxLost = 16

// maxLabel is longer than any label, in bytes; texts can be a megabyte.
const maxLabel = 2000

var labelMarks = strings.NewReplacer("’", "'", "‘", "'", "–", " ", "—", " ", "\u00a0", " ", "_", " ", "-", " ", "«", `"`, "»", `"`, "“", `"`, "”", `"`, "„", `"`)

// tight is a label without its blanks.
func tight(s string) string { return strings.ReplaceAll(label(s), " ", "") }

// label makes labels comparable: the template itself has spaces at their ends,
// and providers change case, hyphens, quotes and apostrophes.
func label(s string) string {
	return strings.Join(strings.Fields(labelMarks.Replace(strings.ToLower(s))), " ")
}
