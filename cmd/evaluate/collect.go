package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// firstCollection is how much memory is taken before any is given back. One document
// and the catalogue stay well below it.
const firstCollection = 64 << 20

// heapGoal is how much the heap may hold, garbage included, where what is in use is less:
// to go through thirty megabytes each time that as much has been thrown away took a
// fifth of the time of many documents. What the process takes stays below 256 MiB.
const heapGoal = 128 << 20

// collectLate has the first collection wait until there is something to collect: what
// a start allocates stays, and to go through it again and again while it grew took a
// third of the time of a run over one file. After that the heap may grow to its goal
// before the next or, where more is in use, to as much again as usual. Who has set
// GOGC or GOMEMLIMIT knows better.
func collectLate(getenv func(string) string) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstCollection)
	afterCollection(func() {
		if debug.SetMemoryLimit(-1) == firstCollection {
			debug.SetMemoryLimit(math.MaxInt64)
		}
	})
}

// afterCollection sets how much may be thrown away before the next collection, after
// each of them.
func afterCollection(first func()) {
	sentinel := new(*byte) // found dead by the next collection
	runtime.AddCleanup(sentinel, func(first func()) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		debug.SetGCPercent(percentFor(live[0].Value.Uint64()))
		first()
		afterCollection(func() {})
	}, first)
}

// percentFor is how much garbage there may be for each hundred bytes in use.
func percentFor(live uint64) int {
	const usual, most = 100, 2000
	return int(min(max(usual, (heapGoal-min(live, heapGoal))*100/max(live, 1)), most))
}
