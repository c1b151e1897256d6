// Command evaluate judges facts about online services by the obligations of
// the Digital Services Act. See README.md.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/dsaeval/dsaeval/internal/crash"
)

func main() { os.Exit(run()) }

// run is main without the exit, so that scripts can test it.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	code := make(chan int, 1)
	go func() {
		code <- exitCode(crash.Guard(func() error { return newRoot().ExecuteContext(ctx) }), os.Stderr)
	}()
	select {
	case c := <-code:
		return c
	case <-ctx.Done():
		stop() // a second signal ends the process at once
	}
	select {
	case c := <-code:
		return c
	case <-time.After(grace):
		fmt.Fprintln(os.Stderr, "error: interrupted")
		return exitUsage
	}
}

// grace is how long a command has after a signal to end by itself and to take away
// what it left half done. What waits for input, or for a function that hears nothing,
// does not.
const grace = 2 * time.Second
