package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestCollectLate: after the first collection all is as it was. It changes what the
// whole process does and cannot run beside others.
func TestCollectLate(t *testing.T) {
	percent := debug.SetGCPercent(100)
	defer debug.SetGCPercent(percent)
	unset := func(string) string { return "" }
	collectLate(unset)
	require.EqualValues(t, firstCollection, debug.SetMemoryLimit(-1))
	runtime.GC()
	require.Eventually(t, func() bool { return debug.SetMemoryLimit(-1) == math.MaxInt64 }, 5*time.Second, time.Millisecond)
	require.Equal(t, 100, debug.SetGCPercent(100))

	collectLate(func(name string) string { return map[string]string{"GOGC": "50"}[name] })
	require.EqualValues(t, int64(math.MaxInt64), debug.SetMemoryLimit(-1))
}
