package transparency

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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
	for part, l := range template {
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
	for part, l := range template {
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

// Somebody else matched German and French labels to the English ones. Their list
// states no licence, so that it stays beside the repository. Sections have no
// meaning of their own and are not in it.
func TestLabelsAgreeWithTheCrosswalk(t *testing.T) {
	t.Parallel()
	data := os.Getenv("DSAEVAL_SAMPLES")
	if data == "" {
		data = filepath.Join("..", "..", "..", "shared", "data")
	}
	content, err := os.ReadFile(filepath.Join(data, "annex1-template-xlsx", "template-label-crosswalk.json"))
	if os.IsNotExist(err) {
		t.Skipf("the crosswalk of labels is not there (%v); set DSAEVAL_SAMPLES to the folder of the samples", err)
	}
	require.NoError(t, err)
	var crosswalk struct{ Indicator, Scope map[string]string }
	require.NoError(t, json.Unmarshal(content, &crosswalk))
	require.NotEmpty(t, crosswalk.Indicator)
	require.NotEmpty(t, crosswalk.Scope)
	agree := func(local, english string, list func(labels) dictionary) {
		found := false
		for part, l := range template {
			if want := list(l).position(english); want >= 0 && list(l).position(local) >= 0 {
				found = true
				assert.Equal(t, want, list(l).position(local), "part %d: %q is %q", part, local, english)
			}
		}
		assert.True(t, found, "%q, which is %q, is not known", local, english)
	}
	for local, english := range crosswalk.Indicator {
		agree(local, english, func(l labels) dictionary { return l.Indicators })
	}
	for local, english := range crosswalk.Scope {
		agree(local, english, func(l labels) dictionary { return l.Scopes })
	}
}
