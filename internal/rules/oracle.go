package rules

import (
	"context"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// Oracle answers questions that cannot be lowered, or once more those that can.
type Oracle interface {
	Document(f *facts.Facts) (Document, error)
}

// Asked is a question by its name, with the id that it is about, if it is about one.
type Asked struct{ Name, About string }

// Document answers questions about one document. An answer of yes or no holds
// whatever the missing facts turn out to be.
type Document interface {
	// Decide answers a question about a rule or a set of findings.
	Decide(ctx context.Context, q Asked) (Outcome, error)
	// StartsOn returns the day that a rule gives, empty where that is not settled.
	StartsOn(ctx context.Context, q Asked) (string, error)
	// Sufficient returns those of some known facts that are enough for a finding. It
	// reports false if the finding follows only from telling cases apart.
	Sufficient(ctx context.Context, q Asked, code string, item int, known []document.Path) ([]document.Path, bool, error)
	// AsIfAny answers which findings there are as if the value of a parameter could
	// be any; of all, if the name is empty.
	AsIfAny(ctx context.Context, q Asked, parameter string) (Outcome, error)
	// Rival returns what answers the same as if a reading were another.
	Rival(reading, option string) Document
}

// Outcome is an answer with what it rests on.
type Outcome struct {
	Answer kleene.Answer
	// Findings are those that are not ruled out, by code and item.
	Findings []Finding
	// Open is what is left open; nil unless the answer is.
	Open Open
}

// Finding is the answer for one finding.
type Finding struct {
	Code   string
	Item   int // index of the element that is meant; -1 if none
	Answer kleene.Answer
	Open   Open
}

// Open is what missing facts leave open of a question.
type Open interface {
	// Facts are those that it depends on, each once.
	Facts() []document.Path
	// Condition says what it asks for; false if that cannot be said.
	Condition() (report.Condition, bool)
}

// WithoutNeedless leaves out known facts one after the other. The function reports
// whether the finding stands without one more of them, or at first without none.
func WithoutNeedless(known []document.Path, stands func(without document.Path) (bool, error)) (kept []document.Path, certain bool, err error) {
	if certain, err = stands(nil); err != nil || !certain {
		return known, false, err
	}
	for _, path := range slices.Backward(known) {
		still, err := stands(path)
		if err != nil {
			return nil, false, err
		}
		if !still {
			kept = append(kept, path)
		}
	}
	slices.Reverse(kept)
	return kept, true, nil
}
