package policy

import (
	"context"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Answers says by the codes of the findings of an obligation what the facts that
// are not given would have to be for each; a finding that the given facts settle
// has no entry. It is what a page about the obligation shows as the answer that
// breaches.
func (s *Set) Answers(ctx context.Context, o *Obligation, f *facts.Facts) (map[string]report.Condition, error) {
	j, err := s.judging(f, report.DetailFull)
	if err != nil {
		return nil, err
	}
	defer j.close()
	out, err := j.answer.decide(ctx, j.asked.obligations[o.ID].findings)
	if err != nil {
		return nil, err
	}
	answers := map[string]report.Condition{}
	for _, finding := range out.findings {
		if finding.answer != unknown {
			continue
		}
		if c, said := finding.open.condition(); said {
			answers[finding.code] = c
		}
	}
	return answers, nil
}
