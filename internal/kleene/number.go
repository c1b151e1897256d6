package kleene

import (
	"math"
	"math/big"
	"math/bits"
)

// Int returns a Number.
func Int(i int64) Value { return Value{kind: Number, whole: i} }

// Rational returns a Number. It keeps the argument.
func Rational(r *big.Rat) Value {
	if r.IsInt() && r.Num().IsInt64() {
		return Int(r.Num().Int64())
	}
	return Value{kind: Number, more: &more{exact: r}}
}

// maxExponent bounds the exponent of a number in decimal notation: written out,
// one of a billion would fill the memory.
const maxExponent = 1000

// ParseNumber reads a number in decimal notation as JSON has it. It reports false
// for anything else, and for exponents beyond 1000.
func ParseNumber(text string) (Value, bool) {
	if i, ok := parseInt(text); ok {
		return Int(i), true
	}
	for i := range len(text) {
		if c := text[i]; c == 'e' || c == 'E' {
			exponent, ok := parseInt(trimPlus(text[i+1:]))
			if !ok || exponent > maxExponent || exponent < -maxExponent {
				return Nothing, false
			}
		} else if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' {
			return Nothing, false
		}
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return Nothing, false
	}
	return Rational(r), true
}

func trimPlus(s string) string {
	if s != "" && s[0] == '+' {
		return s[1:]
	}
	return s
}

// parseInt reads what hardly any number of a document is not: a few digits.
func parseInt(text string) (int64, bool) {
	digits, negative := text, false
	if digits != "" && digits[0] == '-' {
		digits, negative = digits[1:], true
	}
	if digits == "" || len(digits) > 18 {
		return 0, false
	}
	var n int64
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return 0, false
		}
		n = n*10 + int64(digits[i]-'0')
	}
	if negative {
		n = -n
	}
	return n, true
}

// Int returns the content of a Number that is an int64.
func (v Value) Int() (int64, bool) { return v.whole, v.kind == Number && v.more == nil }

// Rat returns the content of a Number, which must not be changed.
func (v Value) Rat() *big.Rat {
	if v.more != nil && v.more.exact != nil {
		return v.more.exact
	}
	return new(big.Rat).SetInt64(v.whole)
}

// Decimal writes a Number in decimal notation: exactly, or with 18 digits after
// the point where it has no end.
func (v Value) Decimal() string {
	r := v.Rat()
	if r.IsInt() {
		return r.Num().String()
	}
	digits, exact := r.FloatPrec()
	if !exact {
		digits = 18
	}
	return r.FloatString(digits)
}

// isWhole reports whether a Number has nothing after the point.
func (v Value) isWhole() bool { return v.more == nil || v.more.exact.IsInt() }

// sign returns -1, 0 or 1.
func (v Value) sign() int {
	if v.more != nil {
		return v.more.exact.Sign()
	}
	switch {
	case v.whole < 0:
		return -1
	case v.whole > 0:
		return 1
	}
	return 0
}

func compareNumbers(a, b Value) int {
	if a.more == nil && b.more == nil {
		switch {
		case a.whole < b.whole:
			return -1
		case a.whole > b.whole:
			return 1
		}
		return 0
	}
	return a.Rat().Cmp(b.Rat())
}

func add(a, b Value) Value {
	if a.more == nil && b.more == nil {
		if sum := a.whole + b.whole; (sum > a.whole) == (b.whole > 0) {
			return Int(sum)
		}
	}
	return Rational(new(big.Rat).Add(a.Rat(), b.Rat()))
}

func subtract(a, b Value) Value {
	if a.more == nil && b.more == nil && b.whole != math.MinInt64 {
		return add(a, Int(-b.whole))
	}
	return Rational(new(big.Rat).Sub(a.Rat(), b.Rat()))
}

func multiply(a, b Value) Value {
	if a.more == nil && b.more == nil && a.whole >= 0 && b.whole >= 0 {
		if high, low := bits.Mul64(uint64(a.whole), uint64(b.whole)); high == 0 && low <= math.MaxInt64 {
			return Int(int64(low))
		}
	}
	return Rational(new(big.Rat).Mul(a.Rat(), b.Rat()))
}
