package render_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Several obligations can be of one article: a list does not repeat its label.
func TestObligationsOfOneArticle(t *testing.T) {
	t.Parallel()
	open := func(id, article string) report.Obligation {
		return report.Obligation{
			ID: id, Article: article, Verdict: report.Undetermined,
			Missing: []report.Missing{{Pointer: "/service/enterprise_size", Conditions: []string{"decides whether the obligation applies"}}},
		}
	}
	r := &report.Report{
		AssessmentDate: "2026-03-02", Summary: report.Summary{Undetermined: 3},
		Obligations: []report.Obligation{open("dsa.art15.3.a", "15(3)"), open("dsa.art15.3.b", "15(3)"), open("dsa.art24.2", "24(2)")},
	}
	var b bytes.Buffer
	require.NoError(t, render.Write(&b, render.Text, []*report.Report{r}))
	require.Contains(t, b.String(), "3 obligations wait for 1 fact")
	require.Contains(t, b.String(), "   1. service.enterprise_size\n      Art. 15 and 24, 3 obligations\n")
}
