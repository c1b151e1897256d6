package kleene

// Emitted is a value that a condition emits, and whether it does.
type Emitted struct {
	Value  Value
	Answer Answer
}

// collector gathers what a condition emits.
type collector struct {
	found []Emitted
	// any is set where it may emit any number of values that nobody can name.
	any bool
}

// Emissions returns what a condition emits, and whether there may be more that
// cannot be named. What it certainly does not emit is left out.
func (s *State) Emissions(c *Cond) (found []Emitted, more bool) {
	var into collector
	s.emit(c, Yes, &into)
	return into.found, into.any
}

// emit visits a condition under which something is emitted if all before it holds.
// It returns the answer to the condition itself, for those that come after it.
func (s *State) emit(c *Cond, before Answer, into *collector) Answer {
	switch {
	case s.spent():
		into.any = true
		return Open
	case c.Op == Emit:
		v := s.value(c.Left)
		if a := before.And(v.defined()); a != No {
			into.found = append(into.found, Emitted{v, a})
		}
		return Yes
	case !emits(c):
		return s.Answer(c)
	}
	switch c.Op {
	case And:
		for _, each := range c.Of {
			if before = before.And(s.emit(each, before, into)); before == No {
				return No
			}
		}
	case Or:
		for _, each := range c.Of {
			s.emit(each, before, into)
		}
	case Some:
		s.emitEach(c, before, into)
	case Lookup:
		s.emitAt(c, before, into)
	}
	return Yes
}

func (s *State) emitEach(c *Cond, before Answer, into *collector) {
	list := s.value(c.Left)
	outer := s.loops[c.Loop]
	defer func() { s.loops[c.Loop] = outer }()
	switch list.kind {
	case List, Set, Object:
		for i := range list.Len() {
			s.loops[c.Loop] = frame{position: list.Key(i), element: list.Item(i)}
			s.emit(c.Of[0], before, into)
		}
		if list.further() == 0 {
			return
		}
	case Unknown:
	default:
		return
	}
	var some collector
	s.loops[c.Loop] = anyElement(list)
	s.emit(c.Of[0], before, &some)
	into.any = into.any || some.any || len(some.found) > 0
}

func (s *State) emitAt(c *Cond, before Answer, into *collector) {
	table, key := s.value(c.Left), s.value(c.Right)
	outer := s.loops[c.Loop]
	defer func() { s.loops[c.Loop] = outer }()
	if key.Known() || table.kind == Unknown {
		found := table.at(key)
		s.loops[c.Loop] = frame{position: key, element: found}
		if a := before.And(found.defined()); a != No && key.kind != Undefined {
			s.emit(c.Of[0], a, into)
		}
		return
	}
	for i := range table.Len() {
		s.loops[c.Loop] = frame{position: table.Key(i), element: table.Item(i)}
		if a := before.And(equal(key, table.Key(i))); a != No {
			s.emit(c.Of[0], a, into)
		}
	}
	into.any = into.any || table.further() != 0
}

// collect makes a list or a set of what the body of a term emits.
func (s *State) collect(t *Term) Value {
	var into collector
	s.emit(t.Body, Yes, &into)
	var items []Value
	doubtful := 0
	for _, each := range into.found {
		if each.Answer == Yes {
			items = append(items, each.Value)
			continue
		}
		doubtful++
	}
	v := ListOf(items...)
	if t.Op == CollectSet {
		v = SetOf(items...)
	}
	if doubtful > 0 || into.any {
		v.more.partial = true
		v.more.further += doubtful
	}
	if into.any {
		v.more.further = -1
	}
	return v
}
