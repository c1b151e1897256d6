package gate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Apply returns the reports with the waivers that hold: in their findings and,
// where an obligation is waived as a whole, in that. Nothing else is other than
// in the reports given, no verdict and no cap, and those are not changed. It also
// returns what should be told: waivers that have expired and those that nothing
// needs.
func (w *Waivers) Apply(reports ...*report.Report) ([]*report.Report, []document.Problem) {
	applying := w.Begin()
	waived := make([]*report.Report, 0, len(reports))
	for _, r := range reports {
		if r != nil {
			waived = append(waived, applying.Add(r))
		}
	}
	return waived, applying.Notices()
}

// Applying is Apply for reports that come one after the other.
type Applying struct {
	file     report.File
	list     []*application
	services map[string]bool
}

// Begin returns what applies the waivers to reports as they come.
func (w *Waivers) Begin() *Applying {
	a := &Applying{services: map[string]bool{}}
	if w == nil {
		return a
	}
	a.file = w.file
	for i := range w.list {
		a.list = append(a.list, &application{waiver: &w.list[i], reasons: map[string]bool{}})
	}
	return a
}

// Add returns a report with the waivers that hold; nil of nil.
func (a *Applying) Add(r *report.Report) *report.Report {
	if a == nil || r == nil {
		return r
	}
	waived := r.Copy()
	if a.file.File != "" && !slices.Contains(r.Provenance.Waivers, a.file) {
		waived.Provenance.Waivers = append(waived.Provenance.Waivers, a.file)
	}
	if len(a.list) > 0 {
		a.services[r.Service.Name] = true
	}
	for _, one := range a.list {
		one.report(waived)
	}
	return waived
}

// Notices returns what should be told once all reports have come: waivers that have
// expired and those that nothing needs.
func (a *Applying) Notices() []document.Problem {
	if a == nil {
		return nil
	}
	var notices []document.Problem
	for _, one := range a.list {
		notices = append(notices, one.notices(a.services)...)
	}
	return notices
}

// application is one waiver on its way through reports.
type application struct {
	*waiver
	covered int
	expired string          // the first assessment date that was too late
	judged  bool            // whether the obligation was judged for the service
	reasons map[string]bool // why it was not used
	failed  error           // why the condition could not be decided
}

func (a *application) report(r *report.Report) {
	if r.Service.Name != a.Service {
		return
	}
	for i := range r.Obligations {
		o := &r.Obligations[i]
		if o.ID != a.Obligation {
			continue
		}
		a.judged = true
		switch o.Verdict {
		case report.Breach:
			a.breach(r, o)
		case report.Undetermined:
			if a.Finding != nil {
				a.reasons["the obligation is undetermined on "+string(r.AssessmentDate)] = true
			} else if o.Waiver == nil && a.holds(r, *o, report.Finding{}) {
				o.Waiver = a.copy()
			}
		default:
			a.reasons[fmt.Sprintf("the obligation is %s on %s", words.Verdict(o.Verdict), r.AssessmentDate)] = true
		}
	}
}

func (a *application) breach(r *report.Report, o *report.Obligation) {
	all, matches := true, 0
	for i := range o.Findings {
		f := &o.Findings[i]
		if a.Finding != nil && f.Code != *a.Finding || a.Item != nil && (f.Item == nil || *f.Item != *a.Item) {
			all = false
			continue
		}
		matches++
		if !a.holds(r, *o, *f) {
			all = false
			continue
		}
		// What a narrower waiver covers keeps it.
		if f.Waiver == nil || f.Waiver.Finding == nil && a.Finding != nil || f.Waiver.Item == nil && a.Item != nil {
			f.Waiver = a.copy()
		}
	}
	if matches == 0 && a.Finding != nil {
		a.reasons["the obligation has no such finding on "+string(r.AssessmentDate)+", only "+codes(*o)] = true
	}
	if a.Finding == nil && all && o.Waiver == nil && (matches > 0 || a.holds(r, *o, report.Finding{})) {
		o.Waiver = a.copy()
	}
}

// holds reports whether the waiver is valid on the day and its condition true.
func (a *application) holds(r *report.Report, o report.Obligation, f report.Finding) bool {
	// Both are calendar days YYYY-MM-DD, which are ordered like text.
	if r.AssessmentDate > a.LastValidDay {
		if a.expired == "" {
			a.expired = string(r.AssessmentDate)
		}
		return false
	}
	if a.condition != nil {
		holds, err := a.condition.run(conditionOf(r, o, f))
		if err != nil {
			a.failed = err
			return false
		}
		if !holds {
			a.reasons["its condition does not hold on "+string(r.AssessmentDate)] = true
			return false
		}
	}
	a.covered++
	return true
}

// copy keeps reports apart from the waivers they were given.
func (a *application) copy() *report.Waiver {
	w := a.Waiver
	return &w
}

func (a *application) notices(services map[string]bool) []document.Problem {
	what := a.Obligation
	if a.Finding != nil {
		what += " " + *a.Finding
	}
	what += words.Element(a.Item)
	var list []document.Problem
	add := func(at document.Position, message, hint string) {
		list = append(list, document.Problem{Position: at, Message: plain("the waiver of " + what + " " + message), Hint: plain(hint)})
	}
	if a.expired != "" {
		add(a.day, fmt.Sprintf("has expired: its last valid day was %s, and the assessment date is %s", a.LastValidDay, a.expired),
			a.Owner+" owns it, "+a.ApprovedBy+" has approved it; end the breach or have it approved again")
	}
	if a.failed != nil {
		add(a.at, fmt.Sprintf("does not hold, because its condition cannot be decided: %v", a.failed), "")
	}
	if a.covered > 0 || a.expired != "" || a.failed != nil {
		return list
	}
	switch {
	case a.judged:
		reasons := make([]string, 0, len(a.reasons))
		for reason := range a.reasons {
			reasons = append(reasons, reason)
		}
		slices.Sort(reasons)
		why := ""
		for _, reason := range reasons {
			why += "; " + reason
		}
		add(a.at, "is not used"+why, "remove it if it is not needed any more")
	case !services[a.Service]:
		names := slices.Sorted(maps.Keys(services))
		add(a.at, fmt.Sprintf("is not used; no report is about %q", a.Service), document.DidYouMean(a.Service, names))
	}
	// Else the obligation was left out by a selection: nothing can be told.
	return list
}

func codes(o report.Obligation) string {
	var list []string
	for _, f := range o.Findings {
		if !slices.Contains(list, f.Code) {
			list = append(list, f.Code)
		}
	}
	return strings.Join(list, ", ")
}
