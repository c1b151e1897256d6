package records_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/dsaeval/dsaeval/"

// The engine judges facts from anywhere. A program that only evaluates does not
// compile readers of workbooks, and a new source of facts changes no verdict.
func TestEngineImportsNoRecords(t *testing.T) {
	t.Parallel()
	deps := dependencies(t, module+"engine/...")
	assert.Contains(t, deps, module+"engine/facts", "the list is that of the engine")
	for _, path := range deps {
		assert.False(t, strings.HasPrefix(path, module+"records"), "engine imports %s", path)
	}
}

// dependencies lists the packages that match a pattern and all that they import,
// tests not included.
func dependencies(t *testing.T, pattern string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", pattern).Output()
	require.NoError(t, err)
	return strings.Fields(string(out))
}
