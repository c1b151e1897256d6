package engine_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
	"github.com/dsaeval/dsaeval/schemas"
)

func newEngine(t testing.TB, options ...engine.Option) *engine.Engine {
	t.Helper()
	e, err := engine.New(t.Context(), options...)
	require.NoError(t, err)
	return e
}

func document(t testing.TB, e *engine.Engine, content string) *facts.Facts {
	t.Helper()
	documents, err := e.Load("facts.yaml", []byte(content))
	require.NoError(t, err)
	require.Len(t, documents, 1)
	return documents[0]
}

// TestConcurrentUse judges different documents at the same time; the race
// detector watches, and every report is as it is alone.
func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	report := func(lost int) string {
		f := document(t, e, fmt.Sprintf("%s\n  notices_lost_to_fault_count: %d\n", exampleFacts, lost))
		r, err := e.Evaluate(t.Context(), f)
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, render.Write(&b, render.JSON, []*report.Report{r}))
		return b.String()
	}
	alone := []string{report(0), report(1), report(2)}
	var group sync.WaitGroup
	for i := range 12 {
		group.Go(func() { require.Equal(t, alone[i%3], report(i%3)) })
	}
	group.Wait()
}

// TestCancellation shows that a cancelled evaluation gives no report at all.
func TestCancellation(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	f := document(t, e, exampleFacts)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	report, err := e.Evaluate(ctx, f)
	require.ErrorIs(t, err, context.Canceled)
	require.Nil(t, report)
}

// TestNoDate shows that nothing is judged without an assessment date.
func TestNoDate(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	report, err := e.Evaluate(t.Context(), document(t, e, "service: {name: Example}"))
	require.ErrorIs(t, err, policy.ErrNoDate)
	require.Nil(t, report)
}

// reportSchema is the published schema of reports.
func reportSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	bundle, err := schemas.Report()
	require.NoError(t, err)
	content, err := json.Marshal(bundle)
	require.NoError(t, err)
	schema, err := jsonschema.CompileString("report.schema.json", string(content))
	require.NoError(t, err)
	return schema
}

// decoded is the JSON of a report as a validator takes it.
func decoded(t testing.TB, r *report.Report) any {
	t.Helper()
	content, err := json.Marshal(r)
	require.NoError(t, err)
	var value any
	require.NoError(t, json.Unmarshal(content, &value))
	return value
}

// TestReportSchema validates reports against the published schema: of a service
// about which nothing is known, and of one about which something is.
func TestReportSchema(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	for _, facts := range []string{"assessment: {date: 2025-01-01}\nservice: {}", exampleFacts, strings.Replace(exampleFacts, "service:\n", "service:\n"+turnovers, 1), exampleFacts + "sources: {letter: {title: Letter}}\nprovenance: {/reporting_pipeline: [letter]}\n"} {
		r, err := e.Evaluate(t.Context(), document(t, e, facts))
		require.NoError(t, err)
		require.NoError(t, reportSchema(t).Validate(decoded(t, r)))
	}
}

// TestSelection shows what a selector can name.
func TestSelection(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note          string
		only, exclude []string
		want          []string
	}{
		{note: "an id", only: []string{"dsa.art16.6"}, want: []string{"dsa.art16.6", "dsa.art16.6.automated"}},
		{note: "a provision", only: []string{"16(6)"}, want: []string{"dsa.art16.6", "dsa.art16.6.automated"}},
		{note: "several, less some", only: []string{"16(6)", "38"}, exclude: []string{"dsa.art16.6.automated"}, want: []string{"dsa.art16.6", "dsa.art38"}},
		{note: "less what was not chosen", only: []string{"38"}, exclude: []string{"16"}, want: []string{"dsa.art38"}},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, o := range newEngine(t, engine.WithOnly(c.only...), engine.WithExclude(c.exclude...)).Obligations() {
				got = append(got, o.ID)
			}
			require.Equal(t, c.want, got)
		})
	}
	for _, options := range [][]engine.Option{
		{engine.WithOnly("dsa.art1")},  // not the beginning of art16 up to a dot
		{engine.WithOnly("16", "160")}, // one of two names nothing
		{engine.WithOnly("16"), engine.WithExclude("16")},
	} {
		_, err := engine.New(t.Context(), options...)
		require.ErrorIs(t, err, engine.ErrNothingSelected)
	}
}

// TestAuditConclusion shows what the auditors concluded beside a verdict: on the
// obligation itself, or on the provision that holds it.
func TestAuditConclusion(t *testing.T) {
	t.Parallel()
	e, err := engine.New(t.Context(), engine.WithOnly("34", "16(6)"))
	require.NoError(t, err)
	documents, err := e.Load("facts.yaml", []byte(`assessment: {date: 2025-06-02}
service: {categories: [online_platform], designation_status: vlop, designation_notified_on: 2023-04-25}
audit:
  audit_conclusions: {dsa.art34.1: negative, dsa.art34.1.a: positive}
`))
	require.NoError(t, err)
	report, err := e.Evaluate(t.Context(), documents[0])
	require.NoError(t, err)
	got := map[string]any{}
	for _, o := range report.Obligations {
		if o.AuditConclusion != nil {
			got[o.ID] = o.AuditConclusion.Value
			require.Equal(t, 4, o.AuditConclusion.Line)
		}
	}
	require.Equal(t, "negative", got["dsa.art34.1"])
	require.Equal(t, "positive", got["dsa.art34.1.a"])
	require.Equal(t, "negative", got["dsa.art34.1.b"])
	require.NotContains(t, got, "dsa.art16.6")
}
