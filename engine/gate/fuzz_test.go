package gate_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// FuzzExpression shows that no expression breaks the program: it is refused with a
// place, or it gives an answer, the same again, and its denial the opposite. None hangs, or
// the fuzzer would.
func FuzzExpression(f *testing.F) {
	for _, seed := range []string{
		"breach > 0", `any(findings, .article startsWith "28")`, "fine.statutory_cap.per_decision > 1e9", "undetermined > baseline",
		"-fine.indicative.low * 2 + .5 < 1_000", "count(findings, count(obligations, .id in ['a', 'b']) > 0) > 0", "breach / 0 > 1",
		"findings[0].item ?? 1 > 0", "not (true ? false : true)", "map(findings, .code)[0] matches '^l'", "((((", "1e", "0x1p5 > 1", "é > 1",
		"find(findings, .item == 2).code contains 'a'", "sum(findings, .item) > 0", "#", "findings | any(.item > 0)", "fine?.turnover > 1.",
	} {
		f.Add(seed)
	}
	baseline, err := gate.LoadBaseline("past.json", []byte(`{"schema_version": 1, "provenance": {"engine": "x"}}`))
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, source string) {
		g, err := gate.New(source, baseline)
		if err != nil {
			require.ErrorAs(t, err, new(document.Problem))
			require.NotEmpty(t, err.Error())
			return
		}
		r := withFine(t, aReport(), stake)
		first, firstErr := g.Judge(r)
		require.NotZero(t, first)
		if firstErr != nil {
			require.NotEqual(t, report.Passed, first)
		}
		second, _ := g.Judge(r)
		require.Equal(t, first, second)
		// A denial may be too long where the expression was not.
		denied, err := gate.New("not (\n"+source+"\n)", baseline)
		if err != nil || firstErr != nil {
			return
		}
		opposite, err := denied.Judge(r)
		decided := first != report.Undecided && opposite != report.Undecided && err == nil
		require.False(t, decided && first == opposite, "%s, and its denial as well", first)
	})
}

// FuzzWaivers shows that every file is read or refused with its places, and
// that what was read can be applied.
func FuzzWaivers(f *testing.F) {
	f.Add(waiverFile("obligation: dsa.art16.6"))
	f.Add(waiverFile("obligation: dsa.art16.6", "finding: late", "item: 2", "condition: finding.item == 2"))
	f.Add([]byte("waivers:\n  - {obligation: x, item: 99999999999999999999, condition: '('}\n"))
	f.Add([]byte(`{"waivers": [{"obligation": null}]}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		w, err := gate.LoadWaivers("waivers.yaml", content)
		if err != nil {
			var problems document.Problems
			require.ErrorAs(t, err, &problems)
			require.NotEmpty(t, problems)
			return
		}
		_ = w.Check([]string{"dsa.art16.6"})
		r := aReport()
		apply(w, r)
		require.Equal(t, aReport().Summary, r.Summary)
	})
}

// FuzzBaseline shows that every file is read or refused with its place.
func FuzzBaseline(f *testing.F) {
	f.Add([]byte(`{"schema_version": 1, "service": {"name": "Example"}, "obligations": [{"id": "dsa.art16.6", "verdict": "breach", "findings": [{"code": "lost", "item": 0}]}], "provenance": {"engine": "x"}}`))
	f.Add([]byte("{}\n{}"))
	f.Add([]byte("{\n\"obligations\": [{\"findings\": null}"))
	f.Fuzz(func(t *testing.T, content []byte) {
		b, err := gate.LoadBaseline("past.json", content)
		if err != nil {
			var problems document.Problems
			require.True(t, errors.As(err, &problems), "%v", err)
			return
		}
		g, err := gate.New("undetermined > baseline", b)
		require.NoError(t, err)
		_, err = g.Judge(aReport())
		require.NoError(t, err)
		require.NoError(t, b.WriteChanges(t.Output(), aReport()))
	})
}
