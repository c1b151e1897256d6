package policy

import (
	"fmt"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy/kleene"
	"github.com/dsaeval/dsaeval/engine/rego"
)

// direct answers questions by a program of the three-valued evaluator.
type direct struct {
	program *kleene.Program
	roots   map[string]rego.Root
	refused map[string]*rego.Refusal
	facts   factTree
	// item and id are the slots of the arguments; negative where no rule reads them.
	item, id int
}

// factTree leads from the names of facts to their slots.
type factTree struct {
	below map[string]*factTree
	slot  int // -1 of a section
	shape *kleene.Shape
}

func newDirect(lowered *rego.Lowered) *direct {
	d := &direct{program: lowered.Program, roots: lowered.Roots, refused: lowered.Refused, facts: factTree{slot: -1}, item: -1, id: -1}
	for i, slot := range lowered.Program.Slots {
		if slot.Kind != kleene.Fact {
			continue
		}
		at := &d.facts
		for _, name := range slot.Path {
			if at.below == nil {
				at.below = map[string]*factTree{}
			}
			if at.below[name] == nil {
				at.below[name] = &factTree{slot: -1}
			}
			at = at.below[name]
		}
		at.slot, at.shape = i, slot.Shape
	}
	if slot, ok := lowered.Program.SlotAt(kleene.Argument, rego.ItemArgument); ok {
		d.item = slot
	}
	if slot, ok := lowered.Program.SlotAt(kleene.Argument, "id"); ok {
		d.id = slot
	}
	return d
}

// data are values for slots, such as parameters on a day.
type slotValue struct {
	slot  int
	value kleene.Value
}

// dataSlots returns the data that rules read, by slot.
func (d *direct) dataSlots(data map[string]any) ([]slotValue, error) {
	var values []slotValue
	for i, slot := range d.program.Slots {
		if slot.Kind != kleene.Datum {
			continue
		}
		var at any = data
		for _, name := range slot.Path {
			section, _ := at.(map[string]any)
			at = section[name]
		}
		if at == nil {
			continue
		}
		v, err := rego.ValueOf(at)
		if err != nil {
			return nil, fmt.Errorf("%v: %w", slot.Path, err)
		}
		values = append(values, slotValue{i, v})
	}
	return values, nil
}

// state returns what is known of a document. It has to be released.
func (d *direct) state(known *facts.Node, data []slotValue) *kleene.State {
	s := d.program.NewState()
	for _, datum := range data {
		s.Set(datum.slot, datum.value)
	}
	d.facts.fill(s, known)
	return s
}

func (t *factTree) fill(s *kleene.State, n *facts.Node) {
	if t.slot >= 0 {
		s.Set(t.slot, valueOfNode(n, t.shape))
		return
	}
	for _, member := range n.Members {
		if below := t.below[member.Key]; below != nil {
			below.fill(s, member.Value)
		}
	}
}

// valueOfNode returns a value of a document as the evaluator has it.
func valueOfNode(n *facts.Node, shape *kleene.Shape) kleene.Value {
	switch n.Kind {
	case facts.String:
		return kleene.StringOf(n.Text)
	case facts.Bool:
		return kleene.BoolOf(n.Bool)
	case facts.Number:
		if v, ok := kleene.ParseNumber(n.Text); ok {
			return v
		}
	case facts.Array:
		var items *kleene.Shape
		if shape != nil {
			items = shape.Items
		}
		elements := make([]kleene.Value, len(n.Elements))
		for i, element := range n.Elements {
			elements[i] = valueOfNode(element, items)
		}
		return kleene.ListOf(elements...)
	case facts.Object:
		entries := make([]kleene.Entry, len(n.Members))
		for i, member := range n.Members {
			entries[i] = kleene.Entry{Key: kleene.StringOf(member.Key), Value: valueOfNode(member.Value, shape.Member(member.Key))}
		}
		if shape != nil && len(shape.Names) == 0 {
			shape = nil
		}
		return kleene.ObjectOf(shape, entries...)
	}
	return shape.Unknown()
}

// directOutcome is the answer to a question and what is left open of it.
type directOutcome struct {
	answer   answer
	findings []directFinding
	open     *kleene.Cond // nil unless the answer is unknown
}

// directFinding is the answer for one finding.
type directFinding struct {
	code   string
	item   int // -1 if none
	answer answer
	open   *kleene.Cond
	root   *kleene.Cond
}

// holds answers a question about a rule.
func (d *direct) holds(s *kleene.State, root rego.Root) directOutcome {
	a := s.Answer(root.Cond)
	if a != kleene.Open {
		return directOutcome{answer: answer(a)}
	}
	open := s.Residual(root.Cond)
	if a, _ = s.Settle([]*kleene.Cond{open}); a != kleene.Open {
		return directOutcome{answer: answer(a)}
	}
	return directOutcome{open: open}
}

// findings answers which findings there are. Where it takes several cases to see
// that there is one, those of each case are named.
func (d *direct) findings(s *kleene.State, root rego.Root) directOutcome {
	out := directOutcome{answer: no}
	note := func(f rego.Finding, item int) {
		a := s.Answer(f.Cond)
		if a == kleene.No {
			return
		}
		finding := directFinding{code: f.Code, item: item, answer: answer(a), root: f.Cond}
		if a == kleene.Open {
			finding.open = s.Residual(f.Cond)
		}
		out.answer = out.answer.or(finding.answer)
		out.findings = append(out.findings, finding)
	}
	for _, f := range root.Findings {
		if f.List == nil {
			note(f, -1)
			continue
		}
		list := s.Value(f.List)
		if list.Kind() != kleene.List {
			s.Ask(d.item, kleene.Missing)
			note(f, -1)
			continue
		}
		for i := range list.Len() {
			s.Ask(d.item, kleene.Int(int64(i)))
			note(f, i)
		}
	}
	if out.answer != unknown {
		return out
	}
	residuals := make([]*kleene.Cond, len(out.findings))
	for i, f := range out.findings {
		residuals[i] = f.open
	}
	settled, holds := s.Settle(residuals)
	out.answer = answer(settled)
	switch out.answer {
	case no:
		out.findings = nil
	case yes:
		kept := out.findings[:0]
		for i, f := range out.findings {
			if holds[i] {
				f.answer = yes
				kept = append(kept, f)
			}
		}
		out.findings = kept
	}
	return out
}

// dayOfValues returns the day that a rule gives: the only value, and certain.
func dayOfValues(found []kleene.Emitted, more bool) string {
	if more || len(found) == 0 {
		return ""
	}
	for _, each := range found {
		if each.Answer != kleene.Yes || !each.Value.Known() || kleene.Compare(each.Value, found[0].Value) != 0 {
			return ""
		}
	}
	return found[0].Value.Text()
}
