// Package policy loads obligations written in Rego and judges facts by them.
//
// An obligation is one Rego package. What it is stands in the metadata of the
// package; when it is breached stands in its rules. A fact that is missing is
// an unknown of partial evaluation, so that it ends in neither a pass nor a
// breach: see [Judge].
package policy
