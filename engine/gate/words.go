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

// wordsOf returns the words that a field can be, if they are few.
func wordsOf(n ast.Node) *exact.Words {
	member, ok := n.(*ast.MemberNode)
	if !ok {
		return nil
	}
	field, ok := member.Property.(*ast.StringNode)
	if !ok || !slices.Contains([]reflect.Type{reflect.TypeFor[findingFacts](), reflect.TypeFor[obligationFacts]()}, member.Node.Type()) {
		return nil
	}
	if each := closed[field.Value]; each != nil {
		return &exact.Words{Of: field.Value, Each: each}
	}
	return nil
}
