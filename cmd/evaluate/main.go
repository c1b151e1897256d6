// Command evaluate judges facts about online services by the obligations of
// the Digital Services Act. See README.md.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/dsaeval/dsaeval/internal/crash"
)

func main() { os.Exit(run()) }

// run is main without the exit, so that scripts can test it.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return exitCode(crash.Guard(func() error { return newRoot().ExecuteContext(ctx) }), os.Stderr)
}
