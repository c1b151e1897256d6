package ask

import (
	"cmp"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Options say which questions are wanted.
type Options struct {
	// Count is how many; 0 means all.
	Count int
	// Skipped are the pointers of facts that whoever is asked does not know. They are
	// not asked for, nor is what could only decide something together with them.
	Skipped map[string]bool
	// Only keeps the facts of which it is true; nil keeps all.
	Only func(Fact) bool
}

// Step is a question, and what an answer to it settles.
type Step struct {
	Fact
	// Waits is how many undetermined obligations the fact has a part in, and Gate
	// whether it decides for any of them that it applies.
	Waits int  `json:"waits"`
	Gate  bool `json:"gate"`
	// Best is how many obligations the answer settles that settles most, Expected how
	// many an answer does on average, and Nearer the same with those that only come
	// nearer to a verdict: each answer that is still needed quarters what they count.
	Best     int     `json:"best"`
	Expected float64 `json:"expected"`
	Nearer   float64 `json:"nearer"`
	// Outcomes say for answers that make a difference what they settle.
	Outcomes []Outcome `json:"outcomes"`

	gravity, place int
}

// Outcome is what becomes of obligations by an answer.
type Outcome struct {
	Answer  any       `json:"answer"`
	Settles []Settled `json:"settles"`
}

// Settled is an obligation that comes to a verdict.
type Settled struct {
	ID      string         `json:"id"`
	Article string         `json:"article"`
	Title   string         `json:"title"`
	Verdict report.Verdict `json:"verdict"`
}

// Next ranks the questions that the undetermined obligations of a report leave open,
// best first: by what an answer is expected to settle or to bring nearer to a
// verdict, then by what it settles at best, by the cap that a breach can attract and
// in the order of the Regulation. What decides whether an obligation applies comes
// before what decides whether it is breached, and what a question presupposes before it.
//
// What an answer does is read off the conditions of the report. A rule may know more,
// as that a count cannot exceed a whole; judging again after an answer tells.
func (c *Catalogue) Next(r *report.Report, o Options) []Step {
	waiting := map[string][]*open{}
	for i, obligation := range r.Obligations {
		if obligation.Verdict != report.Undetermined {
			continue
		}
		x := c.openOf(obligation, i, o.Skipped)
		for _, m := range obligation.Missing {
			waiting[m.Pointer] = append(waiting[m.Pointer], x)
		}
	}
	var steps []Step
	for pointer, about := range waiting {
		fact, known := c.fact(r, pointer)
		if !known || o.Skipped[pointer] || o.Only != nil && !o.Only(fact) {
			continue
		}
		if step, useful := stepOf(fact, about, o.Skipped); useful {
			steps = append(steps, step)
		}
	}
	slices.SortFunc(steps, func(a, b Step) int {
		return cmp.Or(-cmp.Compare(a.Nearer, b.Nearer), -cmp.Compare(a.Best, b.Best), cmp.Compare(a.gravity, b.gravity),
			cmp.Compare(a.place, b.place), cmp.Compare(a.Pointer, b.Pointer))
	})
	count := len(steps)
	if o.Count > 0 {
		count = min(count, o.Count)
	}
	return c.inTurn(steps, count)
}

// fact is what is known of a fact: from the schema or, of one that others' rules bring,
// from the question of the report.
func (c *Catalogue) fact(r *report.Report, pointer string) (Fact, bool) {
	if fact, known := c.Fact(pointer); known {
		return fact, true
	}
	q := r.Question(pointer)
	fact := Fact{Pointer: pointer, Path: words.Fact(pointer), Question: words.Question(q), Description: q.Description, Kind: q.Kind, Choices: []Choice{}, Articles: []string{}}
	for _, word := range q.Values {
		fact.Choices = append(fact.Choices, Choice{Word: word})
	}
	return fact, q.Kind != ""
}

// WithNext is the report with the questions to ask next, for papers to show them in
// this order; the report itself where nothing is undetermined, so that nothing is to be
// asked. The report that is given is not changed.
func (c *Catalogue) WithNext(r *report.Report) *report.Report {
	if r.Summary.Undetermined == 0 {
		return r
	}
	ranked := *r
	ranked.Next = []string{}
	for _, step := range c.Next(r, Options{}) {
		ranked.Next = append(ranked.Next, step.Pointer)
	}
	return &ranked
}

// stepOf tries answers out. It reports false where no answer can lead anywhere.
func stepOf(f Fact, about []*open, skipped map[string]bool) (s Step, useful bool) {
	s = Step{Fact: f, Waits: len(about), Outcomes: []Outcome{}, gravity: gravity(nil), place: about[0].place}
	var asking []*open
	for _, x := range about {
		s.Gate = s.Gate || slices.Contains(x.gates, f.Pointer)
		s.gravity = min(s.gravity, gravity(x.Penalty))
		if x.asks(f.Pointer, skipped) {
			asking = append(asking, x)
			useful = useful || x.now > 0
		}
	}
	values := tries(f, about)
	for _, value := range values {
		t := trial{f.Pointer, value}
		outcome := Outcome{Answer: value, Settles: []Settled{}}
		for _, x := range asking {
			if verdict := x.verdict(t); verdict != "" {
				outcome.Settles = append(outcome.Settles, Settled{x.ID, x.Article, x.Title, verdict})
			}
			s.Nearer += (x.worth(t, skipped) - x.now) / float64(len(values))
		}
		s.Best = max(s.Best, len(outcome.Settles))
		s.Expected += float64(len(outcome.Settles)) / float64(len(values))
		if len(outcome.Settles) > 0 {
			s.Outcomes = append(s.Outcomes, outcome)
		}
	}
	return s, useful
}
