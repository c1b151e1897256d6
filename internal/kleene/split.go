package kleene

import (
	"cmp"
	"slices"
)

// maxCases bounds how many cases are told apart. A count and not a time, so that
// slow machines answer alike.
const maxCases = 2000

// Settle answers whether one of some residuals holds, by telling cases apart where
// three values alone are too cautious: a or not a holds whatever a is. Where it
// does, each entry of the second result says whether that residual holds for
// certain in one of the cases at least.
func (s *State) Settle(residuals []*Cond) (Answer, []bool) {
	if !s.repeats(residuals) {
		return Open, nil
	}
	sp := &s.split
	sp.begin(s, residuals)
	if len(sp.facts) == 0 {
		return Open, nil
	}
	answer, decided := Open, false
	s.Try(func() { answer, decided = sp.cases(0) })
	if !decided {
		return Open, nil
	}
	return answer, sp.holds
}

// split tells the cases of some residuals apart. Its memory is used again for the
// next.
type split struct {
	state *State
	tops  []*part
	atoms []*part // each once
	all   []*choice
	facts []*choice // those that are tried out
	holds []bool
	tried int

	parts   slab[part]
	choices slab[choice]
}

// slab hands out values whose memory is used again after a reset.
type slab[T any] struct {
	blocks [][]T
	used   int
}

const slabBlock = 64

func (s *slab[T]) get() *T {
	block, i := s.used/slabBlock, s.used%slabBlock
	if block == len(s.blocks) {
		s.blocks = append(s.blocks, make([]T, slabBlock))
	}
	s.used++
	return &s.blocks[block][i]
}

// part is a residual as it is walked: conditions that join others, and atoms.
type part struct {
	cond  *Cond
	of    []*part
	count int // of an atom, in how many places it stands
	// chosen is what a case says of an atom; Open leaves it to the facts.
	chosen Answer
}

// choice is a fact, or an atom, and what it may be.
type choice struct {
	term  *Term
	slot  int32
	keys  []Value
	shape *Shape
	count int
	// simple are the atoms that depend on nothing but the fact.
	simple []*part
	atom   *part // instead of a fact
	cells  []cell
	rank   int
}

// cell is a set of values of a fact between which its atoms do not tell.
type cell struct {
	value Value
	// truths are the answers of the simple atoms; nil where the value says them.
	truths []Answer
}

func (sp *split) begin(s *State, residuals []*Cond) {
	sp.state, sp.tried = s, 0
	sp.parts.used, sp.choices.used = 0, 0
	sp.tops, sp.atoms, sp.all, sp.facts = sp.tops[:0], sp.atoms[:0], sp.all[:0], sp.facts[:0]
	sp.holds = make([]bool, len(residuals))
	for _, c := range residuals {
		sp.tops = append(sp.tops, sp.walk(c))
	}
	for _, f := range sp.all {
		sp.consider(f, sp.all)
	}
	sp.chooseAtoms()
	slices.SortStableFunc(sp.facts, func(a, b *choice) int { return cmp.Compare(a.rank, b.rank) })
}

func (sp *split) newPart(c *Cond) *part {
	p := sp.parts.get()
	*p = part{cond: c, of: p.of[:0]}
	return p
}

func (sp *split) newChoice() *choice {
	f := sp.choices.get()
	*f = choice{simple: f.simple[:0], cells: f.cells[:0]}
	return f
}

func (sp *split) walk(c *Cond) *part {
	if c.Op == And || c.Op == Or || c.Op == Not {
		p := sp.newPart(c)
		for _, each := range c.Of {
			p.of = append(p.of, sp.walk(each))
		}
		return p
	}
	atom := sp.atom(c)
	atom.count++
	sp.note(atom, c.Left, true)
	if c.Right != nil {
		sp.note(atom, c.Right, true)
	}
	if len(c.Of) > 0 {
		sp.noteWithin(atom, c.Of[0])
	}
	return atom
}

// atom returns the part of an atom, the same for equal ones.
func (sp *split) atom(c *Cond) *part {
	for _, p := range sp.atoms {
		if p.cond.equal(c) {
			return p
		}
	}
	p := sp.newPart(c)
	sp.atoms = append(sp.atoms, p)
	return p
}

// note notes the facts of a term; side is set for a whole side of an atom.
func (sp *split) note(atom *part, t *Term, side bool) {
	if slot, keys, ok := t.Path(); ok {
		f := sp.fact(t, slot, keys)
		f.count++
		if side && !slices.Contains(f.simple, atom) && atom.cond.simpleFor(t) {
			f.simple = append(f.simple, atom)
		}
		return
	}
	for _, each := range t.Of {
		sp.note(atom, each, false)
	}
	if t.Body != nil {
		sp.noteWithin(atom, t.Body)
	}
}

// noteWithin notes the facts of a condition inside an atom.
func (sp *split) noteWithin(atom *part, c *Cond) {
	for _, side := range [...]*Term{c.Left, c.Right} {
		if side != nil {
			sp.note(atom, side, false)
		}
	}
	for _, each := range c.Of {
		sp.noteWithin(atom, each)
	}
}

func (sp *split) fact(t *Term, slot int32, keys []Value) *choice {
	for _, f := range sp.all {
		if f.term.equal(t) {
			return f
		}
	}
	shape := shapeAt(sp.state.program.Slots[slot].Shape, keys)
	f := sp.newChoice()
	f.term, f.slot, f.keys, f.shape = t, slot, keys, shape
	sp.all = append(sp.all, f)
	return f
}

