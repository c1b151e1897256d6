package render

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// oscalVersion is the version of OSCAL that is written.
const oscalVersion = "1.1.3"

// OSCAL writes assessment results as OSCAL 1.1.3 JSON, one result per report.
// Obligations are its controls. OSCAL demands times; they are all midnight UTC
// of the assessment date, the latest one for the document, and identifiers are
// made from the content (UUID version 5), so that the same reports give the
// same bytes.
func OSCAL(w io.Writer, reports ...*report.Report) error {
	content, err := json.Marshal(reports)
	if err != nil {
		return err
	}
	latest, program := "", ""
	for _, r := range reports {
		latest, program = max(latest, r.AssessmentDate), r.Provenance.Engine
	}
	results := newOSCAL(content, latest, "Evaluation of obligations of the Digital Services Act", oscalResource{
		Title:       "Policies",
		Description: "The rules of the program stand in for an assessment plan: which obligations are assessed, and how.",
	})
	results.Metadata.Props = props("program", program)
	for _, r := range reports {
		o := oscalReport{r, oscalSpaceOf(r.Service.Provider, r.Service.Name, r.AssessmentDate, factFile(r))}
		results.Results = append(results.Results, o.result())
		for _, f := range r.Provenance.Facts {
			results.file(oscalResource{UUID: o.id("facts", f.File), Title: "Facts", Description: "The facts that were assessed."}, f.File, f.SHA256)
		}
	}
	return results.write(w)
}

// newOSCAL begins a document whose identifier is made from its whole content.
// No assessment plan exists; a resource that says what stands for it does.
func newOSCAL(content []byte, date, title string, plan oscalResource) *oscalResults {
	id := uuid.NewSHA1(oscalNamespace, content)
	plan.UUID = uuid.NewSHA1(id, []byte("plan")).String()
	return &oscalResults{
		UUID:       id.String(),
		Metadata:   oscalMetadata{Title: title, LastModified: midnight(date), Version: date, OSCALVersion: oscalVersion},
		ImportAP:   oscalHref{Href: "#" + plan.UUID},
		Results:    []oscalResult{},
		BackMatter: oscalBackMatter{Resources: []oscalResource{plan}},
	}
}

// file adds a resource that stands for a file.
func (o *oscalResults) file(resource oscalResource, name, sha256 string) {
	resource.RLinks = []oscalRLink{{Href: writing.FileURI(name), Hashes: []oscalHash{{Algorithm: "SHA-256", Value: sha256}}}}
	o.BackMatter.Resources = append(o.BackMatter.Resources, resource)
}

func (o *oscalResults) write(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(map[string]*oscalResults{"assessment-results": o})
}

// oscalNamespace is the name space of all identifiers.
var oscalNamespace = uuid.NewSHA1(uuid.NameSpaceURL, []byte(writing.Home+"/ns/oscal"))

func midnight(date string) string { return date + "T00:00:00Z" }

// oscalSpace is the name space of the identifiers of one report.
type oscalSpace uuid.UUID

func oscalSpaceOf(parts ...string) oscalSpace {
	return oscalSpace(uuid.NewSHA1(oscalNamespace, []byte(writing.Fingerprint(parts...))))
}

func (s oscalSpace) id(parts ...string) string {
	return uuid.NewSHA1(uuid.UUID(s), []byte(writing.Fingerprint(parts...))).String()
}

type oscalReport struct {
	*report.Report
	oscalSpace
}

