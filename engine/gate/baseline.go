package gate

import (
	"strconv"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/saved"
)

// Baseline is what reports of the past have found. What is in it fails no run.
// A nil Baseline knows nothing.
type Baseline struct {
	reports []*report.Report
	known   map[identity]bool
	file    report.File
}

// identity tells findings apart. Where a fact stands and what its value is do
// not belong to it, so that moving a line makes nothing new.
type identity struct{ service, obligation, code, item string }

// openCode stands for a finding in the identity of what is undetermined; codes
// of findings are words.
const openCode = "?"

func identityOf(service, obligation string, f report.Finding) identity {
	item := ""
	if f.Item != nil {
		item = strconv.Itoa(*f.Item)
	}
	return identity{service, obligation, f.Code, item}
}

// LoadBaseline reads what `evaluate --output json` wrote: one report or, as
// NDJSON, several. The error is [document.Problems].
func LoadBaseline(name string, content []byte) (*Baseline, error) {
	b := &Baseline{known: map[identity]bool{}, file: report.File{File: name, SHA256: document.Digest(content)}}
	reports, err := saved.Load(name, content)
	if err != nil {
		return nil, err
	}
	for _, r := range reports {
		if err := r.Require(report.DetailFindings, "a baseline"); err != nil {
			return nil, document.Problems{{Position: document.Position{File: name}, Message: err.Error()}}
		}
		b.add(r)
	}
	return b, nil
}

// add notes what a report has found. What was waived is left out: when the
// waiver ends, the finding is new.
func (b *Baseline) add(r *report.Report) {
	b.reports = append(b.reports, r)
	for _, o := range r.Obligations {
		switch o.Verdict {
		case report.Undetermined:
			if o.Waiver == nil {
				b.known[identity{r.Service.Name, o.ID, openCode, ""}] = true
			}
		case report.Breach:
			if len(o.Findings) == 0 && o.Waiver == nil {
				b.known[identityOf(r.Service.Name, o.ID, report.Finding{})] = true
			}
			for _, f := range o.Findings {
				if o.WaiverOf(f) == nil {
					b.known[identityOf(r.Service.Name, o.ID, f)] = true
				}
			}
		}
	}
}

func (b *Baseline) finding(service, obligation string, f report.Finding) bool {
	return b != nil && b.known[identityOf(service, obligation, f)]
}

func (b *Baseline) undetermined(service, obligation string) bool {
	return b != nil && b.known[identity{service, obligation, openCode, ""}]
}

// of returns the latest report about a service, nil if there is none.
func (b *Baseline) of(service string) *report.Report {
	var latest *report.Report
	if b == nil {
		return nil
	}
	for _, r := range b.reports {
		if r.Service.Name == service && (latest == nil || r.AssessmentDate >= latest.AssessmentDate) {
			latest = r
		}
	}
	return latest
}

func (b *Baseline) totals(service string) totals {
	if r := b.of(service); r != nil {
		return totalsOf(r)
	}
	return totals{}
}
