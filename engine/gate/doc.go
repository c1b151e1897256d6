// Package gate decides whether reports fail a run.
//
//	g, err := gate.New("breach > 0", nil)
//	w, err := gate.LoadWaivers("waivers.yaml", content)
//	reports, notices := w.Apply(reports...)
//	outcome := g.Judge(reports...)
//
// Three things stand between a verdict and a failed run, none of which changes
// the verdict: waivers, by which somebody answers for a finding until a day; a
// baseline, a report of the past whose findings are known; and an expression
// that says what fails the run. docs/gate.md describes all three for users.
package gate
