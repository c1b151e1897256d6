package gate_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// stake is the part of the report about money, by the names of the JSON report.
const stake = `{"currency": "EUR", "turnover": "110400000000.00", "obligations": ["dsa.art16.6"],
	"statutory_cap": {"per_decision": "6624000000.01", "sum_of_infringements": "6624000000.01",
		"per_infringement": [{"obligation": "dsa.art16.6", "cap": "6624000000.01", "basis": "art74.1"}]},
	"indicative": {"model": "ours", "low": "0.10", "central": "1000000000.00", "high": "2000000000.00"},
	"periodic_penalty_per_day": "15123287.67"}`

// withFine gives a report an amount at stake, whatever type holds it.
func withFine(t *testing.T, r *report.Report, fine string) *report.Report {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(`{"fine": `+fine+`}`), r))
	return r
}

// aReport has one obligation of each verdict; the breached one has two findings
// by law, of which one is about an element, and one by judgement.
func aReport() *report.Report {
	finding := func(code string, basis report.Basis) report.Finding {
		return report.Finding{
			Code: code, Message: "Notices are " + code, Basis: basis, Parameters: []report.ParameterValue{},
			Evidence: []report.Evidence{
				{Pointer: "/reporting_pipeline/notices_lost_count", Value: json.Number("12"), Line: 7, Column: 3, Sources: []string{}},
				{Pointer: "/service/turnover", Value: "0.1", Line: 8, Column: 3, Sources: []string{}},
				{Pointer: "/service/name", Value: "Example", Line: 9, Column: 3, Sources: []string{}},
			},
		}
	}
	second := finding("late", report.Law)
	second.Item = new(2)
	obligation := func(id, article string, verdict report.Verdict, findings ...report.Finding) report.Obligation {
		return report.Obligation{
			ID: id, Article: article, Title: "Title of " + id, Verdict: verdict, Findings: findings, Kind: report.Duty,
			Addressee: report.Hosting, Basis: report.Law, Penalty: []report.Penalty{report.SixPercent},
		}
	}
	return &report.Report{
		SchemaVersion: report.SchemaVersion, AssessmentDate: "2025-06-15",
		Service: report.Service{Name: "Example", Provider: "Example Ltd"},
		Summary: report.Summary{Breach: 1, Compliant: 1, Undetermined: 2, NotApplicable: 1},
		Obligations: []report.Obligation{
			obligation("dsa.art16.6", "16(6)", report.Breach, finding("lost", report.Law), second, finding("slow", report.ByParameter)),
			obligation("dsa.art17.1", "17(1)", report.Undetermined),
			obligation("dsa.art20.1", "20(1)", report.Undetermined),
			obligation("dsa.art11.1", "11(1)", report.Compliant),
			obligation("dsa.art34.1", "34(1)", report.NotApplicable, finding("unassessed", report.Law)),
		},
		Provenance: report.Provenance{Facts: []report.File{{File: "facts.yaml"}}, Engine: "dsaeval devel", Waivers: []report.File{}},
	}
}

// saved is a report as a file.
func saved(t *testing.T, r *report.Report) []byte {
	t.Helper()
	content, err := json.Marshal(r)
	require.NoError(t, err)
	return content
}

// apply puts the waivers into the report itself, and returns what is told.
func apply(w *gate.Waivers, r *report.Report) []document.Problem {
	waived, notices := w.Apply(r)
	*r = *waived[0]
	return notices
}
