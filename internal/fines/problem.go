package fines

import "github.com/dsaeval/dsaeval/internal/document"

// inFile is a problem of a file as a whole.
func inFile(name, message, hint string) document.Problems {
	return document.Problems{{Position: document.Position{File: name}, Message: message, Hint: hint}}
}
