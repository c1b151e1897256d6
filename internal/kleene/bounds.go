package kleene

// maxChain bounds how far the parts of parts are followed.
const maxChain = 6

// finish prepares what is looked up while answering.
func (p *Program) finish() {
	p.initial = make([]Value, len(p.Slots))
	for i := range p.Slots {
		p.initial[i] = p.Slots[i].initial()
	}
	p.counts = make([]*Count, len(p.Slots))
	for i := range p.Relations.Counts {
		c := &p.Relations.Counts[i]
		p.counts[c.Slot] = c
	}
	p.shares = make([][]share, len(p.Slots))
	for _, c := range p.Relations.Counts {
		for _, parts := range c.Sums {
			for i, part := range parts {
				others := append(append([]int32(nil), parts[:i]...), parts[i+1:]...)
				p.shares[part] = append(p.shares[part], share{c.Slot, others})
			}
		}
	}
	p.related = make([][]int32, len(p.Slots))
	by := &p.relatedBy
	by.pairs, by.signs, by.needs = make([][]int32, len(p.Slots)), make([][]int32, len(p.Slots)), make([][]int32, len(p.Slots))
	note := func(lists [][]int32, i int, slots ...int32) {
		for _, slot := range slots {
			lists[slot] = append(lists[slot], int32(i))
		}
	}
	join := func(a, b int32) {
		p.related[a], p.related[b] = append(p.related[a], b), append(p.related[b], a)
	}
	for i, pair := range p.Relations.Pairs {
		join(pair.A, pair.B)
		note(by.pairs, i, pair.A, pair.B)
	}
	for i, sign := range p.Relations.Signs {
		note(by.signs, i, sign.Flag, sign.Of)
	}
	for i, need := range p.Relations.Needs {
		join(need.Fact, need.In)
		note(by.needs, i, need.Fact, need.In, need.Unless)
	}
}

// share is what a part shares a whole with.
type share struct {
	whole  int32
	others []int32
}

func (p *Program) counted(slot int32) bool { return p.counts[slot] != nil || len(p.shares[slot]) > 0 }

// boundsOf narrows down an unknown count: it is no less than its parts, alone or
// together, and no more than its wholes, and what others leave of them.
func (s *State) boundsOf(slot int32, v Value) Value {
	low, high := v.between()
	parts, whole := s.low(slot, 0), s.high(slot, 0)
	if (parts.kind == Undefined || isBelow(parts, low, true)) && (whole.kind == Undefined || isBelow(high, whole, true)) {
		return v // they say no more than the schema
	}
	low, high = higher(low, parts), lower(high, whole)
	return Value{kind: Unknown, more: &more{shape: v.shape(), low: low, high: high}}
}

func (s *State) low(slot int32, depth int) Value {
	if v := s.slots[slot]; v.kind != Unknown || depth > maxChain {
		return numberOrNothing(v)
	}
	count := s.program.counts[slot]
	if count == nil {
		return Nothing
	}
	low := Nothing
	for _, part := range count.Parts {
		low = higher(low, s.low(part, depth+1))
	}
	for _, parts := range count.Sums {
		total := Nothing
		for _, part := range parts {
			switch least := s.low(part, depth+1); {
			case least.kind == Undefined: // counts are never negative
			case total.kind == Undefined:
				total = least
			default:
				total = add(total, least)
			}
		}
		low = higher(low, total)
	}
	return low
}

func (s *State) high(slot int32, depth int) Value {
	if v := s.slots[slot]; v.kind != Unknown || depth > maxChain {
		return numberOrNothing(v)
	}
	high := Nothing
	if count := s.program.counts[slot]; count != nil {
		for _, whole := range count.Wholes {
			high = lower(high, s.high(whole, depth+1))
		}
	}
	for _, share := range s.program.shares[slot] {
		rest := s.high(share.whole, depth+1)
		for _, other := range share.others {
			if least := s.low(other, depth+1); rest.kind == Number && least.kind == Number {
				rest = subtract(rest, least)
			}
		}
		high = lower(high, rest)
	}
	return high
}

func numberOrNothing(v Value) Value {
	if v.kind == Number {
		return v
	}
	return Nothing
}

// higher returns the higher of two bounds, of which each may be missing.
func higher(a, b Value) Value {
	if a.kind == Undefined || b.kind != Undefined && Compare(b, a) > 0 {
		return b
	}
	return a
}

// lower returns the lower of two bounds, of which each may be missing.
func lower(a, b Value) Value {
	if a.kind == Undefined || b.kind != Undefined && Compare(b, a) < 0 {
		return b
	}
	return a
}
