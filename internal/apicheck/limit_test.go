package apicheck_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/apicheck"
)

// limits are how many names each package below engine may export: types, functions,
// variables and loose constants. Structs with json tags and the words of enumerations
// are counted apart and have no limit here, as the schemas bound them. Who raises one
// says in the commit what a program does with the new name.
var limits = map[string]int{
	"engine":              26,
	"engine/ask":          7,
	"engine/ask/calendar": 9,
	"engine/ask/compare":  7,
	"engine/ask/explain":  2,
	"engine/audit":        8,
	"engine/facts":        17, // Builtin, for who reads facts without an engine
	"engine/fine":         9,
	"engine/gate":         11,
	"engine/policy":       22,
	"engine/rego":         2,
	"engine/render":       21,
	"engine/render/html":  4, // the page of the command serve shows the picture of fines
	"engine/report":       33,
}

// TestLimits counts what programs can come to depend on, and prints it with -v.
func TestLimits(t *testing.T) {
	t.Parallel()
	counts, err := apicheck.Counts(os.DirFS("../.."), "engine")
	require.NoError(t, err)
	names, methods, data, values := 0, 0, 0, 0
	for _, c := range counts {
		t.Logf("%-22s %3d names %3d methods %3d data %3d values", c.Package, len(c.Names), len(c.Methods), len(c.Data), len(c.Values))
		names, methods, data, values = names+len(c.Names), methods+len(c.Methods), data+len(c.Data), values+len(c.Values)
		limit, known := limits[c.Package]
		assert.True(t, known, "%s: say here how many names it may export, or move it below internal", c.Package)
		assert.LessOrEqual(t, len(c.Names), limit, "%s; move to internal what no program outside calls", c.Package)
	}
	t.Logf("%-22s %3d names %3d methods %3d data %3d values", "together", names, methods, data, values)
}
