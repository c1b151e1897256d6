package facts

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// part checks part_of.
func (c *contradictions) part(part *Node, path, at Path, ref string) {
	whole, wholeAt := c.find(path, ref)
	if part.Kind != Number || whole == nil || whole.Kind != Number || document.Rational(part).Cmp(document.Rational(whole)) <= 0 {
		return
	}
	c.add(part, fmt.Sprintf("%s is %s, more than the %s of %s%s", at, part.Show(), whole.Show(), wholeAt, beside(whole.Position)),
		"a part cannot be greater than the whole; one of the two is wrong, or they were counted over different periods", at, wholeAt)
}

// sum checks sum_at_most.
func (c *contradictions) sum(path Path, s factschema.Sum) {
	whole, wholeAt := c.find(path, s.Of)
	if whole == nil || whole.Kind != Number {
		return
	}
	total := new(big.Rat)
	var last *Node
	var lastAt Path
	var names []string
	var others []Path
	for _, name := range s.Fields {
		part, at := c.find(path, name)
		if part == nil || part.Kind != Number {
			continue // counts are never negative: the known ones alone may be too many
		}
		total.Add(total, document.Rational(part))
		names = append(names, at.String())
		others = append(others, at)
		if last == nil || part.Position.Line >= last.Position.Line {
			last, lastAt = part, at
		}
	}
	// A single part is a matter of partOf.
	if len(names) < 2 || total.Cmp(document.Rational(whole)) <= 0 {
		return
	}
	c.add(last, fmt.Sprintf("%s together are %s, more than the %s of %s%s",
		strings.Join(names, " and "), total.RatString(), whole.Show(), wholeAt, beside(whole.Position)),
		"parts that have nothing in common cannot exceed the whole; one of the counts is wrong, or they were taken over different periods",
		append([]Path{lastAt, wholeAt}, others...)...)
}
