package engine

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/fines"
	"github.com/dsaeval/dsaeval/policies"
)

// DefaultFineModel is the model of the headline range unless another is asked for.
const DefaultFineModel = "published-fines"

// FineModel is an indicative model that has been loaded and checked, with its name,
// what it does and its caveats. A model is never law.
type FineModel = fines.Model

// LoadFineModel reads a model of formulas; docs/fines.md says how to write one. What is
// wrong with it is returned with its place.
func LoadFineModel(name string, content []byte) (*FineModel, error) {
	return fines.LoadModel(name, content)
}

var builtInModels = sync.OnceValues(func() ([]*FineModel, error) { return fines.LoadModels(policies.FS()) })

var defaultModel = sync.OnceValues(func() (*FineModel, error) {
	return fines.LoadBuiltIn(policies.FS(), DefaultFineModel)
})

// FineModels returns the models that are built in, in the order of their names.
func FineModels() ([]*FineModel, error) {
	models, err := builtInModels()
	return slices.Clone(models), err
}

// WithFineModel gives the headline range to a model. One that is not built in
// comes from [LoadFineModel]. The default model stands beside it; the others are
// computed only when they are asked for.
func WithFineModel(m *FineModel) Option {
	return func(o *options) { o.fineModel = m }
}

// WithFineOptions makes the choices that law or facts leave open: whose turnover,
// the reading of Art. 76(1), exchange rates, inputs of the models.
func WithFineOptions(choices fine.Options) Option {
	return func(o *options) { o.fine = choices }
}

// fineModels returns the model that was asked for, if any, and the default: for the
// headline, or for comparison.
func fineModels(headline *FineModel) ([]*FineModel, error) {
	if headline != nil && headline.Name == DefaultFineModel {
		return []*FineModel{headline}, nil
	}
	standard, err := defaultModel()
	if err != nil {
		return nil, err
	}
	if headline == nil {
		return []*FineModel{standard}, nil
	}
	return []*FineModel{headline, standard}, nil
}

// fineCase joins what the facts say about money with the verdicts.
func fineCase(c fines.Case, r *report.Report) fines.Case {
	c.Obligations = make([]fines.Obligation, 0, len(r.Obligations))
	for i := range r.Obligations {
		o := &r.Obligations[i]
		standing, counts := standingOf(o)
		if !counts {
			continue
		}
		obligation := fines.Obligation{ID: o.ID, Kind: o.Kind, Penalty: o.Penalty, PartOf: o.PartOf, Standing: standing, Ended: o.Ended}
		if o.AppliesFrom != nil {
			obligation.AppliesFrom = string(*o.AppliesFrom)
		}
		for _, finding := range o.Findings {
			var pointers []string
			for _, e := range finding.Evidence {
				pointers = append(pointers, e.Pointer)
			}
			obligation.Findings = append(obligation.Findings, pointers)
		}
		c.Obligations = append(c.Obligations, obligation)
	}
	return c
}

// standingOf says in which of the three sets of figures an obligation counts. A
// waiver changes nothing: it keeps a run from failing, not a supervisor.
func standingOf(o *report.Obligation) (fines.Standing, bool) {
	switch o.Verdict {
	case report.Breach:
		return fines.Breached, true
	case report.Undetermined:
		return fines.Undetermined, slices.Contains(o.Possible, report.Breach)
	case report.NotApplicable:
		return fines.Ahead, o.Ahead()
	}
	return "", false
}

var errNoReport = errors.New("the report is nil")

func (e *Engine) addFine(money fines.Case, r *report.Report) error {
	var err error
	r.Fine, err = fines.ComputeBy(fineCase(money, r), e.fineModels, e.fine)
	if err != nil {
		return fmt.Errorf("fine: %w", err)
	}
	return nil
}

// FineSensitivity says how the headline range of a report moves when one input
// of the model changes. The facts must be those of the report. The list is empty
// where there is no range.
func (e *Engine) FineSensitivity(f *facts.Facts, r *report.Report) ([]report.Change, error) {
	switch {
	case !e.ready():
		return nil, ErrNoEngine
	case f.Empty():
		return nil, facts.ErrNoFacts
	case r == nil:
		return nil, errNoReport
	}
	if err := r.Require(report.DetailFindings, "the sensitivity of a fine"); err != nil {
		return nil, err
	}
	money, err := fines.CaseOf(f.Known())
	if err != nil {
		return nil, err
	}
	models, err := e.fineModels()
	if err != nil {
		return nil, err
	}
	return fines.Sensitivity(fineCase(money, r), models, e.fine)
}

// WithRates returns an engine that converts by these exchange rates as well; of two for
// one currency the new one holds. It shares what is loaded. The error is that of rates
// that contradict each other or are none.
func (e *Engine) WithRates(rates ...fine.Rate) (*Engine, error) {
	if !e.ready() {
		return nil, ErrNoEngine
	}
	known := slices.DeleteFunc(slices.Clone(e.fine.Rates), func(old fine.Rate) bool {
		return slices.ContainsFunc(rates, func(rate fine.Rate) bool { return rate.Currency() == old.Currency() })
	})
	rated := *e
	rated.fine.Rates = append(known, rates...)
	if err := rated.fine.Check(); err != nil {
		return nil, err
	}
	rated.common = e.common.withRates(rated.fine.Rates)
	return &rated, nil
}
