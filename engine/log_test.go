package engine_test

import (
	"bytes"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
)

// TestWithLogger shows what an engine tells a logger: what it loads, what it had to
// prepare, once for all days with the same parameters, and what it judges.
func TestWithLogger(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	handler := slog.NewTextHandler(&b, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey || a.Key == "sha256" {
			return slog.Attr{}
		}
		return a
	}})
	e := newEngine(t, engine.WithOnly("dsa.art16.6"), engine.WithLogger(slog.New(handler)))
	f := document(t, e, exampleFacts)
	for range 2 {
		_, err := e.Evaluate(t.Context(), f)
		require.NoError(t, err)
	}
	have := b.String()
	require.Regexp(t, `level=DEBUG msg="policies loaded" obligations=\d+ selected=2`, have)
	require.Contains(t, have, `level=DEBUG msg="facts loaded" file=facts.yaml bytes=`)
	require.Equal(t, 1, bytes.Count(b.Bytes(), []byte(`msg="parameters prepared" day=2023-09-01`)))
	judged := []byte(`msg="document judged" file=facts.yaml day=2023-09-01 detail=full breach=1 undetermined=1`)
	require.Equal(t, 2, bytes.Count(b.Bytes(), judged))

	// A calendar beside the verdicts is made of them, and not of others.
	_, err := e.Evaluate(t.Context(), f, engine.WithAgenda())
	require.NoError(t, err)
	require.Equal(t, 3, bytes.Count(b.Bytes(), judged))
}
