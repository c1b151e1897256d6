package kleene

import "strings"

// Answer answers a condition.
func (s *State) Answer(c *Cond) Answer {
	if c.id < 0 || c.varies() {
		return s.answer(c)
	}
	known := &s.memo.conds[c.id]
	if *known>>2 == s.memo.generation {
		return Answer(*known&3) - 1
	}
	a := s.answer(c)
	*known = s.memo.generation<<2 | uint32(a+1)
	return a
}

func (s *State) answer(c *Cond) Answer {
	if s.spent() {
		return Open
	}
	switch c.Op {
	case Always, Emit:
		return Yes
	case Never:
		return No
	case And:
		result := Yes
		for _, each := range c.Of {
			if result = result.And(s.Answer(each)); result == No {
				return No
			}
		}
		return result
	case Or:
		result := No
		for _, each := range c.Of {
			if result = result.Or(s.Answer(each)); result == Yes {
				return Yes
			}
		}
		return result
	case Not:
		return s.Answer(c.Of[0]).Not()
	case Truth:
		return s.value(c.Left).truth()
	case Defined:
		return s.value(c.Left).defined()
	case Some:
		return s.some(c)
	case Lookup:
		return s.lookup(c)
	}
	left := s.value(c.Left)
	if left.kind == Undefined {
		return No
	}
	return compare(c.Op, left, s.value(c.Right))
}

// truth answers whether a value is there and not false.
func (v Value) truth() Answer {
	switch {
	case v.kind == Undefined, v.kind == Bool && !v.flag:
		return No
	case v.kind == Unknown:
		return Open
	}
	return Yes
}

// defined answers whether a value is there.
func (v Value) defined() Answer {
	switch {
	case v.kind == Undefined:
		return No
	case v.doubtful():
		return Open
	}
	return Yes
}

// compare answers a condition on two values.
func compare(op Op, left, right Value) Answer {
	switch op {
	case Equal:
		return equal(left, right)
	case Differ:
		if left.kind == Undefined || right.kind == Undefined {
			return No
		}
		a := equal(left, right).Not()
		if a == Yes && (left.doubtful() || right.doubtful()) {
			return Open
		}
		return a
	case Below:
		return below(left, right, false)
	case AtMost:
		return below(left, right, true)
	case Above:
		return below(right, left, false)
	case AtLeast:
		return below(right, left, true)
	case Member:
		return member(left, right)
	}
	switch {
	case left.kind == Undefined || right.kind == Undefined:
		return No
	case left.kind == Unknown || right.kind == Unknown:
		return Open
	case left.kind != String || right.kind != String:
		return No
	}
	switch op {
	case BeginsWith:
		return answerOf(strings.HasPrefix(left.text, right.text))
	case EndsWith:
		return answerOf(strings.HasSuffix(left.text, right.text))
	case Contains:
		return answerOf(strings.Contains(left.text, right.text))
	}
	panic("kleene: no such comparison")
}

// some answers whether a body holds for an element of a list.
func (s *State) some(c *Cond) Answer {
	list := s.value(c.Left)
	outer := s.loops[c.Loop]
	defer func() { s.loops[c.Loop] = outer }()
	result := No
	switch list.kind {
	case Unknown:
		return s.someOfAny(c, list)
	case List, Set, Object:
	default:
		return No
	}
	for i := range list.Len() {
		s.loops[c.Loop] = frame{position: list.Key(i), element: list.Item(i)}
		if result = result.Or(s.Answer(c.Of[0])); result == Yes {
			return Yes
		}
	}
	if list.further() != 0 {
		return result.Or(s.someOfAny(c, list))
	}
	return result
}

// someOfAny is what can be said of a list that is unknown: it may be empty, so
// that it is never a yes.
func (s *State) someOfAny(c *Cond, list Value) Answer {
	s.loops[c.Loop] = anyElement(list)
	return s.Answer(c.Of[0]).And(Open)
}

func anyElement(list Value) frame {
	element := Missing
	if shape := list.shape(); list.kind == Unknown && shape != nil {
		switch {
		case shape.Items != nil:
			element = shape.Items.Unknown()
		case shape.Open != nil:
			element = shape.Open.Unknown()
		}
	}
	return frame{position: Missing, element: element, any: true}
}

// lookup answers whether a body holds for what stands at a key. Where the key is
// unknown, any of those that the table has may be it.
func (s *State) lookup(c *Cond) Answer {
	table, key := s.value(c.Left), s.value(c.Right)
	if table.kind == Undefined || key.kind == Undefined {
		return No
	}
	outer := s.loops[c.Loop]
	defer func() { s.loops[c.Loop] = outer }()
	if key.Known() || table.kind == Unknown {
		found := table.at(key)
		if found.kind == Undefined {
			return No
		}
		s.loops[c.Loop] = frame{position: key, element: found}
		return found.defined().And(s.Answer(c.Of[0]))
	}
	result := No
	for i := range table.Len() {
		s.loops[c.Loop] = frame{position: table.Key(i), element: table.Item(i)}
		if fits := equal(key, table.Key(i)); fits != No {
			result = result.Or(fits.And(s.Answer(c.Of[0])))
		}
	}
	if table.further() != 0 {
		result = result.Or(Open)
	}
	return result
}

// Value returns what a term stands for.
func (s *State) Value(t *Term) Value { return s.value(t) }

func (s *State) value(t *Term) Value {
	switch t.Op {
	case Constant:
		return t.Value
	case SlotOf:
		return s.slot(t.Slot)
	case Element:
		return s.loops[t.Loop].element
	case Position:
		return s.loops[t.Loop].position
	}
	if t.id < 0 || t.varies() {
		return s.reckon(t)
	}
	if s.memo.terms[t.id] == s.memo.generation {
		return s.memo.values[t.id]
	}
	v := s.reckon(t)
	s.memo.terms[t.id], s.memo.values[t.id] = s.memo.generation, v
	return v
}

func (s *State) reckon(t *Term) Value {
	switch t.Op {
	case Index:
		return s.value(t.Of[0]).at(s.value(t.Of[1]))
	case CollectList, CollectSet:
		return s.collect(t)
	}
	var few [4]Value
	values := few[:0]
	for _, each := range t.Of {
		values = append(values, s.value(each))
	}
	if t.Op != Call {
		return compound(t.Op, append([]Value(nil), values...))
	}
	v, err := t.Function.apply(append([]Value(nil), values...))
	if err != nil {
		if s.err == nil {
			s.err = err
		}
		return Missing
	}
	return v
}
