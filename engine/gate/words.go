package gate

import (
	"reflect"
	"slices"

	"github.com/expr-lang/expr/ast"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
)

// closed are the fields of findings and obligations that hold one of a few words.
// A gate that compares them with any other word would never close.
var closed = map[string][]string{
	"addressee": vocabulary.Texts(report.Addressees()),
	"kind":      vocabulary.Texts(report.Kinds()),
	"penalty":   vocabulary.Texts(report.Penalties()),
	"verdict":   vocabulary.Texts(report.Verdicts()),
	// Empty where nothing was found that has a basis.
	"basis":  append(vocabulary.Texts(report.Bases()), ""),
	"status": append(vocabulary.Texts(report.Statuses()), ""),
}

// wordsAmong returns what says which words a field can be, if they are few or the names
// are known.
func wordsAmong(known []map[string][]string) func(n ast.Node) *exact.Words {
	names := map[string]*exact.Words{}
	for field, each := range closed {
		names[field] = &exact.Words{Of: field, Each: each}
	}
	for _, k := range known {
		for field, each := range k {
			names[field] = &exact.Words{Of: field, Each: each}
		}
	}
	return func(n ast.Node) *exact.Words {
		member, ok := n.(*ast.MemberNode)
		if !ok {
			return nil
		}
		field, ok := member.Property.(*ast.StringNode)
		if !ok || !slices.Contains(named, member.Node.Type()) {
			return nil
		}
		return names[field.Value]
	}
}

// named are the types whose fields hold words and names.
var named = []reflect.Type{reflect.TypeFor[findingFacts](), reflect.TypeFor[obligationFacts](), reflect.TypeFor[infringementFact]()}
