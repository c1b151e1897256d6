package fine

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

// checkCurrency fails for what is no currency of ISO 4217.
func checkCurrency(code string) error {
	if _, known := currencies()[code]; !known {
		return fmt.Errorf("%q is no currency of ISO 4217; write EUR, USD, CNY", document.Shorten(code))
	}
	return nil
}
