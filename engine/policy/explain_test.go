package policy

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/schemas"
)

// explained explains a rule of a user on facts of a service that it binds.
func explained(t *testing.T, rules, document string) *report.Explanation {
	t.Helper()
	set, err := loadWith(t, map[string]string{"one.rego": header + rules})
	require.NoError(t, err)
	o, _ := set.Obligation("house.one")
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	documents, err := schema.Load("facts.yaml", []byte(`assessment: {date: 2025-06-02}
service: {name: Facebook, categories: [hosting], offers_services_in_eu: true, enterprise_size: large,
  size_status_lost: false, designation_status: none, offered_in_union_since: 2020-01-01}
`+document))
	require.NoError(t, err)
	x, err := set.Explain(t.Context(), documents[0], o)
	require.NoError(t, err)
	return x
}

// TestExplainUnlowered: what OPA judges has a verdict and its grounds, and no tree.
func TestExplainUnlowered(t *testing.T) {
	t.Parallel()
	x := explained(t, unlowered, "reporting_pipeline: {notice_backlog_oldest_days: 900, fault_fixed: false}")
	require.Equal(t, report.Breach, x.Verdict)
	require.Len(t, x.Grounds, 1)
	require.Equal(t, report.Yes, x.Grounds[0].Answer)
	require.Nil(t, x.Grounds[0].Condition)
	require.Empty(t, x.Changes)
	require.NotNil(t, x.Scope[0].Condition, "the scope is no rule of the user's")
}

// TestExplainTurns: a number just crosses what it is compared with and a flag turns, by
// whatever of the two each verdict needs.
func TestExplainTurns(t *testing.T) {
	t.Parallel()
	const rules = `
# METADATA
# title: Old and open
breach contains "old" if {
	input.reporting_pipeline.notice_backlog_oldest_days > 30
	not input.reporting_pipeline.fault_fixed == true
}
`
	x := explained(t, rules, "reporting_pipeline: {notice_backlog_oldest_days: 900, fault_fixed: false}")
	require.Equal(t, report.Breach, x.Verdict)
	require.Len(t, x.Changes, 2)
	days, fixed := x.Changes[0].Facts[0], x.Changes[1].Facts[0]
	require.Equal(t, "/reporting_pipeline/notice_backlog_oldest_days", days.Pointer)
	require.EqualValues(t, "30", days.To)
	require.EqualValues(t, "900", days.From)
	require.Equal(t, "/reporting_pipeline/fault_fixed", fixed.Pointer)
	require.Equal(t, true, fixed.To)

	kept := explained(t, rules, "reporting_pipeline: {notice_backlog_oldest_days: 30, fault_fixed: false}")
	require.Equal(t, report.Compliant, kept.Verdict)
	require.EqualValues(t, "31", kept.Changes[0].Facts[0].To)

	open := explained(t, rules, "reporting_pipeline: {notice_backlog_oldest_days: 900}")
	require.Equal(t, report.Undetermined, open.Verdict)
	require.Equal(t, "/reporting_pipeline/fault_fixed", open.Changes[0].Facts[0].Pointer)
	require.Equal(t, []any{report.Breach, false}, []any{open.Changes[0].Verdict, open.Changes[0].Facts[0].To})
}

// TestExplainElements: a ground about the elements of a list has a tree for each
// element that shows it, with the place of that element's fact, and its own turn.
func TestExplainElements(t *testing.T) {
	t.Parallel()
	const rules = `
# METADATA
# title: Suspended of late
breach contains {"ground": "long", "item": i} if {
	some i, _ in input.service.suspensions
	input.service.suspensions[i].from > "2024-12-31"
}
`
	set, err := loadWith(t, map[string]string{"one.rego": header + rules})
	require.NoError(t, err)
	o, _ := set.Obligation("house.one")
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	documents, err := schema.Load("facts.yaml", []byte(`assessment: {date: 2025-06-02}
service:
  name: A
  categories: [hosting]
  offers_services_in_eu: true
  designation_status: none
  suspensions:
    - {obligations: [dsa.art39], from: 2024-01-01}
    - {obligations: [dsa.art39], from: 2025-03-01}
`))
	require.NoError(t, err)
	x, err := set.Explain(t.Context(), documents[0], o)
	require.NoError(t, err)
	require.Equal(t, report.Breach, x.Verdict)
	require.Len(t, x.Grounds, 1, "the element that does not show it says nothing")
	require.Equal(t, 1, *x.Grounds[0].Item)
	fact := x.Grounds[0].Condition.Facts[0]
	require.Equal(t, "/service/suspensions/1/from", fact.Pointer)
	require.Equal(t, 9, fact.Line)
	require.Len(t, x.Changes, 1)
	require.Equal(t, "2024-12-31", x.Changes[0].Facts[0].To)
	require.Equal(t, report.Compliant, x.Changes[0].Verdict)
}
