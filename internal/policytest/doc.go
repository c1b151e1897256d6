// Package policytest runs the cases that stand beside obligations: of
// art16_6.rego those in art16_6_test.yaml. [Open] loads a directory of policies
// with its cases, [Suite.Run] judges them and says, at file:line:column, where
// a verdict is another than the case expects, and what no case shows.
//
// The tests of the built-in policies and `evaluate test` both stand on it.
package policytest
