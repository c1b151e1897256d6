package policy

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/lists"
)

// unjudged is what a report says of an obligation whatever the facts are. Reports share
// its lists, so that who writes many sees at once what is the same in two.
func (j *judging) unjudged(o *Obligation) *report.Obligation {
	j.prepared.unjudgedOnce.Do(func() {
		date := string(j.facts.AssessmentDate()) // another of the same period gives the same values
		j.prepared.unjudged = make(map[*Obligation]*report.Obligation, len(j.set.obligations))
		for _, o := range j.set.obligations {
			j.prepared.unjudged[o] = j.set.unjudged(o, date)
		}
	})
	return j.prepared.unjudged[o]
}

func (s *Set) unjudged(o *Obligation, date string) *report.Obligation {
	return &report.Obligation{
		ID: o.ID, Article: o.Article, Title: o.Title, Origin: o.Origin, Description: o.Description, Kind: o.Kind, Addressee: o.Addressee,
		Penalty: lists.OrEmpty(o.Penalty), PartOf: lists.OrEmpty(o.PartOf), Links: lists.OrEmpty(o.Links), Remediation: o.Remediation,
		Parameters: s.parametersOf(o.Parameters, date), Readings: s.readingsOf(o.Readings),
		Reasons: []report.Reason{}, Findings: []report.Finding{}, SpeaksAgainst: []report.Doubt{}, Possible: []report.Verdict{}, Open: []report.Open{}, Missing: []report.Missing{},
	}
}

// conclude says what follows from the findings together: whether the breach has
// ended, and what would end what still runs. What has ended needs no remedy;
// where there is no finding, all that the rules know is said.
func conclude(a *report.Obligation, o *Obligation) {
	var remedies []string
	running := false
	for _, f := range a.Findings {
		if f.Ended() {
			continue
		}
		running = true
		if f.Remediation != "" && !slices.Contains(remedies, f.Remediation) {
			remedies = append(remedies, f.Remediation)
		}
	}
	a.Ended = a.Verdict == report.Breach && !running
	if len(a.Findings) > 0 {
		a.Remediation = strings.Join(remedies, " ")
	}
}
