//go:build shared

// The JSON-Schema-Test-Suite may not be copied here; it lies beside the repository.

package schemacheck_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
)

// suiteCase is one schema of the suite with the documents that it is tried on.
type suiteCase struct {
	Description string
	Schema      any
	Tests       []struct {
		Description string
		Data        any
		Valid       bool
	}
}

func readSuite(t *testing.T) map[string][]suiteCase {
	t.Helper()
	const dir = "../../../shared/data/json-schema-test-suite"
	all := map[string][]suiteCase{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".json" {
			return err
		}
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		decoder := json.NewDecoder(bytes.NewReader(content))
		decoder.UseNumber()
		var cases []suiteCase
		require.NoError(t, decoder.Decode(&cases), path)
		name, err := filepath.Rel(dir, path)
		all[name] = cases
		return err
	}))
	return all
}

// TestSuite runs the suite of draft 2020-12. What the suite says of formats goes
// beyond what the validator checks; there, the validator is what counts.
func TestSuite(t *testing.T) {
	t.Parallel()
	var checked, notChecked, validatorDiffers int
	for name, cases := range readSuite(t) {
		format := strings.HasPrefix(name, "optional-format")
		for _, c := range cases {
			checker, err := compile(c.Schema)
			if err != nil {
				t.Logf("%s: %s: %v", name, c.Description, err)
				notChecked += len(c.Tests)
				continue
			}
			validator, err := validator(c.Schema)
			require.NoError(t, err, c.Description)
			for _, test := range c.Tests {
				where := name + ": " + c.Description + ": " + test.Description
				checked++
				have := checker.Accepts(document.NodeOf(test.Data))
				want := validator.Validate(test.Data) == nil
				require.Equal(t, want, have, where)
				if want != test.Valid {
					validatorDiffers++
					require.True(t, format, where)
				}
			}
		}
	}
	t.Logf("%d tests agree, %d are about schemas that are not checked here, none differs; in %d the validator differs from the suite",
		checked, notChecked, validatorDiffers)
	require.Greater(t, checked, 600)
}
