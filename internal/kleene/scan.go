package kleene

// scan looks for facts that occur more than once in a residual. Only they can hide
// an answer: where each occurs once, conditions do not depend on each other, and
// the three-valued answer is exact. Facts that a relation joins are looked for too.
type scan struct {
	stamp   uint32
	seen    []uint32 // by slot, the stamp of the scan that met it
	visited int
}

// maxVisited bounds the parts of a residual that are looked at. A condition that
// is larger than that is left open.
const maxVisited = 20_000

// repeats reports whether trying out values could settle some conditions.
func (s *State) repeats(conds []*Cond) bool {
	if s.scan.seen == nil {
		s.scan.seen = make([]uint32, len(s.program.Slots))
	}
	s.scan.stamp++
	s.scan.visited = 0
	for _, c := range conds {
		if s.condRepeats(c) {
			return s.scan.visited < maxVisited
		}
	}
	return false
}

func (s *State) condRepeats(c *Cond) bool {
	if s.scan.visited++; s.scan.visited >= maxVisited {
		return true
	}
	for _, each := range c.Of {
		if s.condRepeats(each) {
			return true
		}
	}
	return c.Left != nil && s.termRepeats(c.Left) || c.Right != nil && s.termRepeats(c.Right)
}

func (s *State) termRepeats(t *Term) bool {
	if t.Op == SlotOf {
		again := s.scan.seen[t.Slot] == s.scan.stamp
		s.scan.seen[t.Slot] = s.scan.stamp
		return again || s.related(t.Slot) || s.narrows(t.Slot)
	}
	for _, each := range t.Of {
		if s.termRepeats(each) {
			return true
		}
	}
	return t.Body != nil && s.condRepeats(t.Body)
}

// related reports whether a fact that was met already is joined with another by a
// relation.
func (s *State) related(slot int32) bool {
	for _, other := range s.program.related[slot] {
		if s.scan.seen[other] == s.scan.stamp {
			return true
		}
	}
	return false
}

// narrows reports whether what is known leaves a fact fewer values than its schema.
func (s *State) narrows(slot int32) bool {
	shape, by := s.program.Slots[slot].Shape, &s.program.relatedBy
	if shape == nil || len(by.pairs[slot])+len(by.signs[slot])+len(by.needs[slot]) == 0 {
		return false
	}
	for _, v := range shape.Domain {
		if s.clashes(slot, v) {
			return true
		}
	}
	if nothing, ok := nothingOf(shape); ok && len(shape.Domain) == 0 {
		return s.clashes(slot, nothing.something)
	}
	return false
}
