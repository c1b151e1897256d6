package facts

import "github.com/dsaeval/dsaeval/internal/factschema"

// Tables are the relations of a schema as plain data, for an evaluator that keeps
// facts in places of its own. Those between the elements of lists are left out.
type Tables struct {
	Pairs  []PairTable
	Signs  []SignTable
	Needs  []NeedTable
	Counts []CountTable
}

// PairTable says that two facts do not go together: A is one of AIs and B one of
// BIs or, if Negated, B is none of them. Without values any that asserts that
// there is something is meant.
type PairTable struct {
	A, B     Path
	AIs, BIs []any
	Negated  bool
}

// SignTable says that a flag cannot be false where another fact asserts something.
type SignTable struct{ Flag, Of Path }

// NeedTable says that a fact can be Is only if the list In holds one of OneOf,
// unless another fact is true or may be.
type NeedTable struct {
	Fact   Path
	Is     string
	In     Path
	OneOf  []string
	Unless Path
}

// CountTable says what a number is a part of, what it is the whole of, and which
// of its parts together are at most as many.
type CountTable struct {
	Count         Path
	Wholes, Parts []Path
	Sums          [][]Path
}

// Tables returns the relations in the order of the schema.
func (r *Relations) Tables() Tables {
	var t Tables
	r.tabulate(&t, r.root, nil)
	for _, status := range []string{"vlop", "vlose"} {
		t.Needs = append(t.Needs, NeedTable{statusPath, status, categoriesPath, needsCategory[status], terminatedPath})
	}
	return t
}

func (r *Relations) tabulate(t *Tables, f *factschema.Field, path Path) {
	if f == nil || len(path) > 3 { // a schema may refer to itself
		return
	}
	for _, name := range f.Names {
		at, p := path.With(name), f.Properties[name]
		for _, pair := range p.Pairs {
			t.Pairs = append(t.Pairs, PairTable{at, target(path, pair.Other), pair.Is, pair.OtherIs, pair.Negated})
		}
		for _, sign := range p.ImpliedBy {
			t.Signs = append(t.Signs, SignTable{at, target(path, sign)})
		}
		if key := at.String(); r.Counted(at) {
			t.Counts = append(t.Counts, CountTable{at, r.bounds.wholes[key], r.bounds.parts[key], r.bounds.sums[key]})
		}
		r.tabulate(t, p, at)
	}
}
