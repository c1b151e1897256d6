package kleene

// Residual returns what is left open of a condition whose answer is open: what is
// settled is left out, known facts are constants, and known lists are written out.
// Where nothing of a part is known it is the program's own, so that whatever is
// derived from it can be kept.
func (s *State) Residual(c *Cond) *Cond {
	if c.id < 0 || c.varies() {
		return s.residual(c)
	}
	if s.memo.residualsAt[c.id] != s.memo.generation {
		s.memo.residuals[c.id], s.memo.residualsAt[c.id] = s.residual(c), s.memo.generation
	}
	return s.memo.residuals[c.id]
}

func (s *State) residual(c *Cond) *Cond {
	if s.spent() {
		return c
	}
	switch s.Answer(c) {
	case Yes:
		return settledYes
	case No:
		return settledNo
	}
	switch c.Op {
	case And:
		return s.residualJoin(c, Yes)
	case Or:
		return s.residualJoin(c, No)
	case Not:
		return rebuilt(c, nil, nil, []*Cond{s.Residual(c.Of[0])})
	case Some:
		return s.residualEach(c, s.residualOfBody, s.Residual)
	case Lookup:
		return s.residualLookup(c)
	}
	var right *Term
	if c.Right != nil {
		right = s.residualTerm(c.Right)
	}
	return rebuilt(c, s.residualTerm(c.Left), right, nil)
}

var settledYes, settledNo = sealed(Cond{Op: Always}), sealed(Cond{Op: Never})

func sealed(c Cond) *Cond {
	c.seal(-1)
	return &c
}

// rebuilt returns the condition with other parts; itself if they are its own.
func rebuilt(c *Cond, left, right *Term, of []*Cond) *Cond {
	same := left == c.Left && right == c.Right && len(of) == len(c.Of)
	for i := 0; same && i < len(of); i++ {
		same = of[i] == c.Of[i]
	}
	if same {
		return c
	}
	return sealed(Cond{Op: c.Op, Loop: c.Loop, Left: left, Right: right, Of: of})
}

// residualJoin leaves out the parts with an answer that changes nothing.
func (s *State) residualJoin(c *Cond, settled Answer) *Cond {
	// Most often everything is open as it stands.
	for i, each := range c.Of {
		if s.Answer(each) == settled {
			return s.residualParts(c, settled, i)
		}
		if left := s.residualOf(each); left != each {
			return s.residualParts(c, settled, i)
		}
	}
	return c
}

func (s *State) residualOf(c *Cond) *Cond {
	if c.Op == Emit {
		return rebuilt(c, s.residualTerm(c.Left), nil, nil)
	}
	return s.Residual(c)
}

func (s *State) residualParts(c *Cond, settled Answer, from int) *Cond {
	of := append(make([]*Cond, 0, len(c.Of)), c.Of[:from]...)
	for _, each := range c.Of[from:] {
		if each.Op == Emit || s.Answer(each) != settled {
			of = append(of, s.residualOf(each))
		}
	}
	if len(of) == 1 {
		return of[0]
	}
	return rebuilt(c, nil, nil, of)
}

// residualEach returns what is left of a condition on the elements of a list: what
// any leaves of the body where the list is open, or what known leaves of it for each
// element that is known.
func (s *State) residualEach(c *Cond, any, known func(*Cond) *Cond) *Cond {
	list := s.value(c.Left)
	left := s.residualTerm(c.Left)
	outer := s.loops[c.Loop]
	defer func() { s.loops[c.Loop] = outer }()
	if list.kind == Unknown || list.further() != 0 {
		s.loops[c.Loop] = anyElement(list)
		return rebuilt(c, left, nil, []*Cond{any(c.Of[0])})
	}
	var of []*Cond
	for i := range list.Len() {
		s.loops[c.Loop] = frame{position: list.Key(i), element: list.Item(i), at: indexOf(left, list.Key(i))}
		if body := known(c.Of[0]); body.Op != Never {
			of = append(of, body)
		}
	}
	return AnyOf(of)
}

// residualOfBody returns what is left of the body of a loop that stays; it may be
// certain for any element.
func (s *State) residualOfBody(body *Cond) *Cond {
	if body.Op == Always {
		return body
	}
	return s.Residual(body)
}

