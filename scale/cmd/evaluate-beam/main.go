// The command evaluate-beam does on many machines what evaluate does on one: it
// submits pipelines to a runner of Apache Beam, and is the worker that it starts.
// docs/scale.md says when that is worth it.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"

	"github.com/dsaeval/dsaeval/engine"
)

const usage = `evaluate-beam counts statements of reasons and judges facts on a runner of Apache Beam.

  evaluate-beam sor --input 'gs://bucket/days/*.zip' --output gs://bucket/july/
  evaluate-beam judge --input facts.ndjson --output reports/

Without --runner everything runs in this process. docs/scale.md has the flags of the
runners; the flags of a command come with evaluate-beam COMMAND --help.
`

// Exit codes, as of evaluate.
const (
	exitFailed = 1 // what --fail-on names
	exitUsage  = 2 // wrong usage, or what cannot be read
	exitDefect = 4 // a defect of the program
)

// errFailed says that what --fail-on names has happened; what it was has been told.
var errFailed = errors.New("failed")

// job is a command: its flags, which are read together with those of Beam, and what
// it does.
type job interface {
	flags(*flag.FlagSet)
	run(ctx context.Context, stderr io.Writer) error
}

var jobs = map[string]func() job{
	"sor":   func() job { return &sorJob{} },
	"judge": func() job { return &judgeJob{} },
}

func main() { os.Exit(start(os.Args, os.Stderr)) }

func start(args []string, stderr io.Writer) int {
	// Runners start workers with flags alone.
	if len(args) > 1 && strings.HasPrefix(args[1], "-") && !isHelp(args[1]) {
		flag.Parse()
		beam.Init() // does not return in a worker
	}
	if len(args) < 2 || jobs[args[1]] == nil {
		fmt.Fprint(stderr, usage)
		if len(args) > 1 && isHelp(args[1]) {
			return 0
		}
		return exitUsage
	}
	j := jobs[args[1]]()
	j.flags(flag.CommandLine)
	if err := flag.CommandLine.Parse(args[2:]); err != nil {
		return exitUsage
	}
	beam.Init()
	if *jobopts.Endpoint == "" && strings.HasPrefix(strings.ToLower(cmp.Or(*runners.Runner, "prism")), "prism") {
		log.SetupLogging("warn", "text") // prism in this process tells of each of its steps
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := arguments(flag.CommandLine)
	if err == nil {
		err = j.run(ctx, stderr)
	}
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFailed):
		return exitFailed
	}
	fmt.Fprintf(stderr, "evaluate-beam: %v\n", err)
	if engine.ClassOf(err) == engine.Defect {
		return exitDefect
	}
	return exitUsage
}

func isHelp(arg string) bool { return arg == "-h" || arg == "-help" || arg == "--help" }

// arguments refuses what is no flag: a forgotten --input would be ignored.
func arguments(flags *flag.FlagSet) error {
	if flags.NArg() > 0 {
		return fmt.Errorf("%q is no flag\n    hint: --input %s", flags.Arg(0), flags.Arg(0))
	}
	return nil
}

// list is a flag that can be repeated; commas separate, too, where there are no
// names of files.
type list struct {
	all    []string
	commas bool
}

func (l *list) String() string { return strings.Join(l.all, ",") }

func (l *list) Set(value string) error {
	if l.commas {
		l.all = append(l.all, strings.Split(value, ",")...)
	} else {
		l.all = append(l.all, value)
	}
	return nil
}
