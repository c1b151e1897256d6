// Package exact calculates with decimals, and gives expressions of users the same
// arithmetic: what fails a run and how a fine is modelled are written in one
// dialect of expr-lang/expr, in which no number is ever a float.
package exact
