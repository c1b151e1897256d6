package exact

import (
	"errors"
	"fmt"

	"github.com/cockroachdb/apd/v3"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/lazy"
)

// Decimal is an exact decimal number. It is immutable; the zero value is 0.
type Decimal struct{ d *apd.Decimal }

// precision is the number of significant digits that are carried. The largest
// amount of the facts has 28 and a percentage of it 32, so that caps are exact;
// what a formula multiplies or divides further is rounded half to even.
const precision = 60

var arithmetic = apd.Context{
	Precision:   precision,
	MaxExponent: 1000,
	MinExponent: -1000,
	Traps:       apd.DefaultTraps,
	Rounding:    apd.RoundHalfEven,
}

// plainDecimal is what Parse takes: no exponent, so that a short text
// cannot stand for a number with a billion digits.
var plainDecimal = lazy.NewRegexp(`^-?[0-9]{1,30}([.][0-9]{1,30})?$`)

// ErrDivisionByZero is returned by [Decimal.Div].
var ErrDivisionByZero = errors.New("division by zero")

// Parse reads a number such as 12345678901234567.89.
func Parse(text string) (Decimal, error) {
	if !plainDecimal.MatchString(text) {
		return Decimal{}, fmt.Errorf("%q is not a decimal number such as 1234.56, of at most 30 digits before and after the point", document.Shorten(text))
	}
	d, _, err := apd.NewFromString(text)
	if err != nil {
		return Decimal{}, fmt.Errorf("%q is not a decimal number: %w", document.Shorten(text), err)
	}
	return Decimal{d}, nil
}

// MustParse is Parse for constants; it panics on what is no number.
func MustParse(text string) Decimal {
	d, err := Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// Int returns a whole number.
func Int(i int64) Decimal { return Decimal{apd.New(i, 0)} }

func (x Decimal) apd() *apd.Decimal {
	if x.d == nil {
		return &apd.Decimal{}
	}
	return x.d
}

type operation func(d, x, y *apd.Decimal) (apd.Condition, error)

func calculate(op operation, x, y Decimal) (Decimal, error) {
	d := new(apd.Decimal)
	if _, err := op(d, x.apd(), y.apd()); err != nil {
		return Decimal{}, fmt.Errorf("%s and %s: %w", x, y, err)
	}
	return Decimal{d}, nil
}

// Add returns x + y. Like the other operations it fails only where the result
// has a thousand digits or more.
func (x Decimal) Add(y Decimal) (Decimal, error) { return calculate(arithmetic.Add, x, y) }

// Sub returns x - y.
func (x Decimal) Sub(y Decimal) (Decimal, error) { return calculate(arithmetic.Sub, x, y) }

// Mul returns x * y.
func (x Decimal) Mul(y Decimal) (Decimal, error) { return calculate(arithmetic.Mul, x, y) }

// Div returns x / y with 60 significant digits, half to even. It fails with
// [ErrDivisionByZero].
func (x Decimal) Div(y Decimal) (Decimal, error) {
	if y.Sign() == 0 {
		return Decimal{}, fmt.Errorf("%w: %s / 0", ErrDivisionByZero, x)
	}
	return calculate(arithmetic.Quo, x, y)
}

// Cmp is negative where x < y, 0 where they are equal, positive where x > y.
func (x Decimal) Cmp(y Decimal) int { return x.apd().Cmp(y.apd()) }

// Sign is -1, 0 or 1.
func (x Decimal) Sign() int { return x.apd().Sign() }

// Min returns the smaller of two numbers.
func (x Decimal) Min(y Decimal) Decimal {
	if y.Cmp(x) < 0 {
		return y
	}
	return x
}

// Max returns the larger of two numbers.
func (x Decimal) Max(y Decimal) Decimal {
	if y.Cmp(x) > 0 {
		return y
	}
	return x
}

// Float is the nearest floating-point number, for statistics and for counts of
// days; no amount that is law passes through it.
func (x Decimal) Float() float64 {
	f, _ := x.apd().Float64()
	return f
}

// String writes all digits and no exponent, without trailing zeros.
func (x Decimal) String() string {
	reduced, _ := new(apd.Decimal).Reduce(x.apd())
	return reduced.Text('f')
}

// Rounding says what becomes of digits that are cut off.
type Rounding apd.Rounder

// The ways of rounding.
const (
	Down     = Rounding(apd.RoundDown)     // towards zero
	HalfEven = Rounding(apd.RoundHalfEven) // to the nearest, of two to the even one
)

// Places is how many digits the number has after the point, below zero where it
// ends with that many zeros before it.
func (x Decimal) Places() int32 { return -x.apd().Exponent }

// Rounded returns x with a fixed number of digits after the point.
func (x Decimal) Rounded(digits int32, rounding Rounding) Decimal {
	c := arithmetic
	// Room for the digits before the point whatever comes after it.
	c.Precision, c.MaxExponent, c.MinExponent = 2100, 2100, -2100
	c.Rounding = apd.Rounder(rounding)
	d := new(apd.Decimal)
	if _, err := c.Quantize(d, x.apd(), -digits); err != nil {
		// Results stay below the limits of arithmetic, which leave room here.
		panic(fmt.Sprintf("rounding %s to %d digits: %v", x, digits, err))
	}
	return Decimal{d}
}

// Fixed writes x with its digits after the point as they are, trailing zeros
// included; used after rounding.
func (x Decimal) Fixed() string { return x.apd().Text('f') }

// Displayed writes a factor or a share for people: at most eight digits after
// the point. Calculations never use the result.
func (x Decimal) Displayed() string { return x.Rounded(8, HalfEven).String() }

// Percent writes a share as percent, with at most three digits after
// the point.
func (x Decimal) Percent() string {
	return Must(x.Mul(Int(100))).Rounded(3, HalfEven).String()
}

// Must is for operations on numbers of known size.
func Must(d Decimal, err error) Decimal {
	if err != nil {
		panic(err)
	}
	return d
}
