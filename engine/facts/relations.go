package facts

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/dsaeval/dsaeval/internal/factschema"
)

// Relations between fields stand in the schema, beside the field:
//
//	"part_of": "whole"            a count that cannot exceed another
//	"not_before": "earlier"       a date that cannot precede another
//	"implied_by": "some_date"     a flag that is true if a date is given, or another fact asserts
//	                              something of what the flag says there is; of several, any
//	"presumed_by": "part"         a flag that is taken to be true where the other fact is given,
//	                              whatever it says: who says what a form lacks has seen a form
//	"present_only_if": "thing"    what cannot be there unless another is
//	"implies": {"is": V, "then": {"field": "other", "is": W}}
//	"excludes": "other"           both cannot be asserted; or {"is": V, "field": "other", "field_is": W}
//	"sum_at_most": {"fields": ["a", "b"], "of": "whole"}   on the object
//
// A name without a dot is a sibling; one with dots starts at the document. Each
// relation takes a list as well; the facts of implied_by and presumed_by are siblings. A relation
// is only checked where both sides are known.

// Relations are what a schema says about values that cannot both be right. They
// are immutable and safe for concurrent use.
type Relations struct {
	root *factschema.Field
	// pairs holds the fields that a field is paired with, in both directions.
	pairs  map[*factschema.Field][]*factschema.Field
	bounds func() *bounds // worked out when first asked for
}

// NewRelations reads the relations of a schema, and nothing else of it. It fails
// on a relation that names a field which does not exist: with a misspelt name it
// would never be checked, and nobody would know.
func NewRelations(bundle map[string]any) (*Relations, error) {
	root, all := factschema.Read(bundle)
	r := relationsOf(root)
	for _, object := range all {
		if err := r.check(object); err != nil {
			return nil, fmt.Errorf("facts schema: %w", err)
		}
	}
	if a, b := r.root.Along(statusPath), r.root.Along(categoriesPath); a != nil && b != nil {
		r.pairs[a], r.pairs[b] = append(r.pairs[a], b), append(r.pairs[b], a)
	}
	return r, nil
}

// relationsOf returns the relations between counts alone.
func relationsOf(root *factschema.Field) *Relations {
	return &Relations{root: root, pairs: map[*factschema.Field][]*factschema.Field{}, bounds: sync.OnceValue(func() *bounds {
		b := &bounds{}
		b.index(root, nil)
		return b
	})}
}

