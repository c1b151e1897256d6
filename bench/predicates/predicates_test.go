package predicates

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/bench/clock"
	"github.com/dsaeval/dsaeval/bench/rules"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/internal/rego"
	asked "github.com/dsaeval/dsaeval/internal/rules"
	"github.com/dsaeval/dsaeval/schemas"
)

const root = "../.."

var opened = sync.OnceValues(func() (*policytest.Suite, error) { return rules.Open(root) })

// dataNames are what rules read beside the facts.
var dataNames = []string{"law", "parameters", "readings"}

// ours is the ten predicates as a program of the three-valued evaluator, lowered
// from the rules themselves.
type ours struct {
	program *kleene.Program
	conds   []*kleene.Cond
	data    map[int]kleene.Value
}

func newOurs(t testing.TB) *ours {
	t.Helper()
	suite, err := opened()
	require.NoError(t, err)
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	relations, err := facts.NewRelations(bundle)
	require.NoError(t, err)
	modules, err := rules.Modules(suite.Set().Obligations())
	require.NoError(t, err)
	compiler, err := ast.CompileModules(modules)
	require.NoError(t, err)

	var questions []rego.Question
	for _, p := range All {
		questions = append(questions, rego.Question{Name: p.Package, Kind: asked.Findings, Rule: ast.MustParseRef(p.Package + ".breach")})
	}
	lowered := rego.Lower(compiler, questions, rego.Options{
		Schema: relations.Fields(),
		Data:   map[string]int{"law": 2, "parameters": 2, "readings": 2},
	})
	require.Empty(t, lowered.Refused)
	o := &ours{program: lowered.Program, data: map[int]kleene.Value{}}
	for _, p := range All {
		var found *kleene.Cond
		for _, finding := range lowered.Roots[p.Package].Findings {
			if finding.Code == p.Code {
				found = finding.Cond
			}
		}
		require.NotNil(t, found, "%s has no finding %s", p.Package, p.Code)
		o.conds = append(o.conds, found)
	}
	nothing, err := rules.NothingKnown(suite)
	require.NoError(t, err)
	for i, slot := range o.program.Slots {
		if slot.Kind != kleene.Datum {
			continue
		}
		v, ok := at(suite.Data(nothing, nil), slot.Path)
		require.True(t, ok, slot.Path)
		o.data[i], err = kleene.ValueOf(v)
		require.NoError(t, err)
	}
	return o
}

