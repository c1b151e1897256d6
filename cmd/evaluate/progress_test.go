package main

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/ingest/sor"
)

func TestProgressLine(t *testing.T) {
	t.Parallel()
	var p sor.Progress
	bar := &progress{p: &p}
	require.Equal(t, "0 rows, 0/s, 0 rejected", bar.line(0))
	p.Rows.Store(3_000_000)
	p.Rejected.Store(2)
	require.Equal(t, "3000000 rows, 1000000/s, 2 rejected", bar.line(3*time.Second), "from a pipe: nobody knows how much is left")
	p.Total.Store(400)
	p.Bytes.Store(100)
	want := "[#####...............]  25% 3000000 rows, 1000000/s, 2 rejected, 9s left"
	require.Equal(t, want, bar.line(3*time.Second))
	require.Less(t, len(want), 80)
}

func TestNoProgressWithoutTerminal(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	bar := newProgress(&out, &sor.Progress{})
	bar.stop()
	require.Empty(t, out.String())
}
