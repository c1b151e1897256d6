package policy

import (
	"context"
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// direct answers questions by a program of the three-valued evaluator.
type direct struct {
	program *kleene.Program
	facts   factTree
	// item and id are the slots of the arguments; negative where no rule reads them.
	item, id int
	// parameters and readings are the slots of data, by name.
	parameters, readings map[string]int
	said                 sayings
}

// factTree leads from the names of facts to their slots.
type factTree struct {
	below map[string]*factTree
	slot  int // -1 of a section
	shape *kleene.Shape
}

func newDirect(program *kleene.Program, schema factSchema) *direct {
	d := &direct{
		program: program, facts: factTree{slot: -1}, item: -1, id: -1,
		parameters: map[string]int{}, readings: map[string]int{},
		said: sayings{schema: described{schema.root}, paths: make([]document.Path, len(program.Slots)), pointers: make([]string, len(program.Slots)), kept: map[uint64][]*saying{}},
	}
	for i, slot := range program.Slots {
		if slot.Kind == kleene.Datum && len(slot.Path) == 2 {
			switch slot.Path[0] {
			case "parameters":
				d.parameters[slot.Path[1]] = i
			case "readings":
				d.readings[slot.Path[1]] = i
			}
		}
		if slot.Kind != kleene.Fact {
			continue
		}
		d.said.add(i, slot.Path)
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
	if slot, ok := program.SlotAt(kleene.Argument, kleene.ItemArgument); ok {
		d.item = slot
	}
	if slot, ok := program.SlotAt(kleene.Argument, "id"); ok {
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
		v, err := kleene.ValueOf(at)
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

// directDocument answers by the program, and by OPA what that does not.
type directDocument struct {
	direct   *direct
	state    *kleene.State
	fallback func() (fallback, error)
	// bare is set where only answers are asked for, and not what is left open.
	bare bool
	// remembered are answers about other documents; nil where the document is not as
	// it was given.
	remembered *remembering
}

func (d *directDocument) decide(ctx context.Context, q question) (outcome, error) {
	if q.byOPA != "" {
		other, err := d.fallback()
		if err != nil {
			return outcome{}, err
		}
		return other.decide(ctx, q)
	}
	detail := report.DetailFull
	if d.bare {
		detail = report.DetailVerdicts
	}
	return d.remembered.answered(q, detail, func() (outcome, error) { return d.answer(q) })
}

func (d *directDocument) answer(q question) (outcome, error) {
	d.state.Begin()
	if q.about != "" {
		d.state.Ask(d.direct.id, kleene.StringOf(q.about))
	}
	out := outcome{}
	if q.root.Cond == nil {
		out = d.findings(q.root)
	} else {
		out = d.holds(q.root)
	}
	return out, d.state.Err()
}

// holds answers a question about a rule.
func (d *directDocument) holds(root kleene.Root) outcome {
	a := d.state.Answer(root.Cond)
	if a != kleene.Open {
		return outcome{answer: answer(a)}
	}
	open := d.state.Residual(root.Cond)
	if a, _ = d.state.Settle([]*kleene.Cond{open}); a != kleene.Open {
		return outcome{answer: answer(a)}
	}
	return outcome{open: d.left(open)}
}

// left returns what is left open as the rest of the package has it.
func (d *directDocument) left(open *kleene.Cond) openCondition {
	if d.bare {
		return nil
	}
	return directCondition{&d.direct.said, open}
}

// findings answers which findings there are. Where it takes several cases to see
// that there is one, those of each case are named.
func (d *directDocument) findings(root kleene.Root) outcome {
	out, residuals := d.plainFindings(root, true)
	if out.answer != unknown {
		return out
	}
	settled, holds := d.state.Settle(residuals)
	switch out.answer = answer(settled); out.answer {
	case unknown:
		out.open = d.left(kleene.AnyOf(residuals))
	case no:
		out.findings = nil
	case yes:
		kept := out.findings[:0]
		for i, f := range out.findings {
			if holds[i] {
				f.answer, f.open = yes, nil
				kept = append(kept, f)
			}
		}
		out.findings = kept
	}
	return out
}

// plainFindings answers which findings there are, cases not told apart, and what is
// left of each if that is wanted.
func (d *directDocument) plainFindings(root kleene.Root, residuals bool) (outcome, []*kleene.Cond) {
	out := outcome{answer: no}
	var left []*kleene.Cond
	d.each(root, func(f kleene.Finding, item int) {
		a := d.state.Answer(f.Cond)
		if a == kleene.No {
			return
		}
		finding := findingOutcome{code: f.Code, item: item, answer: answer(a)}
		var open *kleene.Cond
		if a == kleene.Open && residuals {
			open = d.state.Residual(f.Cond)
			finding.open = d.left(open)
		}
		out.answer = out.answer.or(finding.answer)
		out.findings, left = append(out.findings, finding), append(left, open)
	})
	return out, left
}

// each visits the findings of a question, with the argument for the element set
// where they are about one.
func (d *directDocument) each(root kleene.Root, visit func(f kleene.Finding, item int)) {
	for _, f := range root.Findings {
		if f.List == nil {
			visit(f, -1)
			continue
		}
		list := d.state.Value(f.List)
		if list.Kind() != kleene.List {
			d.state.Ask(d.direct.item, kleene.Missing)
			visit(f, -1)
			continue
		}
		for i := range list.Len() {
			d.state.Ask(d.direct.item, kleene.Int(int64(i)))
			visit(f, i)
		}
	}
}

func (d *directDocument) startsOn(ctx context.Context, q question) (string, error) {
	if q.byOPA != "" {
		other, err := d.fallback()
		if err != nil {
			return "", err
		}
		return other.startsOn(ctx, q)
	}
	day := dayOfValues(d.state.Emissions(q.root.Cond))
	return day, d.state.Err()
}

func (d *directDocument) sufficient(ctx context.Context, q question, f findingOutcome, known []document.Path) (kept []document.Path, certain bool, err error) {
	if q.byOPA != "" {
		other, err := d.fallback()
		if err != nil {
			return nil, false, err
		}
		return other.sufficient(ctx, q, f, known)
	}
	i := slices.IndexFunc(q.root.Findings, func(other kleene.Finding) bool { return other.Code == f.code })
	c := q.root.Findings[i].Cond
	if f.item >= 0 {
		d.state.Ask(d.direct.item, kleene.Int(int64(f.item)))
	}
	d.state.Try(func() {
		kept, certain, err = rules.WithoutNeedless(known, func(without document.Path) (bool, error) {
			restore := func() {}
			if without != nil {
				restore = d.direct.facts.withhold(d.state, without)
			}
			if d.state.Answer(c) == kleene.Yes {
				return true, d.state.Err()
			}
			restore()
			return false, d.state.Err()
		})
	})
	return kept, certain, err
}

// withhold makes a fact unknown, and returns what gives it back.
func (t *factTree) withhold(s *kleene.State, fact document.Path) (restore func()) {
	at := t
	for i, step := range fact {
		name, _ := step.(string)
		if at = at.below[name]; at == nil {
			break // no rule reads it
		}
		if at.slot < 0 {
			continue
		}
		var keys []kleene.Value
		for _, key := range fact[i+1:] {
			switch key := key.(type) {
			case string:
				keys = append(keys, kleene.StringOf(key))
			case int:
				keys = append(keys, kleene.Int(int64(key)))
			}
		}
		before := s.Slot(at.slot)
		s.Withhold(at.slot, keys...)
		return func() { s.Set(at.slot, before) }
	}
	return func() {}
}

func (d *directDocument) asIfAny(ctx context.Context, q question, parameter string) (out outcome, err error) {
	if q.byOPA != "" {
		other, err := d.fallback()
		if err != nil {
			return outcome{}, err
		}
		return other.asIfAny(ctx, q, parameter)
	}
	d.state.Try(func() {
		if slot, ok := d.direct.parameters[parameter]; ok {
			d.state.Withhold(slot)
		}
		if parameter == "" {
			for _, slot := range d.direct.parameters {
				d.state.Withhold(slot)
			}
		}
		out, _ = d.plainFindings(q.root, false)
	})
	return out, d.state.Err()
}

func (d *directDocument) underReading(ctx context.Context, reading, option string, ask func(answering) error) (err error) {
	other := *d
	other.bare, other.remembered = true, nil
	other.fallback = func() (fallback, error) {
		other, err := d.fallback()
		if err != nil {
			return other, err
		}
		return fallback{other.Rival(reading, option)}, nil
	}
	d.state.Try(func() {
		if slot, ok := d.direct.readings[reading]; ok {
			d.state.Set(slot, kleene.StringOf(option))
		}
		err = ask(&other)
	})
	return err
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
