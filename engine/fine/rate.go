package fine

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/currency"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/lazy"
)

// Rate is an exchange rate that the user gave. Amounts are never converted
// without one.
type Rate struct {
	From, To string     // ISO 4217
	Rate     Decimal    // units of To for one unit of From
	Date     report.Day // may be none, which is said
	Source   string     // where the rate is from, in the words of the user; may be empty
}

// euro is the currency that the European Central Bank quotes all others against.
const euro = "EUR"

var rateForm = lazy.NewRegexp(`^([A-Z]{3})/([A-Z]{3})=([0-9.]+)(?:@([0-9]{4}-[0-9]{2}-[0-9]{2}))?(?: (.+))?$`)

// ParseRate reads "EUR/USD=1.0389@2024-12-31 ECB", as the European Central Bank
// publishes: one euro was 1.0389 US dollars on that day. Day and source are
// optional. Between euro and another currency either direction will do, and
// amounts always become euro: "USD/EUR=0.9626" says nearly the same.
func ParseRate(text string) (Rate, error) {
	parts := rateForm.FindStringSubmatch(strings.TrimSpace(text))
	if parts == nil {
		return Rate{}, document.Hinted(fmt.Errorf("exchange rate %q is not of the form FROM/TO=RATE@DATE SOURCE", document.Shorten(text)), "write \"EUR/USD=1.0389@2024-12-31 ECB\", where one euro is 1.0389 dollars")
	}
	r := Rate{From: parts[1], To: parts[2], Date: report.Day(parts[4]), Source: parts[5]}
	var err error
	if r.Rate, err = exact.Parse(parts[3]); err != nil {
		return Rate{}, fmt.Errorf("exchange rate: %w", err)
	}
	return r, r.check()
}

// String writes the rate as [ParseRate] reads it.
func (r Rate) String() string {
	text := fmt.Sprintf("%s/%s=%s", r.From, r.To, r.Rate)
	if r.Date != "" {
		text += "@" + string(r.Date)
	}
	if r.Source != "" {
		text += " " + r.Source
	}
	return text
}

func (r Rate) check() error {
	for _, code := range []string{r.From, r.To} {
		if err := currency.Check(code); err != nil {
			return fmt.Errorf("exchange rate: %w", err)
		}
	}
	switch {
	case r.From == r.To:
		return fmt.Errorf("exchange rate: from %s to itself", r.From)
	case r.Rate.Sign() <= 0:
		return fmt.Errorf("exchange rate %s/%s is %s; expected more than 0", r.From, r.To, r.Rate)
	case r.Date != "" && !r.Date.Valid():
		return fmt.Errorf("exchange rate %s/%s: %q is not a calendar day YYYY-MM-DD", r.From, r.To, document.Shorten(string(r.Date)))
	}
	return nil
}

// Currency is the one whose amounts the rate converts: into euro if it is a rate of
// euro, whichever way it is written, else into To.
func (r Rate) Currency() string {
	if r.From == euro {
		return r.To
	}
	return r.From
}

// Rates are all rates of a run.
type Rates []Rate

func (rates Rates) check() error {
	seen := map[string]bool{}
	for _, r := range rates {
		if err := r.check(); err != nil {
			return err
		}
		if seen[r.Currency()] {
			return fmt.Errorf("exchange rate: two rates for %s; only one can hold", r.Currency())
		}
		seen[r.Currency()] = true
	}
	return nil
}
