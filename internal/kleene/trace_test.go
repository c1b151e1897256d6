package kleene

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTrace: nothing is left out, data and elements are put in, facts stay, and each
// part has its answer.
func TestTrace(t *testing.T) {
	b := NewBuilder()
	items := &Shape{List: true, Items: &Shape{Names: []string{"late"}, Members: []*Shape{{Domain: []Value{False, True}}}}}
	list := b.Slot(Fact, items, "notices")
	count := b.Slot(Fact, &Shape{Number: true}, "count")
	limit := b.Slot(Datum, nil, "parameters", "max")
	above := b.Compare(Above, b.SlotTerm(count), b.SlotTerm(limit))
	late := b.Some(0, b.SlotTerm(list), b.Truth(b.Index(b.Element(0), b.Constant(StringOf("late")))))
	asked := b.Or(b.And(above, b.Not(late)), b.Compare(Equal, b.SlotTerm(count), b.Constant(Int(0))))
	s := b.Program().NewState()
	defer s.Release()
	s.Set(limit, Int(5))

	traced := s.Trace(asked)
	require.Equal(t, Open, traced.Answer)
	require.Equal(t, "$1 > 5", traced.Of[0].Of[0].Cond.String())
	require.True(t, traced.Of[0].Of[1].Of[0].Of[0].Any, "an element of a list that is not known is any")

	s.Set(count, Int(7))
	s.Set(list, ListOf(
		ObjectOf(items.Items, Entry{StringOf("late"), False}),
		ObjectOf(items.Items, Entry{StringOf("late"), True}),
	))
	traced = s.Trace(asked)
	require.Equal(t, No, traced.Answer)
	both, zero := traced.Of[0], traced.Of[1]
	require.Equal(t, No, zero.Answer, "shown although it decides nothing")
	require.Equal(t, []Answer{Yes, No}, []Answer{both.Of[0].Answer, both.Of[1].Answer})
	elements := both.Of[1].Of[0]
	require.Equal(t, Or, elements.Cond.Op)
	require.Len(t, elements.Of, 2)
	require.Equal(t, `$0[1]["late"]`, elements.Of[1].Cond.String())
	require.Equal(t, []Answer{No, Yes}, []Answer{elements.Of[0].Answer, elements.Of[1].Answer})

	s.Supply(list, False, Int(1), StringOf("late"))
	require.Equal(t, False, s.At(list, Int(1), StringOf("late")))
	require.Equal(t, Yes, s.Answer(asked))
}
