package opa

import (
	"fmt"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// RelationsOf names the relations between facts by the slots of a program.
func RelationsOf(tables factschema.Tables, slot func(path ...string) (int, bool)) kleene.Relations {
	var r kleene.Relations
	at := func(path facts.Path) (int32, bool) {
		names := make([]string, len(path))
		for i, step := range path {
			names[i] = fmt.Sprint(step)
		}
		n, ok := slot(names...)
		return int32(n), ok
	}
	all := func(paths []facts.Path) (slots []int32) {
		for _, path := range paths {
			if n, ok := at(path); ok {
				slots = append(slots, n)
			}
		}
		return slots
	}
	values := func(list []any) (values []kleene.Value) {
		for _, each := range list {
			if v, err := kleene.ValueOf(each); err == nil {
				values = append(values, v)
			}
		}
		return values
	}
	for _, p := range tables.Pairs {
		a, okA := at(p.A)
		b, okB := at(p.B)
		if okA && okB {
			r.Pairs = append(r.Pairs, kleene.Pair{A: a, B: b, AIs: values(p.AIs), BIs: values(p.BIs), Negated: p.Negated})
		}
	}
	for _, s := range tables.Signs {
		flag, okFlag := at(s.Flag)
		of, okOf := at(s.Of)
		if okFlag && okOf {
			r.Signs = append(r.Signs, kleene.Sign{Flag: flag, Of: of})
		}
	}
	for _, n := range tables.Needs {
		fact, ok := at(n.Fact)
		in, okIn := at(n.In)
		unless, okUnless := at(n.Unless)
		if ok && okIn && okUnless {
			need := kleene.Need{Fact: fact, Is: kleene.StringOf(n.Is), In: in, Unless: unless}
			for _, word := range n.OneOf {
				need.OneOf = append(need.OneOf, kleene.StringOf(word))
			}
			r.Needs = append(r.Needs, need)
		}
	}
	for _, c := range tables.Counts {
		n, ok := at(c.Count)
		if !ok {
			continue
		}
		count := kleene.Count{Slot: n, Wholes: all(c.Wholes), Parts: all(c.Parts)}
		for _, sum := range c.Sums {
			count.Sums = append(count.Sums, all(sum))
		}
		r.Counts = append(r.Counts, count)
	}
	return r
}
