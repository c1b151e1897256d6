package gate

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// number is an exact decimal in an expression: an amount of money, or a literal
// that is read from its text and never from the float that it would be. An
// amount that nobody knows has the name of what is missing instead of a value, one
// that there cannot be the reason.
type number struct {
	d       apd.Decimal
	unknown string
	absent  string
}

// unknownError ends the evaluation of an expression that reads an amount which
// is not known: that is neither above nor below anything.
type unknownError struct{ what string }

func (e *unknownError) Error() string { return e.what + " is not known" }

// arithmetic carries 60 significant digits; amounts have at most 30, so that
// sums, differences and products of two are exact. Quotients are rounded half
// to even.
var arithmetic = apd.Context{
	Precision: 60, MaxExponent: 1000, MinExponent: -1000, Traps: apd.DefaultTraps, Rounding: apd.RoundHalfEven,
}

// literal is what numbers look like. The exponent is short, so that a few
// characters cannot stand for a number with a billion digits.
var literal = regexp.MustCompile(`^[0-9]*([.][0-9]*)?([eE][+-]?[0-9]{1,2})?$`)

func parseNumber(text string) (number, error) {
	text = strings.ReplaceAll(text, "_", "")
	if len(text) > 60 || !literal.MatchString(text) {
		return number{}, fmt.Errorf("%s is not a number of at most 60 characters with an exponent of at most two digits", text)
	}
	d, _, err := apd.NewFromString(text)
	if err != nil {
		return number{}, fmt.Errorf("%s is not a number", text)
	}
	return number{d: *d}, nil
}

// parseSigned reads the value of a fact, which can be below zero.
func parseSigned(text string) (number, error) {
	unsigned, negative := strings.CutPrefix(text, "-")
	n, err := parseNumber(unsigned)
	n.d.Negative = negative && err == nil
	return n, err
}

// amount reads a decimal string of a report; absent ones are not known.
func amount(what string, text *string) number {
	if text == nil {
		return number{unknown: what}
	}
	n, err := parseNumber(*text)
	if err != nil {
		return number{unknown: what}
	}
	return n
}

// toNumber takes what the compiler lets through: numbers and integers.
func toNumber(value any) (number, error) {
	switch value := value.(type) {
	case number:
		if value.unknown != "" {
			return number{}, &unknownError{value.unknown}
		}
		if value.absent != "" {
			return number{}, errors.New(value.absent)
		}
		return value, nil
	case int:
		return number{d: *apd.New(int64(value), 0)}, nil
	}
	return number{}, fmt.Errorf("%v is not a number", value)
}

// operators are those that work on numbers, by symbol.
var operators = map[string]operator{
	"<":  comparison(func(sign int) bool { return sign < 0 }),
	"<=": comparison(func(sign int) bool { return sign <= 0 }),
	">":  comparison(func(sign int) bool { return sign > 0 }),
	">=": comparison(func(sign int) bool { return sign >= 0 }),
	"==": comparison(func(sign int) bool { return sign == 0 }),
	"!=": comparison(func(sign int) bool { return sign != 0 }),
	"+":  calculation(arithmetic.Add),
	"-":  calculation(arithmetic.Sub),
	"*":  calculation(arithmetic.Mul),
	"/":  calculation(arithmetic.Quo),
}

// operator is what an operator does with two numbers or integers.
type operator struct {
	do       func(x, y *apd.Decimal) (any, error)
	compares bool // gives true or false, not a number
}

func comparison(holds func(sign int) bool) operator {
	return operator{compares: true, do: func(x, y *apd.Decimal) (any, error) { return holds(x.Cmp(y)), nil }}
}

func calculation(op func(d, x, y *apd.Decimal) (apd.Condition, error)) operator {
	return operator{do: func(x, y *apd.Decimal) (any, error) {
		var n number
		_, err := op(&n.d, x, y)
		return n, err
	}}
}

func (o operator) call(args ...any) (any, error) {
	x, err := toNumber(args[0])
	if err != nil {
		return nil, err
	}
	y, err := toNumber(args[1])
	if err != nil {
		return nil, err
	}
	return o.do(&x.d, &y.d)
}
