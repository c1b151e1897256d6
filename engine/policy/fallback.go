package policy

import (
	"context"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// fallback answers by an oracle what the program does not.
type fallback struct{ rules.Document }

func (f fallback) decide(ctx context.Context, q question) (outcome, error) {
	return outcomeOf(f.Decide(ctx, q.asRules()))
}

func (f fallback) startsOn(ctx context.Context, q question) (string, error) {
	return f.StartsOn(ctx, q.asRules())
}

func (f fallback) sufficient(ctx context.Context, q question, of findingOutcome, known []document.Path) ([]document.Path, bool, error) {
	return f.Sufficient(ctx, q.asRules(), of.code, of.item, known)
}

func (f fallback) asIfAny(ctx context.Context, q question, parameter string) (outcome, error) {
	return outcomeOf(f.AsIfAny(ctx, q.asRules(), parameter))
}

func (f fallback) underReading(_ context.Context, reading, option string, ask func(answering) error) error {
	return ask(fallback{f.Rival(reading, option)})
}

func (q question) asRules() rules.Asked { return rules.Asked{Name: q.name, About: q.about} }

// outcomeOf returns an outcome as the rest of the package has it.
func outcomeOf(out rules.Outcome, err error) (outcome, error) {
	o := outcome{answer: answer(out.Answer), open: openOf(out.Open)}
	for _, f := range out.Findings {
		o.findings = append(o.findings, findingOutcome{code: f.Code, item: f.Item, answer: answer(f.Answer), open: openOf(f.Open)})
	}
	return o, err
}

func openOf(open rules.Open) openCondition {
	if open == nil {
		return nil
	}
	return left{open}
}

// left is what an oracle leaves open.
type left struct{ rules.Open }

func (l left) facts() []document.Path { return l.Facts() }

func (l left) condition() (report.Condition, bool) { return l.Condition() }
