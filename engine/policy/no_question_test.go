package policy

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/schemas"
)

// undecided answers nothing, and asks for nothing.
type undecided struct{ answering }

func (undecided) decide(context.Context, question) (outcome, error) {
	return outcome{answer: unknown}, nil
}

// TestNoQuestion shows that an undetermined obligation which nothing could decide
// is a defect, and no verdict.
func TestNoQuestion(t *testing.T) {
	t.Parallel()
	set, err := loadWith(t, map[string]string{"one.rego": header + ground})
	require.NoError(t, err)
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	documents, err := schema.Load("facts.yaml", []byte("assessment: {date: 2025-06-02}\nservice: {}\n"))
	require.NoError(t, err)
	o, _ := set.Obligation("house.one")
	result, err := set.Judge(t.Context(), documents[0], []*Obligation{o}, report.DetailFull)
	require.NoError(t, err)
	require.Equal(t, report.Undetermined, result.Obligations[0].Verdict)
	require.NotEmpty(t, result.Obligations[0].Missing)

	j, err := set.judging(documents[0], report.DetailFull)
	require.NoError(t, err)
	defer j.close()
	j.answer = undecided{j.answer}
	_, err = j.all(t.Context(), []*Obligation{o})
	require.ErrorAs(t, err, new(Defects))
	require.ErrorContains(t, err, "house/one.rego: house.one: undetermined, although no fact is missing or set aside")
}
