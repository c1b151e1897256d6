package schemacheck

import (
	"math/big"
	"strconv"
)

// bound is a number that values are compared with.
type bound struct {
	exact *big.Rat
	// small is the same number where it is whole and fits; most counts are compared
	// with 0, and need no exact fraction for it.
	small   int64
	isSmall bool
}

func newBound(exact *big.Rat) *bound {
	b := &bound{exact: exact}
	if exact.IsInt() && exact.Num().IsInt64() {
		b.small, b.isSmall = exact.Num().Int64(), true
	}
	return b
}

// acceptsNumber compares a number exactly, however many digits it has. Text that
// is no number is not accepted.
func (r *rule) acceptsNumber(text string) bool {
	if r.minimum == nil && r.maximum == nil && r.aboveMinimum == nil && r.belowMaximum == nil {
		return true
	}
	v := number{text: text}
	return v.is(r.minimum, 0, 1) && v.is(r.maximum, 0, -1) && v.is(r.aboveMinimum, 1, 1) && v.is(r.belowMaximum, -1, -1)
}

// number is a number of a document, read as far as it is needed.
type number struct {
	text  string
	exact *big.Rat
}

// is reports whether the number compares with a bound in one of two ways; no bound
// allows all.
func (v *number) is(b *bound, one, other int) bool {
	if b == nil {
		return true
	}
	order := 0
	if small, err := strconv.ParseInt(v.text, 10, 64); err == nil && b.isSmall {
		switch {
		case small < b.small:
			order = -1
		case small > b.small:
			order = 1
		}
		return order == one || order == other
	}
	if v.exact == nil {
		exact, ok := new(big.Rat).SetString(v.text)
		if !ok {
			return false
		}
		v.exact = exact
	}
	order = v.exact.Cmp(b.exact)
	return order == one || order == other
}

// whole reports whether a number is an integer, however it is written: 1.0 and 1e3
// are.
func whole(text string) bool {
	digits := 0
	for digits < len(text) && '0' <= text[digits] && text[digits] <= '9' {
		digits++
	}
	if digits > 0 && digits == len(text) {
		return true
	}
	exact, ok := new(big.Rat).SetString(text)
	return ok && exact.IsInt()
}
