package kleene

import (
	"errors"
	"maps"
	"slices"
)

// MaxLoops is how many loops can be inside one another.
const MaxLoops = 60

// ErrTooLarge says that a program has more conditions than any set of rules
// should need. One rule with many alternatives of many alternatives does it.
var ErrTooLarge = errors.New("too many alternatives")

// maxConds bounds the conditions of a program.
const maxConds = 500_000

// Builder makes a program. Terms and conditions that are equal become the same.
type Builder struct {
	program *Program
	terms   map[uint64][]*Term
	conds   map[uint64][]*Cond
	always  *Cond
	never   *Cond
}

// NewBuilder returns a builder of an empty program.
func NewBuilder() *Builder {
	b := &Builder{
		program: &Program{byPath: map[string]int32{}},
		terms:   map[uint64][]*Term{},
		conds:   map[uint64][]*Cond{},
	}
	b.always, b.never = b.cond(&Cond{Op: Always}), b.cond(&Cond{Op: Never})
	return b
}

// Extend returns a builder of a program that begins with another one, whose slots, terms
// and conditions stay what they are: its questions can be asked of both. Nothing is taken
// over of what is known about its slots together, since there may be more of them.
func Extend(p *Program) *Builder {
	b := &Builder{
		program: &Program{Slots: slices.Clone(p.Slots), Terms: slices.Clone(p.Terms), Conds: slices.Clone(p.Conds), byPath: maps.Clone(p.byPath)},
		terms:   make(map[uint64][]*Term, len(p.Terms)),
		conds:   make(map[uint64][]*Cond, len(p.Conds)),
	}
	for _, t := range p.Terms {
		b.terms[t.hash] = append(b.terms[t.hash], t)
	}
	for _, c := range p.Conds {
		b.conds[c.hash] = append(b.conds[c.hash], c)
	}
	b.always, b.never = b.cond(&Cond{Op: Always}), b.cond(&Cond{Op: Never})
	return b
}

// Program returns what has been built. The builder is not used after that.
func (b *Builder) Program() *Program {
	b.program.finish()
	return b.program
}

// Err returns [ErrTooLarge] once the program is.
func (b *Builder) Err() error {
	if len(b.program.Conds) > maxConds {
		return ErrTooLarge
	}
	return nil
}

// Slot returns the slot of a path, which it makes where there is none.
func (b *Builder) Slot(kind SlotKind, shape *Shape, path ...string) int {
	key := slotKey(kind, path)
	if slot, ok := b.program.byPath[key]; ok {
		return int(slot)
	}
	slot := len(b.program.Slots)
	b.program.Slots = append(b.program.Slots, Slot{Kind: kind, Path: slices.Clone(path), Shape: shape})
	b.program.byPath[key] = int32(slot)
	return slot
}

// Slots returns the slots so far.
func (b *Builder) Slots() []Slot { return b.program.Slots }

// SetRelations says what is known about the slots together.
func (b *Builder) SetRelations(r Relations) { b.program.Relations = r }

func (b *Builder) term(t *Term) *Term {
	t.seal(int32(len(b.program.Terms)))
	if t.Op == SlotOf {
		t.asked = b.program.Slots[t.Slot].Kind == Argument
	}
	for _, known := range b.terms[t.hash] {
		if known.equal(t) {
			return known
		}
	}
	b.terms[t.hash] = append(b.terms[t.hash], t)
	b.program.Terms = append(b.program.Terms, t)
	return t
}

func (b *Builder) cond(c *Cond) *Cond {
	c.seal(int32(len(b.program.Conds)))
	for _, known := range b.conds[c.hash] {
		if known.equal(c) {
			return known
		}
	}
	b.conds[c.hash] = append(b.conds[c.hash], c)
	b.program.Conds = append(b.program.Conds, c)
	return c
}

// Constant returns the term of a value.
func (b *Builder) Constant(v Value) *Term { return b.term(&Term{Op: Constant, Value: v}) }

// SlotTerm returns the term of a slot.
func (b *Builder) SlotTerm(slot int) *Term { return b.term(&Term{Op: SlotOf, Slot: int32(slot)}) }

// Index returns what a key leads to.
func (b *Builder) Index(of, key *Term) *Term {
	if of.Op == Constant && key.Op == Constant {
		return b.Constant(of.Value.at(key.Value))
	}
	return b.term(&Term{Op: Index, Of: []*Term{of, key}})
}

// Element returns the element that a loop looks at.
func (b *Builder) Element(loop int) *Term { return b.term(&Term{Op: Element, Loop: int32(loop)}) }

// Position returns its key.
func (b *Builder) Position(loop int) *Term { return b.term(&Term{Op: Position, Loop: int32(loop)}) }

// Call returns what a function gives. Constants are not counted here, since that
// can fail.
func (b *Builder) Call(f *Function, of ...*Term) *Term {
	return b.term(&Term{Op: Call, Function: f, Of: of})
}

