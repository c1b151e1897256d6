package apicheck_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/apicheck"
)

// data are packages whose names are those of the report: each stands for a name in
// its JSON, and none does anything.
var data = map[string]bool{"engine/report": true}

// limit is how many names the packages below engine may export, without those of
// data. Who raises it says in the commit what a program does with the new name.
const limit = 240

// TestLimit counts what programs can come to depend on, and prints it with -v.
func TestLimit(t *testing.T) {
	t.Parallel()
	counts, err := apicheck.Counts(os.DirFS("../.."), "engine")
	require.NoError(t, err)
	names, methods := 0, 0
	for _, c := range counts {
		t.Logf("%-22s %3d names %3d methods", c.Package, len(c.Names), len(c.Methods))
		if !data[c.Package] {
			names += len(c.Names)
			methods += len(c.Methods)
		}
	}
	t.Logf("%-22s %3d names %3d methods", "without data", names, methods)
	require.LessOrEqual(t, names, limit, "exported names; move to internal what no program outside calls")
	require.Greater(t, names, limit-25, "fewer names than the limit allows: lower it")
}
