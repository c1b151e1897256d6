package policy

import (
	"encoding/json"
	"strconv"
	"sync"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/condition"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
	"github.com/dsaeval/dsaeval/internal/words"
)

// directCondition is what is left open of a condition of the program.
type directCondition struct {
	said *sayings
	open *kleene.Cond
}

func (c directCondition) facts() []document.Path { return c.said.of(c.open).facts }

func (c directCondition) condition() (report.Condition, bool) {
	said := c.said.of(c.open)
	return said.condition, said.said
}

// words say the same in a sentence.
func (c directCondition) words() string { return c.said.of(c.open).words() }

// sayings turn what is left open into what a report says of it. The less is known,
// the more often the same is left open, so that it is kept.
type sayings struct {
	schema   described
	paths    []document.Path // by slot
	pointers []string        // by slot

	mu   sync.RWMutex
	kept map[uint64][]*saying // by the hash of the condition
	size int
}

// maxSayings bounds what is kept, a few hundred bytes each: a day or a number of a
// document makes a condition of its own.
const maxSayings = 10_000

// saying is what a report says of a condition.
type saying struct {
	of        *kleene.Cond
	facts     []document.Path
	condition report.Condition
	said      bool
	// words say in a sentence that there is a breach if the condition holds; put together
	// when first asked for.
	words func() string
}

// add notes the name of a slot.
func (s *sayings) add(slot int, path []string) {
	to := make(document.Path, len(path))
	for i, name := range path {
		to[i] = name
	}
	s.paths[slot], s.pointers[slot] = to, to.Pointer()
}

func (s *sayings) of(c *kleene.Cond) *saying {
	s.mu.RLock()
	for _, known := range s.kept[c.Hash()] {
		if known.of.Equal(c) {
			s.mu.RUnlock()
			return known
		}
	}
	s.mu.RUnlock()
	said := s.say(c)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.size++; s.size > maxSayings {
		clear(s.kept)
		s.size = 1
	}
	s.kept[c.Hash()] = append(s.kept[c.Hash()], said)
	return said
}

func (s *sayings) say(c *kleene.Cond) *saying {
	walk := factWalk{sayings: s}
	walk.cond(c)
	asked := condition.Simplify(speaker{sayings: s}.cond(c), s.schema)
	said := &saying{of: c, facts: walk.found, condition: asked, said: !condition.IsTrue(asked) && !condition.IsFalse(asked)}
	said.words = sync.OnceValue(func() string { return words.Open(report.Open{Decides: report.Breached, Condition: &said.condition}) })
	return said
}

// factWalk gathers the facts of a condition.
type factWalk struct {
	*sayings
	found []document.Path
	seen  map[string]bool
}

func (w *factWalk) cond(c *kleene.Cond) {
	for _, side := range [...]*kleene.Term{c.Left, c.Right} {
		if side != nil {
			w.term(side)
		}
	}
	for _, each := range c.Of {
		w.cond(each)
	}
}

func (w *factWalk) term(t *kleene.Term) {
	if slot, keys, ok := t.Path(); ok {
		if path := w.paths[slot]; path != nil {
			w.add(path, keys)
		}
		return
	}
	for _, each := range t.Of {
		w.term(each)
	}
	if t.Body != nil {
		w.cond(t.Body)
	}
}

func (w *factWalk) add(path document.Path, keys []kleene.Value) {
	for _, key := range keys {
		if i, ok := key.Int(); ok {
			path = path.With(int(i))
		} else {
			path = path.With(key.Text())
		}
	}
	name := path.Pointer()
	if w.seen == nil {
		w.seen = map[string]bool{}
	}
	if !w.seen[name] {
		w.seen[name] = true
		w.found = append(w.found, path)
	}
}

// speaker turns conditions of the program into those of a report.
type speaker struct {
	*sayings
	elements [kleene.MaxLoops]string // pointers of the elements that loops look at
}

var reportOps = map[kleene.Op]report.Op{
	kleene.Equal: report.Equal, kleene.Differ: report.Differ, kleene.Below: report.Below, kleene.AtMost: report.AtMost,
	kleene.Above: report.Above, kleene.AtLeast: report.AtLeast, kleene.Member: report.Among,
	kleene.BeginsWith: report.BeginsWith, kleene.EndsWith: report.EndsWith,
}

