package policy

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/opa"
	"github.com/dsaeval/dsaeval/internal/rules"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/policies/calendar"
	"github.com/dsaeval/dsaeval/schemas"
)

// builtIn loads the policies of the repository.
func builtIn(t testing.TB) *Set {
	t.Helper()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	set, err := load(t.Context(), Options{Facts: bundle, Sources: []Source{{FS: policies.FS()}}})
	require.NoError(t, err)
	return set
}

// random draws facts for one obligation. Values come from a pool that the
// policies suggest: what they compare with, and its neighbours. Anything else
// would hardly ever meet a boundary.
type random struct {
	*rand.Rand
	set     *Set
	facts   []ast.Ref // what the obligation and its scope read, whole lists of objects
	numbers []string
	days    []string
	words   []string
	id      string // of the obligation
	// extreme lets numbers be drawn that are larger than any in the facts, and a
	// word that is in none of their lists: each part can get a larger whole, and
	// each list something that another lacks.
	extreme bool
	// lenient lets days contradict each other, since the evaluator does not reckon
	// between which days an unknown one lies, and samples be empty: that somebody
	// looked follows from no fact but their number.
	lenient bool
}

func newRandom(set *Set, o *Obligation, seed uint64) *random {
	r := &random{Rand: rand.New(rand.NewPCG(seed, 0)), set: set}
	asked := set.asked()
	reads := slices.Concat(o.reads, asked.obligations[o.ID].scope.applies.factsRead(), asked.suspendedFor(o).factsRead())
	seen := map[string]bool{}
	for _, read := range reads {
		fact := opa.RefOf(read).GroundPrefix()
		if !seen[fact.String()] {
			seen[fact.String()] = true
			r.facts = append(r.facts, fact)
		}
	}
	r.facts = slices.DeleteFunc(r.facts, func(a ast.Ref) bool {
		return slices.ContainsFunc(r.facts, func(b ast.Ref) bool { return len(b) < len(a) && a.HasPrefix(b) })
	})
	// The compiler orders rules as it likes; the draws must not depend on it.
	slices.SortFunc(r.facts, func(a, b ast.Ref) int { return strings.Compare(a.String(), b.String()) })
	pool := map[string]bool{"0": true, "1": true, "2": true, "7": true}
	collect := func(node any) {
		ast.WalkTerms(node, func(term *ast.Term) bool {
			switch value := term.Value.(type) {
			case ast.Number:
				pool[string(value)] = true
			case ast.String:
				pool[string(value)] = true
			}
			return false
		})
	}
	visited := map[*ast.Rule]bool{}
	var follow func(node any)
	follow = func(node any) {
		collect(node)
		ast.WalkRefs(node, func(ref ast.Ref) bool {
			if ref.HasPrefix(ast.DefaultRootRef) {
				for _, rule := range set.compiled.(*opa.Compiled).Compiler.GetRulesDynamicWithOpts(ref, ast.RulesOptions{}) {
					if !visited[rule] {
						visited[rule] = true
						follow(rule)
					}
				}
			}
			return false
		})
	}
	for _, rule := range set.compiled.(*opa.Compiled).Compiler.Modules[o.file].Rules {
		follow(rule)
	}
	data := set.parameters.data("2025-06-02")
	add := func(value any) {
		if list, ok := value.([]any); ok {
			for _, element := range list {
				pool[fmt.Sprint(element)] = true
			}
			return
		}
		pool[fmt.Sprint(value)] = true
	}
	for _, name := range o.Parameters {
		add(data["parameters"].(map[string]any)[name])
	}
	for _, value := range data["law"].(map[string]any) {
		add(value)
	}
	for _, value := range slices.Sorted(maps.Keys(pool)) {
		if day, err := time.Parse(time.DateOnly, value); err == nil {
			for _, step := range []int{-1, 0, 1} {
				r.days = append(r.days, day.AddDate(0, 0, step).Format(time.DateOnly))
			}
			continue
		}
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			for _, step := range []float64{-1, 0, 1} {
				r.numbers = append(r.numbers, strconv.FormatFloat(n+step, 'f', -1, 64))
			}
			continue
		}
		r.words = append(r.words, value)
	}
	r.id = o.ID
	return r
}

