package policy

import (
	"context"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/opa"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// load is Load with the compiler that engine/rego brings.
func load(ctx context.Context, options Options) (*Set, error) {
	options.FrontEnd = opa.FrontEnd{}
	return Load(ctx, options)
}

// knowledge is what is known of a document as OPA has it.
type knowledge = opa.Knowledge

func knowledgeOf(input ast.Value, unknowns []ast.Ref, schema factSchema) knowledge {
	return opa.KnowledgeOf(input, unknowns, schema.asRules(), described{schema.root})
}

func newKnowledge(f *facts.Facts, schema factSchema) (knowledge, error) {
	return opa.NewKnowledge(f, schema.asRules(), described{schema.root})
}

// opaDocument answers about a document by OPA.
func opaDocument(b *prepared, w knowledge) fallback {
	return fallback{opa.DocumentOf(b.oracle.(*opa.Oracle), w)}
}

// byOPA answers one question by OPA.
func byOPA(q opa.Query, w knowledge) (outcome, error) {
	return outcomeOf(opa.Partial{}.Decide(context.Background(), q, w))
}

func (s factSchema) domain(ref ast.Ref) []ast.Value { return opa.Domain(s.asRules(), ref) }

func (s factSchema) nothing(ref ast.Ref) (nothing, something ast.Value) {
	return opa.Nothing(s.asRules(), ref)
}

var _ rules.Schema
