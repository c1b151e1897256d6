// Package testheap makes tests that judge much spend less of their time on garbage. A
// test file imports it for that alone:
//
//	import _ "github.com/dsaeval/dsaeval/internal/testheap"
//
// The rules and the schema are some tens of megabytes that stay; to go through them each
// time that as much again was thrown away took a third of the time of those tests.
package testheap

import (
	"os"
	"runtime/debug"
	"slices"
	"strings"
)

const (
	// percent is how much may be thrown away for each hundred bytes in use.
	percent = 400
	// most is what a process of tests takes before it is as thrifty as others: as many of
	// them run beside each other as there are processors.
	most = 600 << 20
)

// Who has set GOGC or GOMEMLIMIT knows better, and a benchmark measures what users have.
func init() {
	if slices.ContainsFunc(os.Args, func(arg string) bool { return strings.HasPrefix(arg, "-test.bench=") }) {
		return
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(most)
	}
}
