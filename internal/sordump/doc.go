// Package sordump writes dumps of statements of reasons that look like those of
// the DSA Transparency Database, for tests and benchmarks. The same options
// give the same bytes.
//
// What they imitate: the shares of platforms on a day of July 2026 (Google
// Shopping 69 %), the length of rows (1.05 kB full, about 430 bytes light), how
// well they compress (about 60 bytes a row), how much neighbouring rows repeat
// each other, lists of 27 or 30 States, PHP's way of writing CSV with its quotes
// after backslashes, and archives within archives.
package sordump
