package main

import (
	"math"
	"runtime"
	"runtime/debug"
)

// firstCollection is how much memory is taken before any is given back. One document
// and the catalogue stay well below it.
const firstCollection = 64 << 20

// collectLate has the first collection wait until there is something to collect: what
// a start allocates stays, and to go through it again and again while it grew took a
// third of the time of a run over one file. After the first one all is as usual. Who
// has set GOGC or GOMEMLIMIT knows better.
func collectLate(getenv func(string) string) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	percent := debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstCollection)
	sentinel := new(*byte) // found dead by the first collection
	runtime.AddCleanup(sentinel, func(percent int) {
		debug.SetGCPercent(percent)
		if debug.SetMemoryLimit(-1) == firstCollection {
			debug.SetMemoryLimit(math.MaxInt64)
		}
	}, percent)
}
