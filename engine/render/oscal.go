package render

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// writeOSCAL writes assessment results as OSCAL 1.1.3 JSON, one result per report.
// Obligations are its controls. OSCAL demands times; they are all midnight UTC
// of the assessment date, the latest one for the document, and identifiers are
// made from the content (UUID version 5), so that the same reports give the
// same bytes.
func writeOSCAL(w io.Writer, reports []*report.Report, _ ...report.Unusable) error {
	content, err := json.Marshal(reports)
	if err != nil {
		return err
	}
	latest, program := "", ""
	for _, r := range reports {
		latest, program = max(latest, string(r.AssessmentDate)), r.Provenance.Engine
	}
	results := newOSCAL(content, latest, "Evaluation of obligations of the Digital Services Act", oscalResource{
		Title:       "Policies",
		Description: "The rules of the program stand in for an assessment plan: which obligations are assessed, and how.",
	})
	results.Metadata.Props = props("program", program)
	for _, r := range reports {
		o := oscalReport{r, oscalSpaceOf(r.Service.Provider, r.Service.Name, string(r.AssessmentDate), r.File())}
		results.Results = append(results.Results, o.result())
		for _, f := range r.Provenance.Facts {
			results.file(oscalResource{UUID: o.id("facts", f.File), Title: "Facts", Description: "The facts that were assessed."}, f.File, f.SHA256)
		}
	}
	return results.write(w)
}

type oscalReport struct {
	*report.Report
	oscalSpace
}

func (r oscalReport) result() oscalResult {
	result := oscalResult{
		UUID: r.id("result"), Title: filled(subject(r.Report) + ", on " + string(r.AssessmentDate)),
		Description: "Verdicts: " + totals(r.Summary) + ".", Start: midnight(string(r.AssessmentDate)),
		Props: props("policies-sha256", r.Provenance.PoliciesSHA256, "parameters-sha256", r.Provenance.ParametersSHA256,
			"service", r.Service.Name, "provider", r.Service.Provider),
	}
	remarks := []string{filled(writing.OneLine(words.MadeFrom(r.Report))) + "."}
	if sentence := words.AtStake(r.Report); sentence != "" {
		remarks = append(remarks, "Fine: "+writing.OneLine(sentence)+".")
	}
	for _, doubt := range r.Report.Doubts() {
		remarks = append(remarks, "Doubt: "+writing.OneLine(doubt)+".")
	}
	result.Remarks = strings.Join(remarks, "\n\n")
	var selection oscalSelection
	for _, o := range r.Obligations {
		control := oscalControl{o.ID}
		if o.Verdict == report.NotApplicable {
			selection.Exclude = append(selection.Exclude, control)
		} else {
			selection.Include = append(selection.Include, control)
		}
		r.obligation(&result, o)
	}
	result.ReviewedControls.ControlSelections = []oscalSelection{selection}
	return result
}

// obligation adds observations, which state facts, and a finding where there is
// a verdict. OSCAL knows only satisfied and not satisfied: of an undetermined
// obligation there is an observation that says what is missing, and no finding.
func (r oscalReport) obligation(result *oscalResult, o report.Obligation) {
	finding := oscalFinding{
		UUID: r.id("finding", o.ID), Title: filled(words.Provision(o.Article, o.Origin) + " " + o.Title), Description: filled(o.Description),
		Props: append(props("verdict", string(o.Verdict), "basis", string(o.Basis), "article", o.Article, "origin", words.Whose(o.Origin), "addressee", string(o.Addressee),
			"judged-facts", judged(o)), r.doubts(o)...),
		Target: oscalTarget{Type: "objective-id", TargetID: o.ID, Status: oscalStatus{State: "satisfied", Reason: "pass"}},
	}
	switch o.Verdict {
	case report.Compliant:
		result.Findings = append(result.Findings, finding)
	case report.Undetermined:
		result.Observations = append(result.Observations, oscalObservation{
			UUID: r.id("observation", o.ID), Title: filled("Undetermined: " + words.Provision(o.Article, o.Origin) + " " + o.Title),
			Description: filled(joined(o.Missing, "; ", words.Missing)), Methods: []string{"EXAMINE"}, Collected: midnight(string(r.AssessmentDate)),
			Props: append(props("verdict", string(o.Verdict), "obligation", o.ID, "waiver", waiversText(o)), r.doubts(o)...),
		})
	case report.Breach:
		finding.Target.Status = oscalStatus{State: "not-satisfied", Reason: "fail"}
		for _, f := range o.Findings {
			observation := r.observation(o, f)
			result.Observations = append(result.Observations, observation)
			finding.RelatedObservations = append(finding.RelatedObservations, oscalObservationRef{observation.UUID})
		}
		risk := r.risk(o)
		result.Risks = append(result.Risks, risk)
		finding.RelatedRisks = []oscalRiskRef{{risk.UUID}}
		result.Findings = append(result.Findings, finding)
	}
}

