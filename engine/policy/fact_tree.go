package policy

import (
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// factTree leads from the names of facts to their slots.
type factTree struct {
	below map[string]*factTree
	slot  int // -1 of a section
	shape *kleene.Shape
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

// slotOf returns the slot that holds a fact; negative if none does.
func (t *factTree) slotOf(fact document.Path) int {
	for _, step := range fact {
		if t.slot >= 0 {
			return t.slot
		}
		name, _ := step.(string)
		if t = t.below[name]; t == nil {
			return -1
		}
	}
	return t.slot
}