// simpleFor reports whether an atom depends on nothing but a fact that is one of
// its sides.
func (c *Cond) simpleFor(fact *Term) bool {
	switch c.Op {
	case Truth, Defined:
		return true
	case Equal, Differ, Below, AtMost, Above, AtLeast:
		return c.Left != c.Right && (c.Left == fact && c.Right.Op == Constant || c.Right == fact && c.Left.Op == Constant)
	case Member:
		return c.Left == fact && c.Right.Op == Constant
	}
	return false
}

// consider adds a fact to those that are tried out if it can settle something: it
// occurs more than once or beside one that a relation joins it with, or what is
// known leaves it fewer values.
func (sp *split) consider(f *choice, all []*choice) {
	narrowed := sp.cellsOf(f)
	if len(f.cells) == 0 {
		return
	}
	joined := len(f.keys) == 0 && slices.ContainsFunc(all, func(other *choice) bool {
		return len(other.keys) == 0 && slices.Contains(sp.state.program.related[f.slot], other.slot)
	})
	if f.count < 2 && !joined && !narrowed {
		return
	}
	switch {
	case narrowed:
		f.rank = 0
	case f.shape != nil && len(f.shape.Domain) > 0:
		f.rank = len(f.cells)
	default:
		f.rank = 100 + len(f.cells)
	}
	sp.facts = append(sp.facts, f)
}

// chooseAtoms adds the atoms that stand in several places although no fact that is
// tried out settles them: each may hold or not.
func (sp *split) chooseAtoms() {
	for _, p := range sp.atoms {
		covered := slices.ContainsFunc(sp.facts, func(f *choice) bool {
			return slices.Contains(f.simple, p) || f.values() && p.cond.Left.equal(f.term)
		})
		if p.count > 1 && !covered {
			f := sp.newChoice()
			f.atom, f.rank, f.cells = p, 1000, append(f.cells, cell{}, cell{})
			sp.facts = append(sp.facts, f)
		}
	}
}

// values reports whether the cells of a fact are single values, which settle any
// atom in which nothing else is unknown.
func (f *choice) values() bool {
	return !slices.ContainsFunc(f.cells, func(c cell) bool { return c.truths != nil })
}

// cases answers the residuals in all cases from a level on. It reports false if two
// cases disagree, or one is not settled.
func (sp *split) cases(level int) (Answer, bool) {
	if sp.tried++; sp.tried > maxCases {
		return Open, false
	}
	whole := No
	for _, top := range sp.tops {
		whole = whole.Or(sp.answer(top))
	}
	if whole != Open {
		if whole == Yes {
			for i, top := range sp.tops {
				sp.holds[i] = sp.holds[i] || sp.answer(top) == Yes
			}
		}
		return whole, true
	}
	if level == len(sp.facts) {
		return Open, false
	}
	f := sp.facts[level]
	agreed, found := Open, false
	for i := range f.cells {
		if f.atom == nil && len(f.keys) == 0 && sp.state.clashes(f.slot, f.cells[i].value) {
			continue
		}
		answer, ok := sp.inCase(f, i, level)
		if !ok || found && answer != agreed {
			return Open, false
		}
		agreed, found = answer, true
	}
	return agreed, found
}

// inCase answers with a fact in one of its cells.
func (sp *split) inCase(f *choice, i, level int) (Answer, bool) {
	if f.atom != nil {
		f.atom.chosen = Answer(1 - 2*i)
		defer func() { f.atom.chosen = Open }()
		return sp.cases(level + 1)
	}
	mark := len(sp.state.log)
	sp.state.Set(int(f.slot), put(sp.state.slots[f.slot], f.keys, f.cells[i].value))
	for n, answer := range f.cells[i].truths {
		f.simple[n].chosen = answer
	}
	defer func() {
		sp.state.undo(mark)
		sp.state.memo.forget()
		for n := range f.cells[i].truths {
			f.simple[n].chosen = Open
		}
	}()
	return sp.cases(level + 1)
}

func (sp *split) answer(p *part) Answer {
	switch p.cond.Op {
	case And:
		result := Yes
		for _, each := range p.of {
			if result = result.And(sp.answer(each)); result == No {
				return No
			}
		}
		return result
	case Or:
		result := No
		for _, each := range p.of {
			if result = result.Or(sp.answer(each)); result == Yes {
				return Yes
			}
		}
		return result
	case Not:
		return sp.answer(p.of[0]).Not()
	}
	if p.chosen != Open {
		return p.chosen
	}
	return sp.state.Answer(p.cond)
}

// put returns a value with another at the end of a path.
func put(in Value, keys []Value, v Value) Value {
	if len(keys) == 0 {
		return v
	}
	switch in.kind {
	case List:
		items := slices.Clone(in.more.items)
		if i, ok := keys[0].Int(); ok && i >= 0 && i < int64(len(items)) {
			items[i] = put(items[i], keys[1:], v)
		}
		return ListOf(items...)
	case Object:
		var entries []Entry
		found := false
		for i := range in.Len() {
			entry := Entry{in.Key(i), in.Item(i)}
			if Compare(entry.Key, keys[0]) == 0 {
				entry.Value, found = put(entry.Value, keys[1:], v), true
			}
			entries = append(entries, entry)
		}
		if !found {
			entries = append(entries, Entry{keys[0], put(in.at(keys[0]), keys[1:], v)})
		}
		return ObjectOf(in.shape(), entries...)
	}
	return in
}
