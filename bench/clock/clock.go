// Package clock measures what a benchmark takes of processors.
package clock

import (
	"syscall"
	"testing"
	"time"
)

// Measure runs what is measured, and reports the time of processors beside that on
// the clock: a machine that others use too makes the latter hard to compare. What
// is prepared on the first call is not measured.
func Measure(b *testing.B, run func()) {
	b.Helper()
	run()
	b.ReportAllocs()
	begun := processorTime(b)
	for b.Loop() {
		run()
	}
	b.ReportMetric(float64(processorTime(b)-begun)/float64(b.N), "cpu-ns/op")
}

// processorTime is what this process has taken so far, the garbage collector
// included.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
