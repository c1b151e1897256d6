package engine_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestBeside: what stands beside the verdicts is there when it is asked for, agrees with
// what the engine says of it by itself, and changes no verdict.
func TestBeside(t *testing.T) {
	t.Parallel()
	e, err := engine.New(t.Context(), engine.WithOnly("15(1)", "24(2)", "26", "31"))
	require.NoError(t, err)
	facts, err := e.Facts("facts.yaml", map[string]any{
		"assessment": map[string]any{"date": "2026-01-15"},
		"service": map[string]any{
			"categories": []any{"hosting", "online_platform"}, "offers_services_in_eu": true, "offered_in_union_since": "2015-03-01",
			"enterprise_size": "medium", "size_status_lost": false, "designation_status": "none", "establishment_state": "IE",
			"amar_published": true, "amar_published_on": "2025-12-15",
		},
		"advertising": map[string]any{"presents_advertisements": true, "ad_campaigns_profiled_on_special_category_count": 3},
	})
	require.NoError(t, err)
	plain, err := e.Evaluate(t.Context(), facts)
	require.NoError(t, err)
	require.Empty(t, plain.Explanations)
	require.Nil(t, plain.Agenda)
	require.Nil(t, plain.Explanation("dsa.art26.3"))

	waiver := report.Waiver{LastValidDay: "2026-05-01"}
	full, err := e.Evaluate(t.Context(), facts, engine.WithExplanations(), engine.WithAgenda(waiver))
	require.NoError(t, err)
	require.Equal(t, plain.Obligations, full.Obligations)
	for _, o := range full.Obligations {
		x := full.Explanation(o.ID)
		if o.Verdict == report.NotApplicable {
			require.Nil(t, x, o.ID)
			continue
		}
		require.NotNil(t, x, o.ID)
		require.Equal(t, o.Verdict, x.Verdict, o.ID)
	}
	alone, err := e.Explain(t.Context(), facts, "dsa.art26.3")
	require.NoError(t, err)
	require.Equal(t, report.Breach, alone.Verdict)
	require.Equal(t, alone, full.Explanation("dsa.art26.3"))

	calendar, err := e.Calendar(t.Context(), facts, "", waiver)
	require.NoError(t, err)
	require.Equal(t, calendar.Until, full.Agenda.Until)
	var days []report.Day
	for _, each := range full.Agenda.Entries {
		require.NotEqual(t, "done", each.What)
		if each.Day != nil {
			days = append(days, *each.Day)
		}
	}
	require.Contains(t, days, report.Day("2026-06-15"), "six months after the number was published")

	content, err := json.Marshal(full)
	require.NoError(t, err)
	var again report.Report
	require.NoError(t, json.Unmarshal(content, &again))
	require.Equal(t, full.Agenda, again.Agenda)
}
