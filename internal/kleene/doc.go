// Package kleene answers questions about facts of which some are missing. A
// question is a condition over terms; an answer is yes, no or unknown, as in
// Kleene's three-valued logic: yes and no hold whatever the missing facts turn
// out to be.
//
// A [Program] is made once, by a [Builder], and never changes: plain tables of
// slots, terms and conditions. A [State] holds what is known about one document
// and what has been answered about it so far. What is left open comes back as a
// condition of the same kind, the residual.
//
// The package knows nothing of policies, of documents or of where a program
// comes from.
package kleene
