// Package document reads files that people write: YAML, JSON and lines of JSON,
// within limits, into a tree whose every value knows its place. What is wrong
// with a file is a [Problem], which names the place and says what to try; it is
// the one error of that kind, whatever the file holds.
//
// The package knows nothing of facts, rules or models.
package document
