// Package fines computes what is at stake in money: the statutory caps of the
// Digital Services Act, which are law, and indicative ranges, which are models
// and never law.
//
// [CaseOf] takes from a document what money depends on, before it is judged; the caller adds the
// obligations with their verdicts, and [Compute] returns a [report.Fine]. Nothing in
// here reads a clock, a file or the network, nothing prints, and no amount is
// ever a float: see [Decimal].
//
// Rounding. Caps are rounded down to the smallest unit of their currency, so
// that none is overstated. Quotients and amounts of a model carry 60
// significant digits, half to even, and are rounded half to even to the
// smallest unit at the very end, never above the cap.
package fines