// answer answers the ten about one document.
func (o *ours) answer(t testing.TB, document map[string]any, answers []kleene.Answer) {
	s := o.program.NewState()
	defer s.Release()
	for slot, v := range o.data {
		s.Set(slot, v)
	}
	for i, slot := range o.program.Slots {
		if slot.Kind != kleene.Fact {
			continue
		}
		if v, ok := at(document, slot.Path); ok {
			value, err := kleene.ValueOf(v)
			if err != nil {
				t.Fatal(err)
			}
			s.Set(i, value)
		}
	}
	for i, cond := range o.conds {
		answers[i] = s.Answer(cond)
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
}

// theirs is the ten as programs of cel-go, which prune and remember nothing
// between documents, with unknowns.
type theirs struct {
	programs []cel.Program
	data     map[string]any
}

func newTheirs(t testing.TB) *theirs {
	t.Helper()
	suite, err := opened()
	require.NoError(t, err)
	nothing, err := rules.NothingKnown(suite)
	require.NoError(t, err)
	c := &theirs{data: whole(suite.Data(nothing, nil)).(map[string]any)}
	declared := map[string]bool{}
	var options []cel.EnvOption
	declare := func(name string) {
		if !declared[name] {
			options = append(options, cel.Variable(name, cel.DynType))
		}
		declared[name] = true
	}
	for _, name := range dataNames {
		declare(name)
	}
	for _, p := range All {
		for _, fact := range p.Facts {
			section, _, _ := strings.Cut(fact, ".")
			declare(section)
		}
	}
	env, err := cel.NewEnv(options...)
	require.NoError(t, err)
	for _, p := range All {
		tree, issues := env.Compile(p.CEL)
		require.NoError(t, issues.Err(), p.CEL)
		program, err := env.Program(tree, cel.EvalOptions(cel.OptOptimize, cel.OptPartialEval))
		require.NoError(t, err)
		c.programs = append(c.programs, program)
	}
	return c
}

// answer answers the ten about one document.
func (c *theirs) answer(t testing.TB, document map[string]any, answers []kleene.Answer) {
	variables := make(map[string]any, len(document)+len(c.data))
	for name, v := range document {
		variables[name] = v
	}
	for name, v := range c.data {
		variables[name] = v
	}
	for i, program := range c.programs {
		var unknowns []*cel.AttributePatternType
		for _, fact := range All[i].Facts {
			section, name, _ := strings.Cut(fact, ".")
			members, given := document[section].(map[string]any)
			if !given {
				unknowns = append(unknowns, cel.AttributePattern(section))
			} else if members[name] == nil {
				unknowns = append(unknowns, cel.AttributePattern(section).QualString(name))
			}
		}
		activation, err := cel.PartialVars(variables, unknowns...)
		if err != nil {
			t.Fatal(err)
		}
		value, _, err := program.Eval(activation)
		switch {
		case err != nil:
			t.Fatalf("%s %s: %v", All[i].Package, All[i].Code, err)
		case types.IsUnknown(value):
			answers[i] = kleene.Open
		case value == types.True:
			answers[i] = kleene.Yes
		case value == types.False:
			answers[i] = kleene.No
		default:
			t.Fatalf("%s %s: not a truth value: %v", All[i].Package, All[i].Code, value)
		}
	}
}

// The two say the same, or ours says more: that an empty list holds nothing, say,
// whatever is looked for in it.
func TestSameAnswers(t *testing.T) {
	o, c := newOurs(t), newTheirs(t)
	var mine, other [10]kleene.Answer
	require.Len(t, All, len(mine))
	random := rand.New(rand.NewPCG(1, 2))
	for i, p := range All {
		seen := map[string]int{}
		for range 500 {
			document := randomFacts(random)
			o.answer(t, document, mine[:])
			c.answer(t, document, other[:])
			seen[fmt.Sprintf("ours %v, cel %v", mine[i], other[i])]++
			if other[i] != kleene.Open {
				require.Equal(t, other[i], mine[i], "%s %s on %v", p.Package, p.Code, document)
			}
		}
		t.Log(p.Package, p.Code, seen)
		for _, agreed := range []string{"ours yes, cel yes", "ours no, cel no", "ours open, cel open"} {
			require.NotZero(t, seen[agreed], "%s %s: no document shows: %s", p.Package, p.Code, agreed)
		}
	}
}

// randomFacts gives about three in four of the facts that the ten read a value.
func randomFacts(random *rand.Rand) map[string]any {
	document := map[string]any{}
	for _, p := range All {
		for _, fact := range p.Facts {
			section, name, _ := strings.Cut(fact, ".")
			members, _ := document[section].(map[string]any)
			if members == nil {
				members = map[string]any{}
				document[section] = members
			}
			if random.IntN(4) > 0 {
				members[name] = randomValue(random, name)
			}
		}
	}
	return document
}

func randomValue(random *rand.Rand, name string) any {
	switch {
	case strings.HasSuffix(name, "_languages"):
		return some(random, "en", "de", "fr", "nl", "mt")
	case strings.HasPrefix(name, "states_"):
		return some(random, "AT", "BE", "MT", "IE")
	case strings.HasSuffix(name, "_types"):
		return some(random, "visibility", "service", "account", "monetisation", "notice_decision")
	case strings.HasSuffix(name, "_median_days") && random.IntN(2) == 0:
		return 0.5
	case strings.HasSuffix(name, "_count"):
		return random.Int64N(60)
	case strings.Contains(name, "_days"):
		return random.Int64N(400)
	}
	return random.IntN(2) == 0
}

// some returns a random part of the words, more often than not all of them.
func some(random *rand.Rand, words ...string) []any {
	list := []any{}
	all := random.IntN(2) == 0
	for _, word := range words {
		if all || random.IntN(2) == 0 {
			list = append(list, word)
		}
	}
	return list
}

// BenchmarkPredicates answers the ten about one document after another.
func BenchmarkPredicates(b *testing.B) {
	suite, err := opened()
	require.NoError(b, err)
	schema, err := rules.Schema()
	require.NoError(b, err)
	known, err := rules.EverythingKnown(suite)
	require.NoError(b, err)
	nothing, err := rules.NothingKnown(suite)
	require.NoError(b, err)
	instagram, err := rules.Load(schema, filepath.Join(root, rules.Instagram), rules.InstagramDate)
	require.NoError(b, err)
	o, c := newOurs(b), newTheirs(b)
	for _, document := range []struct {
		name  string
		facts *facts.Facts
	}{{"all", known}, {"nothing", nothing}, {"instagram", instagram}} {
		content := whole(document.facts.Value()).(map[string]any)
		var answers [10]kleene.Answer
		b.Run(document.name+"/ours", func(b *testing.B) {
			clock.Measure(b, func() { o.answer(b, content, answers[:]) })
		})
		b.Run(document.name+"/cel", func(b *testing.B) {
			clock.Measure(b, func() { c.answer(b, content, answers[:]) })
		})
	}
}

// at returns what a path leads to.
func at(document map[string]any, path []string) (any, bool) {
	var v any = document
	for _, name := range path {
		members, ok := v.(map[string]any)
		if !ok {
			return nil, false
		}
		if v, ok = members[name]; !ok || v == nil {
			return nil, false
		}
	}
	return v, true
}

// whole returns a document with its numbers as CEL has them: whole ones as int64,
// so that counts can be added and multiplied, others as float64.
func whole(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for name, member := range v {
			out[name] = whole(member)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, element := range v {
			out[i] = whole(element)
		}
		return out
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64()
		return f
	case int:
		return int64(v)
	case float64:
		if n := int64(v); float64(n) == v {
			return n
		}
	}
	return v
}
