// Package render writes reports, one small writer per format. A writer prints
// what the report says and computes nothing; docs/formats.md says what each
// format is for and what becomes of a verdict in it.
//
// All writers have the same form, take one or several reports, write one
// document and give the same bytes for the same reports:
//
//	err := render.SARIF(w, report)
package render
