// Package rules is what judging needs of a compiler of rules and of what else
// answers by them, whoever that is. What judges knows this package; internal/opa
// is behind it, and is linked only by those who bring rules of their own.
package rules
