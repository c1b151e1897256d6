package engine

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// Finding is one ground of a breach.
type Finding struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	// Item is the index of the element of a list that is meant; null if none.
	Item *int `json:"item"`
	// Words are the key phrases of the provision on which the finding rests.
	Words []string     `json:"words"`
	Basis policy.Basis `json:"basis"`
	// Parameters and Readings are those without which the finding would not hold.
	Parameters []ParameterValue `json:"parameters"`
	Readings   []ReadingValue   `json:"readings"`
	// Status says how firm the weakest of the facts is that the finding rests on.
	Status   facts.Status `json:"status"`
	Evidence []Evidence   `json:"evidence"`
	// EndedOn is the day, YYYY-MM-DD, on which the finding ended; null if it still runs.
	EndedOn *string `json:"ended_on"`
	// Remediation says what would end the finding.
	Remediation string `json:"remediation"`
	// Alternative is true where one of several findings holds, but not certainly this one.
	Alternative bool `json:"alternative"`
	// Waiver is why the finding does not fail a run; null if it may.
	Waiver *Waiver `json:"waiver"`
}

// Ended reports whether what the finding tells of has ended.
func (f Finding) Ended() bool { return f.EndedOn != nil }

// Evidence is a fact that a finding rests on.
type Evidence struct {
	Pointer string   `json:"pointer"` // JSON Pointer into the facts
	Value   any      `json:"value"`
	Line    int      `json:"line"`
	Column  int      `json:"column"`
	Sources []string `json:"sources"` // ids of the sources in the facts
	// Status says who established the fact, and Nature how it can be known.
	Status facts.Status  `json:"status"`
	Nature policy.Nature `json:"nature"`
}

// Doubt is an observation that points against compliance and decides nothing.
type Doubt struct {
	Code     string     `json:"code"`
	Message  string     `json:"message"`
	Item     *int       `json:"item"` // as of a finding
	Evidence []Evidence `json:"evidence"`
}

func (b *background) findings(of []policy.Finding) []Finding {
	findings := []Finding{}
	for _, f := range of {
		finding := Finding{
			Code: f.Code, Message: f.Message, Item: item(f), Words: list(f.Words), Basis: f.Basis, Alternative: f.Alternative,
			Parameters: b.parametersOf(f.Parameters), Readings: b.readingsOf(f.Readings),
			Status: f.Status, Evidence: evidence(f.Evidence), Remediation: f.Remediation,
		}
		if f.EndedOn != "" {
			finding.EndedOn = &f.EndedOn
		}
		findings = append(findings, finding)
	}
	return findings
}

func doubts(of []policy.Finding) []Doubt {
	doubts := []Doubt{}
	for _, f := range of {
		doubts = append(doubts, Doubt{Code: f.Code, Message: f.Message, Item: item(f), Evidence: evidence(f.Evidence)})
	}
	return doubts
}

func item(f policy.Finding) *int {
	if f.Item < 0 {
		return nil
	}
	return &f.Item
}

func evidence(of []policy.Evidence) []Evidence {
	all := []Evidence{}
	for _, e := range of {
		all = append(all, Evidence{
			Pointer: e.Pointer, Value: e.Value, Line: e.Line, Column: e.Column, Sources: list(e.Sources),
			Status: e.Status, Nature: e.Nature,
		})
	}
	return all
}

// running returns the findings that have not ended.
func running(findings []policy.Finding) []policy.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f policy.Finding) bool { return f.EndedOn != "" })
}

// remediation joins what would end the findings that still run. What has ended
// needs no remedy; where there is no finding, all that the rules know is said.
func remediation(a policy.Assessment) string {
	if len(a.Findings) == 0 {
		return a.Obligation.Remediation
	}
	var remedies []string
	for _, f := range running(a.Findings) {
		if f.Remediation != "" && !slices.Contains(remedies, f.Remediation) {
			remedies = append(remedies, f.Remediation)
		}
	}
	return strings.Join(remedies, " ")
}
