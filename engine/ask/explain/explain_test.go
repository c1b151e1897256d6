package explain_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/ask/explain"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

func openSuite(t *testing.T) *policytest.Suite {
	t.Helper()
	suite, err := policytest.Open(t.Context(), policytest.Options{
		Policies: []policy.Source{{Name: "policies", FS: policies.FS()}},
		Cases:    policy.Source{Name: "policies", FS: os.DirFS("../../../policies")},
	})
	require.NoError(t, err)
	return suite
}

// samples are documents about an obligation: one that keeps it, and the first of its
// cases for each other verdict.
func samples(t *testing.T, suite *policytest.Suite, o *policy.Obligation) []*facts.Facts {
	t.Helper()
	file, _ := suite.File(o)
	service, ok := suite.Service(file.Service)
	require.True(t, ok)
	var documents []*facts.Facts
	add := func(service policytest.Facts, others ...policytest.Facts) {
		f, err := suite.Document(suite.Over(service, others...))
		require.NoError(t, err, o.ID)
		documents = append(documents, f)
	}
	add(service, file.Compliant)
	seen := map[report.Verdict]bool{report.Compliant: true, "": true}
	for _, c := range file.Cases {
		if seen[c.Verdict] || c.Invalid != "" || len(c.Readings) > 0 {
			continue
		}
		seen[c.Verdict] = true
		about := service
		if c.Service != "" {
			about, _ = suite.Service(c.Service)
		}
		add(about, file.Compliant, c.Facts)
	}
	return documents
}

var all = flag.Bool("all", false, "explain every obligation, and not a third of them")

// TestExplanations explains every obligation on facts of every kind of verdict. Every
// change that is named turns the verdict as it says; every condition has the answer
// that its parts give it, and that of a ground is the one that was judged; no line is
// longer than the terminal; the JSON is as its schema says; and few verdicts are left without anything that would turn
// them.
func TestExplanations(t *testing.T) {
	t.Parallel()
	suite, matches := openSuite(t), matching(t)
	total, turned := map[report.Verdict]int{}, map[report.Verdict]int{}
	every := 3
	if testing.Short() {
		every = 8
	}
	for i, o := range suite.Obligations() {
		if !*all && i%every != 0 {
			continue
		}
		for _, f := range samples(t, suite, o) {
			x, err := suite.Set().Explain(t.Context(), f, o)
			require.NoError(t, err, o.ID)
			checkTrees(t, x)
			checkTurns(t, suite.Set(), f, o, x)
			checkText(t, x)
			matches(x)
			total[x.Verdict]++
			if len(x.Changes) > 0 {
				turned[x.Verdict]++
			} else if testing.Verbose() {
				t.Log("nothing turns", x.ID, x.Verdict, x.Reasons, x.SearchEnded)
			}
		}
	}
	t.Log("explained:", total, "of them with what would turn the verdict:", turned)
	for verdict, n := range total {
		require.GreaterOrEqual(t, turned[verdict]*10, n*8, "%s", verdict)
	}
}

func checkTrees(t *testing.T, x *report.Explanation) {
	t.Helper()
	require.NotEmpty(t, x.Grounds, x.ID)
	for _, s := range x.Scope {
		require.NotNil(t, s.Condition, x.ID)
		checkTree(t, x, *s.Condition)
	}
	for _, g := range x.Grounds {
		require.NotNil(t, g.Condition, "%s %s", x.ID, g.Code)
		checkTree(t, x, *g.Condition)
		if g.Condition.Answer != report.NotSaid {
			require.Equal(t, g.Answer, g.Condition.Answer, "%s %s on %s", x.ID, g.Code, x.AssessmentDate)
		}
	}
}

var (
	order    = map[report.Answer]int{report.No: -1, report.NotSaid: 0, report.Yes: 1}
	ofAnswer = map[int]report.Answer{-1: report.No, 0: report.NotSaid, 1: report.Yes}
)

func checkTree(t *testing.T, x *report.Explanation, c report.Explained) {
	t.Helper()
	for _, part := range c.Of {
		checkTree(t, x, part)
	}
	if len(c.Of) == 0 || c.Condition.Op != report.All && c.Condition.Op != report.Any {
		return
	}
	want := order[c.Of[0].Answer]
	for _, part := range c.Of {
		if c.Condition.Op == report.All {
			want = min(want, order[part.Answer])
		} else {
			want = max(want, order[part.Answer])
		}
	}
	if c.Exception {
		want = -want
	}
	require.Equal(t, ofAnswer[want], c.Answer, "%s: %+v", x.ID, c)
}

// checkTurns changes the facts by itself and judges them again.
func checkTurns(t *testing.T, set *policy.Set, f *facts.Facts, o *policy.Obligation, x *report.Explanation) {
	t.Helper()
	last := 0
	for _, turn := range x.Changes {
		require.NotEqual(t, x.Verdict, turn.Verdict, o.ID)
		require.GreaterOrEqual(t, len(turn.Facts), last, "%s: the smallest come first", o.ID)
		last = len(turn.Facts)
		changed := withAll(f, turn.Facts)
		require.NotNil(t, changed, "%s: %+v contradicts the facts", o.ID, turn)
		judged, err := set.Judge(t.Context(), changed, []*policy.Obligation{o}, report.DetailFull)
		require.NoError(t, err)
		require.Equal(t, turn.Verdict, judged.Obligations[0].Verdict, "%s: %+v", o.ID, turn)
	}
}

// withAll changes facts in whatever order they can be.
func withAll(f *facts.Facts, changes []report.ChangedFact) *facts.Facts {
	if len(changes) == 0 {
		return f
	}
	for i, c := range changes {
		next, err := f.With(c.Pointer, c.To)
		if err != nil {
			continue
		}
		rest := append(append([]report.ChangedFact(nil), changes[:i]...), changes[i+1:]...)
		if all := withAll(next, rest); all != nil {
			return all
		}
	}
	return nil
}

func checkText(t *testing.T, x *report.Explanation) {
	t.Helper()
	for _, all := range []bool{false, true} {
		var out bytes.Buffer
		require.NoError(t, explain.WriteText(&out, x, explain.Options{All: all, ShowAll: "--all shows them", OtherDay: "--as-of judges on another one"}))
		for line := range strings.Lines(out.String()) {
			require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimRight(line, "\n")), 120, "%s: %s", x.ID, line)
			for _, technical := range []string{"data.", "__", "the report does not say", " of : ", "<nil>"} {
				require.NotContains(t, line, technical, x.ID)
			}
		}
	}
}

// matching returns a check of the JSON of explanations against their schema.
func matching(t *testing.T) func(x *report.Explanation) {
	t.Helper()
	schema, err := schemas.FS().Open("explanation.schema.json")
	require.NoError(t, err)
	defer schema.Close()
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("explanation.schema.json", schema))
	compiled, err := compiler.Compile("explanation.schema.json")
	require.NoError(t, err)
	return func(x *report.Explanation) {
		content, err := json.Marshal(x)
		require.NoError(t, err)
		var value any
		require.NoError(t, json.Unmarshal(content, &value))
		require.NoError(t, compiled.Validate(value), x.ID)
	}
}
