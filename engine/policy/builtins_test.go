package policy

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

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
