package opa

import (
	"fmt"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/types"

	"github.com/dsaeval/dsaeval/internal/rules"
	"github.com/dsaeval/dsaeval/policies/calendar"
)

// These builtins count periods as Regulation (EEC, Euratom) No 1182/71 does.
// OPA's time.add_date lets the end of a month overflow into the next one.
// They are registered for the whole process, because a compiler, a formatter
// or a tester that is set up elsewhere must know them too.
var (
	addMonths = &ast.Builtin{
		Name:        rules.AddMonths,
		Description: "The same day n months later or, where that month is shorter, its last day: Regulation 1182/71, Art. 3(2)(c).",
		Decl: types.NewFunction(types.Args(
			types.Named("date", types.S).Description("calendar day, YYYY-MM-DD"),
			types.Named("n", types.N).Description("number of months"),
		), types.Named("day", types.S).Description("calendar day, YYYY-MM-DD")),
	}
	periodEnd = &ast.Builtin{
		Name:        rules.PeriodEnd,
		Description: "The last day of a period of n units that an event begins, Regulation 1182/71, Art. 3, with the holidays of a place: a Member State by its code, or institutions. Where the place is not known, the earliest and the latest end in any Member State may decide.",
		Decl: types.NewFunction(types.Args(
			types.Named("start", types.S).Description("calendar day of the event, YYYY-MM-DD"),
			types.Named("n", types.N).Description("number of units"),
			types.Named("unit", types.S).Description("days, working_days, weeks, months or years"),
			types.Named("place", types.S).Description("whose holidays count"),
		), types.Named("day", types.S).Description("calendar day, YYYY-MM-DD")),
	}
	lastDay = &ast.Builtin{
		Name:        rules.LastDay,
		Description: "The end of a period whose last day is given: that day or the next working day, Regulation 1182/71, Art. 3(4), with the holidays of a place as in dates.period_end.",
		Decl: types.NewFunction(types.Args(
			types.Named("day", types.S).Description("calendar day, YYYY-MM-DD"),
			types.Named("place", types.S).Description("whose holidays count"),
		), types.Named("end", types.S).Description("calendar day, YYYY-MM-DD")),
	}
	cycleEnd = &ast.Builtin{
		Name:        rules.CycleEnd,
		Description: "The day that lies n months after the end of a yearly cycle: of those that begin on a day, the one in which another day lies.",
		Decl: types.NewFunction(types.Args(
			types.Named("start", types.S).Description("calendar day on which the first cycle begins, YYYY-MM-DD"),
			types.Named("n", types.N).Description("number of months"),
			types.Named("day", types.S).Description("calendar day in the cycle, YYYY-MM-DD"),
		), types.Named("end", types.S).Description("calendar day, YYYY-MM-DD")),
	}
	addDays = &ast.Builtin{
		Name:        rules.AddDays,
		Description: "The day n days later.",
		Decl: types.NewFunction(types.Args(
			types.Named("date", types.S).Description("calendar day, YYYY-MM-DD"),
			types.Named("n", types.N).Description("number of days"),
		), types.Named("day", types.S).Description("calendar day, YYYY-MM-DD")),
	}
)

func init() {
	for builtin, implementation := range map[*ast.Builtin]topdown.BuiltinFunc{
		addMonths: func(_ topdown.BuiltinContext, args []*ast.Term, yield func(*ast.Term) error) error {
			day, n, err := dayAndNumber(args)
			if err != nil {
				return err
			}
			return yield(dayTerm(calendar.AddMonths(day, n)))
		},
		addDays: func(_ topdown.BuiltinContext, args []*ast.Term, yield func(*ast.Term) error) error {
			day, n, err := dayAndNumber(args)
			if err != nil {
				return err
			}
			return yield(dayTerm(day.AddDate(0, 0, n)))
		},
		periodEnd: func(_ topdown.BuiltinContext, args []*ast.Term, yield func(*ast.Term) error) error {
			end, err := periodEndOf(args[0], args[1], args[2], text(args[3]))
			if err != nil {
				return err
			}
			return yield(dayTerm(end))
		},
		cycleEnd: func(_ topdown.BuiltinContext, args []*ast.Term, yield func(*ast.Term) error) error {
			start, n, err := dayAndNumber(args)
			if err != nil {
				return err
			}
			day, err := dayOf(args[2])
			if err != nil {
				return err
			}
			return yield(dayTerm(calendar.CycleEnd(start, day, n)))
		},
		lastDay: func(_ topdown.BuiltinContext, args []*ast.Term, yield func(*ast.Term) error) error {
			end, err := lastDayOf(args[0], text(args[1]))
			if err != nil {
				return err
			}
			return yield(dayTerm(end))
		},
	} {
		ast.RegisterBuiltin(builtin)
		topdown.RegisterBuiltinFunc(builtin.Name, implementation)
	}
}

// periodEndOf is dates.period_end at a place that is known.
func periodEndOf(start, n, unit *ast.Term, place string) (time.Time, error) {
	day, number, err := dayAndNumber([]*ast.Term{start, n})
	if err != nil {
		return time.Time{}, err
	}
	return calendar.PeriodEnd(day, number, calendar.Unit(text(unit)), place)
}

// lastDayOf is dates.last_day at a place that is known.
func lastDayOf(day *ast.Term, place string) (time.Time, error) {
	last, err := dayOf(day)
	if err != nil {
		return time.Time{}, err
	}
	return calendar.LastDay(last, place)
}

func text(term *ast.Term) string {
	s, _ := term.Value.(ast.String)
	return string(s)
}

func dayAndNumber(args []*ast.Term) (time.Time, int, error) {
	day, err := dayOf(args[0])
	if err != nil {
		return time.Time{}, 0, err
	}
	number, ok := args[1].Value.(ast.Number)
	if !ok {
		return time.Time{}, 0, fmt.Errorf("expected a number, got %v", args[1])
	}
	n, ok := number.Int()
	if !ok || n < rules.MinCount || n > rules.MaxCount {
		return time.Time{}, 0, fmt.Errorf("expected a whole number of reasonable size, got %v", args[1])
	}
	return day, n, nil
}

func dayOf(term *ast.Term) (time.Time, error) {
	s, ok := term.Value.(ast.String)
	if !ok {
		return time.Time{}, fmt.Errorf("expected a calendar day, got %v", term)
	}
	return time.Parse(time.DateOnly, string(s))
}

func dayTerm(day time.Time) *ast.Term { return ast.StringTerm(day.Format(time.DateOnly)) }
