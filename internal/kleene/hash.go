package kleene

import (
	"hash/maphash"
	"slices"
)

// Structure is compared by a hash first, so that equal terms and conditions are
// found without writing them down.

const prime = 0x9E3779B97F4A7C15

func mix(h, x uint64) uint64 {
	h = (h ^ x) * prime
	return h ^ h>>29
}

var seed = maphash.MakeSeed()

func (v Value) hash() uint64 {
	h := mix(1, uint64(v.kind))
	switch v.kind {
	case Bool, Unknown:
		if v.flag {
			h = mix(h, 1)
		}
	case Number:
		if v.more == nil {
			return mix(h, uint64(v.whole))
		}
		return mix(h, maphash.String(seed, v.more.exact.RatString()))
	case String:
		return mix(h, maphash.String(seed, v.text))
	case List, Set, Object:
		for i, item := range v.more.items {
			if v.kind == Object {
				h = mix(h, v.more.keys[i].hash())
			}
			h = mix(h, item.hash())
		}
	}
	return h
}

// same reports whether two values are the same in every way that an answer could
// depend on.
func (v Value) same(w Value) bool {
	if v.kind != w.kind || v.flag != w.flag || v.shape() != w.shape() || v.further() != w.further() {
		return false
	}
	return !v.partial() && !w.partial() && Compare(v, w) == 0
}

func (t *Term) seal(id int32) {
	h := mix(2, uint64(t.Op))
	h = mix(h, uint64(t.Slot)<<32|uint64(uint32(t.Loop)))
	t.id, t.loops, t.asked = id, 0, false
	switch t.Op {
	case Constant:
		h = mix(h, t.Value.hash())
	case Element, Position:
		t.loops = 1 << t.Loop
	}
	if t.Function != nil {
		h = mix(h, maphash.String(seed, t.Function.Name))
	}
	for _, each := range t.Of {
		h = mix(h, each.hash)
		t.loops |= each.loops
		t.asked = t.asked || each.asked
	}
	if t.Body != nil {
		h = mix(h, t.Body.hash)
		t.loops |= t.Body.loops
		t.asked = t.asked || t.Body.asked
	}
	t.hash = h
}

func (t *Term) equal(u *Term) bool {
	if t == u {
		return true
	}
	if t == nil || u == nil || t.hash != u.hash || t.Op != u.Op || t.Slot != u.Slot || t.Loop != u.Loop ||
		t.Function != u.Function || t.Op == Constant && !t.Value.same(u.Value) {
		return false
	}
	return slices.EqualFunc(t.Of, u.Of, (*Term).equal) && (t.Body == u.Body || t.Body.equal(u.Body))
}

func (c *Cond) seal(id int32) {
	h := mix(3, uint64(c.Op)<<32|uint64(uint32(c.Loop)))
	c.id, c.loops, c.asked = id, 0, false
	for _, each := range c.Of {
		h = mix(h, each.hash)
		c.loops |= each.loops
		c.asked = c.asked || each.asked
	}
	if c.Op == Some || c.Op == Lookup {
		c.loops &^= 1 << c.Loop
	}
	for _, side := range [...]*Term{c.Left, c.Right} {
		if side != nil {
			h = mix(h, side.hash)
			c.loops |= side.loops
			c.asked = c.asked || side.asked
		}
	}
	c.hash = h
}

func (c *Cond) equal(d *Cond) bool {
	if c == d {
		return true
	}
	if c == nil || d == nil || c.hash != d.hash || c.Op != d.Op || c.Loop != d.Loop {
		return false
	}
	return c.Left.equal(d.Left) && c.Right.equal(d.Right) && slices.EqualFunc(c.Of, d.Of, (*Cond).equal)
}
