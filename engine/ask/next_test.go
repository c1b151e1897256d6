package ask_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/ask"
)

// TestNextInTurn: a day is not asked for before whether there is one, and whether a duty
// is kept not before whether the law binds the service.
func TestNextInTurn(t *testing.T) {
	t.Parallel()
	_, c, r := judge(t, map[string]any{"assessment": map[string]any{"date": "2026-11-01"}, "service": map[string]any{}})
	order := pointers(c.Next(r, ask.Options{}))
	before := func(first, second string) {
		t.Helper()
		i, j := slices.Index(order, first), slices.Index(order, second)
		require.GreaterOrEqual(t, i, 0, first)
		require.True(t, j < 0 || i < j, "%s is asked before %s", second, first)
	}
	before("/service/designation_status", "/service/designation_notified_on")
	before("/service/designation_terminated", "/service/termination_notified_on")
	for _, scope := range []string{"/service/designation_status", "/service/categories"} {
		before(scope, "/risk_assessment/risk_assessment_diligent")
		before(scope, "/reporting_pipeline/notice_mechanism_easy_to_access")
	}
	ten := pointers(c.Next(r, ask.Options{Count: 10}))
	require.Equal(t, order[:10], ten, "fewer are the first of all")
}

// TestNextOfNone: where nothing was launched, nothing can have been launched without an
// assessment, so that the number of launches can settle what the number of those
// assessed cannot.
func TestNextOfNone(t *testing.T) {
	t.Parallel()
	_, c, r := judge(t, platform)
	launches, assessed := "/risk_assessment/critical_launches_count", "/risk_assessment/critical_launches_assessed_before_count"
	for _, s := range c.Next(r, ask.Options{}) {
		switch s.Pointer {
		case launches:
			require.Equal(t, 1, s.Best)
			launches = ""
		case assessed:
			require.Zero(t, s.Best)
			require.Empty(t, launches, "the whole is asked for before the part")
			assessed = ""
		}
	}
	require.Empty(t, launches+assessed, "both are asked for")
}

// TestWithNext: a report that leaves nothing undetermined is handed on as it is, another
// gets the ranked questions and stays unchanged itself.
func TestWithNext(t *testing.T) {
	t.Parallel()
	_, c, r := judge(t, platform)
	ranked := c.WithNext(r)
	require.Equal(t, pointers(c.Next(r, ask.Options{})), ranked.Next)
	require.NotEmpty(t, ranked.Next)
	require.Nil(t, r.Next)
	settled := *r
	settled.Summary.Undetermined = 0
	require.Same(t, &settled, c.WithNext(&settled))
}

// TestNextState: the State of establishment only moves the end of periods, which what
// they run from nearly always decides.
func TestNextState(t *testing.T) {
	t.Parallel()
	_, c, r := judge(t, platform)
	nearer := map[string]float64{}
	for _, s := range c.Next(r, ask.Options{}) {
		nearer[s.Pointer] = s.Nearer
	}
	require.Contains(t, nearer, "/service/establishment_state")
	require.Zero(t, nearer["/service/establishment_state"])
	skipped := map[string]bool{"/service/establishment_state": true}
	require.Contains(t, pointers(c.Next(r, ask.Options{Skipped: skipped})), "/audit/audit_report_received_on",
		"where the State is not known, the days decide nearly always")
}

func pointers(steps []ask.Step) []string {
	var all []string
	for _, s := range steps {
		all = append(all, s.Pointer)
	}
	return all
}

// platform is a very large online platform of which no more is known.
var platform = map[string]any{
	"assessment": map[string]any{"date": "2026-11-01"},
	"service": map[string]any{
		"categories": []any{"hosting", "online_platform"}, "designation_status": "vlop", "designation_notified_on": "2023-04-25",
		"designation_terminated": false, "offers_services_in_eu": true, "established_in_eu": true,
	},
}

// TestNotApplicable: that something does not apply to a service is said by the fact on
// which its duties depend, and by none where no fact says it.
func TestNotApplicable(t *testing.T) {
	t.Parallel()
	_, c, r := judge(t, shop)
	gate, value, found := c.NotApplicable(r, "/reporting_pipeline/notice_form_reason_field")
	require.True(t, found)
	require.Equal(t, "/reporting_pipeline/notice_mechanism_exists", gate.Pointer)
	require.Equal(t, false, value)
	_, _, found = c.NotApplicable(r, "/contact_points/no_such_fact")
	require.False(t, found)
}