func (r oscalReport) result() oscalResult {
	result := oscalResult{
		UUID: r.id("result"), Title: filled(subject(r.Report) + ", on " + r.AssessmentDate),
		Description: "Verdicts: " + totals(r.Summary) + ".", Start: midnight(r.AssessmentDate),
		Props: props("policies-sha256", r.Provenance.PoliciesSHA256, "parameters-sha256", r.Provenance.ParametersSHA256,
			"service", r.Service.Name, "provider", r.Service.Provider),
	}
	var remarks []string
	if sentence := stakeText(r.Report); sentence != "" {
		remarks = append(remarks, "Fine: "+writing.OneLine(sentence)+".")
	}
	for _, doubt := range doubtsOf(r.Report) {
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
		UUID: r.id("finding", o.ID), Title: filled("Art. " + o.Article + " " + o.Title), Description: filled(o.Description),
		Props: append(props("verdict", string(o.Verdict), "basis", string(o.Basis), "article", o.Article, "addressee", string(o.Addressee),
			"judged-facts", judged(o)), r.doubts(o)...),
		Target: oscalTarget{Type: "objective-id", TargetID: o.ID, Status: oscalStatus{State: "satisfied", Reason: "pass"}},
	}
	switch o.Verdict {
	case report.Compliant:
		result.Findings = append(result.Findings, finding)
	case report.Undetermined:
		result.Observations = append(result.Observations, oscalObservation{
			UUID: r.id("observation", o.ID), Title: filled("Undetermined: Art. " + o.Article + " " + o.Title),
			Description: filled(joined(o.Missing, "; ", missingText)), Methods: []string{"EXAMINE"}, Collected: midnight(r.AssessmentDate),
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
		UUID: r.id("observation", o.ID, f.Code, itemOf(f)), Title: filled(findingText(f)), Description: filled(findingText(f)),
		Methods: []string{"EXAMINE"}, Types: []string{"finding"}, Collected: midnight(r.AssessmentDate),
		Props: props("obligation", o.ID, "code", f.Code, "basis", string(f.Basis), "status", string(f.Status), "words", strings.Join(f.Words, ", ")),
	}
	if f.EndedOn != nil {
		observation.Props = append(observation.Props, props("ended-on", *f.EndedOn)...)
	}
	for _, r := range f.Readings {
		observation.Props = append(observation.Props, props("reading", readingText(r))...)
	}
	if w := o.WaiverOf(f); w != nil {
		observation.Props = append(observation.Props, props("waiver", waiverText(*w))...)
	}
	for _, p := range f.Parameters {
		observation.Props = append(observation.Props, props("parameter", parameterText(p))...)
	}
	for _, e := range f.Evidence {
		observation.RelevantEvidence = append(observation.RelevantEvidence, oscalEvidence{
			Href: "#" + r.id("facts", factFile(r.Report)), Description: filled(evidenceText(factFile(r.Report), e)),
			Props: props("pointer", e.Pointer, "value", valueText(e.Value), "status", string(e.Status), "nature", string(e.Nature)),
		})
	}
	return observation
}

func itemOf(f report.Finding) string {
	if f.Item == nil {
		return ""
	}
	return valueText(*f.Item)
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
		list = append(list, props("speaks-against", doubtText(d))...)
	}
	return list
}

// risk carries what would end a breach, and a waiver as an approved deviation.
func (r oscalReport) risk(o report.Obligation) oscalRisk {
	risk := oscalRisk{
		UUID: r.id("risk", o.ID), Title: filled("Breach of Art. " + o.Article), Status: "open",
		Description: filled(joined(o.Findings, "; ", findingText)), Statement: filled(o.Description),
	}
	for _, f := range o.Findings {
		if remedy := remedy(o, f); remedy != "" {
			risk.Remediations = append(risk.Remediations, oscalRemediation{
				UUID: r.id("remediation", o.ID, f.Code, itemOf(f)), Lifecycle: "recommendation",
				Title: filled("What ends it: " + findingText(f)), Description: filled(remedy),
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
		risk.Props = append(risk.Props, props("waiver", waiverText(w))...)
	}
	return risk
}

// props makes properties of names and values; OSCAL allows no empty value and
// no line breaks in one.
func props(pairs ...string) []oscalProp {
	var list []oscalProp
	for i := 0; i < len(pairs); i += 2 {
		if value := strings.TrimSpace(writing.OneLine(pairs[i+1])); value != "" {
			list = append(list, oscalProp{Name: pairs[i], NS: writing.Home + "/ns/oscal", Value: value})
		}
	}
	return list
}

// filled is text for a field that must not be empty.
func filled(s string) string {
	if s = strings.TrimSpace(writing.OneLine(s)); s != "" {
		return s
	}
	return "not given"
}
