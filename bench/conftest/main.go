// Command conftest does what the command test of Conftest does, with the functions
// on calendar days that the rules of the repository call. Conftest keeps its
// command line to itself; what stands here are its own runner and its own
// writers, called in the same order with the same defaults.
//
//	conftest POLICIES DATA FORMAT FILE...
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/open-policy-agent/conftest/output"
	"github.com/open-policy-agent/conftest/runner"

	_ "github.com/dsaeval/dsaeval/bench/dates"
)

func main() {
	if len(os.Args) < 5 {
		fmt.Fprintln(os.Stderr, "usage: conftest POLICIES DATA FORMAT FILE...")
		os.Exit(2)
	}
	test := runner.TestRunner{
		Policy:      []string{os.Args[1]},
		Data:        []string{os.Args[2]},
		Namespace:   []string{"main"},
		RegoVersion: "v1",
	}
	results, err := test.Run(context.Background(), os.Args[4:])
	if err == nil {
		err = output.Get(os.Args[3], output.Options{NoColor: true}).Output(results)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "Error:", err)
		os.Exit(2)
	}
}
