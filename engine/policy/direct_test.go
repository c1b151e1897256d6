package policy

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/schemas"
)

// The direct evaluator against OPA's partial evaluation, which reads the rules by
// itself. They may never contradict each other, and OPA may never be sharper.
// Where ours is, the log says by class how often.

// all compares everything. Otherwise a sample has to do, since it is OPA that takes
// the time, and .ci/run compares everything:
//
//	go test ./engine/policy -run Direct -all
var all = flag.Bool("all", false, "compare the direct evaluator with OPA on all facts instead of a sample")

// differ compares the two on documents.
type differ struct {
	t   *testing.T
	set *Set
	// compared counts the answers, sharper those that only ours gives, by what was
	// asked.
	compared int
	sharper  map[string]int
	wrong    map[string]string
	// few is set where only the facts of an obligation and its scope have values;
	// then nothing is asked that reads others.
	few bool
}

func newDiffer(t *testing.T, set *Set) *differ {
	return &differ{t: t, set: set, sharper: map[string]int{}, wrong: map[string]string{}}
}

// pair is one document as both read it.
type pair struct {
	label string
	ours  answering
	opa   answering
}

// document compares all questions about some obligations.
func (d *differ) document(label string, w knowledge, b *prepared, obligations []*Obligation) {
	asked := d.set.asked()
	s := asked.direct.state(w.Known(), b.slots)
	defer s.Release()
	p := pair{label, &directDocument{direct: asked.direct, state: s}, opaDocument(b, w)}
	seen := map[string]bool{}
	for _, o := range obligations {
		questions := asked.obligations[o.ID]
		d.ask(p, questions.findings)
		if o.concerned {
			d.ask(p, questions.concerned)
		}
		if o.presupposed {
			d.ask(p, questions.presupposed)
		}
		if len(o.doubts) > 0 && !d.few {
			d.ask(p, questions.speaksAgainst)
		}
		d.ask(p, asked.suspendedFor(o))
		profile := o.profile()
		if seen[profile] {
			continue
		}
		seen[profile] = true
		scope := questions.scope
		d.ask(p, scope.applies)
		if d.few {
			continue
		}
		for _, q := range []question{scope.offered, scope.addressed, scope.exempt, scope.inForce, scope.ended, scope.offeredAlready} {
			d.ask(p, q)
		}
		d.day(p, scope.startsOn)
		d.day(p, scope.firstDay)
	}
}

func (d *differ) ask(p pair, q question) {
	require.Empty(d.t, q.byOPA, "%s is not lowered: %v", q.name, q.byOPA)
	want, err := p.opa.decide(d.t.Context(), q)
	require.NoError(d.t, err)
	have, err := p.ours.decide(d.t.Context(), q)
	require.NoError(d.t, err)
	d.compare(p.label, q.name, want.answer, have.answer)
	answers := map[string]answer{}
	for _, f := range have.findings {
		answers[fmt.Sprint(f.code, " ", f.item)] = f.answer
	}
	theirs := map[string]answer{}
	for _, f := range want.findings {
		theirs[fmt.Sprint(f.code, " ", f.item)] = f.answer
	}
	for _, finding := range slices.Sorted(maps.Keys(theirs)) {
		mine, ok := answers[finding]
		if !ok {
			mine = no
		}
		// Once there is a finding for certain, nobody asks for those that may be.
		if want.answer == yes && mine != yes && theirs[finding] == unknown {
			continue
		}
		d.compare(p.label, q.name+" "+finding, theirs[finding], mine)
	}
	for finding, mine := range answers {
		if _, ok := theirs[finding]; !ok {
			d.compare(p.label, q.name+" "+finding, no, mine)
		}
	}
}

func (d *differ) day(p pair, q question) {
	require.Empty(d.t, q.byOPA, "%s is not lowered: %v", q.name, q.byOPA)
	want, err := p.opa.startsOn(d.t.Context(), q)
	require.NoError(d.t, err)
	have, err := p.ours.startsOn(d.t.Context(), q)
	require.NoError(d.t, err)
	d.compared++
	switch {
	case want == have:
	case want == "":
		d.sharper["first day"]++
	default:
		d.report(q.name, fmt.Sprintf("%s: OPA says %q, ours %q", p.label, want, have))
	}
}

func (d *differ) compare(label, name string, want, have answer) {
	d.compared++
	switch {
	case want == have:
	case want == unknown:
		class, _, _ := strings.Cut(name, " {")
		d.sharper[class]++
	default:
		d.report(name, fmt.Sprintf("%s: OPA says %v, ours %v", label, want, have))
	}
}

func (d *differ) report(name, message string) {
	if d.wrong[name] == "" {
		d.wrong[name] = message
	}
}

// conclude fails the test where the two do not go together.
func (d *differ) conclude() {
	d.t.Helper()
	d.t.Logf("%d answers compared", d.compared)
	for _, class := range slices.Sorted(maps.Keys(d.sharper)) {
		d.t.Logf("ours is sharper %d times: %s", d.sharper[class], class)
	}
	for _, name := range slices.Sorted(maps.Keys(d.wrong)) {
		d.t.Errorf("%s\n\t%s", name, d.wrong[name])
	}
}

// fixturesOf returns the documents of the repository.
func fixturesOf(t testing.TB) []*facts.Facts {
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	var documents []*facts.Facts
	err = filepath.WalkDir("../../fixtures", func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.Name() != "facts.yaml" {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		loaded, err := schema.Load(path, content)
		documents = append(documents, loaded...)
		return err
	})
	require.NoError(t, err)
	require.NotEmpty(t, documents)
	return documents
}

var fiveDays = []string{"", "2023-09-01", "2024-03-01", "2025-06-02", "2026-11-28"}

func TestDirectOnFixtures(t *testing.T) {
	t.Parallel()
	set := builtIn(t)
	d := newDiffer(t, set)
	for i, document := range fixturesOf(t) {
		for j, day := range fiveDays {
			if !*all && (i+j)%(4*len(fiveDays)) != 0 {
				continue
			}
			f := document
			if day != "" {
				var err error
				if f, err = document.WithAssessmentDate(report.Day(day)); err != nil {
					continue // a fact is later than that
				}
			}
			if f.AssessmentDate() == "" {
				continue
			}
			w, err := newKnowledge(f, set.schema)
			require.NoError(t, err)
			b, err := set.preparedFor(string(f.AssessmentDate()))
			require.NoError(t, err)
			d.document(f.Name()+" "+string(f.AssessmentDate()), w, b, set.obligations)
		}
	}
	d.conclude()
}

func TestDirectOnRandomFacts(t *testing.T) {
	t.Parallel()
	set := builtIn(t)
	d := newDiffer(t, set)
	b, err := set.preparedFor("2025-06-02")
	require.NoError(t, err)
	d.few = true
	rounds := 1
	if *all {
		rounds = 30
	}
	for i, o := range set.obligations {
		r := newRandom(set, o, uint64(i))
		for round := range rounds {
			w := r.full()
			d.document(fmt.Sprint(o.ID, " full ", round), w, b, []*Obligation{o})
			d.document(fmt.Sprint(o.ID, " hidden ", round), r.hide(w), b, []*Obligation{o})
		}
	}
	d.conclude()
}
