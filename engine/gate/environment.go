package gate

import (
	"encoding/json"
	"errors"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
)

// environment is what --fail-on can read of one report. docs/gate.md describes
// every name, and a test compares.
type environment struct {
	Service        serviceNames `expr:"service"`
	AssessmentDate string       `expr:"assessment_date"`
	// Breach and Undetermined count what can fail the run: obligations that are
	// not waived and not known from the baseline. Breach counts those of which a
	// finding still runs, BreachEnded the others, BreachEver both.
	Breach       int `expr:"breach"`
	BreachEnded  int `expr:"breach_ended"`
	BreachEver   int `expr:"breach_ever"`
	Undetermined int `expr:"undetermined"`
	// The four add up to Breach.
	BreachByLaw       int `expr:"breach_by_law"`
	BreachByHouse     int `expr:"breach_by_house"`
	BreachByReading   int `expr:"breach_by_reading"`
	BreachByParameter int `expr:"breach_by_parameter"`

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
	BreachEnded   int `expr:"breach_ended"`
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
	// Status says how firm the weakest fact is that the finding rests on.
	Status string `expr:"status"`
	// EndedOn is the day on which the finding ended, empty if it still runs.
	EndedOn string `expr:"ended_on"`
	Ended   bool   `expr:"ended"`
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
	Ended     bool     `expr:"ended"`
	// JudgedFacts is how many of the facts that decide are conclusions themselves.
	JudgedFacts int `expr:"judged_facts"`
	// Waived and Known tell why it cannot fail the run.
	Waived bool `expr:"waived"`
	Known  bool `expr:"known"`
}

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

func environmentOf(r *report.Report, baseline *Baseline) environment {
	e := environment{
		Service: serviceNames(r.Service), AssessmentDate: string(r.AssessmentDate),
		Compliant: r.Summary.Compliant, NotApplicable: r.Summary.NotApplicable,
		Total: totalsOf(r), Baseline: baseline.totals(r.Service.Name), Fine: fineOf(r), Step: steps(),
	}
	e.Obligations = make([]obligationFacts, 0, len(r.Obligations))
	e.countAll(r, baseline, func(o *report.Obligation, known bool) {
		facts := obligationOf(*o)
		facts.Known = known
		e.Obligations = append(e.Obligations, facts)
	})
	return e
}

// countAll counts what can fail the run, and tells of each obligation whether the
// baseline holds it.
func (e *environment) countAll(r *report.Report, baseline *Baseline, tell func(o *report.Obligation, known bool)) {
	for i := range r.Obligations {
		o, known := &r.Obligations[i], false
		switch o.Verdict {
		case report.Breach:
			// Known is said of what the baseline holds, not of what is waived.
			known = !e.breached(r, *o, baseline) && !o.Waived()
		case report.Undetermined:
			known = baseline.undetermined(r.Service.Name, o.ID)
			if !known && !o.Waived() {
				e.Undetermined++
			}
		}
		tell(o, known)
	}
}

// breached sorts the findings of a breached obligation, counts the obligation,
// and reports whether one of them can fail the run.
func (e *environment) breached(r *report.Report, o report.Obligation, baseline *Baseline) bool {
	var failing []report.Finding
	if len(o.Findings) == 0 && o.Waiver == nil && !baseline.finding(r.Service.Name, o.ID, report.Finding{}) {
		// A breach without a finding would otherwise never fail a run.
		failing = []report.Finding{{Basis: o.Basis}}
	}
	for _, f := range o.Findings {
		finding := findingOf(o, f)
		switch {
		case o.WaiverOf(f) != nil:
			e.Waived = append(e.Waived, finding)
		case baseline.finding(r.Service.Name, o.ID, f):
			e.Known = append(e.Known, finding)
		default:
			e.Findings = append(e.Findings, finding)
			failing = append(failing, f)
		}
	}
	e.count(o, failing)
	return len(failing) > 0
}

// count counts a breached obligation by the findings of it that can fail the run.
func (e *environment) count(o report.Obligation, failing []report.Finding) {
	if len(failing) == 0 {
		return
	}
	e.BreachEver++
	running := slices.DeleteFunc(slices.Clone(failing), report.Finding.Ended)
	if len(running) == 0 {
		e.BreachEnded++
		return
	}
	e.Breach++
	switch basisOf(o, running) {
	case report.Law:
		e.BreachByLaw++
	case report.House:
		e.BreachByHouse++
	case report.ByReading:
		e.BreachByReading++
	default:
		e.BreachByParameter++
	}
}

// basisOf is the strongest basis of some findings of an obligation. Where none
// rests on the law alone and the obligation does, a breach holds under every
// reading, so that it is by law whichever finding shows it.
func basisOf(o report.Obligation, findings []report.Finding) report.Basis {
	has := func(basis report.Basis, among []report.Finding) bool {
		return slices.ContainsFunc(among, func(f report.Finding) bool { return f.Basis == basis })
	}
	words := report.Law
	if o.Origin.House {
		words = report.House
	}
	underEveryReading := o.Basis == words && !has(words, o.Findings) && has(report.ByReading, findings)
	switch {
	case has(words, findings), underEveryReading:
		return words
	case has(report.ByReading, findings):
		return report.ByReading
	}
	return report.ByParameter
}

func obligationOf(o report.Obligation) obligationFacts {
	return obligationFacts{
		ID: o.ID, Article: o.Article, Title: o.Title, Addressee: string(o.Addressee), Kind: string(o.Kind),
		Penalty: vocabulary.Texts(o.Penalty), Verdict: string(o.Verdict), Basis: string(o.Basis), Waived: o.Waived(),
		Ended: o.Ended, JudgedFacts: o.JudgedFacts,
	}
}

func findingOf(o report.Obligation, f report.Finding) findingFacts {
	item := -1
	if f.Item != nil {
		item = *f.Item
	}
	endedOn := ""
	if f.EndedOn != nil {
		endedOn = string(*f.EndedOn)
	}
	return findingFacts{
		Status: string(f.Status), EndedOn: endedOn, Ended: f.Ended(),
		Obligation: o.ID, Article: o.Article, Title: o.Title, Addressee: string(o.Addressee), Kind: string(o.Kind),
		Penalty: vocabulary.Texts(o.Penalty), Code: f.Code, Message: f.Message, Basis: string(f.Basis), Item: item,
	}
}

func totalsOf(r *report.Report) totals {
	t := totals{
		Breach: r.Summary.Breach, BreachEnded: r.Summary.BreachEnded, Compliant: r.Summary.Compliant, Undetermined: r.Summary.Undetermined, NotApplicable: r.Summary.NotApplicable,
	}
	for _, o := range r.Obligations {
		if o.Verdict == report.Breach {
			t.Findings += len(o.Findings)
		}
	}
	return t
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
