// Package collect decides when the command collects garbage. It says so before other
// packages are initialised, which is why it is a package, and why it imports none of them.
package collect

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

const (
	// startPercent has the first collection of any command wait for 32 MiB instead of 4: the
	// tables of the packages alone are more than those, and to go through them while they
	// grew took a third of the time of a short command.
	startPercent = 800
	// usual is what Go begins with.
	usual = 100
)

// firstCollection is how much memory is taken before any is given back. One document
// and the catalogue stay well below it.
const firstCollection = 64 << 20

// heapGoal is how much the heap may hold, garbage included, where what is in use is less:
// to go through thirty megabytes each time that as much has been thrown away took a
// fifth of the time of many documents. What the process takes stays below 256 MiB.
const heapGoal = 128 << 20

// judging is set where documents are judged: [Late] says when to collect there.
var judging atomic.Bool

func init() { start(os.Getenv) }

// start has the first collection wait until a command has begun its work. After that all
// is as usual, unless [Late] says otherwise.
func start(getenv func(string) string) {
	if !ours(getenv) {
		return
	}
	debug.SetGCPercent(startPercent)
	afterCollection(func() {
		if !judging.Load() {
			debug.SetGCPercent(usual)
		}
	})
}

// ours tells whether nobody has set GOGC or GOMEMLIMIT; who has knows better.
func ours(getenv func(string) string) bool {
	return getenv("GOGC") == "" && getenv("GOMEMLIMIT") == ""
}

// Late has the first collection wait until there is something to collect: what
// a start allocates stays, and to go through it again and again while it grew took a
// third of the time of a run over one file. After that the heap may grow to its goal
// before the next or, where more is in use, to as much again as usual. Who has set
// GOGC or GOMEMLIMIT knows better.
func Late() { late(os.Getenv) }

func late(getenv func(string) string) {
	if !ours(getenv) {
		return
	}
	judging.Store(true)
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstCollection)
	afterCollection(func() {
		if debug.SetMemoryLimit(-1) == firstCollection {
			debug.SetMemoryLimit(math.MaxInt64)
		}
		grow()
	})
}

// grow sets how much may be thrown away before the next collection, after each of them,
// as long as documents are judged.
func grow() {
	if !judging.Load() {
		return
	}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(percentFor(live[0].Value.Uint64()))
	afterCollection(grow)
}

// afterCollection calls a function after the next collection.
func afterCollection(call func()) {
	sentinel := new(*byte) // found dead by the next collection
	runtime.AddCleanup(sentinel, func(call func()) { call() }, call)
}

// percentFor is how much garbage there may be for each hundred bytes in use.
func percentFor(live uint64) int {
	const most = 2000
	return int(min(max(usual, (heapGoal-min(live, heapGoal))*100/max(live, 1)), most))
}
