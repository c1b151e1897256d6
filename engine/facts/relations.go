package facts

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// Relations between fields stand in the schema, beside the field:
//
//	"part_of": "whole"            a count that cannot exceed another
//	"not_before": "earlier"       a date that cannot precede another
//	"implied_by": "some_date"     a flag that is true if a date is given, or another fact asserts
//	                              something of what the flag says there is; of several, any
//	"sum_at_most": {"fields": ["a", "b"], "of": "whole"}   on the object
//
// A name without a dot is a sibling; one with dots starts at the document.
// part_of, not_before and implied_by, whose facts are siblings, take a list of names
// as well, sum_at_most a list of objects. A relation is only checked where both sides are known.

// checkRelations makes sure that every name in a relation leads somewhere.
func (s *Schema) checkRelations(fields []*field) error {
	for _, object := range fields {
		for _, name := range object.names {
			f := object.properties[name]
			if err := s.checkNames(object, name, slices.Concat(f.partOf, f.notBefore, f.impliedBy, f.wholes)); err != nil {
				return err
			}
			if err := f.checkRole(); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		for _, sum := range object.sumAtMost {
			if err := s.checkNames(object, "sum_at_most", append([]string{sum.of}, sum.fields...)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Schema) checkNames(object *field, name string, refs []string) error {
	for _, ref := range refs {
		target := object.properties[ref]
		if strings.Contains(ref, ".") {
			target = s.at(strings.Split(ref, "."))
		}
		if target == nil {
			return fmt.Errorf("%s refers to %s: %w", name, ref, errUnknownField)
		}
	}
	return nil
}

// contradictions finds values that cannot both be right.
type contradictions struct {
	root     *Node
	problems Problems
}

func (c *contradictions) add(n *Node, path Path, message, hint string) {
	c.problems = append(c.problems, Problem{n.Position, path.Pointer(), message, hint})
}

// walk checks all relations that the schema states about a value and what is in it.
func (c *contradictions) walk(n *Node, f *field, path Path) {
	if n == nil || f == nil {
		return
	}
	for i, element := range n.Elements {
		c.walk(element, f.items, path.with(i))
	}
	for _, member := range n.Members {
		rule := f.step(member.Key)
		if rule == nil {
			continue
		}
		at := path.with(member.Key)
		for _, ref := range rule.partOf {
			c.part(n, path, at, ref)
		}
		for _, ref := range rule.notBefore {
			c.order(n, path, at, ref)
		}
		for _, ref := range rule.impliedBy {
			c.implied(n, path, at, ref)
		}
		c.walk(member.Value, rule, at)
	}
	for _, sum := range f.sumAtMost {
		c.sum(n, path, sum)
	}
}

// find returns the value that a name in a relation stands for.
func (c *contradictions) find(path Path, ref string) (*Node, Path) { return named(c.root, path, ref) }

func (c *contradictions) part(siblings *Node, path, at Path, ref string) {
	part := siblings.child(at[len(at)-1].(string))
	whole, wholeAt := c.find(path, ref)
	if part.Kind != Number || whole == nil || whole.Kind != Number || rational(part).Cmp(rational(whole)) <= 0 {
		return
	}
	c.add(part, at, fmt.Sprintf("%s is %s, more than the %s of %s (line %d)",
		at, show(part), show(whole), wholeAt, whole.Position.Line),
		"a part cannot be greater than the whole; one of the two is wrong, or they were counted over different periods")
}

func (c *contradictions) order(siblings *Node, path, at Path, ref string) {
	later := siblings.child(at[len(at)-1].(string))
	earlier, earlierAt := c.find(path, ref)
	if date(later) == "" || date(earlier) == "" || date(later) >= date(earlier) {
		return
	}
	c.add(later, at, fmt.Sprintf("%s is %s, before %s, which is %s (line %d)",
		at, later.Text, earlierAt, earlier.Text, earlier.Position.Line), "")
}

func (c *contradictions) implied(siblings *Node, path, at Path, ref string) {
	flag := siblings.child(at[len(at)-1].(string))
	sign := siblings.child(ref)
	if flag.Kind != Bool || flag.Bool || !asserted(sign) {
		return
	}
	given, remove := "given", "remove the date"
	if date(sign) == "" {
		given, remove = show(sign), "correct the other"
	}
	c.add(flag, at, fmt.Sprintf("%s is false, but %s is %s (line %d)",
		at, path.with(ref), given, sign.Position.Line),
		"write true, leave the flag out, or "+remove)
}

// asserted reports whether a value says that there is something: true, above 0, a
// day or a word, a list that is not empty.
func asserted(n *Node) bool { return n.known() && n.Kind != Object && !empty(n) }

func (c *contradictions) sum(n *Node, path Path, s sum) {
	whole, wholeAt := c.find(path, s.of)
	if whole == nil || whole.Kind != Number {
		return
	}
	total := new(big.Rat)
	var last *Node
	var lastAt Path
	var names []string
	for _, name := range s.fields {
		part, at := c.find(path, name)
		if part == nil || part.Kind != Number {
			continue // counts are never negative: the known ones alone may be too many
		}
		total.Add(total, rational(part))
		names = append(names, at.String())
		if last == nil || part.Position.Line >= last.Position.Line {
			last, lastAt = part, at
		}
	}
	// A single part is a matter of partOf.
	if len(names) < 2 || total.Cmp(rational(whole)) <= 0 {
		return
	}
	c.add(last, lastAt, fmt.Sprintf("%s together are %s, more than the %s of %s (line %d)",
		strings.Join(names, " and "), total.RatString(), show(whole), wholeAt, whole.Position.Line), "")
}
