package gate

import (
	"encoding/json"
	"errors"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// fineFacts are the amounts of the report, those that are not known included.
type fineFacts struct {
	Currency              string          `expr:"currency"`
	Turnover              exact.Amount    `expr:"turnover"`
	StatutoryCap          capFacts        `expr:"statutory_cap"`
	Indicative            indicativeFacts `expr:"indicative"`
	PeriodicPenaltyPerDay exact.Amount    `expr:"periodic_penalty_per_day"`
}

type capFacts struct {
	PerDecision        exact.Amount       `expr:"per_decision"`
	SumOfInfringements exact.Amount       `expr:"sum_of_infringements"`
	PerInfringement    []infringementFact `expr:"per_infringement"`
}

type infringementFact struct {
	Obligation string       `expr:"obligation"`
	Article    string       `expr:"article"`
	Cap        exact.Amount `expr:"cap"`
	Basis      string       `expr:"basis"`
}

type indicativeFacts struct {
	Model   string       `expr:"model"`
	Low     exact.Amount `expr:"low"`
	Central exact.Amount `expr:"central"`
	High    exact.Amount `expr:"high"`
}

var errSteps = errors.New("the expression takes more than half a million steps on this report")

// steps returns a function that counts the turns of loops and ends them.
func steps() func() (bool, error) {
	n := 0
	return func() (bool, error) {
		if n++; n > maxSteps {
			return false, errSteps
		}
		return true, nil
	}
}

// fineOf reads the amounts by the names of the JSON report, which are its
// promise. Where nothing is breached, nothing is at stake: 0. Where something
// is and no turnover is known, amounts are not known. A range that a model does not
// give is neither: to ask for it is an error, for it would be false for ever.
func fineOf(r *report.Report) fineFacts {
	var f struct {
		Currency     string   `json:"currency"`
		Turnover     *string  `json:"turnover"`
		Obligations  []string `json:"obligations"`
		StatutoryCap *struct {
			PerDecision        *string `json:"per_decision"`
			SumOfInfringements *string `json:"sum_of_infringements"`
			PerInfringement    []struct {
				Obligation, Article, Basis string
				Cap                        *string
			} `json:"per_infringement"`
		} `json:"statutory_cap"`
		Indicative *struct {
			Model              string
			Low, Central, High *string
		} `json:"indicative"`
		NoRange  *string  `json:"no_range"`
		Missing  []string `json:"missing"`
		Periodic *string  `json:"periodic_penalty_per_day"`
	}
	// A report that cannot be written would not have come this far.
	content, _ := json.Marshal(r.Fine)
	_ = json.Unmarshal(content, &f)
	nothing := len(f.Obligations) == 0 && f.StatutoryCap == nil
	of := func(what string, text *string) exact.Amount {
		if nothing {
			return exact.Amount{}
		}
		return amount("fine."+what, text)
	}
	known := f.Turnover != nil && len(f.Missing) == 0
	limit := func(what string) exact.Amount {
		if known {
			return exact.Amount{} // daily payments only: there is no fine to cap
		}
		return of(what, nil)
	}
	figure := func(what string, text *string) exact.Amount {
		switch {
		case text != nil || nothing:
			return of(what, text)
		case f.NoRange != nil:
			return exact.NotKnown(errors.New("fine." + what + ": there is no range: " + *f.NoRange))
		case known:
			return exact.NotKnown(errors.New("fine." + what + ": there is no range: the breaches have no fine of their own"))
		}
		return of(what, nil)
	}
	periodic := of("periodic_penalty_per_day", f.Periodic)
	if f.Periodic == nil && f.Turnover != nil {
		periodic = exact.Amount{} // the law allows none for these breaches
	}
	e := fineFacts{
		Currency: f.Currency, Turnover: amount("fine.turnover", f.Turnover),
		StatutoryCap: capFacts{
			PerDecision: limit("statutory_cap.per_decision"), SumOfInfringements: limit("statutory_cap.sum_of_infringements"),
		},
		Indicative: indicativeFacts{
			Low: figure("indicative.low", nil), Central: figure("indicative.central", nil), High: figure("indicative.high", nil),
		},
		PeriodicPenaltyPerDay: periodic,
	}
	if c := f.StatutoryCap; c != nil {
		e.StatutoryCap.PerDecision = of("statutory_cap.per_decision", c.PerDecision)
		e.StatutoryCap.SumOfInfringements = of("statutory_cap.sum_of_infringements", c.SumOfInfringements)
		for _, i := range c.PerInfringement {
			e.StatutoryCap.PerInfringement = append(e.StatutoryCap.PerInfringement,
				infringementFact{Obligation: i.Obligation, Article: i.Article, Basis: i.Basis, Cap: of("statutory_cap.per_infringement.cap", i.Cap)})
		}
	}
	if i := f.Indicative; i != nil {
		e.Indicative = indicativeFacts{
			Model: i.Model, Low: of("indicative.low", i.Low), Central: of("indicative.central", i.Central), High: of("indicative.high", i.High),
		}
	}
	return e
}
