package policy

import (
	"maps"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/opa"
	"github.com/dsaeval/dsaeval/internal/rules"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestDecide shows how the reference decider reads what partial evaluation
// leaves, and the words for it. In each case every fact that is not listed is
// unknown.
func TestDecide(t *testing.T) {
	t.Parallel()
	const pipeline = "input.reporting_pipeline."
	for _, c := range []struct {
		note  string
		text  string
		known map[string]ast.Value // facts of the reporting pipeline
		also  map[string]ast.Value // facts of other sections
		want  answer
		words string
	}{
		{
			note: "nothing is known",
			text: `breach contains "x" if ` + pipeline + `notices_lost_to_fault_count > 0`,
			want: unknown, words: "reporting_pipeline.notices_lost_to_fault_count is above 0",
		},
		{
			note:  "a known fact decides",
			text:  `breach contains "x" if ` + pipeline + `notices_lost_to_fault_count > 0`,
			known: map[string]ast.Value{"notices_lost_to_fault_count": ast.Number("1")},
			want:  yes,
		},
		{
			note:  "and so does it the other way round",
			text:  `breach contains "x" if ` + pipeline + `notices_lost_to_fault_count > 0`,
			known: map[string]ast.Value{"notices_lost_to_fault_count": ast.Number("0")},
			want:  no,
		},
		{
			note: "not of an unknown is unknown",
			text: `breach contains "x" if not fixed
				fixed if ` + pipeline + `fault_fixed`,
			want: unknown, words: "reporting_pipeline.fault_fixed is false",
		},
		{
			note: "one alternative that holds is enough",
			text: `breach contains "x" if ` + pipeline + `fault_fixed
				breach contains "y" if ` + pipeline + `notices_decided_count == 3`,
			known: map[string]ast.Value{"notices_decided_count": ast.Number("3")},
			want:  yes,
		},
		{
			note: "a flag or its opposite holds whatever the flag is",
			text: `breach contains "x" if ` + pipeline + `fault_fixed
				breach contains "y" if ` + pipeline + `fault_fixed == false`,
			want: yes,
		},
		{
			note: "both at once never hold",
			text: `breach contains "x" if {
				` + pipeline + `fault_fixed
				` + pipeline + `fault_fixed == false
			}`,
			want: no,
		},
		{
			note: "all values of an enumeration together hold",
			text: `breach contains "x" if input.service.enterprise_size in {"micro", "small"}
				breach contains "x" if input.service.enterprise_size in {"medium", "large"}`,
			want: yes,
		},
		{
			note: "some values of an enumeration do not",
			text: `breach contains "x" if input.service.enterprise_size in {"micro", "small"}
				breach contains "x" if input.service.enterprise_size == "medium"`,
			want: unknown, words: `service.enterprise_size is one of micro, small, medium`,
		},
		{
			note: "a count is never below zero",
			text: `breach contains "x" if ` + pipeline + `notices_decided_count < 0`,
			want: no,
		},
		{
			note: "what is known of a part rules out that there is no whole",
			text: `breach contains "x" if input.service.designation_status == "none"`,
			also: map[string]ast.Value{"input.service.designation_notified_on": ast.String("2024-01-01")},
			want: no,
		},
		{
			note: "two facts that exclude each other never hold together",
			text: `breach contains "x" if {
				input.service.designation_status == "none"
				input.service.designation_terminated
			}`,
			want: no,
		},
		{
			note: "nor is there more than nothing of what is not there",
			text: `breach contains "x" if input.service.amar_window_months > 0`,
			also: map[string]ast.Value{"input.service.amar_published": ast.Boolean(false)},
			want: no,
		},
		{
			note: "a whole is no less than its part",
			text: `breach contains "x" if input.service.amar_requests_count < 3`,
			also: map[string]ast.Value{"input.service.amar_requests_answered_count": ast.Number("3")},
			want: no,
		},
		{
			note: "and more than less than that",
			text: `breach contains "x" if input.service.amar_requests_count > 2`,
			also: map[string]ast.Value{"input.service.amar_requests_answered_count": ast.Number("3")},
			want: yes,
		},
		{
			note: "how much more nobody knows",
			text: `breach contains "x" if input.service.amar_requests_count <= 3`,
			also: map[string]ast.Value{"input.service.amar_requests_answered_count": ast.Number("3")},
			want: unknown, words: "service.amar_requests_count is at most 3",
		},
		{
			note: "a part is no more than its whole",
			text: `breach contains "x" if input.service.amar_requests_answered_count >= 4`,
			also: map[string]ast.Value{"input.service.amar_requests_count": ast.Number("3")},
			want: no,
		},
		{
			note: "an exception to an exception",
			text: `breach contains "x" if {
				` + pipeline + `fault_keeps_notices_from_review
				not excepted
			}
			excepted if {
				` + pipeline + `fault_fixed
				not late
			}
			late if ` + pipeline + `fault_fixed_on > "2024-01-01"`,
			known: map[string]ast.Value{"fault_keeps_notices_from_review": ast.Boolean(true), "fault_fixed": ast.Boolean(true)},
			want:  unknown, words: "reporting_pipeline.fault_fixed_on is after 2024-01-01",
		},
		{
			note: "arithmetic on facts",
			text: `breach contains "x" if ` + pipeline + `notices_decided_count + 1 < ` + pipeline + `notices_submitted_count`,
			want: unknown, words: "reporting_pipeline.notices_decided_count plus 1 is below reporting_pipeline.notices_submitted_count",
		},
		{
			note: "months after an unknown day",
			text: `breach contains "x" if dates.add_months(` + pipeline + `fault_fixed_on, 2) < "2024-01-01"`,
			want: unknown, words: "2 months after reporting_pipeline.fault_fixed_on is before 2024-01-01",
		},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			known := maps.Clone(c.also)
			for name, value := range c.known {
				if known == nil {
					known = map[string]ast.Value{}
				}
				known[pipeline+name] = value
			}
			reference, ours := decideRules(t, c.text, known)
			for name, out := range map[string]outcome{"OPA": reference, "ours": ours} {
				require.Equal(t, c.want.String(), out.answer.String(), "%s: %v", name, out.open)
				if c.words == "" {
					continue
				}
				// What each finding asks for, as in a report, joined.
				asked, said := out.open.condition()
				require.True(t, said)
				require.Equal(t, c.words, words.Condition(asked), name)
			}
		})
	}
}

