package kleene

import "slices"

// Depends returns the facts on which the answers to some questions can depend,
// sorted: those that they read, and those that relations join with these and that
// narrow down what an unknown one may be.
func (p *Program) Depends(roots ...Root) []int32 {
	d := depending{program: p, slots: make([]bool, len(p.Slots)), conds: make([]bool, len(p.Conds)), terms: make([]bool, len(p.Terms))}
	for _, root := range roots {
		d.cond(root.Cond)
		for _, f := range root.Findings {
			d.term(f.List)
			d.cond(f.Cond)
		}
	}
	d.joined()
	d.counted()
	var facts []int32
	for slot, reads := range d.slots {
		if reads && p.Slots[slot].Kind == Fact {
			facts = append(facts, int32(slot))
		}
	}
	return facts
}

type depending struct {
	program *Program
	// slots are those that are read, conds and terms those that were visited.
	slots, conds, terms []bool
}

func (d *depending) cond(c *Cond) {
	if c == nil || d.conds[c.id] {
		return
	}
	d.conds[c.id] = true
	d.term(c.Left)
	d.term(c.Right)
	for _, each := range c.Of {
		d.cond(each)
	}
}

func (d *depending) term(t *Term) {
	if t == nil || d.terms[t.id] {
		return
	}
	d.terms[t.id] = true
	if t.Op == SlotOf {
		d.slots[t.Slot] = true
	}
	for _, each := range t.Of {
		d.term(each)
	}
	d.cond(t.Body)
}

// joined adds what a pair, a sign or a need joins with what is read: [State.clashes]
// looks no further.
func (d *depending) joined() {
	read := slices.Clone(d.slots)
	add := func(slots ...int32) {
		if slices.ContainsFunc(slots, func(slot int32) bool { return read[slot] }) {
			for _, slot := range slots {
				d.slots[slot] = true
			}
		}
	}
	for _, pair := range d.program.Relations.Pairs {
		add(pair.A, pair.B)
	}
	for _, sign := range d.program.Relations.Signs {
		add(sign.Flag, sign.Of)
	}
	for _, need := range d.program.Relations.Needs {
		add(need.Fact, need.In, need.Unless)
	}
}

// counted adds the parts and wholes of counts, and theirs.
func (d *depending) counted() {
	for again := true; again; {
		again = false
		for _, count := range d.program.Relations.Counts {
			all := slices.Concat([]int32{count.Slot}, count.Wholes, count.Parts, slices.Concat(count.Sums...))
			reads := func(slot int32) bool { return d.slots[slot] }
			if !slices.ContainsFunc(all, reads) {
				continue
			}
			for _, slot := range all {
				again = again || !d.slots[slot]
				d.slots[slot] = true
			}
		}
	}
}
