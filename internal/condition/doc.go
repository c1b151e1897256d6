// Package condition makes what is left open of a question short: arithmetic is
// folded, what another part implies is dropped, what alternatives share is said
// once. What it returns holds for the same facts as what it was given, whatever
// the facts that are missing turn out to be.
package condition
