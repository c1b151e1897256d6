package opa

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/rules"
)

// possible returns the values that a fact which is not known can turn out to
// have, if they are few: those of its domain that contradict nothing that is
// known, or that there is nothing where something would. It reports whether what
// is known leaves fewer than the schema does.
func (k Knowledge) possible(fact ast.Ref) (values []ast.Value, narrowed bool) {
	domain := Domain(k.schema, fact)
	if !k.schema.Relations.Paired(PathTo(fact)) {
		return domain, false
	}
	if domain == nil {
		// Of the many values only those matter that say there is something.
		nothing, something := Nothing(k.schema, fact)
		if nothing != nil && k.contradicts(fact, something) && !k.contradicts(fact, nothing) {
			return []ast.Value{nothing}, true
		}
		return nil, false
	}
	for _, value := range domain {
		if !k.contradicts(fact, value) {
			values = append(values, value)
		}
	}
	return values, len(values) < len(domain)
}

// contradicts reports whether a fact with that value would contradict what is known.
func (k Knowledge) contradicts(fact ast.Ref, value ast.Value) bool {
	narrowed, ok := k.With(fact, value)
	return ok && narrowed.Clashes(fact)
}

// Clashes reports whether a fact contradicts others that are known.
func (k Knowledge) Clashes(fact ast.Ref) bool {
	return k.schema.Relations.Clashes(k.Known(), PathTo(fact))
}

// paired reports whether some values of one fact go only with some of the other.
func paired(s rules.Schema, a, b ast.Ref) bool { return s.Relations.PairedWith(PathTo(a), PathTo(b)) }

// Nothing returns the value with which a number or a list says that there is
// nothing, and one that says there is something.
func Nothing(s rules.Schema, fact ast.Ref) (nothing, something ast.Value) {
	switch f := s.At(PathTo(fact)); {
	case f.IsNumber():
		return ast.Number("0"), ast.Number("1")
	case f.Is("array") && !f.ArrayOfObjects():
		return ast.NewArray(), ast.NewArray(ast.StringTerm("x"))
	default:
		return nil, nil
	}
}

// Domain returns the values that a fact can take if they are few: those of a
// boolean or of an enumeration.
func Domain(s rules.Schema, ref ast.Ref) []ast.Value {
	f := s.At(PathTo(ref))
	switch {
	case f == nil:
		return nil
	case len(f.Enum) > 0:
		var values []ast.Value
		for _, word := range f.Enum {
			values = append(values, ast.String(word))
		}
		return values
	case f.Is("boolean"):
		return []ast.Value{ast.Boolean(false), ast.Boolean(true)}
	}
	return nil
}
