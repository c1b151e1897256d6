package render

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// undetermined groups what is open by the missing facts that decide most. What
// a fact decides is said once: under the first of the facts that it takes.
func (t *text) undetermined() {
	open := t.r.With(report.Undetermined)
	if len(open) == 0 {
		return
	}
	facts := report.Ask(open)
	defer t.waivedOpen(open)
	t.printf("\nUNDETERMINED: %s for %s; what decides most comes first\n",
		writing.Count(len(open), "obligation waits", "obligations wait"), writing.Count(len(facts), "fact", "facts"))
	said := map[string]bool{}
	plain := false // whether the line above stands by itself
	for _, fact := range facts {
		var blocks [][]string
		for _, each := range fact.For {
			block := asked(each)
			if all := strings.Join(block, "\n"); !said[all] {
				said[all] = true
				blocks = append(blocks, block)
			}
		}
		name, given := words.Fact(fact.Pointer), words.Given(fact.Missing)
		switch {
		case len(blocks) == 0 && given == "":
		case given == "" && len(blocks) == 1 && len(blocks[0]) == 1 && strings.Contains(blocks[0][0], name):
			// A condition that names its fact needs no heading.
			if !plain {
				t.printf("\n")
			}
			t.lines("  ", blocks[0])
			plain = true
		default:
			t.printf("\n  %s\n", strings.TrimRight(name+" "+given, " "))
			for _, block := range blocks {
				t.lines("    ", block)
			}
			plain = false
		}
	}
}

// asked says what a missing fact decides and of which obligations, a long
// condition as a tree of lines.
func asked(a report.AskedFor) []string {
	lines := words.Asked(a).Lines()
	lines[0] = "Art. " + words.Articles(a.Articles()) + "  " + lines[0]
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
			t.printf("\n  Art. %s  waived: %s  [%s]\n", o.Article, writing.OneLine(words.Waiver(*o.Waiver)), o.ID)
		}
	}
}
