package facts

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// part checks part_of.
func (c *contradictions) part(part *Node, this side, ref string) {
	whole := c.find(this, ref)
	if part.Kind != Number || whole == nil || whole.Kind != Number || document.CompareNumbers(part, whole) <= 0 {
		return
	}
	at, wholeAt := this.own(), this.other(ref)
	c.add(part, fmt.Sprintf("%s is %s, more than the %s of %s%s", at, part.Show(), whole.Show(), wholeAt, beside(whole.Position)),
		"a part cannot be greater than the whole; one of the two is wrong, or they were counted over different periods", at, wholeAt)
}

// sum checks sum_at_most.
func (c *contradictions) sum(this side, s factschema.Sum) {
	whole := c.find(this, s.Of)
	if whole == nil || whole.Kind != Number {
		return
	}
	total := new(big.Rat)
	var last *Node
	var lastAt string
	var given []string
	for _, name := range s.Fields {
		part := c.find(this, name)
		if part == nil || part.Kind != Number {
			continue // counts are never negative: the known ones alone may be too many
		}
		total.Add(total, document.Rational(part))
		given = append(given, name)
		if last == nil || part.Position.Line >= last.Position.Line {
			last, lastAt = part, name
		}
	}
	// A single part is a matter of partOf.
	if len(given) < 2 || total.Cmp(document.Rational(whole)) <= 0 {
		return
	}
	names, paths := make([]string, len(given)), []Path{this.other(lastAt), this.other(s.Of)}
	for i, name := range given {
		at := this.other(name)
		names[i], paths = at.String(), append(paths, at)
	}
	c.add(last, fmt.Sprintf("%s together are %s, more than the %s of %s%s",
		strings.Join(names, " and "), total.RatString(), whole.Show(), paths[1], beside(whole.Position)),
		"parts that have nothing in common cannot exceed the whole; one of the counts is wrong, or they were taken over different periods",
		paths...)
}
