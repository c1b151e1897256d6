package sarif_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sarif"
)

// A file and a rule are listed once however often they are named, and results
// have what viewers demand of them.
func TestBuilder(t *testing.T) {
	t.Parallel()
	b := sarif.NewBuilder()
	b.Artifact("a.csv", "1")
	b.Artifact("b.csv", "2")
	b.Artifact("b.csv", "2")
	require.Len(t, b.Run.Artifacts, 2)
	require.Equal(t, 1, *b.Within("b.csv").PhysicalLocation.ArtifactLocation.Index)

	rule := func() sarif.Rule { return sarif.Rule{ID: "x"} }
	require.Equal(t, b.Rule("x", rule), b.Rule("x", rule))
	require.Len(t, b.Run.Tool.Driver.Rules, 1)

	b.Result(sarif.Result{RuleID: "x", Kind: "pass", Message: sarif.Text{Text: "{0}"}}, "0123456789abcdef0123")
	result := b.Run.Results[0]
	require.Equal(t, "none", result.Level)
	require.Equal(t, "{{0}}", result.Message.Text)
	require.NotNil(t, result.Suppressions)
	require.Equal(t, "0123456789abcdef:1", result.PartialFingerprints["primaryLocationLineHash"])

	var one, again bytes.Buffer
	require.NoError(t, b.Write(&one, map[string]string{"a": "b"}))
	require.NoError(t, b.Write(&again, map[string]string{"a": "b"}))
	require.Equal(t, one.String(), again.String())
}

func TestPlain(t *testing.T) {
	t.Parallel()
	require.Equal(t, `\[a\](b)`, sarif.Plain("[a](b)"))
	require.Equal(t, "[a] and {{12}}", sarif.Plain("[a] and {12}"))
}
