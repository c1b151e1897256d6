package render

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/asked"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// nextQuestions is how many questions are asked at a time: who has answered ten
// runs again, and is asked what then decides most.
const nextQuestions = 10

// undetermined says how much is open in which sections of the facts, and what to
// ask next. What else there is to ask stands in the long form alone.
func (t *text) undetermined() {
	open := t.r.With(report.Undetermined)
	if len(open) == 0 {
		return
	}
	defer t.waivedOpen(open)
	facts := asked.Of(open)
	t.printf("\nUNDETERMINED: %s for %s\n", writing.Count(len(open), "obligation waits", "obligations wait"), writing.Count(len(facts), "fact", "facts"))
	t.printf("  %s\n", inSections(facts))
	switch t.order {
	case ByObligation:
		t.byObligation(open)
	case ByFact:
		t.byFact(asked.Next(facts, t.r))
	default:
		t.next(asked.Next(facts, t.r))
	}
}

// next writes the next questions.
func (t *text) next(facts []*asked.Fact) {
	if len(facts) == 0 {
		return
	}
	shown := facts[:min(len(facts), nextQuestions)]
	t.printf("\nNEXT, what decides most first\n")
	for i, fact := range shown {
		t.printf("  %2d. %s\n      %s\n", i+1, t.question(fact.Missing), t.beside(fact))
	}
	if more := len(facts) - len(shown); more > 0 {
		t.printf("  and %s%s\n", writing.Count(more, "more question", "more questions"), t.hints.more())
	}
}

// question asks for a fact in words, and says what kind of answer it wants; it is
// the path where the report has no words.
func (t *text) question(m report.Missing) string {
	q := t.r.Question(m.Pointer)
	asked := words.Question(q)
	if asked == "" {
		return words.Fact(m.Pointer)
	}
	if answer := words.Answer(q); answer != "" && q.Kind != report.Flag { // that it is yes or no is heard
		asked += " (" + answer + ")"
	}
	return writing.OneLine(asked)
}

// beside says what stands beside a question: the path, unless the question is the
// path for want of words, what was given in vain, and for which articles it is asked.
func (t *text) beside(fact *asked.Fact) string {
	var parts []string
	name, given := words.Fact(fact.Pointer), words.Given(fact.Missing)
	if t.question(fact.Missing) == name {
		name = ""
	}
	if path := strings.TrimSpace(name + " " + given); path != "" {
		parts = append(parts, path)
	}
	return strings.Join(append(parts, words.Waiting(fact)), "; ")
}

// byObligation lists all that is open under the obligation that waits for it.
func (t *text) byObligation(open []report.Obligation) {
	for _, o := range open {
		t.printf("\n  %s  %s  [%s]\n", words.Provision(o.Article, o.Origin), o.Title, o.ID)
		for _, m := range o.Missing {
			given := words.Given(m)
			t.printf("    - %s: %s\n", t.question(m), strings.TrimRight(words.Fact(m.Pointer)+" "+given, " "))
		}
		for _, q := range o.Open {
			if q.Decides != report.Breached {
				continue
			}
			t.lines("    ", words.OpenOutline(q).Lines())
		}
	}
}

// byFact lists all that is open under the missing facts. What a fact decides is
// said once: under the first of the facts that it takes.
func (t *text) byFact(facts []*asked.Fact) {
	said := map[string]bool{}
	for _, fact := range facts {
		t.printf("\n  %s\n    %s\n", t.question(fact.Missing), t.beside(fact))
		for _, each := range fact.For {
			if fact.Gates == len(fact.Obligations) && len(fact.For) == 1 {
				continue // said beside the question
			}
			block := decided(each)
			if all := strings.Join(block, "\n"); !said[all] {
				said[all] = true
				t.lines("    ", block)
			}
		}
	}
}

// decided says what a missing fact decides and of which obligations, a long
// condition as a tree of lines.
func decided(a asked.For) []string {
	lines := words.Asked(a).Lines()
	lines[0] = words.Provisions(a.Articles()) + "  " + lines[0]
	return lines
}

func (t *text) lines(indent string, lines []string) {
	for _, line := range lines {
		t.printf("%s%s\n", indent, line)
	}
}

// waivedOpen tells which undetermined obligations are waived.
func (t *text) waivedOpen(open []report.Obligation) {
	for _, o := range open {
		if o.Waiver != nil {
			t.printf("\n  %s  waived: %s  [%s]\n", words.Provision(o.Article, o.Origin), writing.OneLine(words.Waiver(*o.Waiver)), o.ID)
		}
	}
}
