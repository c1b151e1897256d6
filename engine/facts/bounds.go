package facts

import (
	"math/big"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// bounds holds the relations between counts the other way round: what is part of
// a count, and what it shares a whole with. Elements of lists are left out.
type bounds struct {
	wholes map[string][]Path   // by the dotted path of the part
	parts  map[string][]Path   // by that of the whole
	sums   map[string][][]Path // by that of the whole
}

func (b *bounds) index(f *factschema.Field, path Path) {
	if b.wholes == nil {
		b.wholes, b.parts, b.sums = map[string][]Path{}, map[string][]Path{}, map[string][][]Path{}
	}
	if f == nil || len(path) > 3 { // a schema may refer to itself
		return
	}
	for _, name := range f.Names {
		at := path.With(name)
		for _, ref := range f.Properties[name].PartOf {
			whole := target(path, ref)
			b.wholes[at.String()] = append(b.wholes[at.String()], whole)
			b.parts[whole.String()] = append(b.parts[whole.String()], at)
		}
		b.index(f.Properties[name], at)
	}
	for _, sum := range f.SumAtMost {
		var parts []Path
		for _, part := range sum.Fields {
			parts = append(parts, target(path, part))
		}
		of := target(path, sum.Of).String()
		b.sums[of] = append(b.sums[of], parts)
	}
}

// Bounds returns between which numbers an unknown count lies by the counts that
// are known: it is no less than its parts, alone or together, and no more than
// its wholes. Nil means that there is no such bound.
func (r *Relations) Bounds(known *Node, at Path) (low, high *big.Rat) {
	return r.low(known, at, 0), r.high(known, at, 0)
}

// Counted reports whether a count is part of another, or another part of it.
func (r *Relations) Counted(at Path) bool {
	path := at.String()
	return len(r.bounds().wholes[path])+len(r.bounds().parts[path])+len(r.bounds().sums[path]) > 0
}

// maxChain bounds how far the parts of parts are followed.
const maxChain = 6

func (r *Relations) low(known *Node, at Path, depth int) *big.Rat {
	if n := known.At(at); n.Known() {
		if n.Kind != Number {
			return nil
		}
		return document.Rational(n)
	}
	if depth > maxChain {
		return nil
	}
	var low *big.Rat
	raise := func(to *big.Rat) {
		if to != nil && (low == nil || to.Cmp(low) > 0) {
			low = to
		}
	}
	for _, part := range r.bounds().parts[at.String()] {
		raise(r.low(known, part, depth+1))
	}
	for _, parts := range r.bounds().sums[at.String()] {
		var total *big.Rat
		for _, part := range parts {
			least := r.low(known, part, depth+1)
			switch {
			case least == nil: // counts are never negative
			case total == nil:
				total = least
			default:
				total = new(big.Rat).Add(total, least)
			}
		}
		raise(total)
	}
	return low
}

func (r *Relations) high(known *Node, at Path, depth int) *big.Rat {
	if n := known.At(at); n.Known() {
		if n.Kind != Number {
			return nil
		}
		return document.Rational(n)
	}
	if depth > maxChain {
		return nil
	}
	var high *big.Rat
	for _, whole := range r.bounds().wholes[at.String()] {
		if most := r.high(known, whole, depth+1); most != nil && (high == nil || most.Cmp(high) < 0) {
			high = most
		}
	}
	return high
}

// target returns the path of what a name in a relation stands for.
func target(parent Path, ref string) Path {
	if !strings.Contains(ref, ".") {
		return parent.With(ref)
	}
	var at Path
	for step := range strings.SplitSeq(ref, ".") {
		at = append(at, step)
	}
	return at
}
