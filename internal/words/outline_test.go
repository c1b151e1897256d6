package words_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

func holds(fact string) report.Condition { return report.Condition{Op: report.Holds, Fact: fact} }

func join(op report.Op, of ...report.Condition) report.Condition {
	return report.Condition{Op: op, Of: of}
}

// long are facts of which two do not fit a line.
func long(n int) []report.Condition {
	var list []report.Condition
	for i := range n {
		list = append(list, holds("/terms/"+strings.Repeat("long_", 10)+string(rune('a'+i))))
	}
	return list
}

// TestLayout: a short condition is a sentence, a long one a tree of lines, of
// which each can be read by itself.
func TestLayout(t *testing.T) {
	t.Parallel()
	name := "terms." + strings.Repeat("long_", 10)
	for _, c := range []struct {
		note      string
		condition report.Condition
		want      []string
	}{
		{"short", join(report.All, holds("/a"), holds("/b")), []string{"a is true and b is true"}},
		{"all of two", join(report.All, long(2)...), []string{"both of these:", "  - " + name + "a is true", "  - " + name + "b is true"}},
		{
			"any of three, one of them of several", join(report.Any, append(long(2), join(report.All, holds("/c"), holds("/d")))...),
			[]string{"any of these:", "  - " + name + "a is true", "  - " + name + "b is true", "  - c is true and d is true"},
		},
		{
			"nested", join(report.All, holds("/a"), join(report.Any, long(2)...)),
			[]string{"both of these:", "  - a is true", "  - either of these:", "    - " + name + "a is true", "    - " + name + "b is true"},
		},
		{"one of one says nothing of its own", join(report.Any, join(report.All, long(2)...)), []string{"both of these:", "  - " + name + "a is true", "  - " + name + "b is true"}},
		{"none of two", join(report.Not, join(report.Any, long(2)...)), []string{"neither of these:", "  - " + name + "a is true", "  - " + name + "b is true"}},
		{"not all of three", join(report.Not, join(report.All, append(long(2), holds("/c"))...)), []string{"not all of these:", "  - " + name + "a is true", "  - " + name + "b is true", "  - c is true"}},
		{
			"an element",
			report.Condition{Op: report.ForSome, Fact: "/orders", Of: []report.Condition{join(report.All, long(2)...)}},
			[]string{"for an element of orders, both of these:", "  - " + name + "a is true", "  - " + name + "b is true"},
		},
		{
			"no element", join(report.Not, report.Condition{Op: report.ForSome, Fact: "/orders", Of: []report.Condition{join(report.All, long(2)...)}}),
			[]string{"for no element of orders, both of these:", "  - " + name + "a is true", "  - " + name + "b is true"},
		},
		{
			"too many", join(report.Any, long(9)...),
			[]string{"any of these:", "  - " + name + "a is true", "  - " + name + "b is true", "  - " + name + "c is true", "  - " + name + "d is true", "  - " + name + "e is true", "  - " + name + "f is true", "  - one of 3 more conditions holds"},
		},
		{"without its part", join(report.Not), []string{"something that the report does not say"}},
	} {
		require.Equal(t, c.want, words.Layout(c.condition).Lines(), c.note)
	}
}

// TestLayoutSaysTheSame: whatever the tree, all facts of the sentence stand in
// its lines, in the same order, and no line but that of a single comparison is long.
func TestLayoutSaysTheSame(t *testing.T) {
	t.Parallel()
	names := func(text string) []string {
		var list []string
		for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,()\n:", r) }) {
			if strings.HasPrefix(word, "terms.") {
				list = append(list, word)
			}
		}
		return list
	}
	rapid.Check(t, func(t *rapid.T) {
		c := drawn(t, 3)
		lines := words.Layout(c).Lines()
		require.Equal(t, names(words.Condition(c)), names(strings.Join(lines, "\n")))
		for _, line := range lines {
			if len(names(line)) > 1 {
				require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimLeft(line, " -")), 100)
			}
		}
	})
}

func drawn(t *rapid.T, depth int) report.Condition {
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		fact := "/terms/" + strings.Repeat("x", rapid.IntRange(1, 60).Draw(t, "length"))
		if rapid.Bool().Draw(t, "compared") {
			return report.Condition{Op: report.Above, Fact: fact, Value: json.Number("3")}
		}
		return holds(fact)
	}
	op := rapid.SampledFrom([]report.Op{report.All, report.Any, report.Not}).Draw(t, "op")
	n := 1
	if op != report.Not {
		n = rapid.IntRange(1, 4).Draw(t, "parts")
	}
	var of []report.Condition
	for range n {
		of = append(of, drawn(t, depth-1))
	}
	return join(op, of...)
}

// TestConstantFirst: what is asked for comes first, on whichever side the policy
// has it.
func TestConstantFirst(t *testing.T) {
	t.Parallel()
	for op, want := range map[report.Op]string{
		report.Above: "a_on is before 2025-01-01", report.Below: "a_on is after 2025-01-01",
		report.AtLeast: "a_on is on or before 2025-01-01", report.AtMost: "a_on is on or after 2025-01-01",
		report.Equal: "a_on is 2025-01-01", report.Differ: "a_on is not 2025-01-01",
	} {
		c := report.Condition{Op: op, Terms: []report.Term{{Value: "2025-01-01"}, {Fact: "/a_on"}}}
		require.Equal(t, want, words.Condition(c), op)
	}
}