func (r oscalReport) observation(o report.Obligation, f report.Finding) oscalObservation {
	observation := oscalObservation{
		UUID: r.id("observation", o.ID, f.Code, itemOf(f)), Title: filled(words.Finding(f)), Description: filled(words.Finding(f)),
		Methods: []string{"EXAMINE"}, Types: []string{"finding"}, Collected: midnight(string(r.AssessmentDate)),
		Props: props("obligation", o.ID, "code", f.Code, "basis", string(f.Basis), "status", string(f.Status), "words", strings.Join(f.Words, ", ")),
	}
	if f.EndedOn != nil {
		observation.Props = append(observation.Props, props("ended-on", string(*f.EndedOn))...)
	}
	for _, r := range f.Readings {
		observation.Props = append(observation.Props, props("reading", words.Reading(r))...)
	}
	if w := o.WaiverOf(f); w != nil {
		observation.Props = append(observation.Props, props("waiver", words.Waiver(*w))...)
	}
	for _, p := range f.Parameters {
		observation.Props = append(observation.Props, props("parameter", words.Parameter(p))...)
	}
	for _, e := range f.Evidence {
		observation.RelevantEvidence = append(observation.RelevantEvidence, oscalEvidence{
			Href: "#" + r.id("facts", r.Report.File()), Description: filled(words.Evidence(r.Report.File(), e)),
			Props: props("pointer", e.Pointer, "value", words.Literal(e.Value), "status", string(e.Status), "nature", string(e.Nature)),
		})
	}
	return observation
}

func itemOf(f report.Finding) string {
	if f.Item == nil {
		return ""
	}
	return words.Literal(*f.Item)
}

// judged is the number of judged facts, nothing if there are none.
func judged(o report.Obligation) string {
	if o.JudgedFacts == 0 {
		return ""
	}
	return strconv.Itoa(o.JudgedFacts)
}

// doubts are properties, one for each observation that decides nothing.
func (r oscalReport) doubts(o report.Obligation) []oscalProp {
	var list []oscalProp
	for _, d := range o.SpeaksAgainst {
		list = append(list, props("speaks-against", words.Doubt(d))...)
	}
	return list
}

// risk carries what would end a breach, and a waiver as an approved deviation.
func (r oscalReport) risk(o report.Obligation) oscalRisk {
	risk := oscalRisk{
		UUID: r.id("risk", o.ID), Title: filled("Breach of " + words.Provision(o.Article, o.Origin)), Status: "open",
		Description: filled(joined(o.Findings, "; ", words.Finding)), Statement: filled(o.Description),
	}
	for _, f := range o.Findings {
		if remedy := o.RemedyOf(f); remedy != "" {
			risk.Remediations = append(risk.Remediations, oscalRemediation{
				UUID: r.id("remediation", o.ID, f.Code, itemOf(f)), Lifecycle: "recommendation",
				Title: filled("What ends it: " + words.Finding(f)), Description: filled(remedy),
			})
		}
	}
	if o.Ended {
		risk.Status = "closed"
	}
	if o.Waived() {
		risk.Status = "deviation-approved"
	}
	for _, w := range o.Waivers() {
		risk.Props = append(risk.Props, props("waiver", words.Waiver(w))...)
	}
	return risk
}
