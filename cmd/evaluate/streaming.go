package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// streaming holds the flags about many documents.
type streaming struct {
	jobs      int
	jobsFlag  *pflag.Flag // tells 0 that somebody wrote from none
	timeout   time.Duration
	keepGoing bool
	detail    string
}

func (s *streaming) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.IntVar(&s.jobs, "jobs", 0, "how many documents (a `NUMBER`) are judged at a time (default as many as there are processors)")
	s.jobsFlag = flags.Lookup("jobs")
	flags.DurationVar(&s.timeout, "timeout", 0, "end the judging with exit code 4 after this `TIME`, such as 30s; without it steps are counted and no clock is read")
	flags.BoolVar(&s.keepGoing, "keep-going", false, "judge the other documents where one is invalid; the exit code is 2 all the same")
	flags.StringVar(&s.detail, "detail", "", "`HOW` much is worked out: verdicts, findings or full (default what the formats need)")
	complete(cmd, "detail", string(report.DetailVerdicts), string(report.DetailFindings), string(report.DetailFull))
}

// many returns the flags as options of the engine. What is at stake is left out where
// nothing shows it: neither a format nor, as it may, the expression of a gate.
func (e *evaluation) many(detail report.Detail, outputs []output[render.Format]) []engine.EvaluateOption {
	options := []engine.EvaluateOption{engine.WithDetail(detail)}
	shows := func(o output[render.Format]) bool { return o.format != render.CSV }
	if slices.Contains(gate.Presets(), e.gating.failOn) && !slices.ContainsFunc(outputs, shows) {
		options = append(options, engine.WithoutFine())
	}
	if e.jobs != 0 {
		options = append(options, engine.WithWorkers(e.jobs))
	}
	return options
}

// limited is a context that ends when the time is up, if there is a limit.
func (s *streaming) limited(ctx context.Context) (context.Context, context.CancelFunc) {
	if s.timeout <= 0 {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, s.timeout)
}

// overtime is a run whose time was up: not the facts are at fault.
type overtime struct{ message string }

func (o *overtime) Error() string       { return o.message }
func (o *overtime) Class() engine.Class { return engine.Defect }

// timeUp says what was judged when the time was up, or that somebody stopped the run.
func timeUp(timeout time.Duration, stopped, told error) error {
	if !errors.Is(stopped, context.DeadlineExceeded) {
		return stopped
	}
	at := ""
	if told != nil && errors.Is(told, stopped) {
		at = strings.TrimSuffix(strings.TrimSuffix(told.Error(), stopped.Error()), ": ")
	}
	if at != "" {
		at = " at " + at
	}
	return &overtime{fmt.Sprintf("--timeout: %v is up%s; nothing was reported", timeout, at)}
}

// detailOf returns how much is worked out: what is asked for or, where nothing is, the
// least that all formats need.
func (e *evaluation) detailOf(outputs []output[render.Format]) (report.Detail, error) {
	if e.jobs < 1 && e.jobsFlag.Changed {
		return "", fmt.Errorf("--jobs is %d; at least 1 is needed", e.jobs)
	}
	least := report.DetailFindings // a gate and a table need them
	for _, o := range outputs {
		if o.format != render.CSV {
			least = report.DetailFull
		}
	}
	if e.detail == "" {
		return least, nil
	}
	if err := oneOf("detail", "choice", e.detail, string(report.DetailVerdicts), string(report.DetailFindings), string(report.DetailFull)); err != nil {
		return "", err
	}
	asked := report.Detail(e.detail)
	with := &report.Report{Detail: asked}
	for _, o := range outputs {
		if o.format == render.CSV || o.format == render.JSON || o.format == intoto {
			continue
		}
		if err := with.Require(report.DetailFull, string(o.format)); err != nil {
			return "", document.Hinted(fmt.Errorf("--detail: %w", err), "--output json or csv")
		}
	}
	if e.gating.failOn != failOnNever || e.gating.baseline != nil {
		if err := with.Require(report.DetailFindings, "--fail-on "+e.gating.failOn); err != nil {
			return "", document.Hinted(fmt.Errorf("--detail: %w", err), "--fail-on never")
		}
	}
	return asked, nil
}

// columns are those of a table: without --detail the same whatever else is written.
func (s *streaming) columns(f render.Format) report.Detail {
	if s.detail == "" && f == render.CSV {
		return report.DetailFindings
	}
	return report.Detail(s.detail)
}
