// Package render writes findings about public records, one small writer per
// format. docs/formats.md says what becomes of an error, a warning and a rule in
// each.
//
//	err := render.SARIF(w, report)
package render
