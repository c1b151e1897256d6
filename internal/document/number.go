package document

import (
	"cmp"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

var (
	JSONNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$`)
	// What YAML 1.1, YAML 1.2 or people take for a number, and JSON does not.
	otherNumber = regexp.MustCompile(
		`^[-+]?([0-9][0-9_]*([.][0-9_]*)?|[.][0-9][0-9_]*)([eE][-+]?[0-9]+)?$` +
			`|^[-+]?0([xX][0-9a-fA-F_]+|[oO][0-7_]+|[bB][01_]+)$`)
	notFinite = regexp.MustCompile(`(?i)^[-+]?[.](inf|nan)$`)
)

// checkNumber returns what is wrong with a number that has the form of JSON, ""
// if nothing is.
func checkNumber(text string) string {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	digits := len(mantissa) - strings.Count(mantissa, "-") - strings.Count(mantissa, ".")
	if digits > MaxDigits {
		return fmt.Sprintf("a number of %d digits; at most %d are read", digits, MaxDigits)
	}
	if exponent != "" {
		power, err := strconv.Atoi(exponent)
		if err != nil || power < -maxExponent || power > maxExponent {
			return Shorten(text) + ", outside the range of numbers that are read"
		}
	}
	if _, err := strconv.ParseFloat(text, 64); err != nil {
		return Shorten(text) + ", outside the range of numbers that are read"
	}
	return ""
}

// PlainNumber returns how a number in another notation is written in JSON, or ""
// if that is not clear.
func PlainNumber(text string) string {
	digits := strings.ReplaceAll(strings.TrimPrefix(text, "+"), "_", "")
	if len(digits) > MaxDigits {
		return ""
	}
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	if len(digits) > 1 && digits[0] == '0' && strings.ContainsAny(digits[1:2], "xXoObB") {
		whole, ok := new(big.Int).SetString(strings.ToLower(digits), 0)
		if !ok {
			return ""
		}
		return sign + whole.String()
	}
	if strings.HasPrefix(digits, ".") {
		digits = "0" + digits
	}
	if trimmed := strings.TrimLeft(digits, "0"); len(digits) > 1 && digits[0] == '0' && digits[1] != '.' {
		digits = trimmed
		if digits == "" || digits[0] < '0' || digits[0] > '9' {
			digits = "0" + digits
		}
	}
	digits = strings.TrimSuffix(digits, ".")
	if digits = sign + digits; JSONNumber.MatchString(digits) {
		return digits
	}
	return ""
}

// Grouped reports what a number such as 12.000 is where its point parts thousands, as
// much of Europe writes it, and what it is where the point begins a fraction. Only a
// whole number has two such readings: with other digits behind the point it is none.
func Grouped(text string) (whole, thousands string, ok bool) {
	whole, ok = strings.CutSuffix(text, ".000")
	digits := strings.TrimPrefix(whole, "-")
	if !ok || len(digits) > 3 || digits == "0" {
		return "", "", false
	}
	return whole, whole + "000", true
}

// CompareNumbers compares the exact values of two Number nodes. Counts, which most are,
// are compared without making fractions of them.
func CompareNumbers(a, b *Node) int {
	first, err := strconv.ParseInt(a.Text, 10, 64)
	second, other := strconv.ParseInt(b.Text, 10, 64)
	if err == nil && other == nil {
		return cmp.Compare(first, second)
	}
	return Rational(a).Cmp(Rational(b))
}

// Rational returns the exact value of a Number node; the limits on numbers keep
// it small.
func Rational(n *Node) *big.Rat {
	value, ok := new(big.Rat).SetString(n.Text)
	if !ok {
		return new(big.Rat)
	}
	return value
}
