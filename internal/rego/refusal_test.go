package rego

import (
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// TestRefusals shows what is refused, with its place, and that one question that
// is refused takes no other with it.
func TestRefusals(t *testing.T) {
	t.Parallel()
	schema, _ := factschema.Read(map[string]any{"properties": map[string]any{"shop": map[string]any{"properties": map[string]any{
		"open": map[string]any{"type": "boolean"}, "name": map[string]any{"type": "string"},
	}}}})
	module := ast.MustParseModuleWithOpts(`package house

plain if input.shop.open

builtin if regex.match("^A", input.shop.name)

section if count(input.shop) > 1

walked if input.shop[_] == "A"

object if {x: 1 | x := input.shop.name}[input.shop.name] == 1
`, ast.ParserOptions{})
	compiler := ast.NewCompiler()
	compiler.Compile(map[string]*ast.Module{"house.rego": module})
	require.False(t, compiler.Failed(), "%v", compiler.Errors)
	want := map[string]string{
		"builtin": "the builtin regex.match",
		"section": "a whole section of the facts",
		"walked":  "a loop over the facts of a section",
		"object":  "an object comprehension",
	}
	questions := []Question{{Name: "plain", Kind: rules.Holds, Rule: ast.MustParseRef("data.house.plain")}}
	for name := range want {
		questions = append(questions, Question{Name: name, Kind: rules.Holds, Rule: ast.MustParseRef("data.house." + name)})
	}
	lowered := Lower(compiler, questions, Options{Schema: schema})
	require.Contains(t, lowered.Roots, "plain")
	for name, reason := range want {
		refusal := lowered.Refused[name]
		require.NotNil(t, refusal, name)
		require.Equal(t, reason, refusal.Message)
		require.NotZero(t, refusal.Position.Line, name)
	}
}
