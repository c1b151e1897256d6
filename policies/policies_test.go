package policies_test

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/policytest"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

var background = context.Background()

// source is the policies of the repository or, for tools that change them, those
// of the directory that DSAEVAL_POLICIES names.
func source() policy.Source {
	if dir := os.Getenv("DSAEVAL_POLICIES"); dir != "" {
		return policy.Source{Name: "policies", FS: os.DirFS(dir)}
	}
	return policy.Source{Name: "policies", FS: policies.FS()}
}

// opened is the policies of the repository with their cases, loaded once for all
// tests.
var opened = sync.OnceValues(func() (*policytest.Suite, error) {
	return policytest.Open(background, policytest.Options{
		Policies: []policy.Source{source()},
		Cases:    policy.Source{Name: "policies", FS: os.DirFS(".")},
	})
})

func suite(t testing.TB) *policytest.Suite {
	t.Helper()
	suite, err := opened()
	require.NoError(t, err)
	return suite
}

func load(t testing.TB) *policy.Set {
	t.Helper()
	return suite(t).Set()
}

// factsBundle returns the schema of the facts.
func factsBundle(t testing.TB) map[string]any {
	t.Helper()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	return bundle
}

// flat is facts as dotted paths.
type flat = policytest.Facts

// over returns facts with others laid over them.
func over(t testing.TB, base flat, others ...flat) flat {
	t.Helper()
	return suite(t).Over(base, others...)
}

// documentOf makes valid facts of dotted paths.
func documentOf(t testing.TB, f flat) *facts.Facts {
	t.Helper()
	made, err := suite(t).Document(f)
	require.NoError(t, err)
	return made
}

func service(t testing.TB, name string) flat {
	t.Helper()
	f, ok := suite(t).Service(name)
	require.True(t, ok, "no service is called %s", name)
	return f
}

// casesOf returns what stands beside an obligation.
func casesOf(t testing.TB, o *policy.Obligation) *policytest.File {
	t.Helper()
	file, ok := suite(t).File(o)
	require.True(t, ok, "there are no cases beside %s", o.File())
	return file
}

// kept are the facts of a service that keeps an obligation.
func kept(t testing.TB, o *policy.Obligation) flat {
	t.Helper()
	file := casesOf(t, o)
	return over(t, service(t, file.Service), file.Compliant)
}

// judge gives the verdict on one obligation.
func judge(t testing.TB, o *policy.Obligation, f flat) report.Obligation {
	t.Helper()
	got, err := suite(t).Judge(background, o, f, nil)
	require.NoError(t, err)
	return got
}
