package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/internal/fines"
)

// fineFlags hold the choices that law or facts leave open where money is
// computed.
type fineFlags struct {
	model      string
	turnoverOf string
	periodic   string
	unit       string
	rates      []string
	inputs     []string
	chosen     fine.Rates // the rates as read
	modelFile  string     // of the model; empty of one that is built in
}

// looseRates are exchange rates that have converted nothing so far.
type looseRates struct {
	loose fine.Rates
	first error
}

// match notes which rates convert something in a document.
func (l *looseRates) match(f *facts.Facts) {
	l.loose = slices.DeleteFunc(slices.Clone(l.loose), func(rate fine.Rate) bool {
		err := fines.Unmatched(fine.Rates{rate}, f.Known())
		if err != nil && l.first == nil {
			l.first = err
		}
		return err == nil
	})
}

// err says in the end which rate converted nothing in any of the documents.
func (l *looseRates) err() error {
	if len(l.loose) == 0 || l.first == nil {
		return nil
	}
	return fmt.Errorf("--fx: %w", l.first)
}

func (f *fineFlags) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.model, "fine-model", "", "`MODEL` of the indicative range: one built in, or a YAML file (default "+engine.DefaultFineModel+")")
	flags.StringVar(&f.turnoverOf, "turnover-of", "", "`WHOSE` turnover counts, group or entity (default the group's if known, else the entity's)")
	flags.StringVar(&f.periodic, "periodic-reading", string(fine.Daily), "Art. 76(1) as 5 % of average daily turnover, or by the letter of annual turnover, per day: daily or annual")
	flags.StringVar(&f.unit, "fine-unit", string(fine.ByArticle), "`WHAT` counts as one infringement: article, as decisions count, or paragraph")
	addRates(cmd, &f.rates)
	flags.StringArrayVar(&f.inputs, "fine-input", nil, "set an input of the model over the facts, `NAME=VALUE`, such as gravity=high; can be repeated")
}

// addRates adds the flag of exchange rates.
func addRates(cmd *cobra.Command, into *[]string) {
	cmd.Flags().StringArrayVar(into, "fx", nil, "exchange `RATE` with its date and source, as the ECB publishes, \"EUR/USD=1.0389@2024-12-31 ECB\", or the other way round; can be repeated")
}

// ratesOf reads the flag of exchange rates.
func ratesOf(texts []string) (fine.Rates, error) {
	var rates fine.Rates
	for _, text := range texts {
		rate, err := fine.ParseRate(text)
		if err != nil {
			return nil, fmt.Errorf("--fx: %w", err)
		}
		rates = append(rates, rate)
	}
	return rates, nil
}

// options reads the flags.
func (f *fineFlags) options() ([]engine.Option, error) {
	choices := fine.Options{
		TurnoverOf: f.turnoverOf, PeriodicReading: fine.PeriodicReading(f.periodic), Unit: fine.Unit(f.unit), Inputs: map[string]string{},
	}
	var err error
	if choices.Rates, err = ratesOf(f.rates); err != nil {
		return nil, err
	}
	for _, text := range f.inputs {
		name, value, ok := strings.Cut(text, "=")
		if !ok {
			return nil, fmt.Errorf("--fine-input is %q; expected NAME=VALUE, such as gravity=high", text)
		}
		if _, twice := choices.Inputs[name]; twice {
			return nil, fmt.Errorf("--fine-input: %s is set twice", name)
		}
		choices.Inputs[name] = value
	}
	for _, choice := range []struct {
		flag, value string
		words       []string
	}{
		{"turnover-of", f.turnoverOf, []string{"group", "entity"}},
		{"periodic-reading", f.periodic, []string{"daily", "annual"}},
		{"fine-unit", f.unit, []string{"article", "paragraph"}},
	} {
		if choice.value == "" {
			continue
		}
		if err := oneOf(choice.flag, "choice", choice.value, choice.words...); err != nil {
			return nil, err
		}
	}
	if err := choices.Check(); err != nil {
		return nil, err
	}
	f.chosen = choices.Rates
	options := []engine.Option{engine.WithFineOptions(choices)}
	if f.model == "" {
		return options, nil
	}
	model, err := fineModel(f.model)
	if err != nil {
		return nil, err
	}
	if builtIn, err := engine.FineModels(); err != nil || !slices.Contains(builtIn, model) {
		f.modelFile = filepath.ToSlash(f.model)
	}
	return append(options, engine.WithFineModel(model)), nil
}

// fineModel returns a model by its name or from a file.
func fineModel(name string) (*fines.Model, error) {
	builtIn, err := engine.FineModels()
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(builtIn, func(m *fines.Model) bool { return m.Name == name })
	if i >= 0 {
		return builtIn[i], nil
	}
	model, err := fineModelOf(name)
	if os.IsNotExist(err) { // the file itself, and not a table that it names
		return nil, noModel("fine model and no file", name)
	}
	return model, err
}

// fineModelOf reads a model from a file.
func fineModelOf(name string) (*fines.Model, error) {
	content, err := readNamed(name)
	if err != nil {
		return nil, err
	}
	// A table of the model stands in its directory, and no link leads out of that.
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return fines.LoadModelFrom(root.FS(), name, content)
}
