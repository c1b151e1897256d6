package report_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

// What Copy says may be changed leaves the report alone.
func TestCopy(t *testing.T) {
	t.Parallel()
	made := func() *report.Report {
		return &report.Report{
			Obligations: []report.Obligation{{ID: "a", AppliesFrom: new(report.Day("2024-02-17")), Findings: []report.Finding{{Code: "lost"}}}},
			Provenance:  report.Provenance{Waivers: []report.File{{File: "waivers.yaml"}}, Readings: map[string]string{"cycle": "year"}},
		}
	}
	r := made()
	c := r.Copy()
	c.AssessmentDate = "2025-01-01"
	c.Obligations[0].AppliesFrom = new(report.Day("2025-01-01"))
	c.Obligations[0].Waiver = &report.Waiver{Owner: "somebody"}
	c.Obligations[0].Findings[0].Waiver = &report.Waiver{Owner: "somebody"}
	c.Obligations[0].Findings[0] = report.Finding{Code: "late"}
	c.Provenance.Waivers[0] = report.File{File: "other.yaml"}
	c.Provenance.Waivers = append(c.Provenance.Waivers, report.File{File: "more.yaml"})
	c.Provenance.Readings = map[string]string{}
	require.Equal(t, made(), r)

	c.Obligations[0] = report.Obligation{ID: "b"}
	require.Equal(t, made(), r)
	require.Nil(t, (*report.Report)(nil).Copy())
}
