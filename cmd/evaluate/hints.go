package main

import (
	"errors"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/draft"
	"github.com/dsaeval/dsaeval/internal/saved"
	"github.com/dsaeval/dsaeval/records/sor"
)

// hints say by which flag or command the user of this program gets on: the library,
// which has neither, says what is wrong. More precise than a hint of the library is one
// of these, but for a name that is like what was written.
var hints = []struct {
	of   error
	hint string
}{
	{policy.ErrNoDate, "--as-of YYYY-MM-DD"},
	{policy.ErrUnknownParameter, "evaluate parameters, which lists them"},
	{gate.ErrNoBaseline, "--baseline report.json"},
	{gate.ErrUnknownObligation, "evaluate obligations, which lists them"},
	{saved.ErrNoReport, "give a report that was written with evaluate FACTS --output json=report.json"},
	{draft.ErrUnknownFact, "evaluate schema, which prints all of them"},
	{sor.ErrTogether, "--group-by platform where the statements are counted"},
	{sor.ErrStraddles, "--group-by platform,month where the partial is made"},
	{sor.ErrTooMany, "fewer platforms or days at a time (--platform, --from, --to), or longer periods (--group-by platform,month)"},
	{sor.ErrResume, "name the same files, or start again without --resume"},
}

// hinted gives an error, or each problem of one, the hint of this program.
func hinted(err error) error {
	if problems, ok := asProblems(err); ok {
		known := make(facts.Problems, len(problems))
		for i, p := range problems {
			if known[i] = p; p.Hint == "" {
				known[i].Hint = hintOf(p.Cause)
			}
		}
		return known
	}
	hint := hintOf(err)
	if hint == "" {
		return err
	}
	if problem := (facts.Problem{}); errors.As(err, &problem) && problem.Hint != "" {
		shown := strings.TrimSuffix(err.Error(), problem.Error()) + problem.WithHint(hint).Error()
		return facts.Problem{Message: shown, Cause: err}
	}
	return document.Hinted(err, hint)
}

func hintOf(err error) string {
	if errors.As(err, new(*engine.UnknownSelector)) {
		return "evaluate obligations, which lists ids and articles"
	}
	for _, known := range hints {
		if err != nil && errors.Is(err, known.of) {
			return known.hint
		}
	}
	return ""
}

// hintsOfPapers name the flags in what is written.
var hintsOfPapers = render.Hints{
	ByObligation: "--all", ByFact: "--by fact",
	Switches: map[string]string{
		"turnover_of":             "--turnover-of",
		"unit=article":            "--fine-unit article",
		"unit=paragraph":          "--fine-unit paragraph",
		"periodic_reading=annual": "--periodic-reading annual",
		"periodic_reading=daily":  "--periodic-reading daily",
	},
}
