package page

import (
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

var (
	called  = regexp.MustCompile(`\b(say|count)\(? ?"([a-z._]+)("?)`)
	actions = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	markup  = regexp.MustCompile(`(?s)<[^>]*>`)
	letters = regexp.MustCompile(`\p{L}{2,}`)
)

// TestCatalogue: every text that is asked for is in the catalogue, and nothing else; so
// that another language is another map and nothing more.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	used := map[string]bool{}
	sources, err := fs.Glob(os.DirFS("."), "*.*")
	require.NoError(t, err)
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") || name == "english.go" {
			continue
		}
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, m := range called.FindAllStringSubmatch(string(content), -1) {
			switch {
			case m[1] == "count":
				used[m[2]+".one"], used[m[2]+".many"] = true, true
			case strings.HasSuffix(m[2], "."):
				require.Equal(t, "verdict.", m[2], "a key that is put together is not found where it is used")
			default:
				used[m[2]] = true
			}
		}
		// A key that is chosen among two stands in a map.
		for _, m := range regexp.MustCompile(`: +"(q\.gate[a-z.]*)"`).FindAllStringSubmatch(string(content), -1) {
			used[m[1]] = true
		}
	}
	for _, v := range []report.Verdict{report.Breach, report.Compliant, report.NotApplicable} {
		used["verdict."+string(v)] = true // settledWords
	}
	for key := range used {
		_, known := english[key]
		assert.True(t, known, "%s is asked for and in no catalogue", key)
	}
	for _, key := range slices.Sorted(maps.Keys(english)) {
		assert.True(t, used[key], "%s is in the catalogue and asked for nowhere", key)
	}
}

// TestTemplatesHaveNoWords: what a reader reads comes from the catalogue.
func TestTemplatesHaveNoWords(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(os.DirFS("."), "*.tmpl")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		text := actions.ReplaceAllString(string(content), "")
		for _, attribute := range regexp.MustCompile(`(?:aria-label|title|placeholder|alt)="([^"]*)"`).FindAllStringSubmatch(text, -1) {
			assert.NotRegexp(t, letters, attribute[1], name)
		}
		assert.Empty(t, letters.FindAllString(markup.ReplaceAllString(text, ""), -1), name)
	}
}
