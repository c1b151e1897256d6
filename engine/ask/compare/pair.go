package compare

import (
	"errors"
	"fmt"

	"github.com/dsaeval/dsaeval/engine/report"
)

// ErrNothingCompared says that no report has a counterpart on the other side, or no
// obligation was judged on both. Nothing compared is never a success.
var ErrNothingCompared = errors.New("there is nothing to compare: no obligation of a service was judged in both")

// Options say what counts as worse.
type Options struct {
	// Undetermined counts it as worse where an obligation was kept, or did not apply,
	// and is undetermined now. Without it only a new breach or a new finding does: who
	// says less than before has not done anything.
	Undetermined bool
}

// Of compares old reports with new ones. Where each side has one report these are
// compared, whatever service they are about; of several, those about the same service
// of the same provider: the reports of the same day or, if each side has one of them,
// of different days. The error is [ErrNothingCompared], or a [report.TooLittleDetail]
// where a report has verdicts alone.
func Of(old, now []*report.Report, options Options) (*Diff, error) {
	for _, r := range append(append([]*report.Report{}, old...), now...) {
		if err := r.Require(report.DetailFindings, "a comparison"); err != nil {
			return nil, fmt.Errorf("%s: %w", r.File(), err)
		}
	}
	d := &Diff{SchemaVersion: schemaVersion, Services: []Service{}, Unpaired: []Unpaired{}}
	partners := pair(old, now)
	taken := map[*report.Report]bool{}
	for _, r := range now {
		partner := partners[r]
		if partner == nil {
			d.Unpaired = append(d.Unpaired, unpaired(r, "new"))
			continue
		}
		taken[partner] = true
		d.add(service(partner, r, options))
	}
	for _, r := range old {
		if !taken[r] {
			d.Unpaired = append(d.Unpaired, unpaired(r, "old"))
		}
	}
	if s := d.Summary; s.New+s.Resolved+s.Changed+s.StillOpen+s.Unchanged == 0 {
		return nil, ErrNothingCompared
	}
	d.Worse = d.Summary.Worse > 0
	return d, nil
}

func (d *Diff) add(s Service) {
	d.Services = append(d.Services, s)
	d.Summary.addAll(s.Summary)
}

// pair finds for each of the new reports the old one that it is compared with.
func pair(old, now []*report.Report) map[*report.Report]*report.Report {
	if len(old) == 1 && len(now) == 1 {
		return map[*report.Report]*report.Report{now[0]: old[0]}
	}
	type on struct {
		service report.Service
		day     string
	}
	byDay, byService := map[on][]*report.Report{}, map[report.Service][]*report.Report{}
	for _, r := range old {
		key := on{r.Service, string(r.AssessmentDate)}
		byDay[key] = append(byDay[key], r)
		byService[r.Service] = append(byService[r.Service], r)
	}
	several := map[report.Service]int{}
	for _, r := range now {
		several[r.Service]++
	}
	pairs := map[*report.Report]*report.Report{}
	for _, r := range now {
		key := on{r.Service, string(r.AssessmentDate)}
		switch {
		case len(byDay[key]) > 0:
			pairs[r], byDay[key] = byDay[key][0], byDay[key][1:]
		case several[r.Service] == 1 && len(byService[r.Service]) == 1:
			pairs[r] = byService[r.Service][0]
		}
	}
	return pairs
}

func unpaired(r *report.Report, side string) Unpaired {
	return Unpaired{Service: r.Service, AssessmentDate: r.AssessmentDate, OnlyIn: side, Totals: r.Summary}
}