func (s speaker) cond(c *kleene.Cond) report.Condition {
	switch c.Op {
	case kleene.Always, kleene.Emit:
		return report.Condition{Op: report.All}
	case kleene.Never:
		return report.Condition{Op: report.Any}
	case kleene.And:
		return report.Condition{Op: report.All, Of: s.conds(c.Of)}
	case kleene.Or:
		return report.Condition{Op: report.Any, Of: s.conds(c.Of)}
	case kleene.Not:
		return report.Condition{Op: report.Not, Of: s.conds(c.Of)}
	case kleene.Truth:
		return about(report.Holds, s.term(c.Left))
	case kleene.Defined:
		return about(report.Given, s.term(c.Left))
	case kleene.Some, kleene.Lookup:
		return s.some(c)
	case kleene.Contains:
		return about(report.Holds, report.Term{Function: report.Reckoned, Of: []report.Term{s.term(c.Left), s.term(c.Right)}})
	}
	left, right := s.term(c.Left), s.term(c.Right)
	if left.Fact != "" && right.Fact == "" && right.Function == "" {
		return report.Condition{Op: reportOps[c.Op], Fact: left.Fact, Value: right.Value}
	}
	return report.Condition{Op: reportOps[c.Op], Terms: []report.Term{left, right}}
}

func (s speaker) conds(of []*kleene.Cond) []report.Condition {
	said := make([]report.Condition, len(of))
	for i, each := range of {
		said[i] = s.cond(each)
	}
	return said
}

// about is a condition on one term.
func about(op report.Op, t report.Term) report.Condition {
	if t.Fact != "" {
		return report.Condition{Op: op, Fact: t.Fact}
	}
	return report.Condition{Op: op, Terms: []report.Term{t}}
}

// some says something about an element of a list; that there is one is that the
// list is not empty.
func (s speaker) some(c *kleene.Cond) report.Condition {
	list := s.term(c.Left)
	if c.Of[0].Op == kleene.Always && c.Op == kleene.Some {
		some := about(report.Differ, list)
		some.Value = []any{}
		if list.Fact == "" {
			some.Value, some.Terms = nil, append(some.Terms, report.Term{Value: []any{}})
		}
		return some
	}
	s.elements[c.Loop] = ""
	if list.Fact != "" {
		s.elements[c.Loop] = list.Fact + "/-"
	}
	some := about(report.ForSome, list)
	some.Of = s.conds(c.Of)
	return some
}

// reportFunctions are the functions that have a name of their own in a report.
var reportFunctions = map[string]report.Function{
	"plus": report.Sum, "minus": report.Difference, "mul": report.Product, "div": report.Quotient,
	"count": report.Number, "max": report.Highest, "min": report.Lowest,
	rules.AddMonths: report.MonthsAfter, rules.AddDays: report.DaysAfter, rules.PeriodEnd: report.PeriodEnd,
	rules.LastDay: report.WorkingDay, rules.CycleEnd: report.CycleEnd,
}

// term says what a term stands for.
func (s speaker) term(t *kleene.Term) report.Term {
	switch t.Op {
	case kleene.Constant:
		return report.Term{Value: plainOf(t.Value)}
	case kleene.SlotOf:
		if pointer := s.pointers[t.Slot]; pointer != "" {
			return report.Term{Fact: pointer}
		}
	case kleene.Element:
		if pointer := s.elements[t.Loop]; pointer != "" {
			return report.Term{Fact: pointer}
		}
	case kleene.Index:
		of, key := s.term(t.Of[0]), t.Of[1]
		if of.Fact != "" && key.Op == kleene.Constant {
			if i, ok := key.Value.Int(); ok {
				return report.Term{Fact: of.Fact + "/" + strconv.FormatInt(i, 10)}
			}
			return report.Term{Fact: of.Fact + "/" + document.EscapeStep(key.Value.Text())}
		}
		if of.Fact != "" {
			return report.Term{Fact: of.Fact + "/-"}
		}
	case kleene.Call:
		return s.call(t)
	}
	return report.Term{Function: report.Reckoned, Of: s.terms(t.Of)}
}

func (s speaker) terms(of []*kleene.Term) []report.Term {
	var said []report.Term
	for _, each := range of {
		said = append(said, s.term(each))
	}
	return said
}

func (s speaker) call(t *kleene.Term) report.Term {
	function, known := reportFunctions[t.Function.Name]
	if !known {
		return report.Term{Function: report.Reckoned, Of: s.terms(t.Of)}
	}
	of := t.Of
	if function == report.Highest || function == report.Lowest {
		if list := of[0]; list.Op == kleene.ListTerm || list.Op == kleene.SetTerm {
			of = list.Of
		}
	}
	return report.Term{Function: function, Of: s.terms(of)}
}

// plainOf returns a constant as a report has it.
func plainOf(v kleene.Value) any {
	switch v.Kind() {
	case kleene.Bool:
		return v.IsTrue()
	case kleene.Number:
		return json.Number(v.Decimal())
	case kleene.String:
		return v.Text()
	case kleene.List, kleene.Set:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = plainOf(v.Item(i))
		}
		return list
	case kleene.Object:
		object := make(map[string]any, v.Len())
		for i := range v.Len() {
			key := v.Key(i)
			name := key.Text()
			if key.Kind() != kleene.String {
				name = key.String()
			}
			object[name] = plainOf(v.Item(i))
		}
		return object
	}
	return nil
}
