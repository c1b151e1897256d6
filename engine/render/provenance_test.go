package render_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

// TestEveryFormatSaysWhatItIsMadeFrom looks for the digests and the selection in all
// formats: who finds a report has to be able to tell which facts and rules it is of.
func TestEveryFormatSaysWhatItIsMadeFrom(t *testing.T) {
	t.Parallel()
	r := sample("Example")
	r.Provenance.SchemasSHA256 = strings.Repeat("5c", 32)
	r.Provenance.Policies = []report.File{{File: "house", SHA256: strings.Repeat("6d", 32)}}
	r.Provenance.Selection = &report.Selection{Judged: 9, Of: 194}
	for _, format := range render.Formats() {
		have := written(t, string(format), r)
		for what, digest := range map[string]string{
			"facts": r.Provenance.Facts[0].SHA256, "policies": r.Provenance.PoliciesSHA256, "parameters": r.Provenance.ParametersSHA256,
			"schemas": r.Provenance.SchemasSHA256, "added policies": r.Provenance.Policies[0].SHA256,
		} {
			require.NotEmpty(t, digest)
			require.Contains(t, have, digest[:12], "%s in %s", what, format)
		}
		require.Contains(t, have, r.Provenance.Engine, format)
		selection := "9 of 194 obligations judged"
		if format == render.JSON {
			selection = `"judged": 9,`
		}
		require.Contains(t, strings.ReplaceAll(have, `\`, ""), selection, format)
	}
}
