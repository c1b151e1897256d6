package schemacheck

import (
	"slices"

	"github.com/dsaeval/dsaeval/internal/image"
)

// leastBytes are how many bytes a rule takes at least.
const leastBytes = 3

// Code writes a checker or reads one that [Compile] returned. The formats have to be
// in the dialect.
func (c *Checker) Code(codec *image.Codec, dialect Dialect) {
	k := &coder{Codec: codec, dialect: dialect, numbers: map[*rule]int{}, patterns: map[string]*pattern{}}
	var root *rule
	if codec.Writing() {
		root = merged(c.root, dialect)
		for queue := []*rule{root}; len(queue) > 0; queue = queue[1:] {
			queue = append(queue, k.add(queue[0])...)
		}
	}
	size := codec.LenOf(len(k.rules), leastBytes)
	if !codec.Writing() {
		all := make([]rule, size)
		k.rules = make([]*rule, size)
		for i := range all {
			k.rules[i] = &all[i]
		}
	}
	for i, r := range k.rules {
		if k.rule(r, i); codec.Err() != nil {
			return
		}
	}
	if k.given(&root); !codec.Writing() {
		c.root = root
	}
}

// coder writes or reads rules by their numbers. Those that a rule asks about the same
// value have lower ones, so that checking a value comes to an end whatever is read.
type coder struct {
	*image.Codec
	dialect  Dialect
	rules    []*rule
	numbers  map[*rule]int       // only to write
	patterns map[string]*pattern // only to read
}

// add numbers a rule after those that it asks about the same value, and returns those
// that all of them ask about what is in the value.
func (k *coder) add(r *rule) (within []*rule) {
	if _, known := k.numbers[r]; known || r == nil {
		return nil
	}
	for _, same := range slices.Concat(r.all, r.any, r.one, []*rule{r.not}) {
		within = append(within, k.add(same)...)
	}
	k.numbers[r] = len(k.rules)
	k.rules = append(k.rules, r)
	within = append(within, r.additional, r.names, r.items)
	for _, each := range r.patterns {
		within = append(within, each.rule)
	}
	for _, name := range sortedKeys(r.properties) {
		within = append(within, r.properties[name])
	}
	return within
}

// one writes or reads which rule is meant, if any.
func (k *coder) one(r **rule) { k.below(r, len(k.rules)) }

// given is one for a rule that cannot be missing.
func (k *coder) given(r **rule) { k.givenBelow(r, len(k.rules)) }

func (k *coder) below(r **rule, bound int) {
	number := 0
	if k.Writing() && *r != nil {
		number = k.numbers[*r] + 1
	}
	image.Index(k.Codec, &number, bound+1)
	if k.Writing() || k.Err() != nil {
		return
	}
	if *r = nil; number > 0 {
		*r = k.rules[number-1]
	}
}

func (k *coder) givenBelow(r **rule, bound int) {
	if k.below(r, bound); k.Err() == nil && *r == nil {
		k.Fail("a rule is missing")
	}
}

// rule writes or reads a rule: which parts it has, and those.
func (k *coder) rule(r *rule, number int) {
	k.Bool(&r.never)
	types := int(r.types)
	image.Index(k.Codec, &types, 1<<16)
	r.types = kinds(types)
	parts := [...]struct {
		there bool
		code  func(*rule)
	}{
		{r.listed || r.words != nil || r.values != nil || r.fixed != nil, k.ofEnum},
		{r.minimum != nil || r.maximum != nil || r.aboveMinimum != nil || r.belowMaximum != nil, k.ofNumbers},
		{r.minLength|r.maxLength != 0 || r.pattern != nil || r.formatName != "", k.ofTexts},
		{r.minItems|r.maxItems != 0 || r.unique || r.items != nil, k.ofLists},
		{
			r.minProperties|r.maxProperties != 0 || r.properties != nil || r.patterns != nil || r.additional != nil ||
				r.names != nil || r.required != nil || r.dependent != nil, k.ofObjects,
		},
		{r.all != nil || r.any != nil || r.one != nil || r.not != nil, func(r *rule) { k.ofSame(r, number) }},
	}
	there := 0
	for i, part := range parts {
		if part.there {
			there |= 1 << i
		}
	}
	image.Index(k.Codec, &there, 1<<len(parts))
	for i, part := range parts {
		if there>>i&1 == 1 {
			part.code(r)
		}
	}
}
