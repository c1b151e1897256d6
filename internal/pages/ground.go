package pages

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/policytest"
)

// Row is a phrase of the law with the ground that rests on it, or the reason why none
// does.
type Row struct {
	Words  string  `json:"words"`
	Reason string  `json:"reason"`
	Ground *Ground `json:"ground"`
}

// Ground is one way in which an obligation can be breached.
type Ground struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	// Answer says in words what the facts would have to be; empty where nothing says it,
	// or so much that the rule itself reads better.
	Answer      string      `json:"answer"`
	Thresholds  []Threshold `json:"thresholds"`
	Readings    []Reading   `json:"readings"`
	Facts       []string    `json:"facts"`    // dotted paths
	EndedOn     string      `json:"ended_on"` // the fact that says when it ended
	Remediation string      `json:"remediation"`
	// Shows is an example of the ground, null if no case is one; Spares one that is
	// near and is none.
	Shows  *Example `json:"shows"`
	Spares *Example `json:"spares"`
}

// Example is a case with those of its facts that a ground reads.
type Example struct {
	Note  string  `json:"note"`
	Facts []Value `json:"facts"`
}

// Value is a fact with a value.
type Value struct {
	Fact  string `json:"fact"` // dotted path
	Value any    `json:"value"`
}

// rows sets the words of the law beside the grounds that rest on them, in the order of
// the text: the grounds by the first of their words, those without words last.
func (s Source) rows(o *policy.Obligation, file *policytest.File, answers map[string]string) []Row {
	rows := []Row{}
	add := func(g policy.FindingRule) {
		rows = append(rows, Row{Words: strings.Join(g.Words, ", "), Ground: s.ground(g, file, answers)})
	}
	for _, phrase := range file.Phrases {
		for _, g := range o.Findings {
			if len(g.Words) > 0 && g.Words[0] == phrase {
				add(g)
			}
		}
		if reason, ok := file.Uncovered[phrase]; ok {
			rows = append(rows, Row{Words: phrase, Reason: reason})
		}
	}
	for _, g := range o.Findings {
		if len(g.Words) == 0 || !slices.Contains(file.Phrases, g.Words[0]) {
			add(g)
		}
	}
	return rows
}

// maxAnswer is how long a condition may be before the rule itself reads better.
const maxAnswer = 600

func (s Source) ground(g policy.FindingRule, file *policytest.File, answers map[string]string) *Ground {
	made := &Ground{
		Code: g.Code, Message: g.Message, Answer: answers[g.Code], Thresholds: []Threshold{}, Readings: []Reading{},
		Facts: g.Facts, EndedOn: g.EndedOn, Remediation: g.Remediation,
	}
	if len(made.Answer) > maxAnswer {
		made.Answer = ""
	}
	for _, name := range g.Parameters {
		made.Thresholds = append(made.Thresholds, s.threshold(name))
	}
	for _, name := range g.Readings {
		made.Readings = append(made.Readings, s.reading(name))
	}
	if c, ok := showing(g, file.Cases); ok {
		made.Shows = example(g, c)
	}
	if len(file.Compliant) > 0 || len(file.Cases) > 0 {
		made.Spares = example(g, sparing(g, file))
	}
	return made
}

// showing returns the case that shows a ground with the fewest others.
func showing(g policy.FindingRule, cases []policytest.Case) (policytest.Case, bool) {
	var best policytest.Case
	found := false
	for _, c := range cases {
		holds := slices.ContainsFunc(c.Findings, func(code string) bool { return code == g.Code || strings.HasPrefix(code, g.Code+"[") })
		settled := c.Verdict == report.Breach || c.State == report.Noted
		if holds && settled && (!found || len(c.Findings) < len(best.Findings)) {
			best, found = c, true
		}
	}
	return best, found
}

// sparing returns the case that is nearest to a ground and does not show it: the one
// that sets most of its facts, else the service that keeps the obligation.
func sparing(g policy.FindingRule, file *policytest.File) policytest.Case {
	best := policytest.Case{Note: "a service that keeps it", Facts: file.Compliant}
	most := 0
	for _, c := range file.Cases {
		if c.Verdict != report.Compliant && c.State != report.NotNoted {
			continue
		}
		n := 0
		for _, fact := range g.Facts {
			if _, ok := c.Facts[fact]; ok && fact != "assessment.date" {
				n++
			}
		}
		if n > most {
			best, most = c, n
		}
	}
	return best
}

func example(g policy.FindingRule, c policytest.Case) *Example {
	made := &Example{Note: c.Note, Facts: []Value{}}
	for _, fact := range g.Facts {
		if value, ok := c.Facts[fact]; ok && value != nil {
			made.Facts = append(made.Facts, Value{fact, value})
		}
	}
	return made
}
