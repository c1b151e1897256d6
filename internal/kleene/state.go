package kleene

import "fmt"

// State is what is known about one document and what has been answered about it.
// It is not safe for concurrent use; take one for each document.
type State struct {
	program *Program
	slots   []Value
	loops   [MaxLoops]frame
	memo    *memo
	// base holds the answers about the document as it is, probe those of a trial.
	base, probe memo
	// bounds are those of counts that take part in others, as of a generation.
	bounds   []Value
	boundsAt []uint64
	// constants are known slots as terms of residuals, as of a generation.
	constants   []*Term
	constantsAt []uint64
	generation  uint64
	err         error
	// steps are the conditions answered since the last question began.
	steps int
	// log holds what slots held before they were set in a trial.
	log    []kept
	trials int

	scan  scan
	split split
}

type kept struct {
	slot  int32
	value Value
}

// frame is where a loop stands.
type frame struct {
	position, element Value
	// at stands for the element in a residual; nil where it is any.
	at *Term
	// any is set where the list is unknown, so that the loop stays in a residual.
	any bool
}

// memo holds answers by condition and values by term, each with the generation in
// which it was found.
type memo struct {
	generation uint32
	conds      []uint32 // generation<<2 | answer+1
	terms      []uint32
	values     []Value
	// residuals are those of conditions, each with its generation.
	residuals   []*Cond
	residualsAt []uint32
}

func (m *memo) fit(p *Program) {
	m.conds, m.terms, m.values = make([]uint32, len(p.Conds)), make([]uint32, len(p.Terms)), make([]Value, len(p.Terms))
	m.residuals, m.residualsAt = make([]*Cond, len(p.Conds)), make([]uint32, len(p.Conds))
}

// forget makes all that was found out of date.
func (m *memo) forget() {
	m.generation++
	if m.generation >= 1<<30 {
		m.generation = 1
		clear(m.conds)
		clear(m.terms)
		clear(m.residualsAt)
	}
}

// NewState returns a state in which no fact is known and no datum is set. Give it
// back with [State.Release].
func (p *Program) NewState() *State {
	s, _ := p.pool.Get().(*State)
	if s == nil {
		s = &State{program: p, slots: make([]Value, len(p.Slots)), bounds: make([]Value, len(p.Slots)), boundsAt: make([]uint64, len(p.Slots))}
		s.constants, s.constantsAt = make([]*Term, len(p.Slots)), make([]uint64, len(p.Slots))
		s.base.fit(p)
		s.probe.fit(p)
	}
	s.memo, s.err, s.steps, s.trials, s.log = &s.base, nil, 0, 0, s.log[:0]
	copy(s.slots, p.initial)
	s.changed()
	return s
}

// initial is what a slot holds before it is set.
func (s *Slot) initial() Value {
	if s.Kind == Fact {
		return s.Shape.Unknown()
	}
	return Nothing
}

// Release gives the state back for another document. It must not be used after
// that, but residuals stay as they are.
func (s *State) Release() { s.program.pool.Put(s) }

// Program returns the program of the state.
func (s *State) Program() *Program { return s.program }

// Err returns the first error of a function that was called; then no answer about
// the document means anything.
func (s *State) Err() error { return s.err }

// MaxSteps is how many conditions are answered for one question. It is a count and
// no time, so that a slow machine gives up where a fast one does.
const MaxSteps = 10_000_000

// ErrSteps is the error of a question that takes more than [MaxSteps].
var ErrSteps = fmt.Errorf("takes more than %d steps on these facts", MaxSteps)

// Begin says that another question is asked, which has all steps before it.
func (s *State) Begin() { s.steps = 0 }

// spent counts a step and reports whether there are none left.
func (s *State) spent() bool {
	if s.steps++; s.steps <= MaxSteps {
		return false
	}
	if s.err == nil {
		s.err = ErrSteps
	}
	return true
}

// Slot returns what a slot holds.
func (s *State) Slot(slot int) Value { return s.slots[slot] }

// Set fills a slot.
func (s *State) Set(slot int, v Value) {
	if s.trials > 0 {
		s.log = append(s.log, kept{int32(slot), s.slots[slot]})
	}
	s.slots[slot] = v
	s.changed()
}

// Ask sets an argument. What has been answered stays answered, since it did not
// depend on it.
func (s *State) Ask(slot int, v Value) { s.slots[slot] = v }

// changed forgets what followed from the slots.
func (s *State) changed() {
	s.memo.forget()
	s.generation++
}

// Try calls a function that may set slots as a trial: afterwards all is as it was,
// with what had been answered before. Trials inside one another share their memory.
func (s *State) Try(trial func()) {
	outer, mark := s.memo, len(s.log)
	s.memo = &s.probe
	s.trials++
	s.changed()
	trial()
	s.trials--
	s.undo(mark)
	if s.memo = outer; outer == &s.probe {
		outer.forget()
	}
}

// undo takes back what was set since the log was as long as mark.
func (s *State) undo(mark int) {
	for i := len(s.log) - 1; i >= mark; i-- {
		s.slots[s.log[i].slot] = s.log[i].value
	}
	s.log = s.log[:mark]
	s.generation++
}

// Withhold makes a slot unknown, or what keys lead to in it, as if nobody had given
// it.
func (s *State) Withhold(slot int, keys ...Value) {
	unknown := Missing
	if s.program.Slots[slot].Kind == Fact {
		unknown = shapeAt(s.program.Slots[slot].Shape, keys).Unknown()
	}
	s.Set(slot, put(s.slots[slot], keys, unknown))
}

// shapeAt returns the shape of what keys lead to.
func shapeAt(shape *Shape, keys []Value) *Shape {
	for _, key := range keys {
		switch {
		case shape == nil:
			return nil
		case key.kind == Number:
			shape = shape.Items
		default:
			shape = shape.Member(key.text)
		}
	}
	return shape
}

// slot returns what a slot holds, and of an unknown count between which numbers
// its parts and wholes leave it.
func (s *State) slot(slot int32) Value {
	v := s.slots[slot]
	if v.kind != Unknown || !s.program.counted(slot) {
		return v
	}
	if s.boundsAt[slot] != s.generation {
		s.boundsAt[slot], s.bounds[slot] = s.generation, s.boundsOf(slot, v)
	}
	return s.bounds[slot]
}
