// Package counting is the pipeline that counts statements of reasons.
//
//	dumps ─┬─ list pieces ─ reshuffle ─ count ─ combine by dump ─┐
//	       └─ compare digests ─────────────────────────────────┴─ finish ─ combine ─ write
//
// Rows are no elements: a worker counts a piece, an inner archive of some hundred
// thousand rows, and keeps one aggregate per dump until its bundle ends. The key is
// the dump and not the platform, because a dump whose digest is wrong is left out
// whole. What is damaged leaves through outputs of its own; failing there would only
// make the runner try again. What fails for another reason does fail, so that the
// runner tries again.
package counting
