package html

import (
	"path"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/explained"
	"github.com/dsaeval/dsaeval/internal/words"
)

// why is how a verdict follows: from the provision to its conditions, from those to the
// facts, and what would change it.
type why struct {
	obligation
	explanation *report.Explanation
	file        string
	shown       map[string]bool // facts of which the question and the place have been told
}

// branch is a condition with its answer, and what it rests on.
type branch struct {
	Answer string // yes, no or ?
	Lines  []string
	Facts  []knownFact
	Of     []branch
}

// knownFact is what a fact is; of one that was shown before only its name and value.
type knownFact struct{ Question, Value, Rest string }

// turn is a set of facts that would turn the verdict.
type turn struct {
	Verdict report.Verdict
	Facts   []string
}

// maxTurns is how many sets are listed.
const maxTurns = 5

// Follows is how the verdict follows; nil where the report does not say.
func (o obligation) Follows() *why {
	x := o.View.Explanation(o.ID)
	if x == nil {
		return nil
	}
	return &why{o, x, path.Base(x.File), map[string]bool{}}
}

// Tree has two branches: whether the obligation applies, and whether it is breached.
func (w *why) Tree() []branch { return w.branches(explained.Parts(w.explanation)) }

func (w *why) branches(parts []explained.Part) []branch {
	var list []branch
	for _, part := range parts {
		b := branch{Answer: explained.Sign(part.Answer), Lines: part.Lines, Of: w.branches(part.Of)}
		if part.Condition != nil {
			b.Of = append(b.Of, w.condition(*part.Condition, part.Settled))
		}
		list = append(list, b)
	}
	return list
}

// condition is one condition with those of its parts that decide it. Of one fact that
// has not been shown the question and the answer come first.
func (w *why) condition(c report.Explained, settled report.Answer) branch {
	c = explained.Deciding(c, settled)
	sentence := words.ExplainedCondition(c)
	b := branch{Answer: explained.Sign(explained.Inner(c)), Lines: []string{sentence}}
	for _, part := range c.Of {
		b.Of = append(b.Of, w.condition(part, explained.Below(c, settled)))
	}
	if len(c.Of) > 0 && c.Condition.Op != report.ForSome {
		return b
	}
	facts := slices.DeleteFunc(slices.Clone(c.Facts), func(f report.ExplainedFact) bool { return f.Pointer == "/assessment/date" })
	if len(facts) != 1 {
		for _, f := range facts {
			b.Facts = append(b.Facts, w.fact(f, words.Fact(f.Pointer)))
		}
		return b
	}
	if w.shown[facts[0].Pointer] {
		b.Lines[0] += " (it is " + words.ExplainedValue(facts[0]) + ")"
		return b
	}
	b.Lines, b.Facts = nil, []knownFact{w.fact(facts[0], sentence)}
	return b
}

// fact tells what a fact is, and of one that has not been shown what is said of it, and
// where it stands.
func (w *why) fact(f report.ExplainedFact, said string) knownFact {
	known := knownFact{Question: words.Fact(f.Pointer) + ":", Value: words.ExplainedValue(f)}
	if !w.shown[f.Pointer] {
		known.Question, known.Rest = f.Question, said+words.ExplainedPlace(w.file, f)
	}
	w.shown[f.Pointer] = true
	return known
}

// Turns are the smallest sets of facts that would turn the verdict, some for each that
// it can turn to.
func (w *why) Turns() []turn {
	var list []turn
	shown, asked := map[report.Verdict]int{}, map[string]bool{}
	for _, each := range w.explanation.Changes {
		if shown[each.Verdict]++; shown[each.Verdict] > maxTurns {
			continue
		}
		t := turn{Verdict: each.Verdict}
		for _, f := range each.Facts {
			if asked[f.Pointer] {
				f.Question = ""
			}
			asked[f.Pointer] = true
			t.Facts = append(t.Facts, words.ChangedFact(f))
		}
		list = append(list, t)
	}
	return list
}

// More reports whether there are, or may be, other sets.
func (w *why) More() bool {
	return w.explanation.SearchEnded || len(w.Turns()) < len(w.explanation.Changes)
}

// Explained are the obligations of which the report says how the verdict follows and that
// are not told of one by one elsewhere.
func (v *view) Explained() []obligation {
	var list []obligation
	for _, o := range v.All {
		if o.Detail == "" && v.Explanation(o.ID) != nil {
			list = append(list, o)
		}
	}
	return list
}

// Dated is what falls due on a day that is known, the first of several that are possible.
func (v *view) Dated() []dated {
	var list []dated
	for _, each := range v.Agenda.Entries {
		if each.Day != nil {
			list = append(list, dated{each, *each.Day})
		}
	}
	return list
}

// dated is an entry of the agenda with its day.
type dated struct {
	report.AgendaEntry
	Day report.Day
}

// Dayless is what falls due on a day that missing facts keep from being known.
func (v *view) Dayless() []report.AgendaEntry {
	return slices.DeleteFunc(slices.Clone(v.Agenda.Entries), func(each report.AgendaEntry) bool { return each.Day != nil })
}
