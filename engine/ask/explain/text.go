package explain

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/explained"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// Options say how much of an explanation is written, and in which words of a program
// its reader gets at the rest; what is empty is not hinted at.
type Options struct {
	All bool
	// ShowAll is as in "--all shows them", OtherDay as in "--as-of judges on another one".
	ShowAll, OtherDay string
}

// behind is text with what joins it to the text before it, nothing where it is empty.
func behind(mark, text string) string {
	if text == "" {
		return ""
	}
	return mark + text
}

// WriteText writes an explanation as a tree for a terminal, at most 100 columns wide
// where no single word is longer. What decides nothing is left out, unless all is wanted.
func WriteText(w io.Writer, x *report.Explanation, o Options) error {
	out := bufio.NewWriter(w)
	t := text{x: x, file: path.Base(x.File), Options: o, shown: map[string]bool{}}
	put := func(lines ...string) {
		for _, line := range lines {
			fmt.Fprintln(out, writing.Harmless(strings.TrimRight(line, " ")))
		}
	}
	put(wrap(strings.TrimLeft(x.Service.Name+": ", ": ")+"Art. "+x.Article+", "+x.Title+" ("+x.ID+")", maxWidth)...)
	put(wrap(verdict(x)+" on "+string(x.AssessmentDate)+", by the facts in "+x.File, maxWidth)...)
	put("")
	put(draw(t.branches(explained.Parts(x)), "")...)
	if len(x.Parameters)+len(x.Readings) > 0 {
		put("", "Judgements that take part")
		for _, p := range x.Parameters {
			put(hanging("  - ", fmt.Sprintf("%s = %s, a benchmark", p.Name, words.Benchmark(p.Value, p.Unit)))...)
		}
		for _, r := range x.Readings {
			put(hanging("  - ", fmt.Sprintf("%s = %s, could also be %s", r.Name, r.Chosen, strings.Join(r.Rivals, ", ")))...)
		}
	}
	if !o.All {
		put("", "Conditions that decide nothing here are left out"+behind("; ", o.ShowAll)+".")
	}
	put("", "What would change it")
	put(t.turns()...)
	return out.Flush()
}

// verdict says how the obligation stands, with what would hold of one that does not
// apply.
func verdict(x *report.Explanation) string {
	said := words.Verdict(x.Verdict)
	if !x.Kind.Breachable() {
		said = words.State(x.Verdict.State())
	}
	if x.IfApplicable != nil {
		would := words.Verdict(*x.IfApplicable)
		if !x.Kind.Breachable() {
			would = words.State(x.IfApplicable.State())
		}
		said += " (if it applied: " + would + ")"
	}
	return said
}

// text draws one explanation. Of a fact that has been shown only the value is said
// again.
type text struct {
	x    *report.Explanation
	file string // its name without folders, of which there is one
	Options
	shown map[string]bool
}

// branches draw what an explanation says, with the conditions behind it.
func (t *text) branches(parts []explained.Part) []branch {
	var list []branch
	for _, part := range parts {
		b := branch{mark: explained.Sign(part.Answer), lines: part.Lines, of: t.branches(part.Of)}
		if part.Condition != nil {
			b.of = append(b.of, t.condition(*part.Condition, part.Settled))
		}
		list = append(list, b)
	}
	return list
}

func (t *text) condition(c report.Explained, settled report.Answer) branch {
	if !t.All {
		c = explained.Deciding(c, settled)
	}
	// The mark of an exception says whether it is made, as those of its parts do.
	b := branch{mark: explained.Sign(explained.Inner(c)), lines: t.said(c)}
	for _, part := range c.Of {
		b.of = append(b.of, t.condition(part, explained.Below(c, settled)))
	}
	return b
}

// said says a condition without its parts and what its facts are: of one fact that has
// not been shown the question and the answer come first.
func (t *text) said(c report.Explained) []string {
	sentence := words.ExplainedCondition(c)
	if len(c.Of) > 0 && c.Condition.Op != report.ForSome {
		return []string{sentence}
	}
	facts := slices.DeleteFunc(slices.Clone(c.Facts), func(f report.ExplainedFact) bool { return f.Pointer == "/assessment/date" })
	if len(facts) != 1 {
		return append([]string{sentence}, t.facts(facts)...)
	}
	f := facts[0]
	if t.shown[f.Pointer] {
		return []string{sentence + " (it is " + words.ExplainedValue(f) + ")"}
	}
	t.shown[f.Pointer] = true
	return []string{f.Question + " " + words.ExplainedValue(f), "[" + sentence + words.ExplainedPlace(t.file, f) + "]"}
}

// facts says of each fact what it is. Of one that has been shown only the value is said
// again.
func (t *text) facts(facts []report.ExplainedFact) []string {
	var lines []string
	for _, f := range facts {
		name := words.Fact(f.Pointer)
		if t.shown[f.Pointer] {
			lines = append(lines, name+": "+words.ExplainedValue(f))
			continue
		}
		t.shown[f.Pointer] = true
		lines = append(lines, f.Question+" "+words.ExplainedValue(f), "["+name+words.ExplainedPlace(t.file, f)+"]")
	}
	return lines
}
