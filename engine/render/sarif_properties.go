package render

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// What SARIF leaves to programs: the properties of a run, a rule and a result.

type sarifRunProperties struct {
	Assessments []sarifAssessment `json:"assessments"`
}

type sarifAssessment struct {
	Service          string `json:"service"`
	Provider         string `json:"provider"`
	AssessmentDate   string `json:"assessmentDate"`
	Facts            string `json:"facts"`
	PoliciesSHA256   string `json:"policiesSha256"`
	ParametersSHA256 string `json:"parametersSha256"`
	// Provenance is that of the report, MadeFrom the same in words.
	Provenance report.Provenance `json:"provenance"`
	MadeFrom   string            `json:"madeFrom"`
}

type sarifRuleProperties struct {
	Article   string           `json:"article"`
	Origin    report.Origin    `json:"origin"`
	Addressee string           `json:"addressee"`
	Kind      string           `json:"kind"`
	Penalty   []report.Penalty `json:"penalty"`
	Tags      []string         `json:"tags"`
}

type sarifResultProperties struct {
	Verdict string `json:"verdict"`
	Basis   string `json:"basis,omitempty"`
	Code    string `json:"code,omitempty"`
	// What a finding rests on, how firm that is, and what ends it.
	Words       []string `json:"words,omitempty"`
	Parameters  []string `json:"parameters,omitempty"`
	Readings    []string `json:"readings,omitempty"`
	Status      string   `json:"status,omitempty"`
	EndedOn     string   `json:"endedOn,omitempty"`
	Remediation string   `json:"remediation,omitempty"`
	// What the verdict rests on and what speaks against the obligation.
	JudgedFacts    int      `json:"judgedFacts"`
	SpeaksAgainst  []string `json:"speaksAgainst,omitempty"`
	Service        string   `json:"service"`
	Provider       string   `json:"provider"`
	AssessmentDate string   `json:"assessmentDate"`
}

// sarifBasis says in brackets by which values and readings a finding holds; it is
// empty for one by the law alone.
func sarifBasis(f report.Finding) string {
	var parts []string
	if len(f.Parameters) > 0 {
		parts = append(parts, words.Benchmarks(f.Parameters...))
	}
	if len(f.Readings) > 0 {
		parts = append(parts, words.Interpretations(f.Readings...))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}
