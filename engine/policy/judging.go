package policy

import (
	"sync"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// judging is the work on one document.
type judging struct {
	set      *Set
	detail   report.Detail
	prepared *prepared
	facts    *facts.Facts
	asked    *questions
	answer   answering
	scopes   map[*scopeQuestions]*scope
	// remembered is what is known from other documents; nil where nothing is to be.
	remembered *remembering
	// offered is set where the facts say since when the service is offered in the
	// Union, noSuspensions where they say that no court has suspended anything.
	offered, noSuspensions bool
	close                  func()
}

// judging prepares the work on a document; close ends it. It returns [ErrNoDate] if
// the document has no assessment date.
func (s *Set) judging(f *facts.Facts, detail report.Detail) (*judging, error) {
	j, err := s.unbegun(f, detail)
	if err == nil {
		j.begin()
	}
	return j, err
}

// unbegun is judging without what answers questions: not every document asks any.
func (s *Set) unbegun(f *facts.Facts, detail report.Detail) (*judging, error) {
	date := f.AssessmentDate()
	if date == "" {
		return nil, ErrNoDate
	}
	b, err := s.preparedFor(string(date))
	if err != nil {
		return nil, err
	}
	return &judging{set: s, detail: detail, prepared: b, asked: s.asked(), facts: f, close: func() {}}, nil
}

// begin prepares what answers questions about the document.
func (j *judging) begin() {
	j.answerBy(j.facts.Known(), sync.OnceValues(func() (fallback, error) {
		d, err := j.prepared.oracle.Document(j.facts)
		return fallback{d}, err
	}))
}

// answerBy has questions answered by what is known of a document; what the program
// does not answer is asked of a fallback.
func (j *judging) answerBy(known *facts.Node, other func() (fallback, error)) {
	direct := j.asked.direct
	document := &directDocument{direct: direct, state: direct.state(known, j.prepared.slots), fallback: other}
	document.bare, document.remembered = !j.detail.Includes(report.DetailFull), j.remembered
	j.answer, j.scopes, j.close = document, map[*scopeQuestions]*scope{}, document.state.Release
	service, _ := known.Member("service")
	since, _ := service.Value.Member("offered_in_union_since")
	j.offered = since.Value != nil && since.Value.Kind != facts.Null
	suspensions, _ := service.Value.Member("suspensions")
	j.noSuspensions = suspensions.Value != nil && len(suspensions.Value.Elements) == 0
}
