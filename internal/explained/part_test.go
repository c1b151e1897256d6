package explained_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/explained"
)

// TestParts: a ground that holds decides and comes first, an exception that is made
// keeps an obligation from applying, and what cannot be breached is noted.
func TestParts(t *testing.T) {
	t.Parallel()
	condition := &report.Explained{Answer: report.NotSaid, Facts: []report.ExplainedFact{{Question: "Is it?"}}}
	x := &report.Explanation{
		Kind: report.Duty,
		Scope: []report.ExplainedScope{
			{Reason: report.NotAddressed, Answer: report.NotSaid, Condition: condition},
			{Reason: report.Suspended, Exception: true, Answer: report.Yes},
		},
		Grounds: []report.ExplainedGround{
			{Message: "not", Answer: report.No}, {Message: "open", Answer: report.NotSaid}, {Message: "holds", Answer: report.Yes, Condition: condition},
		},
	}
	parts := explained.Parts(x)
	require.Len(t, parts, 2)
	require.Equal(t, report.No, parts[0].Answer)
	require.Same(t, condition, parts[0].Of[0].Condition)
	require.Regexp(t, "^unless ", parts[0].Of[1].Lines[0])

	require.Equal(t, report.Yes, parts[1].Answer)
	require.Equal(t, []string{"it is breached, on any of these grounds"}, parts[1].Lines)
	require.Equal(t, []string{"holds", "whatever the facts that are not known turn out to be"}, parts[1].Of[0].Lines)
	require.Equal(t, "open", parts[1].Of[1].Lines[0])
	require.Nil(t, parts[1].Of[1].Condition)
	require.Equal(t, "?", explained.Sign(parts[1].Of[1].Answer))

	x.Kind, x.Grounds = report.Voluntary, nil
	noted := explained.Parts(x)[1]
	require.Equal(t, report.No, noted.Answer)
	require.Equal(t, []string{"it is noted, on any of these grounds"}, noted.Lines)
}
