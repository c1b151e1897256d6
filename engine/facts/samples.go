package facts

import (
	"errors"
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
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
func checkRole(f *factschema.Field) error {
	switch {
	case f.Role != "" && f.Role != roleSample && f.Role != roleClass:
		return fmt.Errorf("x-role is %s; expected %s or %s", document.Quoted(f.Role), roleSample, roleClass)
	case f.Role == "" && len(f.Wholes) > 0:
		return errors.New("x-whole without x-role")
	case f.Role == roleClass && len(f.PartOf) == 0:
		return errors.New("a class is part_of a sample")
	default:
		return nil
	}
}

// samples finds the empty samples of a document.
type samples struct {
	root      *Node
	relations *Relations
	// asking holds the paths that are being judged: a whole can be a sample of
	// another whole, and a schema may go round in a circle.
	asking []string
	found  []emptySample
}

// emptySample is a sample of 0 that decides nothing.
type emptySample struct {
	SetAside
	paths []Path // of the sample and of what it is drawn from
	// impossible is set where nothing that is still unknown can make it count.
	impossible bool
}

// emptySamples returns the samples of 0 that decide nothing.
func (r *Relations) emptySamples(known *Node) []SetAside {
	s := &samples{root: known, relations: r}
	s.walk(known, r.root, nil)
	aside := make([]SetAside, len(s.found))
	for i, sample := range s.found {
		aside[i] = sample.SetAside
	}
	return aside
}

func (s *samples) walk(n *Node, f *factschema.Field, path Path) {
	if n == nil || f == nil {
		return
	}
	for i, element := range n.Elements {
		s.walk(element, f.Items, append(path, i))
	}
	for _, member := range n.Members {
		rule := f.Step(member.Key)
		if rule != nil && rule.Role != "" && empty(member.Value) {
			path := slices.Clone(path) // of what is found, which stays
			at := path.With(member.Key)
			if answer := s.counts(at); answer != certainly {
				sample := emptySample{
					SetAside: SetAside{Pointer: at.Pointer(), Reason: report.EmptySample, Value: member.Value},
					paths:    []Path{at}, impossible: answer == never,
				}
				for _, ref := range rule.Wholes {
					_, whole := named(s.root, path, ref)
					sample.Wholes = append(sample.Wholes, whole.String())
					sample.paths = append(sample.paths, whole)
				}
				for _, ref := range rule.PartOf {
					_, whole := named(s.root, path, ref)
					sample.paths = append(sample.paths, whole)
				}
				s.found = append(s.found, sample)
			}
		}
		s.walk(member.Value, rule, append(path, member.Key))
	}
}

// standing says whether an empty value is an answer.
type standing int

const (
	never standing = iota
	perhaps
	certainly
)

// counts reports whether the empty value at a path is an answer.
func (s *samples) counts(path Path) standing {
	f := s.relations.root.Along(path)
	if f == nil || f.Role == "" {
		return certainly
	}
	pointer := path.Pointer()
	if slices.Contains(s.asking, pointer) {
		return never
	}
	s.asking = append(s.asking, pointer)
	defer func() { s.asking = s.asking[:len(s.asking)-1] }()

	best, parent := never, path[:len(path)-1]
	for _, ref := range f.Wholes {
		switch n, at := named(s.root, parent, ref); {
		case !n.Known():
			best = max(best, perhaps)
		case empty(n):
			best = max(best, s.counts(at))
		}
	}
	if f.Role == roleClass {
		for _, ref := range f.PartOf {
			switch n, at := named(s.root, parent, ref); {
			case !n.Known():
				best = max(best, perhaps)
				// Whoever found some of another kind has looked at some.
				if least := s.relations.low(s.root, at, 0); least != nil && least.Sign() > 0 {
					best = certainly
				}
			case !empty(n):
				best = certainly
			default:
				best = max(best, s.counts(at))
			}
		}
	}
	return best
}

// named returns the value that a name in the schema stands for: without a dot
// that of a sibling, with dots one that starts at the document.
func named(root *Node, parent Path, ref string) (*Node, Path) {
	at := target(parent, ref)
	return root.At(at), at
}

// empty reports whether a value says that there is nothing.
func empty(n *Node) bool {
	if n == nil {
		return false
	}
	switch n.Kind {
	case Number:
		return document.Rational(n).Sign() == 0
	case Bool:
		return !n.Bool
	case Array:
		return len(n.Elements) == 0
	default:
		return false
	}
}

// without returns a value without what stands at some pointers.
func without(n *Node, path Path, pointers map[string]bool) *Node {
	switch n.Kind {
	case Object:
		kept := n.Emptied(0)
		for _, member := range n.Members {
			if at := path.With(member.Key); !pointers[at.Pointer()] {
				kept.Add(Member{Key: member.Key, KeyPosition: member.KeyPosition, Value: without(member.Value, at, pointers)})
			}
		}
		return kept
	case Array:
		kept := &Node{Kind: Array, Position: n.Position}
		for i, element := range n.Elements {
			kept.Elements = append(kept.Elements, without(element, path.With(i), pointers))
		}
		return kept
	default:
		return n
	}
}
