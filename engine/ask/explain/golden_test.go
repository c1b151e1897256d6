package explain_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask/explain"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/golden"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
)

//go:generate go test -run TestGolden . -update

// TestGolden shows three verdicts of real cases as they are drawn: a breach with other
// grounds open, one that a decision found, and obligations that are kept.
func TestGolden(t *testing.T) {
	t.Parallel()
	eng, err := engine.New(t.Context())
	require.NoError(t, err)
	for _, c := range []struct{ fixture, date, id string }{
		{"instagram-2023-06", "2023-09-01", "dsa.art16.6"},
		{"x-2025-12-decision", "", "dsa.art39.1.tool"},
		{"tiktok-lite-2024-08-commitments", "", "dsa.art34.1.predeployment"},
	} {
		name := "fixtures/cases/" + c.fixture + "/facts.yaml"
		content, err := os.ReadFile(filepath.Join("../../..", name))
		require.NoError(t, err)
		documents, err := eng.Load(name, content)
		require.NoError(t, err)
		document := documents[0]
		if c.date != "" {
			document, err = document.WithAssessmentDate(report.Day(c.date))
			require.NoError(t, err)
		}
		x, err := eng.Explain(t.Context(), document, c.id)
		require.NoError(t, err)
		var have bytes.Buffer
		require.NoError(t, explain.WriteText(&have, x, explain.Options{ShowAll: "--all shows them", OtherDay: "--as-of judges on another one"}))
		golden.Equal(t, filepath.Join("testdata", c.id+".txt"), have.String())
	}
}
