package kleene

import (
	"strconv"
	"strings"
)

// TermOp says how a term is read.
type TermOp uint8

// The terms.
const (
	Constant    TermOp = iota + 1 // Value
	SlotOf                        // what is known of Slot
	Index                         // what the key Of[1] leads to in Of[0]
	Element                       // the element of Loop that is looked at
	Position                      // its key
	Call                          // Function of Of
	ListTerm                      // the list of Of
	SetTerm                       // the set of Of
	ObjectTerm                    // the object of Of: keys and values in turn
	CollectList                   // what Body emits, in that order
	CollectSet                    // what Body emits, each once
)

// Term stands for a value. Terms of a program are immutable, and equal ones are
// the same.
type Term struct {
	Op       TermOp
	Slot     int32
	Loop     int32
	Value    Value
	Function *Function
	Of       []*Term
	Body     *Cond

	node
}

// node is what terms and conditions have in common.
type node struct {
	id   int32  // in the program; -1 of a residual
	hash uint64 // of the structure
	// loops are those that have to be under way, a bit for each. Together with
	// asked, which is set where an argument takes part, it says that the value is
	// not the same throughout a document.
	loops uint64
	asked bool
}

// varies reports whether the value of the node depends on more than the document.
func (n *node) varies() bool { return n.loops != 0 || n.asked }

// Path returns the slot that a term leads into, and the keys of the way from
// there; false for a term that is no fact by itself.
func (t *Term) Path() (slot int32, keys []Value, ok bool) {
	switch t.Op {
	case SlotOf:
		return t.Slot, nil, true
	case Index:
		slot, keys, ok = t.Of[0].Path()
		if !ok || t.Of[1].Op != Constant {
			return 0, nil, false
		}
		return slot, append(keys, t.Of[1].Value), true
	}
	return 0, nil, false
}

// String writes the term for tests and messages of defects.
func (t *Term) String() string {
	switch t.Op {
	case Constant:
		return t.Value.String()
	case SlotOf:
		return "$" + strconv.Itoa(int(t.Slot))
	case Index:
		return t.Of[0].String() + "[" + t.Of[1].String() + "]"
	case Element:
		return "e" + strconv.Itoa(int(t.Loop))
	case Position:
		return "i" + strconv.Itoa(int(t.Loop))
	case Call:
		return t.Function.Name + "(" + joined(t.Of) + ")"
	case ListTerm:
		return "[" + joined(t.Of) + "]"
	case SetTerm, ObjectTerm:
		return "{" + joined(t.Of) + "}"
	case CollectList:
		return "[| " + t.Body.String() + "]"
	case CollectSet:
		return "{| " + t.Body.String() + "}"
	}
	return "?"
}

func joined(terms []*Term) string {
	words := make([]string, len(terms))
	for i, t := range terms {
		words[i] = t.String()
	}
	return strings.Join(words, ", ")
}
