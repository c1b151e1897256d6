package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// possible returns the values that a fact which is not known can turn out to
// have, if they are few: those of its domain that contradict nothing that is
// known, or that there is nothing where something would. It reports whether what
// is known leaves fewer than the schema does.
func (w world) possible(fact ast.Ref) (values []ast.Value, narrowed bool) {
	domain := w.schema.domain(fact)
	if !w.schema.relations.Paired(pathTo(fact)) {
		return domain, false
	}
	if domain == nil {
		// Of the many values only those matter that say there is something.
		nothing, something := w.schema.nothing(fact)
		if nothing != nil && w.contradicts(fact, something) && !w.contradicts(fact, nothing) {
			return []ast.Value{nothing}, true
		}
		return nil, false
	}
	for _, value := range domain {
		if !w.contradicts(fact, value) {
			values = append(values, value)
		}
	}
	return values, len(values) < len(domain)
}

// contradicts reports whether a fact with that value would contradict what is known.
func (w world) contradicts(fact ast.Ref, value ast.Value) bool {
	narrowed, ok := w.with(fact, value)
	return ok && narrowed.clashes(fact)
}

// clashes reports whether a fact contradicts others of the world.
func (w world) clashes(fact ast.Ref) bool {
	return w.schema.relations.Clashes(w.known(), pathTo(fact))
}

// paired reports whether some values of one fact go only with some of the other.
func (s factSchema) paired(a, b ast.Ref) bool { return s.relations.PairedWith(pathTo(a), pathTo(b)) }

// nothing returns the value with which a number or a list says that there is
// nothing, and one that says there is something.
func (s factSchema) nothing(fact ast.Ref) (nothing, something ast.Value) {
	switch f := s.at(pathTo(fact)); {
	case f.IsNumber():
		return ast.Number("0"), ast.Number("1")
	case f.Is("array") && !f.ArrayOfObjects():
		return ast.NewArray(), ast.NewArray(ast.StringTerm("x"))
	default:
		return nil, nil
	}
}

// domain returns the values that a fact can take if they are few: those of a
// boolean or of an enumeration.
func (s factSchema) domain(ref ast.Ref) []ast.Value {
	f := s.at(pathTo(ref))
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
