package kleene

// Traced is a condition of which nothing is left out, with the answer to each part.
type Traced struct {
	// Cond is the condition with data, arguments and elements of known lists put in,
	// and facts left as they are. Of a join only its operation matters: its parts are
	// traced themselves.
	Cond   *Cond
	Answer Answer
	// Of are the parts. Where a condition speaks of the elements of a list that is
	// known, they are the elements and the operation is Or; of one that is not known
	// the single part is about any element.
	Of []Traced
	// Any is set inside a condition on any element of an unknown list.
	Any bool
}

// Trace answers a condition and all its parts, also those that decide nothing.
func (s *State) Trace(c *Cond) Traced { return s.trace(c, false) }

func (s *State) trace(c *Cond, any bool) Traced {
	t := Traced{Cond: c, Answer: s.Answer(c), Any: any}
	switch c.Op {
	case Always, Never, Emit:
		return t
	case And, Or, Not:
		for _, each := range c.Of {
			t.Of = append(t.Of, s.trace(each, any))
		}
		return t
	case Some:
		return s.traceSome(t)
	case Lookup:
		return s.traceLookup(t)
	}
	var right *Term
	if c.Right != nil {
		right = s.whole(c.Right)
	}
	t.Cond = rebuilt(c, s.whole(c.Left), right, nil)
	return t
}

func (s *State) traceSome(t Traced) Traced {
	c := t.Cond
	list, left := s.value(c.Left), s.whole(c.Left)
	outer := s.loops[c.Loop]
	defer func() { s.loops[c.Loop] = outer }()
	_, _, isFact := left.Path()
	if list.kind == Unknown || list.further() != 0 || !isFact && !list.Known() || c.Of[0].Op == Always {
		s.loops[c.Loop] = anyElement(list)
		t.Cond = rebuilt(c, left, nil, c.Of)
		if c.Of[0].Op != Always {
			t.Of = []Traced{s.trace(c.Of[0], true)}
		}
		return t
	}
	t.Cond = settledNo
	if list.kind != List && list.kind != Set && list.kind != Object {
		return t
	}
	t.Cond = sealed(Cond{Op: Or})
	for i := range list.Len() {
		at := constant(list.Item(i))
		if isFact {
			at = indexOf(left, list.Key(i))
		}
		s.loops[c.Loop] = frame{position: list.Key(i), element: list.Item(i), at: at}
		t.Of = append(t.Of, s.trace(c.Of[0], t.Any))
	}
	switch {
	case len(t.Of) > 0:
	case isFact:
		t.Cond = rebuilt(c, left, nil, c.Of) // of nothing; what stands there is the list
	default:
		t.Cond = settledNo
	}
	return t
}

func (s *State) traceLookup(t Traced) Traced {
	c := t.Cond
	table, key := s.value(c.Left), s.value(c.Right)
	left, right := s.whole(c.Left), s.whole(c.Right)
	outer := s.loops[c.Loop]
	defer func() { s.loops[c.Loop] = outer }()
	s.loops[c.Loop] = frame{position: key, element: table.at(key), at: indexOf(left, key), any: !key.Known()}
	if !key.Known() || table.kind == Undefined {
		t.Cond = rebuilt(c, left, right, c.Of)
		t.Of = []Traced{s.trace(c.Of[0], true)}
		return t
	}
	there := sealed(Cond{Op: Defined, Left: indexOf(left, key)})
	t.Cond = sealed(Cond{Op: And})
	t.Of = []Traced{{Cond: there, Answer: table.at(key).defined(), Any: t.Any}}
	if c.Of[0].Op != Always {
		t.Of = append(t.Of, s.trace(c.Of[0], t.Any))
	}
	return t
}

// whole returns a term with all but facts put in.
func (s *State) whole(t *Term) *Term {
	switch t.Op {
	case Constant:
		return t
	case SlotOf:
		if v := s.slots[t.Slot]; s.program.Slots[t.Slot].Kind != Fact && v.Known() {
			return constant(v)
		}
		return t
	case Element:
		if at := s.loops[t.Loop].at; at != nil {
			return at
		}
		return t
	case Position:
		if v := s.loops[t.Loop].position; v.Known() {
			return constant(v)
		}
		return t
	case CollectList, CollectSet:
		return t
	}
	of := make([]*Term, len(t.Of))
	settled, same := true, true
	for i, each := range t.Of {
		of[i] = s.whole(each)
		settled = settled && of[i].Op == Constant
		same = same && of[i] == each
	}
	if settled {
		if v := s.value(t); v.Known() {
			return constant(v)
		}
	}
	if same {
		return t
	}
	return rebuiltTerm(t, of, nil)
}

// Supply gives a slot a value, or what keys lead to in it.
func (s *State) Supply(slot int, v Value, keys ...Value) { s.Set(slot, put(s.slots[slot], keys, v)) }

// At returns what a slot holds, or what keys lead to in it.
func (s *State) At(slot int, keys ...Value) Value {
	v := s.slots[slot]
	for _, key := range keys {
		v = v.at(key)
	}
	return v
}

// ShapeAt returns what is known of the values that keys lead to below a slot; nil if
// nothing.
func (s *State) ShapeAt(slot int, keys ...Value) *Shape {
	return shapeAt(s.program.Slots[slot].Shape, keys)
}
