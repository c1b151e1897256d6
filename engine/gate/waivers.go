package gate

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"sync"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/schemas"
)

// Waivers are the approvals of one file. They are immutable and safe for
// concurrent use.
type Waivers struct {
	file report.File
	list []waiver
}

type waiver struct {
	report.Waiver
	at        facts.Position // where it begins
	id        facts.Position // of the obligation
	day       facts.Position // of the last valid day
	condition *expression
}

var waiverSchema = sync.OnceValues(func() (*facts.Schema, error) {
	bundle, err := schemas.Other("waivers")
	if err != nil {
		return nil, err
	}
	return facts.NewSchema(bundle)
})

// LoadWaivers reads a file of waivers as schemas/waivers.schema.json describes
// it. The error is [facts.Problems], with everything that is wrong.
func LoadWaivers(name string, content []byte) (*Waivers, error) {
	schema, err := waiverSchema()
	if err != nil {
		return nil, err
	}
	root, err := schema.Document(name, content)
	if err != nil {
		return nil, err
	}
	digest := sha256.Sum256(content)
	w := &Waivers{file: report.File{File: name, SHA256: hex.EncodeToString(digest[:])}}
	var problems facts.Problems
	list, _ := root.Member("waivers")
	seen := map[string]int{}
	for i, node := range list.Value.Elements {
		one, found := waiverOf(name, node)
		problems = append(problems, found...)
		key := one.key()
		if first, twice := seen[key]; twice {
			problems = append(problems, facts.Problem{
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

// waiverOf reads one waiver, whose form the schema has checked.
func waiverOf(name string, node *facts.Node) (waiver, facts.Problems) {
	w := waiver{at: node.Position}
	text := func(key string) (string, facts.Position) {
		m, ok := node.Member(key)
		if !ok {
			return "", facts.Position{}
		}
		return m.Value.Text, m.Value.Position
	}
	optional := func(key string) (*string, facts.Position) {
		value, at := text(key)
		if value == "" {
			return nil, at
		}
		return &value, at
	}
	w.Obligation, w.id = text("obligation")
	w.LastValidDay, w.day = text("last_valid_day")
	w.Service, _ = text("service")
	w.Reason, _ = text("reason")
	w.Owner, _ = text("owner")
	w.ApprovedBy, _ = text("approved_by")
	w.Finding, _ = optional("finding")
	w.File, w.Line = name, node.Position.Line
	if m, ok := node.Member("item"); ok {
		item, err := strconv.Atoi(m.Value.Text)
		if err != nil {
			return w, facts.Problems{{Position: m.Value.Position, Message: "item is " + m.Value.Text + "; expected an index such as 2"}}
		}
		w.Item = &item
	}
	condition, at := optional("condition")
	if w.Condition = condition; condition == nil {
		return w, nil
	}
	compiled, err := compile(*condition, conditionFacts{})
	var wrong *ExpressionError
	if errors.As(err, &wrong) {
		problem := facts.Problem{Position: at, Message: "condition: " + wrong.Message, Hint: wrong.Hint}
		if wrong.Line > 0 {
			problem.Message = fmt.Sprintf("condition, at %d:%d of the expression: %s", wrong.Line, wrong.Column, wrong.Message)
		}
		return w, facts.Problems{problem}
	}
	w.condition = compiled
	return w, nil
}

// key tells waivers apart by what they cover.
func (w waiver) key() string {
	content, _ := json.Marshal([]any{w.Service, w.Obligation, w.Finding, w.Item, w.Condition})
	return string(content)
}

// Check refuses waivers of obligations that do not exist, which would never be
// used. The ids are those of all obligations. The error is [facts.Problems].
func (w *Waivers) Check(ids []string) error {
	known := map[string]bool{}
	for _, id := range ids {
		known[id] = true
	}
	var problems facts.Problems
	for _, one := range w.list {
		if known[one.Obligation] {
			continue
		}
		hint := "evaluate obligations lists them"
		if near := document.Nearest(one.Obligation, ids); near != "" {
			hint = "did you mean " + near + "?"
		}
		problems = append(problems, facts.Problem{Position: one.id, Message: fmt.Sprintf("there is no obligation %q", one.Obligation), Hint: hint})
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
		Service: serviceNames(r.Service), AssessmentDate: r.AssessmentDate,
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
