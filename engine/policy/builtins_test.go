package policy

import (
	"slices"
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

// TestWhatPoliciesMayNotSee shows that nothing of the machine, the clock or the
// network reaches a rule, and nothing without a bound.
func TestWhatPoliciesMayNotSee(t *testing.T) {
	t.Parallel()
	calls := []string{
		`time.clock([1700000000000000000, "Local"])[0] == 22`, `time.parse_ns("MST", "CET") > 0`, `time.now_ns() > 0`,
		"crypto.x509.parse_and_verify_certificates(`x`)[0]", `io.jwt.decode_verify("x", {})[0]`,
		`bits.lsh(1, 100000000000) > 0`, `count(numbers.range(1, 1000000000)) > 0`, `count(net.cidr_expand("::/0")) > 0`,
		`count(graph.reachable_paths({}, {1})) > 0`, `opa.runtime().env.HOME == "x"`, `http.send({})`, `rand.intn("x", 2) == 1`,
		`uuid.rfc4122("x") == "x"`, `trace("x")`, `rego.parse_module("x", "package y")`, `glob.match("*", [], "x")`, `yaml.unmarshal("x")`,
	}
	for part := range slices.Chunk(calls, 9) { // the compiler tells of ten errors at a time
		body := "\t" + strings.Join(part, "\n\t")
		_, err := loadWith(t, map[string]string{"one.rego": header + "# METADATA\n# title: It was found\nbreach contains \"found\" if {\n" + body + "\n}\n"})
		require.Error(t, err)
		for _, call := range part {
			name, _, _ := strings.Cut(strings.TrimPrefix(call, "count("), "(")
			require.Contains(t, err.Error(), "policies may not use "+name+": ")
		}
	}
}
