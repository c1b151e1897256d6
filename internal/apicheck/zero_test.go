package apicheck_test

import (
	"fmt"
	"iter"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask/compare"
	"github.com/dsaeval/dsaeval/engine/audit"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/apicheck"
)

// functions are the functions of the packages that a program calls.
var functions = map[string]map[string]any{
	"engine": {
		"ClassOf": engine.ClassOf, "FineModels": engine.FineModels, "LoadFineModel": engine.LoadFineModel, "New": engine.New, "WithDetail": engine.WithDetail,
		"WithExclude": engine.WithExclude, "WithFineModel": engine.WithFineModel, "WithFineOptions": engine.WithFineOptions,
		"WithLogger": engine.WithLogger, "WithOnly": engine.WithOnly, "WithParameters": engine.WithParameters,
		"WithAgenda": engine.WithAgenda, "WithExplanations": engine.WithExplanations, "WithLoader": engine.WithLoader, "WithWorkers": engine.WithWorkers, "WithoutBuiltin": engine.WithoutBuiltin, "WithoutFine": engine.WithoutFine,
	},
	"engine/ask/compare": {
		"Of": compare.Of, "WriteJSON": compare.WriteJSON, "WriteMarkdown": compare.WriteMarkdown, "WriteText": compare.WriteText,
	},
	"engine/audit": {"Conclusions": audit.Conclusions, "Of": audit.Of},
	"engine/facts": {"Builtin": facts.Builtin, "NewRelations": facts.NewRelations, "NewSchema": facts.NewSchema},
	"engine/gate":  {"LoadBaseline": gate.LoadBaseline, "LoadWaivers": gate.LoadWaivers, "New": gate.New, "Presets": gate.Presets},
	"engine/report": {
		"Addressees": report.Addressees, "Bases": report.Bases, "CompareIDs": report.CompareIDs, "DayOf": report.DayOf, "ParseDay": report.ParseDay, "Kinds": report.Kinds,
		"Penalties": report.Penalties, "Presupposing": report.Presupposing, "Statuses": report.Statuses, "Verdicts": report.Verdicts,
	},
	"engine/fine": {"ParseRate": fine.ParseRate},
	"engine/render": {
		"All": render.All, "Orders": render.Orders, "Colour": render.Colour, "NewWriter": render.NewWriter, "Problems": render.Problems, "ProblemFormats": render.ProblemFormats, "UpTo": render.UpTo, "Fine": render.Fine, "WithHints": render.WithHints, "FineSteps": render.FineSteps, "FormatOf": render.FormatOf, "Formats": render.Formats,
		"Width": render.Width, "Write": render.Write,
	},
}

// TestZeroFunctions calls every function with nothing but zero values.
func TestZeroFunctions(t *testing.T) {
	t.Parallel()
	counts, err := apicheck.Counts(os.DirFS("../.."), "engine")
	require.NoError(t, err)
	for _, c := range counts {
		if functions[c.Package] == nil {
			continue
		}
		for _, name := range c.Functions {
			f := functions[c.Package][name]
			assert.NotNil(t, f, "%s.%s has to be called here, too", c.Package, name)
			if f == nil {
				continue
			}
			call(t, c.Package+"."+name, reflect.ValueOf(f))
		}
	}
}

// values are a zero value of every type that has methods. Of those with methods on a
// pointer, nil is tried as well.
var values = []any{
	engine.Engine{},
	engine.FineModel{},
	engine.UnknownSelector{},
	facts.Facts{},
	facts.Schema{},
	facts.SetAside{},
	facts.Position{},
	facts.Problem{},
	facts.Problems{},
	facts.Path{},
	facts.Kind(0),
	gate.Gate{},
	gate.Baseline{},
	gate.Waivers{},
	gate.Applying{},
	gate.Changes{},
	audit.Counts{},
	audit.Report{},
	audit.Conclusion(""),
	fine.Options{},
	fine.Rates{},
	fine.Rate{},
	report.Report{},
	report.Obligation{},
	report.Finding{},
	report.Summary{},
	report.Day(""), report.Verdict(""), report.Detail(""), report.Basis(""),
	report.Status(""), report.Kind(""), report.Reason(""), report.Outcome(""),
	report.TooLittleDetail{},
	report.Unusable{},
	render.Format(""),
	render.UnknownFormat{},
	render.Writer{},
}

// mustFail are types whose methods never succeed on nil or the zero value.
var mustFail = []string{"Engine", "Facts", "Schema", "Gate"}

// TestZeroMethods calls every method of zero values with nothing but zero values.
func TestZeroMethods(t *testing.T) {
	t.Parallel()
	tried := map[string]bool{}
	for _, value := range values {
		zero := reflect.New(reflect.TypeOf(value))
		name := zero.Type().Elem().Name()
		tried[name] = true
		receivers := []reflect.Value{zero, reflect.Zero(zero.Type())}
		for i := range zero.NumMethod() {
			method := zero.Type().Method(i).Name
			_, ofValue := zero.Type().Elem().MethodByName(method)
			for _, receiver := range receivers {
				if (ofValue || method == "Error") && receiver.IsNil() {
					continue // Go itself follows the pointer; a nil error is none
				}
				results := call(t, fmt.Sprintf("(%v).%s", receiver, method), receiver.Method(i))
				if n := len(results); n > 0 && slices.Contains(mustFail, name) && results[n-1].Type() == reflect.TypeFor[error]() {
					assert.False(t, results[n-1].IsNil(), "%s.%s of nothing succeeds", name, method)
				}
			}
		}
	}
	counts, err := apicheck.Counts(os.DirFS("../.."), "engine")
	require.NoError(t, err)
	for _, c := range counts {
		if functions[c.Package] == nil {
			continue
		}
		for _, method := range c.Methods {
			// Relations are for the judge, which never has a zero one.
			name, _, _ := strings.Cut(method, ".")
			assert.True(t, tried[name] || name == "Relations", "%s: methods of %s have to be called here, too", c.Package, name)
		}
	}
}

// call calls a function with zero values, once more for a variadic one with one of
// those, and goes through a sequence that it returns.
func call(t *testing.T, name string, f reflect.Value) []reflect.Value {
	t.Helper()
	var args []reflect.Value
	fixed := f.Type().NumIn()
	if f.Type().IsVariadic() {
		fixed--
	}
	for i := range fixed {
		args = append(args, reflect.Zero(f.Type().In(i)))
	}
	var results []reflect.Value
	assert.NotPanics(t, func() {
		results = f.Call(args)
		if f.Type().IsVariadic() {
			results = f.Call(append(args, reflect.Zero(f.Type().In(fixed).Elem())))
		}
		for _, result := range results {
			switch sequence := result.Interface().(type) {
			case iter.Seq[report.Obligation]:
				for range sequence {
					break
				}
			case iter.Seq2[report.Obligation, report.Finding]:
				for range sequence {
					break
				}
			case iter.Seq2[*report.Report, error]:
				for r, err := range sequence {
					require.Nil(t, r)
					require.Error(t, err)
				}
			}
		}
	}, name)
	return results
}
