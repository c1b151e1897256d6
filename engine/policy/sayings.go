package policy

import (
	"sync"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/condition"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
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
