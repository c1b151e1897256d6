package facts

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzLoad shows that every file is read or refused with its places, in the order
// of the file; how it is decoded is tested in internal/document.
func FuzzLoad(f *testing.F) {
	full, err := os.ReadFile("testdata/full.yaml")
	require.NoError(f, err)
	f.Add(full)
	for _, seed := range []string{
		"", `{"service": {"name": "A", "states": ["EL"]}}`, "service: {nam: A}", "assessment: {date: 2023-02-30}\nservice: {designation_status: vlpo}",
		"service: {}\nnotices: {submitted_count: 1, lost_count: 2}", "service: {}\nprovenance: {/service/name: [x]}\nsources: {y: {title: z}}",
	} {
		f.Add([]byte(seed))
	}
	schema := smallSchema(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, name := range []string{"f.json", "f.yaml", "f.ndjson"} {
			_, err := schema.Load(name, content)
			if err == nil {
				continue
			}
			var problems Problems
			require.True(t, errors.As(err, &problems), "%v", err)
			lines := strings.Count(string(content), "\n") + 1
			last := 0
			for _, problem := range problems {
				require.NotEmpty(t, problem.Message)
				require.True(t, utf8.ValidString(problem.Error()))
				require.LessOrEqual(t, problem.Position.Line, lines)
				require.GreaterOrEqual(t, problem.Position.Line, last)
				last = problem.Position.Line
			}
		}
	})
}
