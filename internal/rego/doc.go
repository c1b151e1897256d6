// Package rego turns compiled Rego into programs of the three-valued evaluator
// [kleene]. OPA stays the front end: it parses, resolves names, checks types and
// orders bodies; what comes out of its compiler is lowered here.
//
// Not all of Rego can be lowered. What cannot is refused, with the reason and the
// place, for each question by itself, so that a caller can ask OPA instead.
package rego
