package transparency

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func (l labels) lists() map[string]dictionary {
	return map[string]dictionary{
		"columns": l.Columns, "indicators": l.Indicators, "scopes": l.Scopes,
		"applicability": l.Applicability, "placeholders": l.Placeholders,
	}
}

// The order gives labels their meaning, so that a list with one too few would
// shift all that follow.
func TestLabelsAreAsManyAsInEnglish(t *testing.T) {
	t.Parallel()
	for part, l := range template() {
		for kind, list := range l.lists() {
			for language, words := range list.words {
				assert.Len(t, words, len(list.english()), "part %d, %s, %s", part, kind, language)
				assert.NotContains(t, words, "", "part %d, %s, %s", part, kind, language)
			}
		}
	}
}

// A label is looked up in all languages at once. It must mean the same in each,
// also without the marks and the case that are not compared.
func TestLabelsMeanOneThing(t *testing.T) {
	t.Parallel()
	for part, l := range template() {
		for kind, list := range l.lists() {
			meaning := map[string]int{}
			for language, words := range list.words {
				for i, word := range words {
					known, found := meaning[label(word)]
					if found {
						assert.Equal(t, known, i, "part %d, %s, %s: %q", part, kind, language, word)
					}
					meaning[label(word)] = i
				}
			}
		}
	}
}