// date draws an assessment date, mostly one on which things apply.
func (r *random) date() string {
	if r.IntN(4) == 0 {
		return r.days[r.IntN(len(r.days))]
	}
	return time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(4*365)).Format(time.DateOnly)
}

// day draws a day that rules can tell from others: one of theirs, or some
// months or days before or after the assessment date.
func (r *random) day(assessment string) string {
	day, _ := time.Parse(time.DateOnly, assessment)
	switch r.IntN(4) {
	case 0:
		return r.days[r.IntN(len(r.days))]
	case 1:
		n, _ := strconv.Atoi(r.numbers[r.IntN(len(r.numbers))])
		if n = n % 60; r.IntN(2) == 0 {
			day = calendar.AddMonths(day, -n)
		} else {
			day = day.AddDate(0, 0, -n)
		}
		return day.AddDate(0, 0, r.IntN(3)-1).Format(time.DateOnly)
	case 2:
		return day.AddDate(0, 0, r.IntN(5)-2).Format(time.DateOnly)
	}
	return time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(6*365)).Format(time.DateOnly)
}

// value draws a value for the fact at a path, as its schema describes it.
func (r *random) value(ref ast.Ref, assessment string) ast.Value {
	node := r.set.schema.at(opa.PathTo(ref))
	if len(node.Alternatives) > 0 {
		// A code of which a schema knows all: the null beside it is for what is not known.
		codes := node.Alternatives[0].Enum
		if r.IntN(2) == 0 {
			codes = codes[:min(len(codes), 3)] // so that two facts are often of the same State
		}
		return ast.String(codes[r.IntN(len(codes))])
	}
	if domain := r.set.schema.domain(ref); domain != nil {
		return domain[r.IntN(len(domain))]
	}
	switch {
	case node.Is("object") && len(node.Names) > 0:
		object := ast.NewObject()
		for _, name := range r.set.schema.properties(opa.PathTo(ref)) {
			key := ast.StringTerm(name)
			object.Insert(key, ast.NewTerm(r.value(ref.Append(key), assessment)))
		}
		return object
	case node.Is("object"):
		object := ast.NewObject()
		for _, word := range r.some(append(slices.Clone(r.words), r.id)) {
			key := ast.StringTerm(word)
			object.Insert(key, ast.NewTerm(r.value(ref.Append(key), assessment)))
		}
		return object
	case node.Is("array") && !node.ArrayOfObjects():
		words := append(slices.Clone(r.words), r.id)
		if domain := r.set.schema.domain(ref.Append(ast.IntNumberTerm(0))); domain != nil {
			words = nil
			for _, value := range domain {
				words = append(words, string(value.(ast.String)))
			}
		}
		if r.set.schema.at(opa.PathTo(ref.Append(ast.IntNumberTerm(0)))).IsDate() {
			words = []string{r.day(assessment), r.day(assessment), r.day(assessment)}
		}
		var elements []*ast.Term
		for _, word := range r.some(words) {
			elements = append(elements, ast.StringTerm(word))
		}
		return ast.NewArray(elements...)
	case node.Is("array"):
		var elements []*ast.Term
		for i := range r.IntN(4) {
			element := r.value(ref.Append(ast.IntNumberTerm(i)), assessment)
			elements = append(elements, ast.NewTerm(element))
		}
		return ast.NewArray(elements...)
	case node.IsNumber():
		number := r.numbers[r.IntN(len(r.numbers))]
		if r.extreme && r.IntN(8) == 0 {
			number = "9007199254740991"
		}
		if node.NeverNegative() {
			number = strings.TrimPrefix(number, "-")
		}
		if node.Is("integer") {
			number, _, _ = strings.Cut(number, ".")
		}
		return ast.Number(json.Number(number))
	case rules.Dotted(opa.PathTo(ref)) == "service.offered_in_union_since":
		// A service that is offered on the day has been offered since then at the latest.
		return ast.String(min(r.day(assessment), assessment))
	case node.IsDate():
		return ast.String(r.day(assessment))
	}
	return ast.String(r.word())
}

