package policy

import (
	"cmp"
	"slices"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// change is one fact with another value.
type change struct {
	place place
	value kleene.Value
}

func (c change) pointer() string { return c.place.path.Pointer() }

// option is a set of changes, in the order of their pointers.
type option []change

// with joins two sets; false where they want two values of one fact.
func (o option) with(other option) (option, bool) {
	all := slices.Clone(o)
	for _, c := range other {
		i, found := slices.BinarySearchFunc(all, c.pointer(), func(c change, pointer string) int { return cmp.Compare(c.pointer(), pointer) })
		switch {
		case !found:
			all = slices.Insert(all, i, c)
		case kleene.Compare(all[i].value, c.value) != 0:
			return nil, false
		}
	}
	return all, true
}

func (o option) name() string {
	name := ""
	for _, c := range o {
		name += c.pointer() + "=" + c.value.String() + "\n"
	}
	return name
}

// includes reports whether all facts of another set are changed, to whatever.
func (o option) includes(other option) bool {
	return !slices.ContainsFunc(other, func(c change) bool {
		return !slices.ContainsFunc(o, func(d change) bool { return d.pointer() == c.pointer() })
	})
}