// check makes sure that every name in a relation leads somewhere.
func (r *Relations) check(object *factschema.Field) error {
	for _, name := range object.Names {
		f := object.Properties[name]
		if err := errors.Join(f.Err, checkRole(f)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, ref := range slices.Concat(f.PartOf, f.NotBefore, f.ImpliedBy, f.PresumedBy, f.Wholes) {
			if _, err := r.target(object, name, ref); err != nil {
				return err
			}
		}
		for _, pair := range f.Pairs {
			other, err := r.target(object, name, pair.Other)
			if err != nil {
				return err
			}
			r.pairs[f] = append(r.pairs[f], other)
			r.pairs[other] = append(r.pairs[other], f)
		}
	}
	for _, sum := range object.SumAtMost {
		for _, ref := range append([]string{sum.Of}, sum.Fields...) {
			if _, err := r.target(object, "sum_at_most", ref); err != nil {
				return err
			}
		}
	}
	return nil
}

// target returns the field that a name in a relation stands for.
func (r *Relations) target(object *factschema.Field, name, ref string) (*factschema.Field, error) {
	target := object.Properties[ref]
	if strings.Contains(ref, ".") {
		target = r.root.At(strings.Split(ref, "."))
	}
	if target == nil {
		return nil, fmt.Errorf("%s refers to %s: %w", name, ref, errUnknownField)
	}
	return target, nil
}

// Fields is what the schema says about documents: without a schema, nothing.
func (r *Relations) Fields() *factschema.Field {
	if r == nil {
		return &factschema.Field{}
	}
	return r.root
}

// Paired reports whether some values of a path do not go with some of another.
func (r *Relations) Paired(path Path) bool { return len(r.pairs[r.root.Along(path)]) > 0 }

// PairedWith reports whether some values of the one path do not go with some of
// the other.
func (r *Relations) PairedWith(a, b Path) bool {
	return slices.Contains(r.pairs[r.root.Along(a)], r.root.Along(b))
}

// Known returns what is known where these values are given: with what they imply,
// and without samples that are empty.
func (r *Relations) Known(given *Node) *Node {
	known, _ := usable(given, nil, r, nil)
	return known
}

// Clashes reports whether the value at a path is impossible beside others. Days that
// lie after the assessment date do not: see [Facts.WithAssessmentDate].
func (r *Relations) Clashes(known *Node, at Path) bool {
	pointer := at.Pointer()
	return slices.ContainsFunc(r.Impossible(known), func(paths []Path) bool {
		return slices.ContainsFunc(paths, func(p Path) bool { return p.Pointer() == pointer })
	})
}

// Impossible returns the paths of the values that can never be known together:
// those that contradict each other, and an empty sample beside a whole that is
// not empty, which is set aside.
func (r *Relations) Impossible(known *Node) [][]Path {
	found := r.Contradictions(known)
	s := samples{root: known, relations: r}
	s.walk(known, r.root, nil)
	for _, sample := range s.found {
		if sample.impossible {
			found = append(found, sample.paths)
		}
	}
	return found
}

// Contradictions returns the paths of the values that cannot all be right, those
// of each broken relation together.
func (r *Relations) Contradictions(known *Node) [][]Path {
	c := contradictions{root: known}
	c.walk(known, r.root, nil)
	c.categories(true)
	date := Path{"assessment", "date"}.Pointer()
	return slices.DeleteFunc(c.found, func(paths []Path) bool {
		return slices.ContainsFunc(paths, func(p Path) bool { return p.Pointer() == date })
	})
}

// contradictions finds values that cannot both be right.
type contradictions struct {
	root     *Node
	problems Problems
	found    [][]Path
}

// add notes a contradiction that the value at the first of the paths takes part in.
func (c *contradictions) add(n *Node, message, hint string, paths ...Path) {
	c.problems = append(c.problems, Problem{Position: n.Position, Pointer: paths[0].Pointer(), Message: message, Hint: hint})
	c.found = append(c.found, paths)
}

// walk checks all relations that the schema states about a value and what is in it.
func (c *contradictions) walk(n *Node, f *factschema.Field, path Path) {
	if n == nil || f == nil {
		return
	}
	for i, element := range n.Elements {
		c.walk(element, f.Items, append(path, i))
	}
	at := side{object: n, path: path}
	for _, member := range n.Members {
		rule := f.Step(member.Key)
		if rule == nil {
			continue
		}
		at.key = member.Key
		for _, ref := range rule.PartOf {
			c.part(member.Value, at, ref)
		}
		for _, ref := range rule.NotBefore {
			c.order(member.Value, at, ref)
		}
		for _, ref := range rule.ImpliedBy {
			c.implied(member.Value, at, ref)
		}
		for _, pair := range rule.Pairs {
			c.pair(member.Value, at, pair)
		}
		c.walk(member.Value, rule, append(path, member.Key))
	}
	for _, sum := range f.SumAtMost {
		c.sum(at, sum)
	}
}

// beside says, in brackets after it, where the other side of a relation stands;
// nothing of a value that comes from no file.
func beside(at Position) string {
	if at.Line == 0 {
		return ""
	}
	return fmt.Sprintf(" (line %d, column %d)", at.Line, at.Column)
}

// firstAt says where a key stood before; nothing of one that comes from no file.
func firstAt(at Position) string {
	if at.Line == 0 {
		return ""
	}
	return fmt.Sprintf("; first at line %d, column %d", at.Line, at.Column)
}
