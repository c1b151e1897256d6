package sor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSubmittedIsOnlyKnownWithoutGaps: what was not counted must not be judged
// as not sent, so the fact is left out wherever a statement may be missing.
func TestSubmittedIsOnlyKnownWithoutGaps(t *testing.T) {
	t.Parallel()
	good := edited()
	day := func(n string) string { return strings.ReplaceAll(good, "2025-07-01", n) }
	for _, test := range []struct {
		note   string
		files  map[string][]string
		period Period
		reason string
	}{
		{"one day, whole", map[string][]string{"sor-global-2025-07-01-full.csv": {good}}, All, ""},
		{"two days", map[string][]string{"sor-global-2025-07-01-full.csv": {good}, "sor-global-2025-07-02-full.csv": {day("2025-07-02")}}, All, ""},
		{"a rejected row", map[string][]string{"sor-global-2025-07-01-full.csv": {good, uuidB + ",no"}}, All, "1 rows were rejected"},
		{"a rejected row of another platform", map[string][]string{"sor-example-2025-07-01-full.csv": {good}, "sor-x-2025-07-01-full.csv": {strings.Replace(good, "Example", "X", 1), uuidB + ",no"}}, All, ""},
		{"a missing day", map[string][]string{"sor-global-2025-07-01-full.csv": {good}, "sor-global-2025-07-03-full.csv": {day("2025-07-03")}}, All, "1 of 3 days are missing"},
		{"a day of another platform", map[string][]string{"sor-example-2025-07-01-full.csv": {good}, "sor-x-2025-07-02-full.csv": {strings.Replace(day("2025-07-02"), "Example", "X", 1)}}, All, "1 of 2 days are missing"},
		{"a part of a day", map[string][]string{"sor-global-2025-07-01-full-00000-00000.csv": {good}}, All, "1 files are parts of a day"},
		{"no days in the names", map[string][]string{"july.csv": {good}}, All, ""},
		{"no days in the names, and a named period", map[string][]string{"july.csv": {good}}, Month, "the names of the files do not tell which days"},
		{"a named period", map[string][]string{"sor-global-2025-07-01-full.csv": {good}}, Month, ""},
	} {
		folder := t.TempDir()
		for name, rows := range test.files {
			require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(smallHeader+"\n"+strings.Join(rows, "\n")+"\n"), 0o644))
		}
		total, err := Import(t.Context(), []string{folder}, nil, Options{Grouping: Grouping{Period: test.period}})
		require.NoError(t, err, test.note)
		documents, err := total.Facts()
		require.NoError(t, err)
		loaded, err := factsSchema(t).Load(documents[0].Name, documents[0].YAML())
		require.NoError(t, err, "%s", documents[0].YAML())
		_, known := loaded[0].At("/statements_of_reasons/sor_submitted_to_database_count")
		require.Equal(t, test.reason == "", known, test.note)
		require.Contains(t, string(documents[0].YAML()), test.reason, test.note)
	}
}
