package transparency

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// separators is what commas and points mean in a column.
type separators int

const (
	undecided separators = iota
	// pointDecimal: 1,234.5 as is prescribed.
	pointDecimal
	// commaDecimal: 1.234,5.
	commaDecimal
)

var (
	plain      = lazy.NewRegexp(`^[0-9]+$`)
	scientific = lazy.NewRegexp(`^-?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]{1,2}$`)
	commas     = lazy.NewRegexp(`^[0-9]{1,3}(,[0-9]{3})+$`)
	points     = lazy.NewRegexp(`^[0-9]{1,3}(\.[0-9]{3})+$`)
	commaPoint = lazy.NewRegexp(`^[0-9]{1,3}(,[0-9]{3})+\.[0-9]+$`)
	pointComma = lazy.NewRegexp(`^[0-9]{1,3}(\.[0-9]{3})+,[0-9]+$`)
	oneComma   = lazy.NewRegexp(`^[0-9]+,[0-9]+$`)
	onePoint   = lazy.NewRegexp(`^[0-9]+\.[0-9]+$`)
	spaced     = lazy.NewRegexp(`^[0-9]{1,3}([ '’\x{00a0}\x{2009}\x{202f}][0-9]{3})+([.,][0-9]+)?$`)
	groupMark  = strings.NewReplacer(" ", "", "'", "", "’", "", "\u00a0", "", "\u2009", "", "\u202f", "")
)

// maxDigits bounds what is computed with; no count has as many.
const maxDigits = 40

// form is what the digits and marks of a text can mean, before its column
// decides.
type form int

const (
	notANumber form = iota
	// one reading: no marks, or marks that can mean one thing only.
	certain
	// 1,234 and 1.234: thousands or decimals.
	ambiguousComma
	ambiguousPoint
)

// evidence says what a text tells about its column. Digits have been split from
// their unit and sign.
func evidence(text string) (form, separators) {
	switch {
	case plain.MatchString(text), scientific.MatchString(text):
		return certain, undecided
	case spaced.MatchString(text):
		rest := groupMark.Replace(text)
		if strings.Contains(rest, ",") {
			return certain, commaDecimal
		}
		if strings.Contains(rest, ".") {
			return certain, pointDecimal
		}
		return certain, undecided
	case commaPoint.MatchString(text):
		return certain, pointDecimal
	case pointComma.MatchString(text):
		return certain, commaDecimal
	case strings.Count(text, ",") > 1 && commas.MatchString(text):
		return certain, pointDecimal
	case strings.Count(text, ".") > 1 && points.MatchString(text):
		return certain, commaDecimal
	case oneComma.MatchString(text):
		if !commas.MatchString(text) || strings.HasPrefix(text, "0") {
			return certain, commaDecimal
		}
		return ambiguousComma, undecided
	case onePoint.MatchString(text):
		if !points.MatchString(text) || strings.HasPrefix(text, "0") {
			return certain, pointDecimal
		}
		return ambiguousPoint, undecided
	}
	return notANumber, undecided
}

// valueOf reads digits and marks by what was decided for the column. It fails
// where the text does not fit the decision.
func valueOf(text string, decided separators) (*big.Rat, bool) {
	if len(text) > maxDigits+20 {
		return nil, false
	}
	text = groupMark.Replace(text)
	if scientific.MatchString(text) {
		return exact(text)
	}
	switch decided {
	case commaDecimal:
		if oneComma.MatchString(text) || pointComma.MatchString(text) || points.MatchString(text) || plain.MatchString(text) {
			return exact(strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), ",", "."))
		}
	default:
		if onePoint.MatchString(text) || commaPoint.MatchString(text) || commas.MatchString(text) || plain.MatchString(text) {
			return exact(strings.ReplaceAll(text, ",", ""))
		}
	}
	return nil, false
}

// rounded reports whether a whole number is written with fewer digits than it has, as
// 6.48E+07.
func rounded(text string) bool {
	if !scientific.MatchString(text) {
		return false
	}
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	places, err := strconv.Atoi(exponent)
	_, decimals, _ := strings.Cut(mantissa, ".")
	return err == nil && places > len(decimals)
}

func exact(text string) (*big.Rat, bool) {
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		if exponent, err := strconv.Atoi(text[i+1:]); err != nil || exponent > maxDigits || exponent < -maxDigits {
			return nil, false
		}
	}
	return new(big.Rat).SetString(text)
}

// decimal writes a number as facts and messages show it, with at most six
// decimals.
func decimal(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.TrimSuffix(strings.TrimRight(r.FloatString(6), "0"), ".")
}

// split separates sign, digits and unit: -162.4 HRS. Marks of footnotes are dropped,
// and digits of other scripts are written as ours.
func split(text string) (digits, unit string, negative bool) {
	text, unit = cutUnit(withoutMarks(asciiDigits(text)))
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		text, negative = rest, true
	} else if rest, ok := strings.CutPrefix(text, "−"); ok {
		text, negative = rest, true
	}
	return strings.TrimSpace(text), unit, negative
}
