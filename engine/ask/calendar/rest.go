package calendar

import (
	"context"
	"slices"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// restOf returns the facts about the service that each of the bounds rests on: those
// without which the obligation no longer begins or ends on the day for certain.
func (m *maker) restOf(ctx context.Context, bounds []*bound) ([][]Fact, error) {
	rest := make([][]Fact, len(bounds))
	if len(bounds) == 0 {
		return rest, nil
	}
	want := make([][]policy.Certainty, len(bounds))
	for i, b := range bounds {
		var err error
		if want[i], err = m.around(ctx, m.facts, b); err != nil {
			return nil, err
		}
	}
	service, _ := m.facts.At("/service")
	for _, pointer := range leaves(service, "/service") {
		without := m.otherwise(pointer)
		if without == nil {
			continue
		}
		for i, b := range bounds {
			have, err := m.around(ctx, without, b)
			if err != nil {
				return nil, err
			}
			if !slices.Equal(want[i], have) {
				rest[i] = append(rest[i], m.fact(pointer))
			}
		}
	}
	return rest, nil
}

// otherwise returns the facts without one or, if an element must have it, with
// another day; nil if neither can be.
func (m *maker) otherwise(pointer string) *facts.Facts {
	if changed, err := m.facts.Without(pointer); err == nil {
		return changed
	}
	node, _ := m.facts.At(pointer)
	day, err := report.ParseDay(node.Text)
	if err != nil {
		return nil
	}
	changed, err := m.facts.With(pointer, string(day.AddDays(-1)))
	if err != nil {
		return nil
	}
	return changed
}

// around tells whether the first of the obligations of a bound applies on the day
// before and the day after it.
func (m *maker) around(ctx context.Context, f *facts.Facts, b *bound) ([]policy.Certainty, error) {
	first := b.on
	if b.kind == Begins {
		first = first.AddDays(-1)
	}
	outlooks, err := m.judge.Outlook(ctx, f, first, first.AddDays(1), b.obligations[0].ID)
	if err != nil {
		return nil, err
	}
	stretches := outlooks[0].Stretches
	return []policy.Certainty{stretches[0].Applies, stretches[len(stretches)-1].Applies}, nil
}

// leaves returns the pointers of the values below a node that are known.
func leaves(n *facts.Node, at string) []string {
	switch {
	case !n.Known():
		return nil
	case n.Kind == facts.Object:
		var all []string
		for _, member := range n.Members {
			all = append(all, leaves(member.Value, at+"/"+member.Key)...)
		}
		return all
	case n.Kind == facts.Array && slices.ContainsFunc(n.Elements, func(e *facts.Node) bool { return e.Kind == facts.Object }):
		var all []string
		for i, element := range n.Elements {
			all = append(all, leaves(element, at+"/"+strconv.Itoa(i))...)
		}
		return all
	}
	return []string{at}
}