// some draws a few of the words, or all of them, since a rule may ask for every
// one.
func (r *random) some(words []string) []string {
	if r.IntN(4) == 0 {
		return words
	}
	var few []string
	for range r.IntN(4) {
		few = append(few, words[r.IntN(len(words))])
	}
	if open := slices.Contains(words, r.id); open && r.extreme && r.IntN(4) == 0 {
		few = append(few, "unheard-of")
	}
	return few
}

// word draws a word, often the id of the obligation, which lists of suspended
// obligations would hardly ever hold otherwise.
func (r *random) word() string {
	if r.IntN(3) == 0 {
		return r.id
	}
	return r.words[r.IntN(len(r.words))]
}

// full draws the knowledge of a document in which everything is known.
func (r *random) full() knowledge {
	date := r.date()
	input := ast.Value(ast.NewObject())
	for _, fact := range r.facts {
		input = opa.Set(input, fact[1:], r.value(fact, date))
	}
	w := knowledgeOf(opa.Set(input, assessmentDate[1:], ast.String(date)), nil, r.set.schema)
	w, _ = r.repair(w, func(ref ast.Ref) bool { return true })
	return w
}

// repair changes facts until none contradict each other, for only such a
// document is ever judged. A day that cannot be given is taken away. It reports
// false if it did not come to an end.
func (r *random) repair(w knowledge, changeable func(ast.Ref) bool) (knowledge, bool) {
	date, _ := w.Input.Find(assessmentDate[1:])
	for range 100 {
		found := r.set.schema.relations.Impossible(w.Known())
		if r.lenient {
			found = r.set.schema.relations.Contradictions(w.Known())
		}
		if r.lenient {
			found = slices.DeleteFunc(found, func(paths []facts.Path) bool {
				return !slices.ContainsFunc(paths, func(path facts.Path) bool { return !r.set.schema.at(path).IsDate() })
			})
		}
		if len(found) == 0 {
			return r.giveBack(w), true
		}
		var refs []ast.Ref
		for _, path := range found[r.IntN(len(found))] {
			ref := opa.RefOf(path)
			if _, err := w.Input.Find(ref[1:]); err == nil && changeable(ref) {
				refs = append(refs, ref)
			}
		}
		if len(refs) == 0 {
			return w, false
		}
		ref := refs[r.IntN(len(refs))]
		nothing, _ := r.set.schema.nothing(ref)
		switch {
		case r.IntN(4) > 0:
			w = w.Put(ref, r.value(ref, string(date.(ast.String))))
		case nothing != nil:
			w = w.Put(ref, nothing)
		case r.set.schema.domain(ref) == nil:
			w = w.Without(ref)
		}
	}
	return w, false
}

var assessmentDate = ast.MustParseRef("input.assessment.date")

