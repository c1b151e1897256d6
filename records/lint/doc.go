// Package lint is what a linter of public records says: findings with their
// cells and rules, as values that know nothing of how they came about or how
// they are written. Package records/transparency makes them, package
// records/lint/render writes them.
package lint
