package ask_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/golden"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
)

// given is a fact of a file.
type given struct {
	pointer string
	value   any
}

// replay answers questions about a shown case from its file.
type replay struct {
	t         *testing.T
	engine    *engine.Engine
	catalogue *ask.Catalogue
	given     []given        // in the order of the file
	values    map[string]any // the same, by pointer
	final     map[string]report.Verdict
	begin     *facts.Facts // only the day and the sources
}

func newReplay(t *testing.T, eng *engine.Engine, name string) *replay {
	t.Helper()
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	root, err := document.One(name, content)
	require.NoError(t, err)
	p := &replay{t: t, engine: eng, catalogue: ask.NewCatalogue(eng.Schema(), eng.Obligations()), values: map[string]any{}}
	frame := map[string]any{"service": map[string]any{}}
	for _, section := range root.Members {
		switch section.Key {
		case "assessment", "sources", "provenance":
			frame[section.Key] = section.Value.Value()
			continue
		}
		for _, member := range section.Value.Members {
			if member.Value.Known() {
				pointer := document.Path{section.Key, member.Key}.Pointer()
				p.given = append(p.given, given{pointer, member.Value.Value()})
				p.values[pointer] = member.Value.Value()
			}
		}
	}
	all, err := eng.Load(name, content)
	require.NoError(t, err)
	p.final = p.verdicts(p.judge(all[0]))
	p.begin, err = eng.Facts("facts.yaml", frame)
	require.NoError(t, err)
	return p
}

func (p *replay) judge(f *facts.Facts) *report.Report {
	r, err := p.engine.Evaluate(p.t.Context(), f)
	require.NoError(p.t, err)
	return r
}

// verdicts are those that say something about the service.
func (p *replay) verdicts(r *report.Report) map[string]report.Verdict {
	verdicts := map[string]report.Verdict{}
	for _, o := range r.Obligations {
		if o.Verdict == report.Breach || o.Verdict == report.Compliant {
			verdicts[o.ID] = o.Verdict
		}
	}
	return verdicts
}

// tally is after how many answers each verdict stood.
type tally struct {
	p       *replay
	facts   *facts.Facts
	answers int
	at      map[string]int
}

// answer gives a fact and judges.
func (y *tally) answer(g given) *report.Report {
	changed, err := y.facts.With(g.pointer, g.value)
	require.NoError(y.p.t, err, g.pointer)
	y.facts = changed
	y.answers++
	r := y.p.judge(y.facts)
	for id, verdict := range y.p.verdicts(r) {
		if _, stood := y.at[id]; !stood && verdict == y.p.final[id] {
			y.at[id] = y.answers
		}
	}
	return r
}

// sum adds up after how many answers each verdict stood.
func (y *tally) sum() int {
	sum := 0
	for _, n := range y.at {
		sum += n
	}
	return sum
}

// inFileOrder gives the facts as they stand in the file.
func (p *replay) inFileOrder() *tally {
	y := &tally{p: p, facts: p.begin, at: map[string]int{}}
	for _, g := range p.given {
		y.answer(g)
	}
	return y
}

// asked gives them as they are asked for, until all verdicts stand; what the file does
// not know is passed over.
func (p *replay) asked() *tally {
	y := &tally{p: p, facts: p.begin, at: map[string]int{}}
	skipped := map[string]bool{}
	r := p.judge(y.facts)
	for {
		steps := p.catalogue.Next(r, ask.Options{Count: 1, Skipped: skipped})
		if len(steps) == 0 || len(y.at) == len(p.final) {
			return y
		}
		pointer := steps[0].Pointer
		value, ok := p.values[pointer]
		if !ok {
			skipped[pointer] = true
			continue
		}
		r = y.answer(given{pointer, value})
	}
}

const (
	tableBegins = "<!-- replayed -->\n"
	tableEnds   = "<!-- end -->\n"
)

var all = flag.Bool("all", false, "replay every case, and not a third of them")

// TestReplay gives the facts of shown cases one by one, in the order of their files
// and as they are asked for. Asked for, a verdict takes at most half as many answers.
func TestReplay(t *testing.T) {
	t.Parallel()
	eng, err := engine.New(t.Context())
	require.NoError(t, err)
	table := "| Case | Facts in the file | Verdicts | Answers a verdict took, asked | in file order | of the file |\n|---|---|---|---|---|---|\n"
	files, err := filepath.Glob("../../fixtures/cases/*/facts.yaml")
	require.NoError(t, err)
	shown, replayed := 0, 0
	for _, file := range files {
		p := newReplay(t, eng, file)
		verdicts, name := len(p.final), filepath.Base(filepath.Dir(file))
		if verdicts == 0 {
			continue // a case of questions that are still open
		}
		if shown++; !*all && !*golden.Update && shown%3 != 0 {
			continue
		}
		replayed++
		inOrder, asked := p.inFileOrder(), p.asked()
		require.Len(t, inOrder.at, verdicts, name)
		require.Len(t, asked.at, verdicts, "%s: asking leads to all verdicts", name)
		require.LessOrEqual(t, 2*asked.sum(), inOrder.sum(), "%s: against the order of the file", name)
		require.LessOrEqual(t, 2*asked.sum(), verdicts*len(p.given), "%s: against the facts of the file", name)
		mean := func(sum int) float64 { return float64(sum) / float64(verdicts) }
		table += fmt.Sprintf("| [%s](../fixtures/cases/%s/facts.yaml) | %d | %d | %.1f | %.1f | %.0f %% |\n",
			name, name, len(p.given), verdicts, mean(asked.sum()), mean(inOrder.sum()), 100*mean(asked.sum())/float64(len(p.given)))
	}
	require.GreaterOrEqual(t, shown, 5)
	require.Positive(t, replayed)
	if replayed == shown {
		golden.Part(t, "../../docs/asking.md", tableBegins, tableEnds, table)
	}
}
