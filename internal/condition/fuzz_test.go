package condition_test

import (
	"encoding/json"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/condition"
)

// FuzzSimplify builds a condition from bytes, and compares it with what becomes of it
// on all facts that its numbers and words tell apart.
func FuzzSimplify(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x01\x02\x01\x05\x03\x02\x04"))
	f.Add([]byte("\x02\x01\x03\x04\x01\x02\x05\x00\x03\x02\x02\x01\x07"))
	f.Add([]byte("\x03\x01\x02\x02\x04\x01\x03\x02\x01\x05\x02\x04\x00\x01"))
	f.Fuzz(func(t *testing.T, content []byte) {
		d := drawing(content)
		before := d.condition(3)
		after := condition.Simplify(before, schema{})
		require.Equal(t, after, condition.Simplify(before, schema{}))
		for n1 := range 6 {
			for n2 := range 6 {
				for other := range 12 {
					facts := map[string]any{
						"/n1": n1, "/n2": n2, "/fa": other&1 > 0, "/fb": other&2 > 0, "/w": []string{"x", "y", "z"}[other/4],
					}
					if so(before, facts) != so(after, facts) {
						t.Fatalf("%v became %v on %v", before, after, facts)
					}
				}
			}
		}
	})
}

// drawing chooses by the bytes that are left, and what comes first once none is.
type drawing []byte

func (d *drawing) below(n int) int {
	if len(*d) == 0 {
		return 0
	}
	first := int((*d)[0])
	*d = (*d)[1:]
	return first % n
}

func (d *drawing) condition(depth int) report.Condition {
	kind := d.below(4)
	if depth == 0 || kind == 0 {
		return d.comparison()
	}
	parts := 1
	if kind < 3 {
		parts += d.below(4)
	}
	var of []report.Condition
	for range parts {
		of = append(of, d.condition(depth-1))
	}
	return join([]report.Op{report.All, report.Any, report.Not}[kind-1], of...)
}

func (d *drawing) comparison() report.Condition {
	op := []report.Op{report.Equal, report.Differ, report.Above, report.AtLeast, report.Below, report.AtMost}[d.below(6)]
	switch d.below(4) {
	case 0:
		return flag([]string{"/fa", "/fb"}[d.below(2)])
	case 1:
		return fact([]report.Op{report.Equal, report.Differ}[d.below(2)], "/w", []string{"x", "y", "z"}[d.below(3)])
	case 2:
		return compare(op, d.term(), d.term())
	}
	return fact(op, d.count(), d.number())
}

func (d *drawing) count() string       { return []string{"/n1", "/n2"}[d.below(2)] }
func (d *drawing) number() json.Number { return json.Number(strconv.Itoa(d.below(8) - 2)) }

func (d *drawing) term() report.Term {
	switch d.below(4) {
	case 0:
		return report.Term{Value: d.number()}
	case 1:
		return times(string(d.number()), d.count())
	case 2:
		return report.Term{Function: report.Difference, Of: []report.Term{{Fact: d.count()}, {Value: d.number()}}}
	}
	return report.Term{Fact: d.count()}
}
