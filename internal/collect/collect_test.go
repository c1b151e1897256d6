package collect

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func unset(string) string { return "" }

func gogc(name string) string { return map[string]string{"GOGC": "50"}[name] }

// percent is what was last set.
func percent() int {
	old := debug.SetGCPercent(-1)
	debug.SetGCPercent(old)
	return old
}

// TestStart: the first collection waits, and those after it do not. It changes what the
// whole process does and cannot run beside others.
func TestStart(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(usual))
	defer judging.Store(false)
	start(unset)
	require.Equal(t, startPercent, percent())
	runtime.GC()
	require.Eventually(t, func() bool { return percent() == usual }, 5*time.Second, time.Millisecond)
	runtime.GC()
	require.Never(t, func() bool { return percent() != usual }, 20*time.Millisecond, time.Millisecond)

	start(gogc)
	require.Equal(t, usual, percent())
}

// TestLate: after the first collection there is no limit any more, and the heap may grow.
// It cannot run beside others either.
func TestLate(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(usual))
	defer judging.Store(false)
	start(unset)
	late(unset)
	require.EqualValues(t, firstCollection, debug.SetMemoryLimit(-1))
	require.Equal(t, -1, percent())
	for range 2 {
		runtime.GC()
		require.Eventually(t, func() bool { return debug.SetMemoryLimit(-1) == math.MaxInt64 }, 5*time.Second, time.Millisecond)
		require.Eventually(t, func() bool { return percent() > usual }, 5*time.Second, time.Millisecond)
		require.Never(t, func() bool { return percent() <= usual }, 20*time.Millisecond, time.Millisecond, "what start said is over")
	}
	debug.SetGCPercent(usual)

	late(gogc)
	require.EqualValues(t, int64(math.MaxInt64), debug.SetMemoryLimit(-1))
	require.Equal(t, usual, percent())
}

func TestPercentFor(t *testing.T) {
	t.Parallel()
	require.Equal(t, 2000, percentFor(0))
	require.Equal(t, 300, percentFor(heapGoal/4))
	require.Equal(t, 100, percentFor(heapGoal/2))
	require.Equal(t, 100, percentFor(4*heapGoal), "as usual")
}
