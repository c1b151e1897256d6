package kleene

import "sync"

// Program is a set of conditions over slots. It is immutable and safe for
// concurrent use.
type Program struct {
	Slots []Slot
	// Terms and Conds are in an order in which each comes after those that it is
	// made of.
	Terms []*Term
	Conds []*Cond
	// Relations are what is known about the slots together.
	Relations Relations

	initial   []Value // of each slot
	byPath    map[string]int32
	related   [][]int32 // by slot, those that a pair or a need joins it with
	counts    []*Count  // by slot
	shares    [][]share
	relatedBy relatedBy
	pool      sync.Pool
}

// SlotKind says who fills a slot.
type SlotKind uint8

// The kinds of slots.
const (
	// Fact is unknown until a document gives it.
	Fact SlotKind = iota + 1
	// Datum is a parameter, a figure or a reading: undefined until it is set, and
	// the same for many documents.
	Datum
	// Argument is set anew for each question.
	Argument
)

// Slot is a place for a value.
type Slot struct {
	Kind SlotKind
	// Path is where the value stands: below input for a Fact, below data for a
	// Datum. An Argument has one name.
	Path []string
	// Shape is what the schema says about the value; nil if nothing.
	Shape *Shape
}

// SlotAt returns the slot of a path, below input or below data.
func (p *Program) SlotAt(kind SlotKind, path ...string) (int, bool) {
	slot, ok := p.byPath[slotKey(kind, path)]
	return int(slot), ok
}

func slotKey(kind SlotKind, path []string) string {
	key := string(rune('0' + kind))
	for _, step := range path {
		key += "\x00" + step
	}
	return key
}
