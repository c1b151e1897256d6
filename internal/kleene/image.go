package kleene

import (
	"slices"

	"github.com/dsaeval/dsaeval/internal/image"
)

// Code writes a program, or reads one into an empty one. What is read can be
// evaluated whatever it was written by, except that functions may be called with
// arguments that they do not take.
func (p *Program) Code(c *image.Codec) {
	k := &coder{Codec: c, program: p}
	image.List(c, &p.Slots, k.slot)
	k.nodes()
	k.relations(&p.Relations)
	if c.Writing() || c.Err() != nil {
		return
	}
	p.byPath = make(map[string]int32, len(p.Slots))
	for i, slot := range p.Slots {
		key := slotKey(slot.Kind, slot.Path)
		if _, twice := p.byPath[key]; twice {
			c.Fail("the slot %q is there twice", slot.Path)
			return
		}
		p.byPath[key] = int32(i)
	}
	p.finish()
}

// CodeRoot writes a question of a program, or reads one.
func (p *Program) CodeRoot(c *image.Codec, r *Root) {
	k := &coder{Codec: c, program: p}
	k.optionalCond(&r.Cond)
	image.List(c, &r.Findings, func(f *Finding) {
		c.Text(&f.Code)
		k.cond(&f.Cond)
		k.optionalTerm(&f.List)
	})
}

// coder writes or reads the parts of a program.
type coder struct {
	*image.Codec
	program *Program
	shapes  []*Shape       // that were read
	numbers map[*Shape]int // of those that were written
	terms   arena[*Term]
	conds   arena[*Cond]
}

// arena hands out small slices of a few large ones.
type arena[T any] struct{ free []T }

func (a *arena[T]) take(n int) []T {
	if n == 0 {
		return nil
	}
	if n > len(a.free) {
		a.free = make([]T, max(n, 512))
	}
	taken := a.free[:n:n]
	a.free = a.free[n:]
	return taken
}

func (k *coder) slot(s *Slot) {
	image.Index(k.Codec, &s.Kind, int(Argument)+1)
	image.Texts(k.Codec, &s.Path)
	k.shape(&s.Shape, 0)
	if k.Err() == nil && (s.Kind == 0 || len(s.Path) == 0) {
		k.Fail("a slot of nothing")
	}
}

// maxNesting bounds how deep values and shapes lie in one another.
const maxNesting = 32

// shape writes or reads what is known about a value. One that is shared is written
// once.
func (k *coder) shape(s **Shape, depth int) {
	const none, fresh, known = 0, 1, 2
	if depth > maxNesting {
		k.Fail("shapes lie too deep in one another")
		return
	}
	number := none
	if k.Writing() && *s != nil {
		number = fresh
		if n, seen := k.numbers[*s]; seen {
			number = n + known
		}
	}
	image.Index(k.Codec, &number, known+max(len(k.shapes), len(k.numbers)))
	switch {
	case number == none:
		return
	case number >= known:
		if !k.Writing() {
			*s = k.shapes[number-known]
		}
		return
	case !k.Writing():
		*s = &Shape{}
	}
	image.List(k.Codec, &(*s).Domain, func(v *Value) { k.value(v, 0) })
	k.value(&(*s).Low, 0)
	for _, flag := range [...]*bool{&(*s).Number, &(*s).Whole, &(*s).Day, &(*s).List} {
		k.Bool(flag)
	}
	k.shape(&(*s).Items, depth+1)
	image.Texts(k.Codec, &(*s).Names)
	image.List(k.Codec, &(*s).Members, func(member **Shape) { k.shape(member, depth+1) })
	k.shape(&(*s).Open, depth+1)
	if k.Err() == nil && (len((*s).Members) != len((*s).Names) || !slices.IsSorted((*s).Names)) {
		k.Fail("a shape whose members have no names, or names out of order")
	}
	if k.Writing() {
		if k.numbers == nil {
			k.numbers = map[*Shape]int{}
		}
		k.numbers[*s] = len(k.numbers)
	} else {
		k.shapes = append(k.shapes, *s)
	}
}

// nodes writes or reads terms and conditions, each after those that it is made of.
func (k *coder) nodes() {
	p := k.program
	if k.Writing() {
		k.Len(len(p.Terms))
		k.Len(len(p.Conds))
		w := nodeWriter{coder: k}
		w.conds(len(p.Conds))
		w.terms(len(p.Terms))
		return
	}
	terms, conds := make([]Term, k.Len(0)), make([]Cond, k.Len(0))
	if len(conds) > maxConds {
		k.Fail("%w", ErrTooLarge)
		return
	}
	p.Terms, p.Conds = make([]*Term, 0, len(terms)), make([]*Cond, 0, len(conds))
	for len(p.Terms) < len(terms) || len(p.Conds) < len(conds) {
		tag := k.tag(0)
		if k.Err() != nil {
			return
		}
		switch {
		case tag >= condTag && len(p.Conds) < len(conds):
			c := &conds[len(p.Conds)]
			c.Op = Op(tag - condTag)
			if k.condNode(c); k.Err() != nil {
				return
			}
			c.seal(int32(len(p.Conds)))
			p.Conds = append(p.Conds, c)
		case tag < condTag && len(p.Terms) < len(terms):
			t := &terms[len(p.Terms)]
			t.Op = TermOp(tag)
			if k.termNode(t); k.Err() != nil {
				return
			}
			t.seal(int32(len(p.Terms)))
			t.asked = t.asked || t.Op == SlotOf && p.Slots[t.Slot].Kind == Argument
			p.Terms = append(p.Terms, t)
		default:
			k.Fail("there are more terms or conditions than announced")
		}
	}
}

