// Package audit reads a report in the vocabulary of Delegated Regulation (EU)
// 2024/436 on audits under Art. 37 of the Digital Services Act: a conclusion
// per audited obligation, an opinion on all of them, benchmarks, evidence and
// recommendations. It prepares data and prints nothing.
//
// What it gives is a working paper for an auditing organisation, never an audit
// report: docs/audit.md says what maps to what and what a program cannot
// conclude.
package audit