// Compound returns the list, the set or the object of some terms.
func (b *Builder) Compound(op TermOp, of ...*Term) *Term {
	if !slices.ContainsFunc(of, func(t *Term) bool { return t.Op != Constant }) {
		values := make([]Value, len(of))
		for i, t := range of {
			values[i] = t.Value
		}
		return b.Constant(compound(op, values))
	}
	return b.term(&Term{Op: op, Of: of})
}

// compound makes the value of a list, a set or an object. Without one of its
// parts there is none.
func compound(op TermOp, of []Value) Value {
	for _, v := range of {
		if v.kind == Undefined {
			return Nothing
		}
	}
	switch op {
	case SetTerm:
		return SetOf(of...)
	case ObjectTerm:
		entries := make([]Entry, 0, len(of)/2)
		for i := 0; i < len(of); i += 2 {
			if of[i].partial() {
				return Missing
			}
			entries = append(entries, Entry{of[i], of[i+1]})
		}
		return ObjectOf(nil, entries...)
	}
	return ListOf(of...)
}

// Collect returns the list or the set of what a condition emits.
func (b *Builder) Collect(op TermOp, body *Cond) *Term { return b.term(&Term{Op: op, Body: body}) }

// Always returns the condition that always holds.
func (b *Builder) Always() *Cond { return b.always }

// Never returns the condition that never holds.
func (b *Builder) Never() *Cond { return b.never }

// And returns the condition that all of some hold.
func (b *Builder) And(of ...*Cond) *Cond { return b.join(And, b.always, b.never, of) }

// Or returns the condition that one of some holds.
func (b *Builder) Or(of ...*Cond) *Cond { return b.join(Or, b.never, b.always, of) }

// join leaves out what changes nothing (neutral) and what is there already, and
// ends at what decides. What emits decides nothing and may do so twice.
func (b *Builder) join(op Op, neutral, decisive *Cond, of []*Cond) *Cond {
	var kept []*Cond
	var keep func(of []*Cond) bool
	keep = func(of []*Cond) bool {
		for _, c := range of {
			switch {
			case c == neutral:
			case c == decisive:
				kept = append(kept, c)
				return true
			case c.Op == op:
				if keep(c.Of) {
					return true
				}
			case emits(c) || !slices.Contains(kept, c):
				kept = append(kept, c)
			}
		}
		return false
	}
	decided := keep(of)
	switch {
	case len(kept) == 0:
		return neutral
	case decided && (op == And || !slices.ContainsFunc(kept, emits)):
		return decisive
	case len(kept) == 1:
		return kept[0]
	}
	return b.cond(&Cond{Op: op, Of: kept})
}

func emits(c *Cond) bool { return c.Op == Emit || c.Op != Not && slices.ContainsFunc(c.Of, emits) }

// Not returns the condition that another does not hold.
func (b *Builder) Not(c *Cond) *Cond {
	switch {
	case c == b.always:
		return b.never
	case c == b.never:
		return b.always
	case c.Op == Not:
		return c.Of[0]
	}
	return b.cond(&Cond{Op: Not, Of: []*Cond{c}})
}

// Truth returns the condition that a term is there and not false.
func (b *Builder) Truth(t *Term) *Cond {
	if t.Op == Constant {
		return b.settled(t.Value.truth())
	}
	return b.cond(&Cond{Op: Truth, Left: t})
}

// Defined returns the condition that a term is there. A fact always is: what
// nobody gave is unknown.
func (b *Builder) Defined(t *Term) *Cond {
	switch {
	case t.Op == Constant:
		return b.settled(t.Value.defined())
	case t.Op == SlotOf && b.program.Slots[t.Slot].Kind == Fact, t.Op == Element, t.Op == Position,
		t.Op == CollectList, t.Op == CollectSet:
		return b.always
	}
	return b.cond(&Cond{Op: Defined, Left: t})
}

// Compare returns a condition on two terms.
func (b *Builder) Compare(op Op, left, right *Term) *Cond {
	if left.Op == Constant && right.Op == Constant {
		return b.settled(compare(op, left.Value, right.Value))
	}
	return b.cond(&Cond{Op: op, Left: left, Right: right})
}

func (b *Builder) settled(a Answer) *Cond {
	if a == Yes {
		return b.always
	}
	return b.never
}

// Some returns the condition that a body holds for an element of a list.
func (b *Builder) Some(loop int, list *Term, body *Cond) *Cond {
	if body == b.never {
		return b.never
	}
	return b.cond(&Cond{Op: Some, Loop: int32(loop), Left: list, Of: []*Cond{body}})
}

// Lookup returns the condition that a body holds for what stands at a key.
func (b *Builder) Lookup(loop int, table, key *Term, body *Cond) *Cond {
	if body == b.never {
		return b.never
	}
	return b.cond(&Cond{Op: Lookup, Loop: int32(loop), Left: table, Right: key, Of: []*Cond{body}})
}

// Emit returns the condition that always holds and emits a term.
func (b *Builder) Emit(t *Term) *Cond { return b.cond(&Cond{Op: Emit, Left: t}) }
