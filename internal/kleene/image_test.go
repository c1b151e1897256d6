package kleene

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/image"
)

// ofEverything has one of every slot, term and condition.
func ofEverything() (*Program, Root) {
	b := NewBuilder()
	item := &Shape{Names: []string{"day", "word"}, Members: []*Shape{{Day: true}, {Domain: []Value{StringOf("a"), StringOf("b")}}}}
	list := b.SlotTerm(b.Slot(Fact, &Shape{List: true, Items: item}, "list"))
	number := b.SlotTerm(b.Slot(Fact, &Shape{Number: true, Whole: true, Low: Int(0)}, "section", "number"))
	table := b.SlotTerm(b.Slot(Fact, &Shape{Open: item}, "table"))
	datum := b.SlotTerm(b.Slot(Datum, nil, "parameters", "limit"))
	id := b.SlotTerm(b.Slot(Argument, nil, "id"))
	constant := func(v Value) *Term { return b.Constant(v) }
	third := constant(Rational(big.NewRat(1, 3)))
	one := ObjectOf(nil, Entry{StringOf("k"), ListOf(Int(1), True, NullOf)})
	sum := b.Call(FunctionNamed("plus"), number, third)
	word := b.Index(b.Element(0), constant(StringOf("word")))
	collected := b.Collect(CollectSet, b.Some(0, list, b.Emit(word)))
	conds := []*Cond{
		b.Truth(number), b.Defined(datum), b.Compare(Equal, word, id), b.Compare(Member, constant(StringOf("a")), collected),
		b.Not(b.Compare(Below, sum, datum)), b.Compare(Equal, table, constant(one)), b.Compare(Differ, id, constant(SetOf(Int(2), Int(1)))),
		b.Lookup(1, table, id, b.Compare(BeginsWith, b.Index(b.Element(1), constant(StringOf("word"))), constant(StringOf("x")))),
		b.Compare(Equal, b.Position(0), b.Compound(ListTerm, number, datum)), b.Compare(AtMost, b.Compound(ObjectTerm, id, number), constant(Doubtful)),
		b.Compare(Above, b.Compound(SetTerm, id, number), b.Collect(CollectList, b.Emit(id))), b.Compare(Contains, id, constant(StringOf(""))),
	}
	root := Root{
		Cond:     b.Or(b.Some(0, list, b.And(conds...)), b.And(conds[0], conds[1])),
		Findings: []Finding{{Code: "one", Cond: conds[2], List: list}, {Code: "two", Cond: b.Always()}},
	}
	b.SetRelations(Relations{
		Pairs:  []Pair{{A: 0, B: 1, AIs: []Value{StringOf("a")}, Negated: true}},
		Signs:  []Sign{{Flag: 1, Of: 0}},
		Needs:  []Need{{Fact: 1, Is: StringOf("a"), In: 0, OneOf: []Value{StringOf("b")}, Unless: 2}},
		Counts: []Count{{Slot: 1, Wholes: []int32{1}, Sums: [][]int32{{1}}}},
	})
	return b.Program(), root
}

func codeAll(c *image.Codec, p *Program, r *Root) {
	p.Code(c)
	if c.Err() == nil {
		p.CodeRoot(c, r)
	}
}

// A program that is read is the one that was written, down to the order of its nodes.
func TestImage(t *testing.T) {
	t.Parallel()
	p, root := ofEverything()
	w := image.Writer()
	codeAll(w, p, &root)
	require.NoError(t, w.Err())
	read, readRoot := &Program{}, Root{}
	r := image.Reader(string(w.Bytes()))
	codeAll(r, read, &readRoot)
	require.NoError(t, r.Done())
	require.Equal(t, p.Slots, read.Slots)
	require.Equal(t, p.Terms, read.Terms)
	require.Equal(t, p.Conds, read.Conds)
	require.Equal(t, p.Relations, read.Relations)
	require.Equal(t, p.byPath, read.byPath)
	require.Equal(t, root, readRoot)
}

// What no program holds is not written.
func TestImageRefuses(t *testing.T) {
	t.Parallel()
	for _, v := range []Value{UnknownBetween(Int(1), Int(2)), ListOf(Missing), ObjectOf(&Shape{}, Entry{StringOf("k"), Int(1)})} {
		b := NewBuilder()
		b.Constant(v)
		w := image.Writer()
		b.Program().Code(w)
		require.Error(t, w.Err(), "%v", v)
	}
	p, _ := ofEverything()
	_, root := ofEverything()
	w := image.Writer()
	p.CodeRoot(w, &root)
	require.ErrorContains(t, w.Err(), "of another program")
}

// FuzzImage: nothing that is read makes the reader panic, and what it accepts it
// writes as it was.
func FuzzImage(f *testing.F) {
	p, root := ofEverything()
	w := image.Writer()
	codeAll(w, p, &root)
	f.Add(w.Bytes())
	f.Fuzz(func(t *testing.T, content []byte) {
		read, readRoot := &Program{}, Root{}
		r := image.Reader(string(content))
		codeAll(r, read, &readRoot)
		if r.Done() != nil {
			return
		}
		read.NewState().Release()
		w := image.Writer()
		codeAll(w, read, &readRoot)
		require.NoError(t, w.Err())
		again, againRoot := &Program{}, Root{}
		r = image.Reader(string(w.Bytes()))
		codeAll(r, again, &againRoot)
		require.NoError(t, r.Done())
		require.Equal(t, len(read.Conds), len(again.Conds))
	})
}