// decideRules asks the reference decider and the direct evaluator about a package
// with these rules.
func decideRules(t *testing.T, text string, known map[string]ast.Value) (reference, ours outcome) {
	t.Helper()
	module, err := ast.ParseModule("test.rego", "package test\n"+text)
	require.NoError(t, err)
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	compiler, defects := opa.Compile(map[string]*ast.Module{"test.rego": module}, bundle)
	require.Empty(t, defects)
	q, err := opa.Prepare(t.Context(), compiler, inmem.New(), ast.MustParseBody("data.test.breach[finding]"))
	require.NoError(t, err)

	schema := newFactSchema(t, bundle)
	w := knowledgeOf(ast.NewObject(), nil, schema)
	for _, section := range schema.properties(opa.PathTo(ast.InputRootRef)) {
		w.Unknowns = append(w.Unknowns, ast.InputRootRef.Append(ast.StringTerm(section)))
	}
	for name, value := range known {
		var ok bool
		w, ok = w.With(ast.MustParseRef(name), value)
		require.True(t, ok)
	}
	reference, err = byOPA(q, w)
	require.NoError(t, err)

	asked := rules.Question{Name: "breach", Kind: rules.Findings, Package: "data.test", Rule: "breach"}
	lowered := (&opa.Compiled{Compiler: compiler}).Lower([]rules.Question{asked}, schema.asRules(), nil)
	require.Empty(t, lowered.Refused)
	d := newDirect(lowered.Program, schema)
	s := d.state(w.Known(), nil)
	defer s.Release()
	document := directDocument{direct: d, state: s}
	return reference, document.findings(lowered.Roots["breach"])
}

func newFactSchema(t *testing.T, bundle map[string]any) factSchema {
	t.Helper()
	relations, err := facts.NewRelations(bundle)
	require.NoError(t, err)
	return factSchema{root: relations.Fields(), relations: relations}
}

// TestDecideBadDate shows that a day that does not exist is an error and never
// an answer, even inside not.
func TestDecideBadDate(t *testing.T) {
	t.Parallel()
	module, err := ast.ParseModule("test.rego", "package test\nbreach contains \"x\" if not early\nearly if dates.add_months(\"2024-02-30\", 1) < \"2024-01-01\"")
	require.NoError(t, err)
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	compiler, defects := opa.Compile(map[string]*ast.Module{"test.rego": module}, bundle)
	require.Empty(t, defects)
	q, err := opa.Prepare(t.Context(), compiler, inmem.New(), ast.MustParseBody("data.test.breach[finding]"))
	require.NoError(t, err)
	_, err = byOPA(q, knowledgeOf(ast.NewObject(), nil, newFactSchema(t, bundle)))
	require.ErrorContains(t, err, "day out of range")
}

// TestCombine is the table of scope and breach, all nine cells of it.
func TestCombine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		applies, breached answer
		verdict           report.Verdict
		possible          []report.Verdict
	}{
		{no, no, report.NotApplicable, []report.Verdict{}},
		{no, unknown, report.NotApplicable, []report.Verdict{}},
		{no, yes, report.NotApplicable, []report.Verdict{}},
		{yes, no, report.Compliant, []report.Verdict{}},
		{yes, unknown, report.Undetermined, []report.Verdict{report.Breach, report.Compliant}},
		{yes, yes, report.Breach, []report.Verdict{}},
		{unknown, no, report.Undetermined, []report.Verdict{report.Compliant, report.NotApplicable}},
		{unknown, unknown, report.Undetermined, []report.Verdict{report.Breach, report.Compliant, report.NotApplicable}},
		{unknown, yes, report.Undetermined, []report.Verdict{report.Breach, report.NotApplicable}},
	} {
		verdict, possible := combine(c.applies, c.breached)
		require.Equal(t, c.verdict, verdict, "applies %v, breached %v", c.applies, c.breached)
		require.Equal(t, c.possible, possible)
	}
}
