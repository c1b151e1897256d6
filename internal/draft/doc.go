// Package draft writes the first version of an obligation: the rules with their
// metadata filled in, cases that pass, and the schema of a fact where it needs a
// new one. What it writes loads and is judged as it stands; its author goes on
// from there.
package draft