// hide makes some of what is known unknown: sections, facts, and facts of
// elements of lists. Unknowns are the highest paths at which nothing is known.
func (r *random) hide(w knowledge) knowledge {
	full := w.Input
	share := 1 + r.IntN(4)
	for _, fact := range r.facts {
		if fact.HasPrefix(assessmentDate) {
			continue
		}
		switch {
		case r.IntN(4) >= share:
		case r.set.schema.at(opa.PathTo(fact)).ArrayOfObjects() && r.IntN(2) == 0:
			list, _ := w.Input.Find(fact[1:])
			array, ok := list.(*ast.Array)
			if !ok || array.Len() == 0 {
				continue
			}
			element := fact.Append(ast.IntNumberTerm(r.IntN(array.Len())))
			names := r.set.schema.properties(opa.PathTo(element))
			w = w.Without(element.Append(ast.StringTerm(names[r.IntN(len(names))])))
		default:
			w = w.Without(fact)
		}
	}
	if r.IntN(8) == 0 {
		// A whole section is missing, and its facts with it.
		section := r.facts[r.IntN(len(r.facts))][:2]
		if !section.Equal(assessmentDate[:2]) {
			w = w.Without(section)
			w.Unknowns = slices.DeleteFunc(w.Unknowns, func(u ast.Ref) bool { return len(u) > 2 && u.HasPrefix(section) })
		}
	}
	// Loading a document would have added what it implies or the schema assumes, and
	// set empty samples aside.
	known := r.set.schema.relations.Known(w.Known())
	for _, u := range w.Unknowns {
		if value, err := full.Find(u[1:]); err == nil && known.At(opa.PathTo(u)) != nil {
			w, _ = w.With(u, value)
		}
	}
	for _, fact := range r.facts {
		if _, err := w.Input.Find(fact[1:]); err == nil && known.At(opa.PathTo(fact)) == nil {
			w = w.Without(fact)
		}
	}
	return w
}

// giveBack draws the days again that were taken away from full knowledge and can
// be given after all.
func (r *random) giveBack(w knowledge) knowledge {
	date, _ := w.Input.Find(assessmentDate[1:])
	for _, u := range slices.Clone(w.Unknowns) {
		days := r.daysOf(w)
		tried := map[string]bool{} // what clashed clashes again
		for i := range 40 {
			value := r.value(u, string(date.(ast.String)))
			if i%2 == 1 && len(days) > 0 && r.set.schema.at(opa.PathTo(u)).IsDate() {
				value = ast.String(days[r.IntN(len(days))]) // the same day fits where none before another does
			}
			if tried[value.String()] {
				continue
			}
			tried[value.String()] = true
			if given, ok := w.With(u, value); ok && !given.Clashes(u) {
				w = given
				break
			}
		}
	}
	return w
}

// daysOf returns the days that stand in what is known.
func (r *random) daysOf(w knowledge) []string {
	var days []string
	ast.WalkTerms(w.Input, func(term *ast.Term) bool {
		if text, ok := term.Value.(ast.String); ok && document.IsDate(string(text)) {
			days = append(days, string(text))
		}
		return false
	})
	return days
}

// complete draws a value for everything that is unknown, so that nothing
// contradicts anything; false if it found none.
func (r *random) complete(w knowledge, date string) (knowledge, bool) {
	r.extreme = true
	defer func() { r.extreme = false }()
	input := w.Input
	for _, u := range w.Unknowns {
		for _, fact := range r.facts {
			if opa.Overlap(u, fact) {
				at := fact
				if len(u) > len(fact) {
					at = u
				}
				input = opa.Set(input, at[1:], r.value(at, date))
			}
		}
	}
	return r.repair(knowledgeOf(input, nil, r.set.schema), unknownIn(w))
}

// unknownIn returns whether a fact is unknown in what is known of a document or part of what is.
func unknownIn(w knowledge) func(fact ast.Ref) bool {
	return func(fact ast.Ref) bool {
		return slices.ContainsFunc(w.Unknowns, func(u ast.Ref) bool { return fact.HasPrefix(u) })
	}
}

// change draws one of the unknown facts of completed knowledge anew, and what
// contradicts it.
func (r *random) change(completed, partial knowledge, date string) (knowledge, bool) {
	var open []ast.Ref
	for _, u := range partial.Unknowns {
		for _, fact := range r.facts {
			if opa.Overlap(u, fact) {
				if len(u) > len(fact) {
					fact = u
				}
				open = append(open, fact)
			}
		}
	}
	if len(open) == 0 {
		return completed, true
	}
	r.extreme = true
	defer func() { r.extreme = false }()
	fact := open[r.IntN(len(open))]
	completed = completed.Put(fact, r.value(fact, date))
	completed.Unknowns = slices.DeleteFunc(slices.Clone(completed.Unknowns), func(u ast.Ref) bool { return u.HasPrefix(fact) })
	return r.repair(completed, unknownIn(partial))
}
