package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestCollectLate: after the first collection there is no limit any more. It changes what
// the whole process does and cannot run beside others.
func TestCollectLate(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	unset := func(string) string { return "" }
	collectLate(unset)
	require.EqualValues(t, firstCollection, debug.SetMemoryLimit(-1))
	runtime.GC()
	require.Eventually(t, func() bool { return debug.SetMemoryLimit(-1) == math.MaxInt64 }, 5*time.Second, time.Millisecond)
	require.GreaterOrEqual(t, debug.SetGCPercent(100), 100)

	collectLate(func(name string) string { return map[string]string{"GOGC": "50"}[name] })
	require.EqualValues(t, int64(math.MaxInt64), debug.SetMemoryLimit(-1))
}

func TestPercentFor(t *testing.T) {
	t.Parallel()
	require.Equal(t, 2000, percentFor(0))
	require.Equal(t, 300, percentFor(heapGoal/4))
	require.Equal(t, 100, percentFor(heapGoal/2))
	require.Equal(t, 100, percentFor(4*heapGoal), "as usual")
}
