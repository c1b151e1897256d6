package main

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/records/sor"
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

	// The largest day there was, and the first bytes of a year.
	p.Rows.Store(737_000_000)
	p.Rejected.Store(1_234_567)
	for _, bytes := range []int64{1, 200, 400} {
		p.Total.Store(400)
		p.Bytes.Store(bytes)
		line := bar.line(40 * time.Minute)
		require.Less(t, len(line), 80)
		require.Regexp(t, `^\[[#.]+\] +[0-9]+% 737000000 rows, 307083/s, 1234567 rejected, [0-9hms>]+ left$`, line)
	}
	p.Bytes.Store(1)
	p.Total.Store(2 << 40)
	require.Contains(t, bar.line(time.Minute), ", >99h left")
}

func TestNoProgressWithoutTerminal(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	bar := newProgress(&out, &sor.Progress{})
	bar.stop()
	require.Empty(t, out.String())
}
