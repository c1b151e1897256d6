package gate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// The presets of [New], which are words and not expressions.
const (
	PresetBreach       = "breach"       // a breach that still runs fails the run, whatever its basis
	PresetLaw          = "law"          // only one that no value and no reading could end
	PresetBreachEnded  = "breach_ended" // one that has ended
	PresetBreachEver   = "breach_ever"  // one that runs or has ended
	PresetUndetermined = "undetermined" // so does, more mildly, what is undetermined
	PresetNever        = "never"
)

// Presets lists the presets, the default first.
func Presets() []string {
	return []string{PresetBreach, PresetLaw, PresetBreachEnded, PresetBreachEver, PresetUndetermined, PresetNever}
}

// Outcome is what reports mean for a run. The zero Outcome is none.
type Outcome = report.Outcome

// The outcomes, the mildest first.
const (
	Passed    = report.Passed
	Undecided = report.Undecided // nothing failed, but what the gate asks about is undetermined
	Failed    = report.Failed
)

// Gate decides about reports. It is immutable and safe for concurrent use.
type Gate struct {
	preset     string
	expression *expression
	baseline   *Baseline
}

// New returns a gate for a preset or an expression. Without a baseline, nil,
// everything is new. The error is an [ExpressionError].
func New(failOn string, baseline *Baseline) (*Gate, error) {
	if failOn = strings.TrimSpace(failOn); slices.Contains(Presets(), failOn) {
		return &Gate{preset: failOn, baseline: baseline}, nil
	}
	e, err := compile(failOn, environment{})
	if err != nil {
		return nil, err
	}
	if e.readsBaseline && baseline == nil {
		return nil, &ExpressionError{Source: failOn, Message: "the expression reads baseline, but there is none", NeedsBaseline: true}
	}
	return &Gate{expression: e, baseline: baseline}, nil
}

// errNoGate is about a gate that is nil or zero. It must not be open.
var errNoGate = errors.New("no gate: it is nil or was not made by New")

func (g *Gate) made() bool { return g != nil && (g.preset != "" || g.expression != nil) }

// Judge returns the worst outcome of the reports. An expression is asked about
// each report by itself. The error says why an expression could not be decided,
// with the outcome [Undecided], or why it failed, with the outcome [Failed]: an
// expression that breaks must not open the gate.
func (g *Gate) Judge(reports ...*report.Report) (Outcome, error) {
	if !g.made() {
		return Failed, errNoGate
	}
	worst := Passed
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
// changed.
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
			mark.Why = &why
		}
		c := *r
		c.Gate = &mark
		marked[i] = &c
	}
	return marked
}

func (g *Gate) judge(r *report.Report) (Outcome, error) {
	if !g.made() {
		return Failed, errNoGate
	}
	if g.preset == PresetNever {
		return Passed, nil
	}
	if err := r.Require(report.DetailFindings, "a gate"); err != nil {
		return Failed, err
	}
	e := environmentOf(r, g.baseline)
	if g.expression == nil {
		return g.byPreset(e), nil
	}
	holds, err := g.expression.run(e)
	var unknown *unknownError
	switch {
	case errors.As(err, &unknown):
		return Undecided, fmt.Errorf("%s cannot be decided: %w", g.expression.source, unknown)
	case err != nil:
		return Failed, err
	case holds:
		return Failed, nil
	}
	return Passed, nil
}

func (g *Gate) byPreset(e environment) Outcome {
	failing := e.Breach
	switch g.preset {
	case PresetLaw:
		failing = e.BreachByLaw
	case PresetBreachEnded:
		failing = e.BreachEnded
	case PresetBreachEver:
		failing = e.BreachEver
	}
	switch {
	case failing > 0:
		return Failed
	case e.Undetermined > 0 && g.preset == PresetUndetermined:
		return Undecided
	}
	return Passed
}
