package policy

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/schemas"
)

// unlowered has a finding that needs a builtin of OPA's, and a parameter.
const unlowered = `
import data.parameters

# METADATA
# title: Named like another
breach contains "named" if {
	regex.match("^Face", input.service.name)
	input.reporting_pipeline.notice_backlog_oldest_days > parameters.notice_backlog_oldest_days_max
	input.reporting_pipeline.fault_fixed == false
}
`

// TestFallback shows that an obligation of a user that cannot be lowered is judged
// by OPA, evidence and basis included, and that the reason is known.
func TestFallback(t *testing.T) {
	t.Parallel()
	set, err := loadWith(t, map[string]string{"one.rego": header + unlowered})
	require.NoError(t, err)
	o, _ := set.Obligation("house.one")
	require.Equal(t, []string{"house/one.rego:24:2: the builtin regex.match"}, set.AskedOfOPA(o))
	builtIn, _ := set.Obligation("dsa.art16.6")
	require.Empty(t, set.AskedOfOPA(builtIn))

	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	judge := func(document string) report.Obligation {
		documents, err := schema.Load("facts.yaml", []byte("assessment: {date: 2025-06-02}\n"+document))
		require.NoError(t, err)
		result, err := set.Judge(t.Context(), documents[0], []*Obligation{o}, report.DetailFull)
		require.NoError(t, err)
		return result.Obligations[0]
	}
	const service = `service: {name: Facebook, categories: [hosting], offers_services_in_eu: true, enterprise_size: large,
  size_status_lost: false, designation_status: none, offered_in_union_since: 2020-01-01}` + "\n"
	breach := judge(service + "reporting_pipeline: {notice_backlog_oldest_days: 900, fault_fixed: false}")
	require.Equal(t, report.Breach, breach.Verdict)
	require.Equal(t, report.ByParameter, breach.Basis)
	var pointers []string
	for _, e := range breach.Findings[0].Evidence {
		pointers = append(pointers, e.Pointer)
	}
	require.ElementsMatch(t, []string{"/service/name", "/reporting_pipeline/notice_backlog_oldest_days", "/reporting_pipeline/fault_fixed"}, pointers)

	open := judge(service + "reporting_pipeline: {notice_backlog_oldest_days: 900}")
	require.Equal(t, report.Undetermined, open.Verdict)
	require.Equal(t, "/reporting_pipeline/fault_fixed", open.Missing[0].Pointer)
	require.Equal(t, report.Compliant, judge(service+"reporting_pipeline: {fault_fixed: true}").Verdict)
}
