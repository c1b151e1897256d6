// Package library_test measures the engine as a Go program calls it, beside OPA on
// the same rules and facts.
package library_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/bench/clock"
	"github.com/dsaeval/dsaeval/bench/rules"
	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/policytest"
)

const root = "../.."

var background = context.Background()

var opened = sync.OnceValues(func() (*policytest.Suite, error) { return rules.Open(root) })

// documents are what is judged, by name.
func documents(b testing.TB) map[string]*facts.Facts {
	b.Helper()
	suite, err := opened()
	require.NoError(b, err)
	schema, err := rules.Schema()
	require.NoError(b, err)
	instagram, err := rules.Load(schema, filepath.Join(root, rules.Instagram), rules.InstagramDate)
	require.NoError(b, err)
	known, err := rules.EverythingKnown(suite)
	require.NoError(b, err)
	nothing, err := rules.NothingKnown(suite)
	require.NoError(b, err)
	return map[string]*facts.Facts{"all": known, "nothing": nothing, "instagram": instagram}
}

// unlike returns documents that say the same as one but for a day on which the verdict on
// all obligations may depend: what was judged of one helps with no other, and there are
// more of them than the engine remembers. Of the questions behind a verdict, those that the
// day plays no part in have the same answer in all of them, and that is remembered.
func unlike(b *testing.B, document *facts.Facts) []*facts.Facts {
	b.Helper()
	day, err := time.Parse(time.DateOnly, "2023-01-01")
	require.NoError(b, err)
	fact, days, bases := "/assessment/date", 330, []*facts.Facts{document}
	if n, known := document.At("/service/designation_notified_on"); known {
		require.Equal(b, "2023-04-25", n.Text)
		fact, days, bases = "/service/designation_notified_on", 110, nil
		for _, decided := range []string{"2022-12-30", "2022-12-31", "2023-01-01"} {
			base, err := document.With("/service/designation_decided_on", decided)
			require.NoError(b, err)
			bases = append(bases, base)
		}
	} else {
		day, err = time.Parse(time.DateOnly, string(document.AssessmentDate()))
		require.NoError(b, err)
	}
	var all []*facts.Facts
	for _, base := range bases {
		for i := range days {
			next, err := base.With(fact, day.AddDate(0, 0, i).Format(time.DateOnly))
			require.NoError(b, err)
			all = append(all, next)
		}
	}
	return all
}

// BenchmarkEvaluate judges all obligations: "full" and "verdicts" are Engine.Evaluate with
// all detail and with the least, of documents that each were not judged before, with
// "-again" of the same document over and over; "plain" is OPA's evaluation of the same rules
// with two values, prepared once; "partial" is OPA's partial evaluation of them, which tells
// what is missing, prepared once too.
func BenchmarkEvaluate(b *testing.B) {
	suite, err := opened()
	require.NoError(b, err)
	e, err := engine.New(background)
	require.NoError(b, err)
	modules, err := rules.Modules(suite.Set().Obligations())
	require.NoError(b, err)
	compiler, err := ast.CompileModules(modules)
	require.NoError(b, err)

	all := documents(b)
	for _, name := range []string{"all", "nothing", "instagram"} {
		document := all[name]
		input, err := ast.InterfaceToValue(document.Value())
		require.NoError(b, err)
		store := inmem.NewFromObject(suite.Data(document, nil))

		for _, detail := range []report.Detail{report.DetailFull, report.DetailVerdicts} {
			evaluate := func(b *testing.B, f *facts.Facts) {
				_, err := e.Evaluate(background, f, engine.WithDetail(detail))
				require.NoError(b, err)
			}
			b.Run(name+"/"+string(detail), func(b *testing.B) {
				others, n := unlike(b, document), 0
				for range 2 * len(others) { // what is remembered is full of them
					evaluate(b, others[n%len(others)])
					n++
				}
				clock.Measure(b, func() {
					evaluate(b, others[n%len(others)])
					n++
				})
			})
			b.Run(name+"/"+string(detail)+"-again", func(b *testing.B) {
				evaluate(b, document)
				evaluate(b, document)
				clock.Measure(b, func() { evaluate(b, document) })
			})
		}
		b.Run(name+"/plain", func(b *testing.B) {
			query, err := rego.New(rego.Query("data.main"), rego.Compiler(compiler), rego.Store(store)).PrepareForEval(background)
			require.NoError(b, err)
			clock.Measure(b, func() {
				results, err := query.Eval(background, rego.EvalParsedInput(input))
				require.NoError(b, err)
				require.Len(b, results, 1)
			})
		})
		b.Run(name+"/partial", func(b *testing.B) {
			type asked struct {
				query    rego.PreparedPartialQuery
				unknowns []*ast.Term
			}
			var questions []asked
			for _, o := range suite.Set().Obligations() {
				set := ".breach"
				if !o.Kind.Breachable() {
					set = ".noted"
				}
				query, err := rego.New(rego.Query(o.Package()+set+"[code]"), rego.Compiler(compiler), rego.Store(store)).PrepareForPartial(background)
				require.NoError(b, err)
				questions = append(questions, asked{query, unknownsOf(document, o)})
			}
			clock.Measure(b, func() {
				for _, q := range questions {
					_, err := q.query.Partial(background, rego.EvalParsedInput(input), rego.EvalParsedUnknowns(q.unknowns))
					require.NoError(b, err)
				}
			})
		})
	}
}

// unknownsOf returns the missing facts that an obligation may read, as OPA names
// them. OPA takes longer the more of them it is told.
func unknownsOf(document *facts.Facts, o *policy.Obligation) []*ast.Term {
	var unknowns []*ast.Term
	for _, path := range document.Unknowns() {
		ref := ast.InputRootRef.Copy()
		var names []string
		for _, step := range path {
			ref = append(ref, ast.NewTerm(ast.MustInterfaceToValue(step)))
			names = append(names, fmt.Sprint(step))
		}
		if mayRead(o, strings.Join(names, ".")) {
			unknowns = append(unknowns, ast.NewTerm(ref))
		}
	}
	return unknowns
}

// mayRead reports whether an obligation reads a fact or what is in it. What decides
// whether an obligation applies every obligation may read.
func mayRead(o *policy.Obligation, path string) bool {
	section, _, _ := strings.Cut(path, ".")
	if section == "service" || section == "assessment" || section == "supervision" {
		return true
	}
	return slices.ContainsFunc(o.Facts, func(fact string) bool {
		return strings.HasPrefix(fact+".", path+".") || strings.HasPrefix(path+".", fact+".")
	})
}
