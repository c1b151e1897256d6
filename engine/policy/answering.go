package policy

import (
	"context"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// answering answers questions about one document. The contract of every
// implementation:
//
//   - sound: an answer of yes or no holds in every document that agrees with the
//     given one and knows more;
//   - an answer of unknown should mean that two such documents disagree, and
//     where it does not, it errs on the side of unknown;
//   - deterministic: the same question and document give the same answer.
//
// OPA's partial evaluation is the reference; the direct evaluator has to agree
// with it.
type answering interface {
	// decide answers a question about a rule or a set of findings, cases told apart.
	decide(ctx context.Context, q question) (outcome, error)
	// startsOn returns the day that a rule gives, empty where that is not settled.
	startsOn(ctx context.Context, q question) (string, error)
	// sufficient returns those of some known facts that are enough for a finding:
	// those that it does without are left out one after the other. It reports false
	// if the finding does not follow from the facts by itself but from telling cases
	// apart.
	sufficient(ctx context.Context, q question, f findingOutcome, known []document.Path) ([]document.Path, bool, error)
	// asIfAny answers which findings there are, cases not told apart, as if the value
	// of a parameter could be any; of all, if the name is empty.
	asIfAny(ctx context.Context, q question, parameter string) (outcome, error)
	// underReading calls ask with what answers the same as if a reading were another.
	underReading(ctx context.Context, reading, option string, ask func(answering) error) error
}

// outcome is the answer to a question and what it rests on.
type outcome struct {
	answer answer
	// findings are those of a question about findings, by their codes; those that
	// are certainly not there are left out.
	findings []findingOutcome
	// open is what is left open; nil unless the answer is unknown.
	open openCondition
	// day is that which a rule gives, of a question about one; empty where that is not
	// settled.
	day string
	// left is what a report says of that; nil where it is not kept.
	left *leftOpen
}

// findingOutcome is the answer for one finding.
type findingOutcome struct {
	code   string
	item   int // index of the element that is meant; -1 if none
	answer answer
	open   openCondition
}

// openCondition is what missing facts leave open of a question.
type openCondition interface {
	// facts are those that it depends on, each once, in the order in which they
	// appear.
	facts() []document.Path
	// condition says what it asks for; false if that cannot be said.
	condition() (report.Condition, bool)
}

// factsOf returns the facts that an outcome depends on, none where it is settled.
func factsOf(open openCondition) []document.Path {
	if open == nil {
		return nil
	}
	return open.facts()
}
