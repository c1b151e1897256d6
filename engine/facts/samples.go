package facts

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// What a count is drawn from stands in the schema, beside the field:
//
//	"x-role": "sample"   so many were looked at or exist; 0 of them show nothing about the rest
//	"x-role": "class"    those of the sample that part_of names which are of some kind
//	"x-whole": "fact"    or a list: where one of these is known to be 0, false or empty, 0 is the answer
//	"x-count": "reason"  why a count that looks like a sample is none
//
// Names are written as in relations. A 0 that is not the answer is set aside.

const (
	roleSample = "sample"
	roleClass  = "class"
)

// checkRole refuses what would quietly leave a count without its role.
func (f *field) checkRole() error {
	switch {
	case f.role != "" && f.role != roleSample && f.role != roleClass:
		return fmt.Errorf("x-role is %s; expected %s or %s", quoted(f.role), roleSample, roleClass)
	case f.role == "" && len(f.wholes) > 0:
		return errors.New("x-whole without x-role")
	case f.role == roleClass && len(f.partOf) == 0:
		return errors.New("a class is part_of a sample")
	default:
		return nil
	}
}

// samples finds the empty samples of a document.
type samples struct {
	root   *Node
	schema *field
	// asking holds the paths that are being judged: a whole can be a sample of
	// another whole, and a schema may go round in a circle.
	asking []string
	found  []SetAside
}

// emptySamples returns the samples of 0 that decide nothing.
func emptySamples(known *Node, schema *field) []SetAside {
	s := &samples{root: known, schema: schema}
	s.walk(known, schema, nil)
	return s.found
}

func (s *samples) walk(n *Node, f *field, path Path) {
	if n == nil || f == nil {
		return
	}
	for i, element := range n.Elements {
		s.walk(element, f.items, path.with(i))
	}
	for _, member := range n.Members {
		rule, at := f.step(member.Key), path.with(member.Key)
		if rule != nil && rule.role != "" && empty(member.Value) && !s.counts(at) {
			s.found = append(s.found, SetAside{
				Pointer: at.Pointer(), Reason: EmptySample, Value: member.Value, Wholes: s.wholes(path, rule),
			})
		}
		s.walk(member.Value, rule, at)
	}
}

// counts reports whether the empty value at a path is an answer.
func (s *samples) counts(path Path) bool {
	f := s.schema.along(path)
	if f == nil || f.role == "" {
		return true
	}
	pointer := path.Pointer()
	if slices.Contains(s.asking, pointer) {
		return false
	}
	s.asking = append(s.asking, pointer)
	defer func() { s.asking = s.asking[:len(s.asking)-1] }()

	parent := path[:len(path)-1]
	for _, ref := range f.wholes {
		if n, at := named(s.root, parent, ref); empty(n) && s.counts(at) {
			return true
		}
	}
	if f.role == roleClass {
		for _, ref := range f.partOf {
			if n, at := named(s.root, parent, ref); n.known() && (!empty(n) || s.counts(at)) {
				return true
			}
		}
	}
	return false
}

// wholes names what would make an empty sample count, as people write it.
func (s *samples) wholes(parent Path, f *field) []string {
	var all []string
	for _, ref := range f.wholes {
		_, at := named(s.root, parent, ref)
		all = append(all, at.String())
	}
	return all
}

// named returns the value that a name in the schema stands for: without a dot
// that of a sibling, with dots one that starts at the document.
func named(root *Node, parent Path, ref string) (*Node, Path) {
	at := parent.with(ref)
	if strings.Contains(ref, ".") {
		at = nil
		for step := range strings.SplitSeq(ref, ".") {
			at = append(at, step)
		}
	}
	return root.along(at), at
}

// empty reports whether a value says that there is nothing.
func empty(n *Node) bool {
	if n == nil {
		return false
	}
	switch n.Kind {
	case Number:
		return rational(n).Sign() == 0
	case Bool:
		return !n.Bool
	case Array:
		return len(n.Elements) == 0
	default:
		return false
	}
}

// without returns a value without what stands at some pointers.
func (n *Node) without(path Path, pointers map[string]bool) *Node {
	switch n.Kind {
	case Object:
		kept := &Node{Kind: Object, Position: n.Position}
		for _, member := range n.Members {
			if at := path.with(member.Key); !pointers[at.Pointer()] {
				kept.add(Member{member.Key, member.KeyPosition, member.Value.without(at, pointers)})
			}
		}
		return kept
	case Array:
		kept := &Node{Kind: Array, Position: n.Position}
		for i, element := range n.Elements {
			kept.Elements = append(kept.Elements, element.without(path.with(i), pointers))
		}
		return kept
	default:
		return n
	}
}
