// Command opa is the command of Open Policy Agent as it is, with the functions on
// calendar days that the rules of the repository call.
package main

import (
	"errors"
	"os"

	"github.com/open-policy-agent/opa/cmd"

	_ "github.com/dsaeval/dsaeval/bench/dates"
)

func main() {
	err := cmd.RootCommand.Execute()
	if exit, ok := errors.AsType[*cmd.ExitError](err); ok {
		os.Exit(exit.Exit)
	}
	if err != nil {
		os.Exit(1)
	}
}
