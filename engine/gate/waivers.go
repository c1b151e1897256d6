package gate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// Waivers are the approvals of one file. They are immutable and safe for
// concurrent use.
type Waivers struct {
	file report.File
	list []waiver
}

type waiver struct {
	report.Waiver
	at        document.Position // where it begins
	id        document.Position // of the obligation
	day       document.Position // of the last valid day
	condition *expression
}

// LoadWaivers reads a file of waivers as schemas/waivers.schema.json describes
// it. The error is [document.Problems], with everything that is wrong.
func LoadWaivers(name string, content []byte) (*Waivers, error) {
	written, nodes, err := readWaivers(name, content)
	if err != nil {
		return nil, err
	}
	w := &Waivers{file: report.File{File: name, SHA256: document.Digest(content)}}
	var problems document.Problems
	seen := map[string]int{}
	for i, each := range written {
		one, found := waiverOf(name, each, nodes[i])
		problems = append(problems, found...)
		key := one.key()
		if first, twice := seen[key]; twice {
			problems = append(problems, document.Problem{
				Position: one.at, Pointer: "/waivers/" + strconv.Itoa(i),
				Message: fmt.Sprintf("the same is waived in line %d already", first), Hint: "keep one of the two",
			})
		}
		seen[key] = one.Line
		w.list = append(w.list, one)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return w, nil
}

// waiverOf makes a waiver of what stands in the file.
func waiverOf(name string, written writtenWaiver, node *document.Node) (waiver, document.Problems) {
	at := func(key string) document.Position {
		m, ok := node.Member(key)
		if !ok {
			return document.Position{}
		}
		return m.Value.Position
	}
	w := waiver{
		Waiver: report.Waiver{
			Obligation: written.Obligation, Finding: given(written.Finding), Item: written.Item, Service: written.Service,
			Reason: written.Reason, Owner: written.Owner, ApprovedBy: written.ApprovedBy, LastValidDay: report.Day(written.LastValidDay),
			Condition: given(written.Condition), File: name, Line: node.Position.Line,
		},
		at: node.Position, id: at("obligation"), day: at("last_valid_day"),
	}
	if w.Condition == nil {
		return w, nil
	}
	compiled, err := compile(*w.Condition, conditionFacts{})
	var wrong document.Problem
	if errors.As(err, &wrong) {
		message := "condition: " + wrong.Message
		if wrong.Position.Line > 0 {
			message = fmt.Sprintf("condition, at %v of the expression: %s", wrong.Position, wrong.Message)
		}
		return w, document.Problems{{Position: at("condition"), Message: message, Hint: wrong.Hint}}
	}
	w.condition = compiled
	return w, nil
}

// given is null for what is not there.
func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// key tells waivers apart by what they cover.
func (w waiver) key() string {
	content, _ := json.Marshal([]any{w.Service, w.Obligation, w.Finding, w.Item, w.Condition})
	return string(content)
}

// ErrUnknownObligation means that a waiver is of an obligation that does not exist.
var ErrUnknownObligation = errors.New("there is no such obligation")

// Check refuses waivers of obligations that do not exist, which would never be
// used. The ids are those of all obligations. The error is [document.Problems],
// each of which wraps [ErrUnknownObligation].
func (w *Waivers) Check(ids []string) error {
	if w == nil {
		return nil
	}
	known := map[string]bool{}
	for _, id := range ids {
		known[id] = true
	}
	var problems document.Problems
	for _, one := range w.list {
		if known[one.Obligation] {
			continue
		}
		problems = append(problems, document.Problem{
			Position: one.id, Message: fmt.Sprintf("there is no obligation %q", one.Obligation),
			Hint: document.DidYouMean(one.Obligation, ids), Cause: ErrUnknownObligation,
		})
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// conditionFacts is what the condition of a waiver can read.
type conditionFacts struct {
	Service        serviceNames    `expr:"service"`
	AssessmentDate string          `expr:"assessment_date"`
	Obligation     obligationFacts `expr:"obligation"`
	// Finding is empty where the obligation is undetermined.
	Finding findingFacts `expr:"finding"`
	// Number returns the value of evidence by its JSON Pointer.
	Number func(pointer string) (exact.Decimal, error) `expr:"number"`
	Step   func() (bool, error)                        `expr:"_step"`
}

func conditionOf(r *report.Report, o report.Obligation, f report.Finding) conditionFacts {
	return conditionFacts{
		Service: serviceNames(r.Service), AssessmentDate: string(r.AssessmentDate),
		Obligation: obligationOf(o), Finding: findingOf(o, f), Step: steps(),
		Number: func(pointer string) (exact.Decimal, error) {
			for _, e := range f.Evidence {
				if e.Pointer == pointer {
					content, err := json.Marshal(e.Value)
					if err != nil {
						return exact.Decimal{}, err
					}
					// Amounts of money are decimals in quotes.
					return exact.ParseLiteral(string(bytes.Trim(content, `"`)))
				}
			}
			return exact.Decimal{}, &unknownError{pointer + " is no evidence of the finding; its value"}
		},
	}
}

// All returns the waivers of the file, in its order, whether they hold or not.
func (w *Waivers) All() []report.Waiver {
	if w == nil {
		return nil
	}
	all := make([]report.Waiver, len(w.list))
	for i, one := range w.list {
		all[i] = one.Waiver
	}
	return all
}
