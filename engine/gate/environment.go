package gate

import (
	"encoding/json"
	"errors"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// environment is what --fail-on can read of one report. docs/gate.md describes
// every name, and a test compares.
type environment struct {
	Service        serviceNames `expr:"service"`
	AssessmentDate string       `expr:"assessment_date"`
	// Breach and Undetermined count what can fail the run: obligations that are
	// not waived and not known from the baseline.
	Breach        int `expr:"breach"`
	Undetermined  int `expr:"undetermined"`
	Compliant     int `expr:"compliant"`
	NotApplicable int `expr:"not_applicable"`
	// Findings are those that can fail the run; Waived and Known the others.
	Findings    []findingFacts    `expr:"findings"`
	Waived      []findingFacts    `expr:"waived"`
	Known       []findingFacts    `expr:"known"`
	Obligations []obligationFacts `expr:"obligations"`
	// Total and Baseline count without regard to waivers.
	Total    totals    `expr:"total"`
	Baseline totals    `expr:"baseline"`
	Fine     fineFacts `expr:"fine"`

	Step func() (bool, error) `expr:"_step"`
}

type serviceNames struct {
	Name     string `expr:"name"`
	Provider string `expr:"provider"`
}

type totals struct {
	Breach        int `expr:"breach"`
	Compliant     int `expr:"compliant"`
	Undetermined  int `expr:"undetermined"`
	NotApplicable int `expr:"not_applicable"`
	Findings      int `expr:"findings"`
}

type findingFacts struct {
	Obligation string   `expr:"obligation"`
	Article    string   `expr:"article"`
	Title      string   `expr:"title"`
	Addressee  string   `expr:"addressee"`
	Kind       string   `expr:"kind"`
	Penalty    []string `expr:"penalty"`
	Code       string   `expr:"code"`
	Message    string   `expr:"message"`
	Basis      string   `expr:"basis"`
	// Item is the index of the list element that is meant, -1 if none.
	Item int `expr:"item"`
}

type obligationFacts struct {
	ID        string   `expr:"id"`
	Article   string   `expr:"article"`
	Title     string   `expr:"title"`
	Addressee string   `expr:"addressee"`
	Kind      string   `expr:"kind"`
	Penalty   []string `expr:"penalty"`
	Verdict   string   `expr:"verdict"`
	Basis     string   `expr:"basis"`
	// Waived and Known tell why it cannot fail the run.
	Waived bool `expr:"waived"`
	Known  bool `expr:"known"`
}

// fineFacts are the amounts of the report, those that are not known included.
type fineFacts struct {
	Currency              string          `expr:"currency"`
	Turnover              number          `expr:"turnover"`
	StatutoryCap          capFacts        `expr:"statutory_cap"`
	Indicative            indicativeFacts `expr:"indicative"`
	PeriodicPenaltyPerDay number          `expr:"periodic_penalty_per_day"`
}

type capFacts struct {
	PerDecision        number             `expr:"per_decision"`
	SumOfInfringements number             `expr:"sum_of_infringements"`
	PerInfringement    []infringementFact `expr:"per_infringement"`
}

type infringementFact struct {
	Obligation string `expr:"obligation"`
	Cap        number `expr:"cap"`
	Basis      string `expr:"basis"`
}

type indicativeFacts struct {
	Model   string `expr:"model"`
	Low     number `expr:"low"`
	Central number `expr:"central"`
	High    number `expr:"high"`
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

func environmentOf(r *engine.Report, baseline *Baseline) environment {
	e := environment{
		Service: serviceNames(r.Service), AssessmentDate: r.AssessmentDate,
		Compliant: r.Summary.Compliant, NotApplicable: r.Summary.NotApplicable,
		Total: totalsOf(r), Baseline: baseline.totals(r.Service.Name), Fine: fineOf(r), Step: steps(),
	}
	for _, o := range r.Obligations {
		facts := obligationOf(o)
		switch o.Verdict {
		case policy.Breach:
			if facts.Known = !e.breached(r, o, baseline); !facts.Known {
				e.Breach++
			}
			// Known is said of what the baseline holds, not of what is waived.
			facts.Known = facts.Known && !facts.Waived
		case policy.Undetermined:
			facts.Known = baseline.undetermined(r.Service.Name, o.ID)
			if !facts.Known && !facts.Waived {
				e.Undetermined++
			}
		}
		e.Obligations = append(e.Obligations, facts)
	}
	return e
}

// breached sorts the findings of a breached obligation and reports whether one
// of them can fail the run.
func (e *environment) breached(r *engine.Report, o engine.ObligationReport, baseline *Baseline) bool {
	// A breach without a finding would otherwise never fail a run.
	fails := len(o.Findings) == 0 && o.Waiver == nil && !baseline.finding(r.Service.Name, o.ID, engine.Finding{})
	for _, f := range o.Findings {
		finding := findingOf(o, f)
		switch {
		case o.WaiverOf(f) != nil:
			e.Waived = append(e.Waived, finding)
		case baseline.finding(r.Service.Name, o.ID, f):
			e.Known = append(e.Known, finding)
		default:
			e.Findings = append(e.Findings, finding)
			fails = true
		}
	}
	return fails
}

func obligationOf(o engine.ObligationReport) obligationFacts {
	return obligationFacts{
		ID: o.ID, Article: o.Article, Title: o.Title, Addressee: string(o.Addressee), Kind: string(o.Kind),
		Penalty: words(o.Penalty), Verdict: string(o.Verdict), Basis: string(o.Basis), Waived: o.Waived(),
	}
}

func findingOf(o engine.ObligationReport, f engine.Finding) findingFacts {
	item := -1
	if f.Item != nil {
		item = *f.Item
	}
	return findingFacts{
		Obligation: o.ID, Article: o.Article, Title: o.Title, Addressee: string(o.Addressee), Kind: string(o.Kind),
		Penalty: words(o.Penalty), Code: f.Code, Message: f.Message, Basis: string(f.Basis), Item: item,
	}
}

func totalsOf(r *engine.Report) totals {
	t := totals{
		Breach: r.Summary.Breach, Compliant: r.Summary.Compliant, Undetermined: r.Summary.Undetermined, NotApplicable: r.Summary.NotApplicable,
	}
	for _, o := range r.Obligations {
		if o.Verdict == policy.Breach {
			t.Findings += len(o.Findings)
		}
	}
	return t
}

func words[T ~string](list []T) []string {
	texts := make([]string, len(list))
	for i, word := range list {
		texts[i] = string(word)
	}
	return texts
}

// fineOf reads the amounts by the names of the JSON report, which are its
// promise. Where nothing is breached, nothing is at stake: 0. Where something
// is and no turnover is known, amounts are not known.
func fineOf(r *engine.Report) fineFacts {
	var f struct {
		Currency     string   `json:"currency"`
		Turnover     *string  `json:"turnover"`
		Obligations  []string `json:"obligations"`
		StatutoryCap *struct {
			PerDecision        *string `json:"per_decision"`
			SumOfInfringements *string `json:"sum_of_infringements"`
			PerInfringement    []struct {
				Obligation, Basis string
				Cap               *string
			} `json:"per_infringement"`
		} `json:"statutory_cap"`
		Indicative *struct {
			Model              string
			Low, Central, High *string
		} `json:"indicative"`
		Periodic *string `json:"periodic_penalty_per_day"`
	}
	// A report that cannot be written would not have come this far.
	content, _ := json.Marshal(r.Fine)
	_ = json.Unmarshal(content, &f)
	nothing := len(f.Obligations) == 0 && f.StatutoryCap == nil
	of := func(what string, text *string) number {
		if nothing {
			return number{}
		}
		return amount("fine."+what, text)
	}
	e := fineFacts{
		Currency: f.Currency, Turnover: amount("fine.turnover", f.Turnover),
		StatutoryCap: capFacts{
			PerDecision: of("statutory_cap.per_decision", nil), SumOfInfringements: of("statutory_cap.sum_of_infringements", nil),
		},
		Indicative: indicativeFacts{
			Low: of("indicative.low", nil), Central: of("indicative.central", nil), High: of("indicative.high", nil),
		},
		PeriodicPenaltyPerDay: of("periodic_penalty_per_day", f.Periodic),
	}
	if c := f.StatutoryCap; c != nil {
		e.StatutoryCap.PerDecision = of("statutory_cap.per_decision", c.PerDecision)
		e.StatutoryCap.SumOfInfringements = of("statutory_cap.sum_of_infringements", c.SumOfInfringements)
		for _, i := range c.PerInfringement {
			e.StatutoryCap.PerInfringement = append(e.StatutoryCap.PerInfringement,
				infringementFact{Obligation: i.Obligation, Basis: i.Basis, Cap: of("statutory_cap.per_infringement.cap", i.Cap)})
		}
	}
	if i := f.Indicative; i != nil {
		e.Indicative = indicativeFacts{
			Model: i.Model, Low: of("indicative.low", i.Low), Central: of("indicative.central", i.Central), High: of("indicative.high", i.High),
		}
	}
	return e
}
