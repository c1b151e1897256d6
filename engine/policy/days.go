package policy

import (
	"fmt"
	"time"

	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
	"github.com/dsaeval/dsaeval/policies/calendar"
)

// The functions about dates, as the three-valued evaluator calls them;
// internal/opa has them for OPA.
func init() {
	register := func(name string, of func(args []kleene.Value) (time.Time, error), unsettled func(args []kleene.Value) (kleene.Value, error)) {
		kleene.Register(kleene.Function{
			Name: name,
			Apply: func(args []kleene.Value) (kleene.Value, error) {
				day, err := of(args)
				if err != nil {
					return kleene.Nothing, fmt.Errorf("%s: %w", name, err)
				}
				return dayValue(day), nil
			},
			Unsettled: unsettled,
		})
	}
	register(rules.AddMonths, func(args []kleene.Value) (time.Time, error) {
		day, n, err := dayAndCount(args[0], args[1])
		return calendar.AddMonths(day, n), err
	}, nil)
	register(rules.AddDays, func(args []kleene.Value) (time.Time, error) {
		day, n, err := dayAndCount(args[0], args[1])
		return day.AddDate(0, 0, n), err
	}, nil)
	register(rules.CycleEnd, func(args []kleene.Value) (time.Time, error) {
		start, n, err := dayAndCount(args[0], args[1])
		if err != nil {
			return time.Time{}, err
		}
		day, err := parseDay(args[2])
		if err != nil {
			return time.Time{}, err
		}
		return calendar.CycleEnd(start, day, n), nil
	}, nil)
	period := func(args []kleene.Value, place string) (time.Time, error) {
		day, n, err := dayAndCount(args[0], args[1])
		if err != nil {
			return time.Time{}, err
		}
		return calendar.PeriodEnd(day, n, calendar.Unit(args[2].Text()), place)
	}
	register(rules.PeriodEnd, func(args []kleene.Value) (time.Time, error) { return period(args, args[3].Text()) }, inAnyPlace(period))
	last := func(args []kleene.Value, place string) (time.Time, error) {
		day, err := parseDay(args[0])
		if err != nil {
			return time.Time{}, err
		}
		return calendar.LastDay(day, place)
	}
	register(rules.LastDay, func(args []kleene.Value) (time.Time, error) { return last(args, args[1].Text()) }, inAnyPlace(last))
}

// inAnyPlace returns between which days a period ends whose place, the last
// argument, is all that is not known.
func inAnyPlace(of func(args []kleene.Value, place string) (time.Time, error)) func(args []kleene.Value) (kleene.Value, error) {
	return func(args []kleene.Value) (kleene.Value, error) {
		for _, arg := range args[:len(args)-1] {
			if !arg.Known() {
				return kleene.Missing, nil
			}
		}
		first, err := of(args, calendar.Earliest)
		if err != nil {
			return kleene.Nothing, err
		}
		final, err := of(args, calendar.Latest)
		if err != nil {
			return kleene.Nothing, err
		}
		return kleene.UnknownBetween(dayValue(first), dayValue(final)), nil
	}
}

func dayValue(day time.Time) kleene.Value { return kleene.StringOf(day.Format(time.DateOnly)) }

func parseDay(v kleene.Value) (time.Time, error) {
	if v.Kind() != kleene.String {
		return time.Time{}, fmt.Errorf("expected a calendar day, got %v", v)
	}
	return time.Parse(time.DateOnly, v.Text())
}

func dayAndCount(day, count kleene.Value) (time.Time, int, error) {
	first, err := parseDay(day)
	if err != nil {
		return time.Time{}, 0, err
	}
	n, ok := count.Int()
	if !ok || n < rules.MinCount || n > rules.MaxCount {
		return time.Time{}, 0, fmt.Errorf("expected a whole number of reasonable size, got %v", count)
	}
	return first, int(n), nil
}
