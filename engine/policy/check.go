package policy

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// Check is what came of asking all questions about a document twice.
type Check struct {
	// Compared is how many answers were compared.
	Compared int
	// Sharper are the answers that only the program gives, Wrong those that only OPA
	// gives and those of which one contradicts the other. None may ever be wrong.
	Sharper, Wrong []Difference
}

// Difference is a question of which the two say different things.
type Difference struct {
	// Question names the rule and the obligation, or the profile of a scope.
	Question string
	// Program and OPA are the answers: yes, no or unknown, or a day.
	Program, OPA string
}

func (d Difference) String() string {
	return fmt.Sprintf("%s: the program says %s, OPA %s", d.Question, d.Program, d.OPA)
}

// ErrNoOPA says that there is nothing to ask twice. Returned by [Set.Check] of a set
// that was not loaded by engine/rego.
var ErrNoOPA = errors.New("the policies were not compiled by OPA; load them with engine/rego")

// Check asks all questions about some obligations of the program and of OPA, which
// reads the same rules by itself. It takes some hundred times as long as judging.
func (s *Set) Check(ctx context.Context, f *facts.Facts, obligations []*Obligation) (*Check, error) {
	if s.compiled == nil {
		return nil, ErrNoOPA
	}
	j, err := s.judging(f, report.DetailVerdicts)
	if err != nil {
		return nil, err
	}
	defer j.close()
	oracle, err := s.oracleOfAll(f)
	if err != nil {
		return nil, err
	}
	other, err := oracle.Document(f)
	if err != nil {
		return nil, err
	}
	c := checking{ctx: ctx, ours: j.answer, opa: fallback{other}, found: &Check{}, seen: map[string]bool{}}
	for _, o := range obligations {
		c.obligation(j.asked, o)
		if c.err != nil {
			return nil, c.err
		}
	}
	return c.found, nil
}

// oracleOfAll returns what answers all questions by OPA, on the day of a document.
func (s *Set) oracleOfAll(f *facts.Facts) (rules.Oracle, error) {
	if s.whole != nil {
		whole, err := s.whole()
		if err != nil {
			return nil, err
		}
		s = whole
	}
	b, err := s.preparedFor(string(f.AssessmentDate()))
	if err != nil {
		return nil, err
	}
	return b.oracle, nil
}

// checking asks each question once.
type checking struct {
	ctx       context.Context
	ours, opa answering
	found     *Check
	seen      map[string]bool
	err       error
}

func (c *checking) obligation(asked *questions, o *Obligation) {
	own := asked.obligations[o.ID]
	scope := own.scope
	for _, q := range []question{
		own.findings, own.concerned, own.presupposed, own.speaksAgainst, asked.suspendedFor(o),
		scope.applies, scope.offered, scope.addressed, scope.exempt, scope.inForce, scope.ended, scope.offeredAlready,
	} {
		c.once(q, c.decide)
	}
	c.once(scope.startsOn, c.day)
	c.once(scope.firstDay, c.day)
}

// once asks a question unless it has been asked; what the program does not answer is
// asked of OPA anyway.
func (c *checking) once(q question, ask func(question) error) {
	if c.err != nil || q.asked == nil || q.byOPA != "" || c.seen[q.name+" "+q.about] {
		return
	}
	c.seen[q.name+" "+q.about] = true
	if c.err = c.ctx.Err(); c.err == nil {
		c.err = ask(q)
	}
}

func (c *checking) decide(q question) error {
	want, err := c.opa.decide(c.ctx, q)
	if err != nil {
		return err
	}
	have, err := c.ours.decide(c.ctx, q)
	if err != nil {
		return err
	}
	name := q.name
	if q.about != "" {
		name += " " + q.about
	}
	c.compare(name, have.answer, want.answer)
	for _, f := range have.findings {
		if same := slices.IndexFunc(want.findings, f.about); same < 0 {
			c.compare(name+": "+f.name(), f.answer, no)
		}
	}
	for _, f := range want.findings {
		mine := no
		if same := slices.IndexFunc(have.findings, f.about); same >= 0 {
			mine = have.findings[same].answer
		}
		// Once there is a finding for certain, nobody asks for those that may be.
		if want.answer != yes || mine == yes || f.answer != unknown {
			c.compare(name+": "+f.name(), mine, f.answer)
		}
	}
	return nil
}

// about reports whether another finding is the same, whatever the answer is.
func (f findingOutcome) about(other findingOutcome) bool {
	return f.code == other.code && f.item == other.item
}

func (f findingOutcome) name() string {
	if f.item < 0 {
		return f.code
	}
	return fmt.Sprintf("%s of element %d", f.code, f.item)
}

func (c *checking) compare(name string, ours, opa answer) {
	c.found.Compared++
	if ours == opa {
		return
	}
	d := Difference{Question: name, Program: ours.String(), OPA: opa.String()}
	if opa == unknown {
		c.found.Sharper = append(c.found.Sharper, d)
	} else {
		c.found.Wrong = append(c.found.Wrong, d)
	}
}

func (c *checking) day(q question) error {
	want, err := c.opa.startsOn(c.ctx, q)
	if err != nil {
		return err
	}
	have, err := c.ours.startsOn(c.ctx, q)
	if err != nil {
		return err
	}
	c.found.Compared++
	switch d := (Difference{Question: q.name, Program: have, OPA: want}); {
	case have == want:
	case want == "":
		d.OPA = unknown.String()
		c.found.Sharper = append(c.found.Sharper, d)
	default:
		if have == "" {
			d.Program = unknown.String()
		}
		c.found.Wrong = append(c.found.Wrong, d)
	}
	return nil
}
