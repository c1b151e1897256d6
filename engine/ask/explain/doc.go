// Package explain says for people what an obligation asks, what a fact is for, and how
// a verdict follows from given facts.
package explain
