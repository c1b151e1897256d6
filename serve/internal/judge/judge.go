// Package judge judges versions of files of facts for a page, and remembers the last
// ones: an answer is judged once, however often the page is drawn after it.
package judge

import (
	"container/list"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/factfile"
	"github.com/dsaeval/dsaeval/serve/internal/store"
)

// Judge judges files. It is safe for concurrent use.
type Judge struct {
	Engine    *engine.Engine
	Catalogue *ask.Catalogue

	mu     sync.Mutex
	known  map[key]*list.Element
	recent *list.List            // of *Case, the last used first
	rates  map[string]fine.Rates // by file; those of the engine come before
}

type key struct{ name, digest, rates string }

func keyOf(v store.Version, rates fine.Rates) key { return key{v.Name, v.Digest, fmt.Sprint(rates)} }

// maxCases is how many versions are remembered; each takes a few megabytes.
const maxCases = 24

// New returns a judge by an engine.
func New(eng *engine.Engine) *Judge {
	return &Judge{
		Engine: eng, Catalogue: ask.NewCatalogue(eng.Schema(), eng.Obligations()),
		known: map[key]*list.Element{}, recent: list.New(), rates: map[string]fine.Rates{},
	}
}

// Case is one version of a file with what follows from it.
type Case struct {
	store.Version
	key    key
	File   *factfile.File
	Facts  *facts.Facts
	Report *report.Report

	judge *Judge
	mu    sync.Mutex            // guards steps
	steps map[string][]ask.Step // by what is passed over
	// dated is held while the calendar is made, which is not waited for elsewhere.
	dated    sync.Mutex
	calendar *calendar.Calendar
}

// Of judges a version. The errors are those of reading and judging a document; of one
// that cannot be judged nothing is remembered.
func (j *Judge) Of(ctx context.Context, v store.Version) (*Case, error) {
	rates := j.Rates(v.Name)
	k := keyOf(v, rates)
	j.mu.Lock()
	if e, ok := j.known[k]; ok {
		j.recent.MoveToFront(e)
		j.mu.Unlock()
		return e.Value.(*Case), nil
	}
	j.mu.Unlock()
	file, err := factfile.Open(v.Name, v.Content)
	if err != nil {
		return nil, err
	}
	documents, err := j.Engine.Load(v.Name, v.Content)
	if err != nil {
		return nil, err
	}
	eng, err := j.rated(documents[0], rates)
	if err != nil {
		return nil, err
	}
	judged, err := eng.Evaluate(ctx, documents[0])
	if err != nil {
		return nil, err
	}
	c := &Case{key: k, Version: v, File: file, Facts: documents[0], Report: judged, judge: j, steps: map[string][]ask.Step{}}
	j.mu.Lock()
	defer j.mu.Unlock()
	if e, ok := j.known[k]; ok {
		return e.Value.(*Case), nil
	}
	j.known[k] = j.recent.PushFront(c)
	for j.recent.Len() > maxCases {
		last := j.recent.Back()
		old := j.recent.Remove(last).(*Case)
		delete(j.known, old.key)
	}
	return c, nil
}

// Next are the open questions, best first, without what is passed over.
func (c *Case) Next(passed map[string]bool) []ask.Step {
	k := strings.Join(slices.Sorted(maps.Keys(passed)), "\n")
	c.mu.Lock()
	defer c.mu.Unlock()
	steps, known := c.steps[k]
	if !known {
		steps = c.judge.Catalogue.Next(c.Report, ask.Options{Skipped: passed})
		if len(c.steps) > 4 {
			clear(c.steps)
		}
		c.steps[k] = steps
	}
	return steps
}

// Calendar is what begins, ends and falls due. It takes some seconds the first time.
func (c *Case) Calendar(ctx context.Context) (*calendar.Calendar, error) {
	c.dated.Lock()
	defer c.dated.Unlock()
	if c.calendar == nil {
		made, err := c.judge.Engine.Calendar(ctx, c.Facts, "")
		if err != nil {
			return nil, err
		}
		c.calendar = made
	}
	return c.calendar, nil
}

// Explain says how the verdict on an obligation follows.
func (c *Case) Explain(ctx context.Context, id string) (*report.Explanation, error) {
	return c.judge.Engine.Explain(ctx, c.Facts, id)
}

// Made is the calendar if it has been made.
func (c *Case) Made() *calendar.Calendar {
	if !c.dated.TryLock() {
		return nil
	}
	defer c.dated.Unlock()
	return c.calendar
}
