// Package sarif writes SARIF 2.1.0: the part of the standard that is needed, in
// its words, and a [Builder] that makes one run of results about files and
// rules. What the results are about is for its users to say.
package sarif
