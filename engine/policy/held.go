package policy

import (
	"strconv"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// heldValue is what a slot holds. Lists and maps are written out, in the order of
// the document, since evidence is in that order.
type heldValue struct {
	slot int
	kind facts.Kind
	text string
}

// slotHeld is a slot with what the facts say there.
type slotHeld struct {
	slot int
	node *facts.Node
}

// held appends the slots that known facts fill.
func (t *factTree) held(n *facts.Node, all []slotHeld) []slotHeld {
	if t.slot >= 0 {
		return append(all, slotHeld{t.slot, n})
	}
	for _, member := range n.Members {
		if below := t.below[member.Key]; below != nil {
			all = below.held(member.Value, all)
		}
	}
	return all
}

func (h slotHeld) value() heldValue {
	v := heldValue{slot: h.slot, kind: h.node.Kind}
	switch h.node.Kind {
	case facts.String, facts.Number:
		v.text = h.node.Text
	case facts.Bool:
		if h.node.Bool {
			v.text = "t"
		}
	case facts.Array, facts.Object:
		v.text = string(appendNode(nil, h.node))
	}
	return v
}

// appendNode writes a value so that two that differ, if only in the order of their
// members, are written differently.
func appendNode(to []byte, n *facts.Node) []byte {
	text := func(s string) {
		to = strconv.AppendInt(to, int64(len(s)), 10)
		to = append(append(to, ':'), s...)
	}
	to = strconv.AppendInt(append(to, ' '), int64(n.Kind), 10)
	switch n.Kind {
	case facts.String, facts.Number:
		text(n.Text)
	case facts.Bool:
		to = strconv.AppendBool(to, n.Bool)
	case facts.Array:
		to = append(to, '[')
		for _, element := range n.Elements {
			to = appendNode(to, element)
		}
		to = append(to, ']')
	case facts.Object:
		to = append(to, '{')
		for _, member := range n.Members {
			text(member.Key)
			to = appendNode(to, member.Value)
		}
		to = append(to, '}')
	}
	return to
}
