package fine

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/lazy"
)

// Rate is an exchange rate that the user gave. Amounts are never converted
// without one.
type Rate struct {
	From, To string  // ISO 4217
	Rate     Decimal // units of To for one unit of From
	Date     string  // YYYY-MM-DD; may be empty, which is said
	Source   string  // where the rate is from, in the words of the user; may be empty
}

var rateForm = lazy.NewRegexp(`^([A-Z]{3})/([A-Z]{3})=([0-9.]+)(?:@([0-9]{4}-[0-9]{2}-[0-9]{2}))?(?: (.+))?$`)

// ParseRate reads "EUR/USD=1.0389@2024-12-31 ECB", as the European Central Bank
// publishes: one euro was 1.0389 US dollars on that day. Day and source are
// optional. Between euro and another currency either direction will do, and
// amounts always become euro: "USD/EUR=0.9626" says nearly the same.
func ParseRate(text string) (Rate, error) {
	parts := rateForm.FindStringSubmatch(strings.TrimSpace(text))
	if parts == nil {
		return Rate{}, fmt.Errorf("exchange rate %q is not of the form FROM/TO=RATE@DATE SOURCE\n  try: \"EUR/USD=1.0389@2024-12-31 ECB\", where one euro is 1.0389 dollars", document.Shorten(text))
	}
	r := Rate{From: parts[1], To: parts[2], Date: parts[4], Source: parts[5]}
	var err error
	if r.Rate, err = exact.Parse(parts[3]); err != nil {
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
	case r.Date != "" && !document.IsDate(r.Date):
		return fmt.Errorf("exchange rate %s/%s: %q is not a calendar day YYYY-MM-DD", r.From, r.To, document.Shorten(r.Date))
	}
	return nil
}

// euro is the currency that the European Central Bank quotes all others against.
const euro = "EUR"

// of is the currency whose amounts the rate converts.
func (r Rate) of() string {
	if r.From == euro {
		return r.To
	}
	return r.From
}

// apply converts an amount of the currency of the rate: into euro if the rate is
// one of euro, whichever way it is written, else from the first into the second.
func (r Rate) apply(amount Decimal) (money, error) {
	if r.From == euro {
		converted, err := amount.Div(r.Rate)
		return money{converted, euro}, err
	}
	converted, err := amount.Mul(r.Rate)
	return money{converted, r.To}, err
}

// Rates are all rates of a run.
type Rates []Rate

func (rates Rates) check() error {
	seen := map[string]bool{}
	for _, r := range rates {
		if err := r.check(); err != nil {
			return err
		}
		if seen[r.of()] {
			return fmt.Errorf("exchange rate: two rates for %s; only one can hold", r.of())
		}
		seen[r.of()] = true
	}
	return nil
}

// Unmatched fails for a rate that converts none of the amounts of the facts: a
// slip in a currency would otherwise leave them as they are, without a word.
func (rates Rates) Unmatched(documents ...*facts.Facts) error {
	currencies := map[string]bool{}
	for _, f := range documents {
		bases, err := readBases(f)
		if err != nil {
			return err
		}
		for _, b := range bases {
			currencies[b.money.currency] = true
		}
	}
	for _, r := range rates {
		if currencies[r.of()] {
			continue
		}
		there := "the facts give no turnover and no income"
		if len(currencies) > 0 {
			there = "the facts give turnover and income in " + strings.Join(sortedKeys(currencies), ", ")
		}
		return fmt.Errorf("exchange rate %s/%s=%s converts nothing: %s", r.From, r.To, r.Rate, there)
	}
	return nil
}

// convert applies the rate for the currency of an amount, if there is one.
func (rates Rates) convert(m money) (money, *Rate, error) {
	i := slices.IndexFunc(rates, func(r Rate) bool { return r.of() == m.currency })
	if i < 0 {
		return m, nil, nil
	}
	converted, err := rates[i].apply(m.amount)
	return converted, &rates[i], err
}
