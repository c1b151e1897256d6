// Package render writes reports, one small writer per format. A writer prints
// what the report says and computes nothing; docs/formats.md says what each
// format is for and what becomes of a verdict in it.
//
//	err := render.Write(w, render.SARIF, reports)
package render
