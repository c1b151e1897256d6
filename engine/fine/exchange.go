package fine

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// Rate is an exchange rate that the user gave. Amounts are never converted
// without one.
type Rate struct {
	From, To string  // ISO 4217
	Rate     Decimal // units of To for one unit of From
	Date     string  // YYYY-MM-DD
	Source   string  // where the rate is from, in the words of the user; may be empty
}

var rateForm = regexp.MustCompile(`^([A-Z]{3})/([A-Z]{3})=([0-9.]+)@([0-9]{4}-[0-9]{2}-[0-9]{2})(?: (.+))?$`)

// ParseRate reads "USD/EUR=0.9242@2024-12-31 ECB": one US dollar was 0.9242 euro
// on that day, according to the ECB. The source is optional.
func ParseRate(text string) (Rate, error) {
	parts := rateForm.FindStringSubmatch(strings.TrimSpace(text))
	if parts == nil {
		return Rate{}, fmt.Errorf("exchange rate %q is not of the form FROM/TO=RATE@DATE SOURCE\n  try: \"USD/EUR=0.9242@2024-12-31 ECB\", where one dollar is 0.9242 euro", shorten(text))
	}
	r := Rate{From: parts[1], To: parts[2], Date: parts[4], Source: parts[5]}
	var err error
	if r.Rate, err = ParseDecimal(parts[3]); err != nil {
		return Rate{}, fmt.Errorf("exchange rate: %w", err)
	}
	return r, r.check()
}

func (r Rate) check() error {
	for _, code := range []string{r.From, r.To} {
		if err := checkCurrency(code); err != nil {
			return fmt.Errorf("exchange rate: %w", err)
		}
	}
	switch {
	case r.From == r.To:
		return fmt.Errorf("exchange rate: from %s to itself", r.From)
	case r.Rate.Sign() <= 0:
		return fmt.Errorf("exchange rate %s/%s is %s; expected more than 0", r.From, r.To, r.Rate)
	case !facts.IsDate(r.Date):
		return fmt.Errorf("exchange rate %s/%s: %q is not a calendar day YYYY-MM-DD", r.From, r.To, shorten(r.Date))
	}
	return nil
}

// Rates are all rates of a run.
type Rates []Rate

func (rates Rates) check() error {
	seen := map[string]bool{}
	for _, r := range rates {
		if err := r.check(); err != nil {
			return err
		}
		if seen[r.From] {
			return fmt.Errorf("exchange rate: two rates for %s; only one can hold", r.From)
		}
		seen[r.From] = true
	}
	return nil
}

// convert applies the rate for the currency of an amount, if there is one.
func (rates Rates) convert(m money) (money, *Rate, error) {
	for _, r := range rates {
		if r.From == m.currency {
			amount, err := m.amount.Mul(r.Rate)
			return money{amount, r.To}, &r, err
		}
	}
	return m, nil, nil
}
