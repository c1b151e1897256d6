package ask

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

// TestCompared: what an answer says of a condition; nothing where the two are of
// different kinds.
func TestCompared(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		op          report.Op
		left, right any
		want        truth
	}{
		{report.BeginsWith, "Meta Platforms", "Meta", yes},
		{report.BeginsWith, "Meta Platforms", "Platforms", no},
		{report.EndsWith, "Meta Platforms", "Platforms", yes},
		{report.EndsWith, "Meta Platforms", "Meta", no},
		{report.Contains, "Meta Platforms", "a P", yes},
		{report.Contains, "Meta Platforms", "meta", no},
		{report.Contains, json.Number("12"), "1", unknown},
		{report.Among, "hosting", []any{"caching", "hosting"}, yes},
		{report.Among, "hosting", "hosting", unknown},
		{report.AtMost, json.Number("2"), json.Number("2.0"), yes},
		{report.Below, "2025-02-17", "2025-02-18", yes},
	} {
		require.Equal(t, c.want, compared(c.op, c.left, c.right), "%v %s %v", c.left, c.op, c.right)
	}
}
