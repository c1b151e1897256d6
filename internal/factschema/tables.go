package factschema

import "github.com/dsaeval/dsaeval/internal/document"

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
	A, B     document.Path
	AIs, BIs []any
	Negated  bool
}

// SignTable says that a flag cannot be false where another fact asserts something.
type SignTable struct{ Flag, Of document.Path }

// NeedTable says that a fact can be Is only if the list In holds one of OneOf,
// unless another fact is true or may be.
type NeedTable struct {
	Fact   document.Path
	Is     string
	In     document.Path
	OneOf  []string
	Unless document.Path
}

// CountTable says what a number is a part of, what it is the whole of, and which
// of its parts together are at most as many.
type CountTable struct {
	Count         document.Path
	Wholes, Parts []document.Path
	Sums          [][]document.Path
}
