package html

import (
	"math/big"
	"strconv"
	"strings"
)

// bar is a bar from X on, with a mark, in percent of the scale.
type bar struct{ X, Width, Mark string }

// minBar is the least width of a bar in percent: a range that is small beside
// the cap must still be seen.
const minBar = 0.6

func barOf(low, central, high string, scale *big.Rat) bar {
	x, mark, end := shareOf(low, scale), shareOf(central, scale), shareOf(high, scale)
	percent := func(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) + "%" }
	width := max(end-x, minBar)
	x = min(x, 100-width)
	return bar{X: percent(x), Width: percent(width), Mark: percent(mark)}
}

func shareOf(amount string, scale *big.Rat) float64 {
	if scale.Sign() <= 0 {
		return 0
	}
	share, _ := new(big.Rat).Quo(amountOf(amount), scale).Float64()
	return min(max(100*share, 0), 100)
}

// amountOf reads a decimal string; what is none has no length.
func amountOf(amount string) *big.Rat {
	r := new(big.Rat)
	if strings.Trim(amount, "-.0123456789") == "" { // no exponent, which could be huge
		if parsed, ok := r.SetString(amount); ok {
			return parsed
		}
	}
	return new(big.Rat)
}

// money groups the digits of a decimal string. A fraction of zero is left
// out; any other stays as it is.
func money(amount string) string {
	whole, fraction, _ := strings.Cut(amount, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	if strings.Trim(whole, "0123456789") != "" {
		return amount
	}
	var groups []string
	for len(whole) > 3 {
		groups = append([]string{whole[len(whole)-3:]}, groups...)
		whole = whole[:len(whole)-3]
	}
	text := sign + strings.Join(append([]string{whole}, groups...), "\u00a0")
	if strings.Trim(fraction, "0") != "" {
		text += "." + fraction
	}
	return text
}
