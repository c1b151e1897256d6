// Package currency knows the currencies of ISO 4217 and how small their units are.
package currency

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/dsaeval/dsaeval/internal/document"
)

//go:embed data/iso4217.csv
var currencyList string

// currencies holds the digits after the point of each currency's smallest unit.
var currencies = sync.OnceValue(func() map[string]int32 {
	digits := map[string]int32{}
	for line := range strings.Lines(currencyList) {
		code, number, ok := strings.Cut(strings.TrimSpace(line), ",")
		if !ok || strings.HasPrefix(code, "#") || code == "code" {
			continue
		}
		n, err := strconv.ParseInt(number, 10, 32)
		if err != nil {
			panic(fmt.Sprintf("data/iso4217.csv: %q: %v", line, err))
		}
		digits[code] = int32(n)
	}
	return digits
})

// Digits is how many digits after the point the smallest unit of a currency has: 2 for
// EUR, 0 for JPY and for what is no currency.
func Digits(code string) int32 { return currencies()[code] }

// Check fails for what is no currency of ISO 4217.
func Check(code string) error {
	if _, known := currencies()[code]; !known {
		return fmt.Errorf("%q is no currency of ISO 4217; write EUR, USD, CNY", document.Shorten(code))
	}
	return nil
}
