package policy

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// The bounds of the search: counts and not times, so that all machines find the same.
const (
	maxTurnFacts   = 3   // facts in one set, or one for each ground if there are more
	maxTurnOptions = 64  // sets that are kept for one condition
	maxTurnTrials  = 200 // sets that are judged
	maxTurns       = 8   // sets that are shown for one verdict
)

// search looks for the smallest changes of facts that turn a verdict.
type search struct {
	*explaining
	most    int  // facts in one set
	missing bool // only what is not known is looked at
	ended   bool // by a bound
	trials  int
}

// changes finds what would turn the verdict, and judges each.
func (e *explaining) changes(ctx context.Context, x *report.Explanation) error {
	if slices.Contains(e.grounds, nil) || len(e.grounds) == 0 {
		return nil // OPA judges, of which no condition is known
	}
	s := &search{explaining: e, most: max(maxTurnFacts, min(len(e.grounds), 2*maxTurnFacts)), missing: x.Verdict == report.Undetermined}
	applies, rulesOut := []option{{}}, []option(nil)
	if x.Verdict == report.NotApplicable || x.Verdict == report.Undetermined {
		for _, part := range e.scope {
			applies = s.product(applies, s.scope(part, true))
			rulesOut = append(rulesOut, s.scope(part, false)...)
		}
	}
	breaches := func() []option { return s.product(applies, s.any(e.grounds, kleene.Yes)) }
	complies := func() []option { return s.product(applies, s.all(e.grounds, kleene.No)) }
	ends := func() []option { return s.all(e.breaching, kleene.No) }
	try := func(options []option, to func(report.Verdict) bool) error {
		found, err := s.turning(ctx, s.kept(options), to)
		x.Changes = append(x.Changes, found...)
		return err
	}
	var err error
	switch x.Verdict {
	case report.Breach:
		err = try(ends(), isNot(report.Breach))
	case report.Compliant:
		err = try(breaches(), is(report.Breach))
	case report.NotApplicable:
		err = try(applies, isNot(report.NotApplicable))
	case report.Undetermined:
		err = errors.Join(try(breaches(), is(report.Breach)), try(complies(), is(report.Compliant)), try(rulesOut, is(report.NotApplicable)))
	}
	slices.SortStableFunc(x.Changes, func(a, b report.Turn) int { return cmp.Compare(len(a.Facts), len(b.Facts)) })
	x.SearchEnded = s.ended
	return err
}

// scope returns what makes a condition of the scope let the obligation bind, or not.
func (s *search) scope(part *scopeTree, binds bool) []option {
	want := kleene.No
	if binds != part.exception {
		want = kleene.Yes
	}
	return s.options(part.tree, want)
}

// options returns the smallest sets of changes after which a tree has an answer, as
// far as its conditions tell.
func (s *search) options(t *tree, want kleene.Answer) []option {
	switch {
	case t == nil:
		return nil
	case t.answer == want:
		return []option{{}}
	case t.exception:
		of := *t
		of.exception, of.answer = false, t.answer.Not()
		return s.options(&of, want.Not())
	}
	switch {
	case t.merged && (want == kleene.Yes) != t.denied:
		return s.any(t.of, kleene.Yes)
	case t.merged:
		return s.all(t.of, kleene.No)
	case t.joins(report.All):
		if want == kleene.Yes {
			return s.all(t.of, want)
		}
		return s.any(t.of, want)
	case t.joins(report.Any):
		if want == kleene.Yes {
			return s.any(t.of, want)
		}
		return s.all(t.of, want)
	}
	return s.leaf(t, want)
}

// any returns what gives one of some trees an answer.
func (s *search) any(of []*tree, want kleene.Answer) []option {
	var found []option
	for _, each := range of {
		found = append(found, s.options(each, want)...)
	}
	return s.kept(found)
}

// all returns what gives all of some trees an answer.
func (s *search) all(of []*tree, want kleene.Answer) []option {
	found := []option{{}}
	for _, each := range of {
		if each.answer != want {
			found = s.product(found, s.options(each, want))
		}
	}
	return found
}

func (s *search) product(a, b []option) []option {
	var found []option
	for _, x := range a {
		for _, y := range b {
			if both, ok := x.with(y); ok && len(both) <= s.most {
				found = append(found, both)
			}
		}
	}
	return s.kept(found)
}

// kept returns the smallest sets, each once, in the order in which they were found.
func (s *search) kept(options []option) []option {
	slices.SortStableFunc(options, func(a, b option) int { return cmp.Compare(len(a), len(b)) })
	seen := map[string]bool{}
	var kept []option
	for _, o := range options {
		if name := o.name(); !seen[name] {
			seen[name] = true
			kept = append(kept, o)
		}
	}
	if len(kept) > maxTurnOptions {
		s.ended = true
		kept = kept[:maxTurnOptions]
	}
	return kept
}

// turning judges the facts with each set of changes, and returns those that turn the
// verdict and include no smaller one that does.
func (s *search) turning(ctx context.Context, options []option, to func(report.Verdict) bool) ([]report.Turn, error) {
	var turns []report.Turn
	var found []option
	for _, o := range options {
		if len(o) == 0 || slices.ContainsFunc(found, func(smaller option) bool { return len(smaller) < len(o) && o.includes(smaller) }) {
			continue
		}
		if s.trials++; s.trials > maxTurnTrials || len(turns) == maxTurns {
			s.ended = true
			break
		}
		verdict, err := s.verdict(ctx, o)
		if err != nil {
			return nil, err
		}
		if verdict != "" && to(verdict) {
			found = append(found, o)
			turns = append(turns, s.turn(o, verdict))
		}
	}
	return turns, nil
}

func is(v report.Verdict) func(report.Verdict) bool {
	return func(other report.Verdict) bool { return other == v }
}

func isNot(v report.Verdict) func(report.Verdict) bool {
	return func(other report.Verdict) bool { return other != v }
}

// verdict judges the obligation on the facts with a set of changes; "" where those
// contradict other facts.
func (s *search) verdict(ctx context.Context, o option) (report.Verdict, error) {
	changed := s.changed(s.facts, o)
	if changed == nil {
		return "", nil
	}
	result, err := s.set.Judge(ctx, changed, []*Obligation{s.obligation}, report.DetailVerdicts)
	if err != nil {
		return "", err
	}
	return result.Obligations[0].Verdict, nil
}

// changed returns the facts with a set of changes, made in whatever order leaves no
// contradiction on the way; nil if there is none.
func (s *search) changed(f *facts.Facts, o option) *facts.Facts {
	if len(o) == 0 {
		return f
	}
	for i, c := range o {
		next, err := f.With(c.pointer(), plainOf(c.value))
		if err != nil {
			continue
		}
		if all := s.changed(next, slices.Delete(slices.Clone(o), i, i+1)); all != nil {
			return all
		}
	}
	return nil
}

func (s *search) turn(o option, verdict report.Verdict) report.Turn {
	turn := report.Turn{Verdict: verdict}
	for _, c := range o {
		f := s.fact(c.place)
		changed := report.ChangedFact{Pointer: f.Pointer, Question: f.Question, Unit: f.Unit, Given: f.Given, To: plainOf(c.value)}
		if f.Given {
			changed.From = f.Value
		}
		turn.Facts = append(turn.Facts, changed)
	}
	return turn
}
