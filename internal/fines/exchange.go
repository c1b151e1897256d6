package fines

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/internal/document"
)

// euro is the currency that the European Central Bank quotes all others against.
const euro = "EUR"

// apply converts an amount of the currency of the rate: into euro if the rate is
// one of euro, whichever way it is written, else from the first into the second.
func apply(r fine.Rate, amount Decimal) (money, error) {
	if r.From == euro {
		converted, err := amount.Div(r.Rate)
		return money{converted, euro}, err
	}
	converted, err := amount.Mul(r.Rate)
	return money{converted, r.To}, err
}

// Unmatched fails for a rate that converts none of the amounts of documents, of each
// what is known: a
// slip in a currency would otherwise leave them as they are, without a word.
func Unmatched(rates fine.Rates, documents ...*document.Node) error {
	currencies := map[string]bool{}
	for _, document := range documents {
		bases, err := given{document}.bases()
		if err != nil {
			return err
		}
		for _, b := range bases {
			currencies[b.money.currency] = true
		}
	}
	for _, r := range rates {
		if currencies[r.Currency()] {
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
func convert(rates fine.Rates, m money) (money, *fine.Rate, error) {
	i := slices.IndexFunc(rates, func(r fine.Rate) bool { return r.Currency() == m.currency })
	if i < 0 {
		return m, nil, nil
	}
	converted, err := apply(rates[i], m.amount)
	return converted, &rates[i], err
}
