package facts

import "github.com/dsaeval/dsaeval/internal/document"

// What a document is made of. The types are shared by everything that reads
// files, so that a place is a place wherever it comes from.
type (
	// Node is one value of a document with its place.
	Node = document.Node
	// Member is one key of an object with its value.
	Member = document.Member
	// Kind says what a value is.
	Kind = document.Kind
	// Position is a place in a file.
	Position = document.Position
	// Path leads to a value: member names are strings, indexes of elements ints.
	Path = document.Path
	// Problem is one thing that is wrong at a place.
	Problem = document.Problem
	// Problems is the error of a document that cannot be used.
	Problems = document.Problems
)

// The kinds of values that a document can hold.
const (
	Object Kind = document.Object
	Array  Kind = document.Array
	String Kind = document.String
	Number Kind = document.Number
	Bool   Kind = document.Bool
	Null   Kind = document.Null
)

// Limits on what is read.
const (
	// MaxSize is the largest file that is read, in bytes (16 MiB).
	MaxSize = document.MaxSize
	// MaxDepth is how deep objects and lists may be nested.
	MaxDepth = document.MaxDepth
)
