// Package transparency reads the harmonised transparency reports of
// Implementing Regulation (EU) 2024/2835 as they are published: folders and ZIP
// archives of CSV files, and workbooks.
//
//	report, err := transparency.Open(ctx, "report.zip")
//	facts, notes, err := report.Facts(transparency.FactOptions{})
//	lint, err := report.Lint(transparency.LintOptions{})
//
// Layers do not know each other's business. Package records/tables makes
// tables of cells, whatever they are about. [Open] tells which part of the
// template each is ([Sheet]), gives every number its meaning there ([Entry]) and
// decides, once per column, what commas and points mean. Facts and findings are
// made from entries.
//
// Nothing is dropped or guessed silently: what cannot be read stays unknown and
// leaves a [Note] that names the cell, and so does every decision.
//
// labels.json holds the words of the official templates in English, Spanish,
// French and Italian (European Commission, Annex I to Implementing Regulation
// (EU) 2024/2835, reused under CC BY 4.0).
package transparency
