package fines

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/internal/currency"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// What a cap is a share of.
const (
	turnover = "turnover"
	income   = "income"
)

const (
	turnoverPointer = "/service/turnover_worldwide_preceding_fy"
	incomePointer   = "/service/income_annual_preceding_fy"
	daysPointer     = "/service/financial_year_days"
)

// baseAmount is an annual figure that caps are shares of.
type baseAmount struct {
	of, measure string
	pointer     string
	year        string
	money       money
	given       *money // before conversion; nil if none took place
	rate        *fine.Rate
}

// bases reads the amounts. A part of an amount that is
// missing while the amount is there, and an amount that cannot be one, are
// returned as [document.Problems]: no cap may rest on them.
func (r given) bases() ([]baseAmount, error) {
	var bases []baseAmount
	var problems document.Problems
	for _, measure := range []struct{ name, pointer string }{{turnover, turnoverPointer}, {income, incomePointer}} {
		for _, of := range []string{fine.Group, fine.Entity} {
			b := baseAmount{of: of, measure: measure.name, pointer: measure.pointer + "/" + of}
			amount, given := r.known.Lookup(b.pointer + "/amount")
			if !given {
				continue
			}
			problems = append(problems, b.read(r.known, amount)...)
			bases = append(bases, b)
		}
	}
	if len(problems) > 0 {
		slices.SortStableFunc(problems, func(a, b document.Problem) int {
			return cmp.Or(cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column))
		})
		return nil, problems
	}
	return bases, nil
}

func (b *baseAmount) read(known, amount *document.Node) document.Problems {
	var problems document.Problems
	complain := func(n *document.Node, pointer, message, hint string) {
		problems = append(problems, document.Problem{Position: n.Position, Pointer: pointer, Message: message, Hint: hint})
	}
	name := b.measure + " of the " + b.of
	object, _ := known.Lookup(b.pointer)
	var err error
	if b.money.amount, err = exact.Parse(amount.Text); err != nil {
		complain(amount, b.pointer+"/amount", fmt.Sprintf("%s: %v", name, err), "")
	} else if b.money.amount.Sign() <= 0 {
		complain(amount, b.pointer+"/amount", fmt.Sprintf("%s is %s; no cap can be computed from it", name, amount.Text),
			"give the figure of a year with "+b.measure+", or leave it out")
	}
	code, given := known.Lookup(b.pointer + "/currency")
	if !given {
		complain(object, b.pointer+"/currency", name+" has no currency", "add currency: EUR")
	} else if err := currency.Check(code.Text); err != nil {
		complain(code, b.pointer+"/currency", fmt.Sprintf("%s: %v", name, err), "")
	} else {
		b.money.currency = code.Text
	}
	year, given := known.Lookup(b.pointer + "/financial_year")
	if !given {
		complain(object, b.pointer+"/financial_year", name+" has no financial year", "add financial_year: the calendar year in which the financial year ended")
	} else {
		b.year = year.Text
	}
	return problems
}

// converted applies the rate for the currency, if the user gave one.
func (b baseAmount) converted(rates fine.Rates) (baseAmount, error) {
	m, rate, err := convert(rates, b.money)
	if err != nil {
		return b, fmt.Errorf("%s of the %s: %w", b.measure, b.of, err)
	}
	if rate != nil {
		given := b.money
		b.given, b.rate, b.money = &given, rate, m
	}
	return b, nil
}

// inEuro returns the amount in euro, if it is in euro or can be converted.
func (b baseAmount) inEuro(rates fine.Rates) (Decimal, bool) {
	if b.money.currency == euro {
		return b.money.amount, true
	}
	m, _, err := convert(rates, b.money)
	return m.amount, err == nil && m.currency == euro
}

// ended is the calendar year in which the financial year ended.
func (b baseAmount) ended() int {
	year, _ := strconv.Atoi(b.year) // an integer by the schema
	return year
}
