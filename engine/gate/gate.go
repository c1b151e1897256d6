package gate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// The presets of [New], which are words and not expressions: see [Presets].
const (
	presetBreach       = "breach"       // a breach that still runs fails the run, whatever its basis
	presetLaw          = "law"          // only one that no value and no reading could end
	presetBreachEnded  = "breach_ended" // one that has ended
	presetBreachEver   = "breach_ever"  // one that runs or has ended
	presetUndetermined = "undetermined" // so does, more mildly, what is undetermined
	presetNever        = "never"
)

// Presets lists the presets, the default first.
func Presets() []string {
	return []string{presetBreach, presetLaw, presetBreachEnded, presetBreachEver, presetUndetermined, presetNever}
}

// Gate decides about reports. It is immutable and safe for concurrent use.
type Gate struct {
	preset     string
	expression *expression
	baseline   *Baseline
}

// New returns a gate for a preset or an expression. Without a baseline, nil,
// everything is new. Known are the names that there are, each list by the field that
// holds them: obligation (and id) the ids, article the provisions, code those of findings.
// An expression that compares such a field with another name would never be true, and the gate would
// stay open: it is refused. The error of an expression has its
// line and column; it is [ErrNoBaseline] where the expression reads a baseline and
// none is given.
func New(failOn string, baseline *Baseline, known ...map[string][]string) (*Gate, error) {
	if failOn = strings.TrimSpace(failOn); slices.Contains(Presets(), failOn) {
		return &Gate{preset: failOn, baseline: baseline}, nil
	}
	e, err := compile(failOn, environment{}, known...)
	if err != nil {
		return nil, err
	}
	if e.readsBaseline && baseline == nil {
		return nil, ErrNoBaseline
	}
	return &Gate{expression: e, baseline: baseline}, nil
}

// errNoGate is about a gate that is nil or zero. It must not be open.
var errNoGate = errors.New("no gate: it is nil or was not made by New")

func (g *Gate) made() bool { return g != nil && (g.preset != "" || g.expression != nil) }

// Judge returns the worst outcome of the reports. An expression is asked about
// each report by itself. The error says why an expression could not be decided,
// with the outcome [report.Undecided], or why the gate could not be asked, with the outcome
// [report.Failed]: an expression that breaks must not open it for who looks at the outcome alone.
func (g *Gate) Judge(reports ...*report.Report) (report.Outcome, error) {
	if !g.made() {
		return report.Failed, errNoGate
	}
	worst := report.Passed
	var errs []error
	for _, r := range reports {
		outcome, err := g.judge(r)
		if outcome.Worse(worst) {
			worst = outcome
		}
		if err != nil {
			errs = append(errs, err)
		}
	}
	return worst, errors.Join(errs...)
}

// Mark returns the reports with what the gate makes of each; those given are not
// changed. A report of which the gate could not be asked has not failed: it is undecided, and says why.
func (g *Gate) Mark(reports ...*report.Report) []*report.Report {
	marked := make([]*report.Report, len(reports))
	for i, r := range reports {
		if r == nil {
			continue
		}
		outcome, err := g.judge(r)
		mark := report.Gate{Outcome: outcome}
		if g.made() {
			mark.FailOn = g.preset
		}
		if g.made() && g.expression != nil {
			mark.FailOn = g.expression.source
		}
		if g.made() && g.baseline != nil {
			mark.Baseline = &g.baseline.file
		}
		if err != nil {
			why := err.Error()
			mark.Outcome, mark.Why = report.Undecided, &why
		}
		c := *r
		c.Gate = &mark
		marked[i] = &c
	}
	return marked
}

func (g *Gate) judge(r *report.Report) (report.Outcome, error) {
	if !g.made() {
		return report.Failed, errNoGate
	}
	if g.preset == presetNever {
		return report.Passed, nil
	}
	if err := r.Require(report.DetailFindings, "a gate"); err != nil {
		return report.Failed, err
	}
	if g.expression == nil {
		// A preset counts, and reads no amounts.
		var e environment
		e.countAll(r, g.baseline, func(*report.Obligation, bool) {})
		return g.byPreset(e), nil
	}
	if err := r.RequireFine("an expression"); err != nil {
		return report.Failed, err
	}
	e := environmentOf(r, g.baseline)
	holds, err := g.expression.run(e)
	var unknown *unknownError
	switch {
	case errors.As(err, &unknown):
		return report.Undecided, fmt.Errorf("%s cannot be decided: %w", g.expression.source, unknown)
	case err != nil:
		return report.Failed, err
	case holds:
		return report.Failed, nil
	}
	return report.Passed, nil
}

func (g *Gate) byPreset(e environment) report.Outcome {
	failing := e.Breach
	switch g.preset {
	case presetLaw:
		failing = e.BreachByLaw
	case presetBreachEnded:
		failing = e.BreachEnded
	case presetBreachEver:
		failing = e.BreachEver
	}
	switch {
	case failing > 0:
		return report.Failed
	case e.Undetermined > 0 && g.preset == presetUndetermined:
		return report.Undecided
	}
	return report.Passed
}
