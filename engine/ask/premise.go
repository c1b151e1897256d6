package ask

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/factschema"
)

// presuppose notes for the fields of an object what must be so before there is an answer
// to ask for: a day presupposes that the thing has happened, a designation that there
// is one. The schema says so for its own checks (present_only_if, implied_by).
func (c *Catalogue) presuppose(object *factschema.Field, at string) {
	premise := func(of, name string) {
		if strings.Contains(name, ".") {
			name = pointerOf(name)
		} else {
			name = at + "/" + name
		}
		c.premises[at+"/"+of] = distinct(c.premises[at+"/"+of], name)
	}
	for _, name := range object.Names {
		f := object.Properties[name]
		for _, pair := range f.Pairs {
			if pair.Keyword == "present_only_if" {
				premise(name, pair.Other)
			}
		}
		for _, sign := range f.ImpliedBy {
			premise(sign, name)
		}
	}
}

// inTurn are so many of the questions, what one presupposes before it where that is
// asked for as well. The order stays otherwise.
func (c *Catalogue) inTurn(steps []Step, count int) []Step {
	left := make(map[string]bool, len(steps))
	for _, s := range steps {
		left[s.Pointer] = true
	}
	turn, begin := make([]Step, 0, count), 0
	for len(turn) < count {
		for !left[steps[begin].Pointer] {
			begin++
		}
		next := begin // facts that presuppose each other come as they are
		for i, s := range steps[begin:] {
			if left[s.Pointer] && !slices.ContainsFunc(c.premises[s.Pointer], func(premise string) bool { return left[premise] }) {
				next = begin + i
				break
			}
		}
		left[steps[next].Pointer] = false
		turn = append(turn, steps[next])
	}
	return turn
}
