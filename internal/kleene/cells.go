package kleene

import (
	"slices"
	"time"
)

// cellsOf says what a fact may be, and reports whether what is known leaves fewer
// values than the schema does.
func (sp *split) cellsOf(f *choice) (narrowed bool) {
	clashes := func(v Value) bool { return len(f.keys) == 0 && sp.state.clashes(f.slot, v) }
	if sp.state.value(f.term).doubtful() {
		return false // it may not even be there
	}
	shape := f.shape
	if shape == nil {
		shape = &Shape{}
	}
	if len(shape.Domain) > 0 {
		for _, v := range shape.Domain {
			if !clashes(v) {
				f.cells = append(f.cells, cell{value: v})
			}
		}
		return len(f.cells) < len(shape.Domain)
	}
	// Of many values only those matter here that say there is something.
	if nothing, ok := nothingOf(shape); ok && clashes(nothing.something) && !clashes(nothing.value) {
		f.cells = []cell{{value: nothing.value}}
		return true
	}
	sp.intervals(f, shape)
	return false
}

type nothing struct{ value, something Value }

// nothingOf returns the value with which a fact says that there is nothing, and
// one that says there is something; false if there are no such values.
func nothingOf(shape *Shape) (nothing, bool) {
	switch {
	case shape.Number:
		return noNumber, true
	case shape.List && (shape.Items == nil || len(shape.Items.Names) == 0):
		return noList, true
	}
	return nothing{}, false
}

var (
	noNumber = nothing{Int(0), Int(1)}
	noList   = nothing{ListOf(), ListOf(StringOf("x"))}
)

// intervals cuts the values of a fact at the constants that it is compared with:
// each of them is a cell, and so is each gap between them.
func (sp *split) intervals(f *choice, shape *Shape) {
	var cuts []Value
	ordered := shape.Number || shape.Day
	for _, p := range f.simple {
		c := p.cond
		switch {
		case c.Op == Truth || c.Op == Defined:
			return // of what has many values it says hardly anything
		case c.Op == Member:
			cuts = append(cuts, c.Right.Value.more.items...)
		case c.Left.Op == Constant:
			cuts = append(cuts, c.Left.Value)
		default:
			cuts = append(cuts, c.Right.Value)
		}
		if !ordered && c.Op != Equal && c.Op != Differ && c.Op != Member {
			return
		}
	}
	if len(cuts) == 0 {
		return
	}
	kind := String
	if shape.Number {
		kind = Number
	}
	if slices.ContainsFunc(cuts, func(v Value) bool { return v.kind != kind }) {
		return
	}
	slices.SortFunc(cuts, Compare)
	cuts = slices.CompactFunc(cuts, func(a, b Value) bool { return Compare(a, b) == 0 })
	low, high := sp.state.value(f.term).between()
	if !ordered {
		for _, v := range cuts {
			f.cells = append(f.cells, sp.at(f, v))
		}
		f.cells = append(f.cells, sp.elsewhere(f))
		return
	}
	before := Nothing
	for _, v := range append(cuts, Nothing) {
		if from, to, ok := gap(shape, before, v, low, high); ok {
			f.cells = append(f.cells, sp.inGap(f, before, v, from, to))
		}
		if v.kind != Undefined && !isBelow(v, low, false) && !isBelow(high, v, false) {
			f.cells = append(f.cells, sp.at(f, v))
		}
		before = v
	}
}

// at is the cell of one value.
func (sp *split) at(f *choice, v Value) cell {
	c := cell{value: v}
	for _, p := range f.simple {
		left, right := p.cond.sides(v)
		c.truths = append(c.truths, compare(p.cond.Op, left, right))
	}
	return c
}

// sides returns the two sides of a simple atom with a value for the fact.
func (c *Cond) sides(v Value) (left, right Value) {
	left, right = v, v
	switch {
	case c.Left.Op == Constant:
		left = c.Left.Value
	case c.Right != nil:
		right = c.Right.Value
	}
	return left, right
}

// inGap is the cell of the values between two cuts, of which each may be missing.
func (sp *split) inGap(f *choice, after, before, from, to Value) cell {
	c := cell{value: Value{kind: Unknown, more: &more{shape: f.shape, low: from, high: to}}}
	for _, p := range f.simple {
		var answer Answer
		switch p.cond.Op {
		case Equal, Member:
			answer = No
		case Differ:
			answer = Yes
		default:
			// Where the constant lies says on which side of it the gap does.
			cut := p.cond.Right.Value
			less := p.cond.Op == Below || p.cond.Op == AtMost
			if p.cond.Left.Op == Constant {
				cut, less = p.cond.Left.Value, !less
			}
			gapIsLess := before.kind != Undefined && Compare(before, cut) <= 0
			answer = answerOf(gapIsLess == less)
		}
		c.truths = append(c.truths, answer)
	}
	return c
}

// elsewhere is the cell of the values that no atom names.
func (sp *split) elsewhere(f *choice) cell {
	c := cell{value: Missing}
	for _, p := range f.simple {
		c.truths = append(c.truths, answerOf(p.cond.Op == Differ))
	}
	return c
}

// gap returns between which values those lie that are after one cut and before
// another, and whether there are any within the bounds of the fact.
func gap(shape *Shape, after, before, low, high Value) (from, to Value, ok bool) {
	from, to = after, before
	inclusive := false
	if step := stepOf(shape); step != nil {
		inclusive = true
		if from.kind != Undefined {
			from = step(from, 1)
		}
		if to.kind != Undefined {
			to = step(to, -1)
		}
	}
	// With inclusive ends a bound may meet them; otherwise it must lie beyond.
	if isBelow(to, low, !inclusive) || isBelow(high, from, !inclusive) || isBelow(to, from, !inclusive) {
		return from, to, false
	}
	return higher(from, low), lower(to, high), true
}

// stepOf returns how to go from a value to the next; nil where there is always
// another between two.
func stepOf(shape *Shape) func(v Value, n int64) Value {
	switch {
	case shape.Whole:
		return func(v Value, n int64) Value {
			if whole := v.Rat(); !v.isWhole() {
				// The next whole number on that side.
				args := []Value{Rational(whole)}
				name := "ceil"
				if n < 0 {
					name = "floor"
				}
				next, _ := functions[name].Apply(args)
				return next
			}
			return add(v, Int(n))
		}
	case shape.Day:
		return func(v Value, n int64) Value {
			day, err := time.Parse(time.DateOnly, v.text)
			if err != nil {
				return v
			}
			return StringOf(day.AddDate(0, 0, int(n)).Format(time.DateOnly))
		}
	}
	return nil
}
