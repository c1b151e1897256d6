package opa

import (
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/require"
)

// TestEveryBuiltinIsDecided walks all builtins that OPA has, so that a new one is
// refused until somebody has looked at it and says so here.
func TestEveryBuiltinIsDecided(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, builtin := range ast.Builtins {
		known[builtin.Name] = true
		if _, decided := whyRefused(builtin.Name); decided && !allowed[builtin.Name] {
			continue
		}
		require.Truef(t, allowed[builtin.Name], "%s is neither allowed nor refused: decide in builtins.go", builtin.Name)
		require.Falsef(t, builtin.Nondeterministic, "%s is allowed and does not always answer the same", builtin.Name)
	}
	for name := range allowed {
		require.Truef(t, known[name], "%s is allowed and does not exist", name)
	}
	for prefix := range refused {
		found := false
		for name := range known {
			found = found || !allowed[name] && (name == prefix || strings.HasPrefix(name, prefix+"."))
		}
		require.Truef(t, found, "%s is refused and does not exist", prefix)
	}
}
