package fine

import "github.com/dsaeval/dsaeval/internal/document"

// Problem is one thing that is wrong with a fine model.
type Problem = document.Problem

// Problems is the error of a model that cannot be used: everything that is
// wrong with it, in the order of the file.
type Problems = document.Problems

// inFile is a problem of a file as a whole.
func inFile(name, message, hint string) Problems {
	return Problems{{Position: document.Position{File: name}, Message: message, Hint: hint}}
}
