package apicheck_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/apicheck"
)

// limits are how many names each package below engine may export. Who raises one says
// in the commit what a program does with the new name. Those of engine/report and of
// the diff each stand for a name in their JSON.
var limits = map[string]int{
	"engine":              26,
	"engine/ask":          12,
	"engine/ask/calendar": 14,
	"engine/ask/compare":  19,
	"engine/ask/explain":  2,
	"engine/audit":        8,
	"engine/facts":        22,
	"engine/fine":         9,
	"engine/gate":         10,
	"engine/policy":       27,
	"engine/rego":         2,
	"engine/render":       21,
	"engine/render/html":  6, // the page of the command serve shows the picture of fines
	"engine/report":       87,
}

// TestLimits counts what programs can come to depend on, and prints it with -v.
func TestLimits(t *testing.T) {
	t.Parallel()
	counts, err := apicheck.Counts(os.DirFS("../.."), "engine")
	require.NoError(t, err)
	names, methods, values := 0, 0, 0
	for _, c := range counts {
		t.Logf("%-22s %3d names %3d methods %3d values", c.Package, len(c.Names), len(c.Methods), len(c.Values))
		names, methods, values = names+len(c.Names), methods+len(c.Methods), values+len(c.Values)
		limit, known := limits[c.Package]
		assert.True(t, known, "%s: say here how many names it may export, or move it below internal", c.Package)
		assert.LessOrEqual(t, len(c.Names), limit, "%s; move to internal what no program outside calls", c.Package)
	}
	t.Logf("%-22s %3d names %3d methods %3d values", "together", names, methods, values)
}
