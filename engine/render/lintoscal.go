package render

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/dsaeval/dsaeval/records/lint"
)

// errNoTime is what LintOSCAL returns for a record without a day.
var errNoTime = errors.New("oscal demands a time, and the record tells neither the day of its publication nor the end of its period\n  try: another format, such as json")

// LintOSCAL writes assessment results as OSCAL 1.1.3 JSON. Rules are its
// controls; those with nothing to check are excluded. OSCAL demands times, which
// are midnight UTC of the day of publication or, where the record does not tell
// it, of the last day of the period.
func LintOSCAL(w io.Writer, r *lint.Report) error {
	day := r.Period.Published
	if !isDay(day) {
		day = r.Period.To
	}
	if !isDay(day) {
		return errNoTime
	}
	content, err := json.Marshal(r)
	if err != nil {
		return err
	}
	results := newOSCAL(content, day, "Check of a transparency report", oscalResource{
		Title:       "Rules",
		Description: "The rules of the program stand in for an assessment plan: what is checked, and how.",
	})
	o := oscalLint{r, oscalSpaceOf(r.Service.Provider, r.Service.Name, r.Period.From, r.Period.To, lintFile(r)), midnight(day)}
	results.Results = append(results.Results, o.result())
	for _, f := range r.Files {
		results.file(oscalResource{UUID: o.id("file", f.Name), Title: "File", Description: "A file of the record that was checked."}, f.Name, f.SHA256)
	}
	return results.write(w)
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

type oscalLint struct {
	*lint.Report
	oscalSpace
	time string
}

func (r oscalLint) result() oscalResult {
	result := oscalResult{
		UUID: r.id("result"), Title: filled(lintSubject(r.Report)), Description: filled(r.description()), Start: r.time,
		Props: props("service", r.Service.Name, "provider", r.Service.Provider, "period-from", r.Period.From, "period-to", r.Period.To,
			"published", r.Period.Published),
	}
	observed := map[string][]oscalObservationRef{}
	prints := lintPrints(r.Report)
	for i, f := range r.Findings {
		observation := r.observation(f, prints[i])
		result.Observations = append(result.Observations, observation)
		observed[f.Rule] = append(observed[f.Rule], oscalObservationRef{observation.UUID})
	}
	var selection oscalSelection
	for _, rule := range lintRules(r.Report) {
		control := oscalControl{rule.ID}
		if rule.Outcome == lintNothing {
			selection.Exclude = append(selection.Exclude, control)
			continue
		}
		selection.Include = append(selection.Include, control)
		// OSCAL knows only satisfied and not satisfied. A warning may have a good
		// reason and is neither: its observations stand alone.
		if rule.Outcome != lintWarning {
			result.Findings = append(result.Findings, r.finding(rule, observed[rule.ID]))
		}
	}
	result.ReviewedControls.ControlSelections = []oscalSelection{selection}
	return result
}

func (r oscalLint) description() string {
	text := lintTotals(r.Report) + "."
	if r.Statements != nil {
		text += " " + htmlCapital(lintCompared(r.Statements)) + "."
	}
	for _, a := range r.Assumed {
		text += " Assumed: " + lintAssumption(a) + "."
	}
	return text
}

func (r oscalLint) finding(rule lintRule, observed []oscalObservationRef) oscalFinding {
	status := oscalStatus{State: "satisfied", Reason: "pass"}
	if rule.Outcome == lintError {
		status = oscalStatus{State: "not-satisfied", Reason: "fail"}
	}
	return oscalFinding{
		UUID: r.id("finding", rule.ID), Title: filled(rule.name()),
		Description: fmt.Sprintf("Checked %s, with %s.", count(rule.Checked, "time", "times"), count(len(rule.found), "finding", "findings")),
		Props:       props("outcome", string(rule.Outcome), "basis", rule.Basis),
		Target:      oscalTarget{Type: "objective-id", TargetID: rule.ID, Status: status}, RelatedObservations: observed,
	}
}

func (r oscalLint) observation(f lint.Finding, identity string) oscalObservation {
	return oscalObservation{
		UUID: r.id("observation", identity), Title: filled(lintMessage(f)), Description: filled(f.String()),
		Methods: []string{"EXAMINE"}, Types: []string{"finding"}, Collected: r.time,
		Props: props("rule", f.Rule, "severity", string(f.Severity), "basis", f.Basis),
		RelevantEvidence: []oscalEvidence{{
			Href: "#" + r.id("file", f.Ref.File), Description: filled(f.Ref.String()),
			Props: props("sheet", f.Ref.Sheet, "cell", f.Ref.Cell(), "line", known(f.Line)),
		}},
	}
}
