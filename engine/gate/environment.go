package gate

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
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