// nodeWriter writes terms and conditions in the order in which they were made.
type nodeWriter struct {
	*coder
	nextTerm, nextCond int
}

// conds writes the conditions up to and without a number.
func (w *nodeWriter) conds(up int) {
	for w.nextCond < up {
		c := w.program.Conds[w.nextCond]
		for _, side := range [...]*Term{c.Left, c.Right} {
			if side != nil {
				w.terms(int(side.id) + 1)
			}
		}
		w.nextCond++
		w.tag(condTag + int(c.Op))
		w.condNode(c)
	}
}

func (w *nodeWriter) terms(up int) {
	for w.nextTerm < up {
		t := w.program.Terms[w.nextTerm]
		if t.Body != nil {
			w.conds(int(t.Body.id) + 1)
		}
		w.nextTerm++
		w.tag(int(t.Op))
		w.termNode(t)
	}
}

// condTag and beyond are the tags of conditions, below it those of terms.
const condTag = 32

func (k *coder) tag(tag int) int {
	image.Index(k.Codec, &tag, condTag+int(Emit)+1)
	return tag
}

func (k *coder) termNode(t *Term) {
	switch t.Op {
	case Constant:
		k.value(&t.Value, 0)
	case SlotOf:
		image.Index(k.Codec, &t.Slot, len(k.program.Slots))
	case Element, Position:
		image.Index(k.Codec, &t.Loop, MaxLoops)
	case Index:
		k.termList(t, 2)
	case Call:
		k.function(&t.Function)
		k.termList(t, k.Len(len(t.Of)))
	case ListTerm, SetTerm, ObjectTerm:
		k.termList(t, k.Len(len(t.Of)))
		if t.Op == ObjectTerm && len(t.Of)%2 != 0 {
			k.Fail("an object with a key and no value")
		}
	case CollectList, CollectSet:
		k.cond(&t.Body)
	default:
		k.Fail("there is no term of kind %d", t.Op)
	}
}

func (k *coder) termList(t *Term, n int) {
	if !k.Writing() {
		t.Of = k.terms.take(n)
	}
	for i := range t.Of {
		k.term(&t.Of[i])
	}
}

func (k *coder) function(f **Function) {
	name := ""
	if k.Writing() {
		name = (*f).Name
	}
	k.Text(&name)
	if *f = FunctionNamed(name); *f == nil {
		k.Fail("there is no function %q", name)
	}
}

func (k *coder) condNode(c *Cond) {
	of := 0
	switch c.Op {
	case Always, Never:
	case And, Or:
		of = k.Len(len(c.Of))
	case Not:
		of = 1
	case Truth, Defined, Emit:
		k.term(&c.Left)
	case Equal, Differ, Below, AtMost, Above, AtLeast, Member, BeginsWith, EndsWith, Contains:
		k.term(&c.Left)
		k.term(&c.Right)
	case Some, Lookup:
		of = 1
		image.Index(k.Codec, &c.Loop, MaxLoops)
		if k.term(&c.Left); c.Op == Lookup {
			k.term(&c.Right)
		}
	default:
		k.Fail("there is no condition of kind %d", c.Op)
	}
	if !k.Writing() {
		c.Of = k.conds.take(of)
	}
	for i := range c.Of {
		k.cond(&c.Of[i])
	}
}

// term writes or reads a term by its number.
func (k *coder) term(t **Term) { k.termPlus(t, 0) }

// optionalTerm is term for what may be nil.
func (k *coder) optionalTerm(t **Term) { k.termPlus(t, 1) }

func (k *coder) termPlus(t **Term, plus int) {
	n := 0
	if k.Writing() && *t != nil {
		n = int((*t).id) + plus
		if (*t).id < 0 || k.program.Terms[(*t).id] != *t {
			k.Fail("a term of another program")
		}
	}
	image.Index(k.Codec, &n, len(k.program.Terms)+plus)
	if k.Err() == nil && !k.Writing() && n >= plus {
		*t = k.program.Terms[n-plus]
	}
}

func (k *coder) cond(c **Cond) { k.condPlus(c, 0) }

func (k *coder) optionalCond(c **Cond) { k.condPlus(c, 1) }

func (k *coder) condPlus(c **Cond, plus int) {
	n := 0
	if k.Writing() && *c != nil {
		n = int((*c).id) + plus
		if (*c).id < 0 || k.program.Conds[(*c).id] != *c {
			k.Fail("a condition of another program")
		}
	}
	image.Index(k.Codec, &n, len(k.program.Conds)+plus)
	if k.Err() == nil && !k.Writing() && n >= plus {
		*c = k.program.Conds[n-plus]
	}
}

func (k *coder) relations(r *Relations) {
	slot := func(n *int32) { image.Index(k.Codec, n, len(k.program.Slots)) }
	slots := func(list *[]int32) { image.List(k.Codec, list, slot) }
	values := func(list *[]Value) { image.List(k.Codec, list, func(v *Value) { k.value(v, 0) }) }
	image.List(k.Codec, &r.Pairs, func(p *Pair) {
		slot(&p.A)
		slot(&p.B)
		values(&p.AIs)
		values(&p.BIs)
		k.Bool(&p.Negated)
	})
	image.List(k.Codec, &r.Signs, func(s *Sign) {
		slot(&s.Flag)
		slot(&s.Of)
	})
	image.List(k.Codec, &r.Needs, func(n *Need) {
		slot(&n.Fact)
		k.value(&n.Is, 0)
		slot(&n.In)
		values(&n.OneOf)
		slot(&n.Unless)
	})
	image.List(k.Codec, &r.Counts, func(c *Count) {
		slot(&c.Slot)
		slots(&c.Wholes)
		slots(&c.Parts)
		image.List(k.Codec, &c.Sums, slots)
	})
}