func (s *State) residualLookup(c *Cond) *Cond {
	table, key := s.value(c.Left), s.value(c.Right)
	left, right := s.residualTerm(c.Left), s.residualTerm(c.Right)
	outer := s.loops[c.Loop]
	defer func() { s.loops[c.Loop] = outer }()
	switch {
	case key.Known():
		at := indexOf(left, key)
		found := table.at(key)
		s.loops[c.Loop] = frame{position: key, element: found, at: at}
		body := s.residualOfBody(c.Of[0])
		if found.defined() == Yes {
			return body
		}
		there := sealed(Cond{Op: Defined, Left: at})
		if body.Op == Always {
			return there
		}
		return sealed(Cond{Op: And, Of: []*Cond{there, body}})
	case table.kind == Unknown || table.further() != 0:
		s.loops[c.Loop] = frame{position: Missing, element: table.at(key), any: true}
		return rebuilt(c, left, right, []*Cond{s.residualOfBody(c.Of[0])})
	}
	var of []*Cond
	for i := range table.Len() {
		s.loops[c.Loop] = frame{position: table.Key(i), element: table.Item(i), at: indexOf(left, table.Key(i))}
		fits := equal(key, table.Key(i))
		if fits == No || s.Answer(c.Of[0]) == No {
			continue
		}
		here := sealed(Cond{Op: Equal, Left: right, Right: constant(table.Key(i))})
		if body := s.residualOfBody(c.Of[0]); body.Op != Always {
			here = sealed(Cond{Op: And, Of: []*Cond{here, body}})
		}
		of = append(of, here)
	}
	return AnyOf(of)
}

// AnyOf returns the residual that one of some residuals holds.
func AnyOf(of []*Cond) *Cond {
	switch len(of) {
	case 0:
		return settledNo
	case 1:
		return of[0]
	}
	return sealed(Cond{Op: Or, Of: of})
}

func constant(v Value) *Term {
	t := &Term{Op: Constant, Value: v}
	t.seal(-1)
	return t
}

func indexOf(list *Term, key Value) *Term {
	t := &Term{Op: Index, Of: []*Term{list, constant(key)}}
	t.seal(-1)
	return t
}

// residualTerm returns the term with what is known as constants.
func (s *State) residualTerm(t *Term) *Term {
	if t.Op == Constant {
		return t
	}
	v := s.value(t)
	switch {
	case v.Known() && t.Op == SlotOf && s.program.Slots[t.Slot].Kind != Argument:
		if s.constantsAt[t.Slot] != s.generation {
			s.constants[t.Slot], s.constantsAt[t.Slot] = constant(v), s.generation
		}
		return s.constants[t.Slot]
	case v.Known():
		return constant(v)
	}
	switch t.Op {
	case Element, Position:
		if at := s.loops[t.Loop].at; at != nil && t.Op == Element {
			return at
		}
		return t
	case SlotOf:
		return t
	case CollectList, CollectSet:
		body := s.residualEmitting(t.Body)
		if body == t.Body {
			return t
		}
		return rebuiltTerm(t, nil, body)
	}
	for i, each := range t.Of {
		if s.residualTerm(each) != each {
			of := append(make([]*Term, 0, len(t.Of)), t.Of[:i]...)
			for _, each := range t.Of[i:] {
				of = append(of, s.residualTerm(each))
			}
			return rebuiltTerm(t, of, nil)
		}
	}
	return t
}

func rebuiltTerm(t *Term, of []*Term, body *Cond) *Term {
	u := &Term{Op: t.Op, Slot: t.Slot, Loop: t.Loop, Function: t.Function, Of: of, Body: body}
	u.seal(-1)
	return u
}

// residualEmitting returns what is left of a condition that emits. Nothing of it
// is settled as a whole: even what is certain is among what is collected.
func (s *State) residualEmitting(c *Cond) *Cond {
	if s.spent() {
		return c
	}
	if !emits(c) {
		return s.Residual(c)
	}
	switch c.Op {
	case Emit:
		return rebuilt(c, s.residualTerm(c.Left), nil, nil)
	case And, Or:
		of := make([]*Cond, 0, len(c.Of))
		for _, each := range c.Of {
			left := s.residualEmitting(each)
			switch {
			case c.Op == And && left.Op == Never:
				return settledNo
			case c.Op == And && left.Op == Always, c.Op == Or && left.Op == Never:
			default:
				of = append(of, left)
			}
		}
		if len(of) == 0 {
			return settledNo
		}
		return rebuilt(c, nil, nil, of)
	case Some:
		return s.residualEach(c, s.residualEmitting, s.residualEmitting)
	case Lookup:
		if key := s.value(c.Right); !key.Known() {
			return c
		}
		outer := s.loops[c.Loop]
		defer func() { s.loops[c.Loop] = outer }()
		key, table := s.value(c.Right), s.value(c.Left)
		at := indexOf(s.residualTerm(c.Left), key)
		s.loops[c.Loop] = frame{position: key, element: table.at(key), at: at}
		return sealed(Cond{Op: And, Of: []*Cond{sealed(Cond{Op: Defined, Left: at}), s.residualEmitting(c.Of[0])}})
	}
	return c
}
