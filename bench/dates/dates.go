// Package dates gives OPA the functions on calendar days that the rules of the
// repository call, so that other programs built on OPA can read the same rules.
// It stands beside those of the engine because importing them would add the
// engine's start to that of the peers.
package dates

import (
	"fmt"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/types"

	"github.com/dsaeval/dsaeval/policies/calendar"
)

func init() {
	register("dates.add_days", types.Args(types.S, types.N), func(a arguments) (time.Time, error) {
		return a.day(0).AddDate(0, 0, a.number(1)), nil
	})
	register("dates.add_months", types.Args(types.S, types.N), func(a arguments) (time.Time, error) {
		return calendar.AddMonths(a.day(0), a.number(1)), nil
	})
	register("dates.cycle_end", types.Args(types.S, types.N, types.S), func(a arguments) (time.Time, error) {
		return calendar.CycleEnd(a.day(0), a.day(2), a.number(1)), nil
	})
	register("dates.last_day", types.Args(types.S, types.S), func(a arguments) (time.Time, error) {
		return calendar.LastDay(a.day(0), a.text(1))
	})
	register("dates.period_end", types.Args(types.S, types.N, types.S, types.S), func(a arguments) (time.Time, error) {
		return calendar.PeriodEnd(a.day(0), a.number(1), calendar.Unit(a.text(2)), a.text(3))
	})
}

func register(name string, args []types.Type, apply func(arguments) (time.Time, error)) {
	function := &rego.Function{Name: name, Decl: types.NewFunction(args, types.S), Memoize: true}
	rego.RegisterBuiltinDyn(function, func(_ rego.BuiltinContext, terms []*ast.Term) (*ast.Term, error) {
		a := arguments{terms: terms, err: new(error)}
		day, err := apply(a)
		if *a.err != nil {
			err = *a.err
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return ast.StringTerm(day.Format(time.DateOnly)), nil
	})
}

// arguments are those of one call; err keeps the first that is not as expected.
type arguments struct {
	terms []*ast.Term
	err   *error
}

func (a arguments) text(i int) string {
	s, ok := a.terms[i].Value.(ast.String)
	if !ok {
		a.fail(fmt.Errorf("expected text, got %v", a.terms[i]))
	}
	return string(s)
}

func (a arguments) day(i int) time.Time {
	day, err := time.Parse(time.DateOnly, a.text(i))
	if err != nil {
		a.fail(err)
	}
	return day
}

func (a arguments) number(i int) int {
	if number, ok := a.terms[i].Value.(ast.Number); ok {
		if n, ok := number.Int(); ok {
			return n
		}
	}
	a.fail(fmt.Errorf("expected a whole number, got %v", a.terms[i]))
	return 0
}

func (a arguments) fail(err error) {
	if *a.err == nil {
		*a.err = err
	}
}
