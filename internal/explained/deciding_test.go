package explained_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/explained"
)

func leaf(answer report.Answer, fact string) report.Explained {
	return report.Explained{Answer: answer, Condition: report.Condition{Op: report.Holds, Fact: fact}}
}

func denial(answer report.Answer, fact string) report.Explained {
	holds := report.Condition{Op: report.Holds, Fact: fact}
	return report.Explained{Answer: answer, Condition: report.Condition{Op: report.Not, Of: []report.Condition{holds}}}
}

func joined(op report.Op, answer report.Answer, of ...report.Explained) report.Explained {
	return report.Explained{Answer: answer, Condition: report.Condition{Op: op}, Of: of}
}

// TestDeciding: of what is open the open parts decide. A ground that is breached
// whatever the missing facts are rests on those that are given, and they are shown.
func TestDeciding(t *testing.T) {
	t.Parallel()
	given, open := leaf(report.Yes, "/published"), leaf(report.NotSaid, "/large")
	either := joined(report.Any, report.NotSaid, leaf(report.NotSaid, "/in_eu"), denial(report.NotSaid, "/in_eu"))
	two := joined(report.Any, report.NotSaid, open, leaf(report.NotSaid, "/old"))
	for _, c := range []struct {
		note    string
		of      report.Explained
		settled report.Answer
		want    report.Explained
	}{
		{"open", joined(report.All, report.NotSaid, given, open), "", open},
		{"settled", joined(report.All, report.NotSaid, given, two), report.Yes, joined(report.All, report.NotSaid, given, two)},
		{"a fact or its denial", joined(report.All, report.NotSaid, given, either), report.Yes, given},
		{"open beside a fact or its denial", joined(report.All, report.NotSaid, either, open), "", open},
		{"alternatives", joined(report.Any, report.NotSaid, leaf(report.No, "/x"), open), report.Yes, open},
		{"settled to no", joined(report.Any, report.NotSaid, leaf(report.No, "/x"), two), report.No, joined(report.Any, report.NotSaid, leaf(report.No, "/x"), two)},
	} {
		require.Equal(t, c.want, explained.Deciding(c.of, c.settled), c.note)
	}
	denied := joined(report.All, report.NotSaid, given, two)
	denied.Exception = true
	require.Equal(t, report.No, explained.Below(denied, report.Yes))
	require.Equal(t, two.Of, explained.Deciding(denied, report.Yes).Of, "what holds speaks against an exception that is not made")
}
