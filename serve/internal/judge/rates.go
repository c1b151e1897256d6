package judge

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/internal/fines"
)

// Rates are the exchange rates that were given for a file, and for the copy of it. They
// are remembered as long as the program runs, as those of a command are its flags and
// nobody's facts.
func (j *Judge) Rates(name string) fine.Rates {
	j.mu.Lock()
	defer j.mu.Unlock()
	return slices.Clone(j.rates[name])
}

// Rate has the amounts of a file converted by a rate, in the place of another for the same
// currency. It refuses one that converts nothing in the facts.
func (j *Judge) Rate(c *Case, rate fine.Rate) error {
	if err := fines.Unmatched(fine.Rates{rate}, c.Facts.Known()); err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.rates[c.Name] = append(others(j.rates[c.Name], rate.Currency()), rate)
	return nil
}

// Unrate forgets the rate for a currency.
func (j *Judge) Unrate(name, currency string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.rates[name] = others(j.rates[name], currency)
}

func others(rates fine.Rates, currency string) fine.Rates {
	return slices.DeleteFunc(slices.Clone(rates), func(r fine.Rate) bool { return r.Currency() == currency })
}

// rated is the engine with those of the rates that convert something in a document: an
// answer can have changed its currency meanwhile.
func (j *Judge) rated(f *facts.Facts, rates fine.Rates) (*engine.Engine, error) {
	used := slices.DeleteFunc(slices.Clone(rates), func(r fine.Rate) bool { return fines.Unmatched(fine.Rates{r}, f.Known()) != nil })
	return j.Engine.WithRates(used...)
}
