package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/pages"
	"github.com/dsaeval/dsaeval/internal/words"
)

// fact says what a fact is for and, with facts, what it is there. Where there is no such
// fact, what the name means is nothing at all.
func (e *explanation) fact(source pages.Source, name string, documents []*facts.Facts, unknown error) error {
	path := name
	if steps, isPointer := document.SplitPointer(name); isPointer && len(steps) > 0 {
		path = strings.Join(steps, ".")
	}
	page, found := source.FactPage(path)
	if !found {
		names := source.Paths()
		for _, o := range e.eng.Obligations() {
			names = append(names, o.ID, o.Article)
		}
		nearest := document.Nearest(path, names)
		var selector *engine.UnknownSelector
		if nearest == "" && errors.As(unknown, &selector) {
			nearest = selector.Nearest // a provision that is written otherwise
		}
		if nearest == "" {
			return document.Hinted(fmt.Errorf("no obligation, fact or Article is called %q", name), "evaluate obligations, or evaluate facts")
		}
		return fmt.Errorf("no obligation, fact or Article is called %q; did you mean %s?", name, nearest)
	}
	if len(documents) == 0 {
		return e.write(page, page.WriteText)
	}
	there := thereOf(documents[0], "/"+strings.ReplaceAll(path, ".", "/"))
	return e.write(explainedFact{page, there}, func(w io.Writer) error {
		if err := page.WriteText(w); err != nil {
			return err
		}
		_, err := fmt.Fprintln(w, "\nIn these facts: "+there.words(documents[0].Name(), page.Unit))
		return err
	})
}

// explainedFact is a fact and what it is in the facts given.
type explainedFact struct {
	pages.Fact
	There factThere `json:"in_these_facts"`
}

// factThere is a fact as it stands in a document. What was set aside is not known, and still
// has its value and place.
type factThere struct {
	Known   bool     `json:"known"`
	Value   any      `json:"value"`  // null if nobody gave one
	Line    int      `json:"line"`   // from 1; 0 where the value stands in no file
	Column  int      `json:"column"` // likewise
	Sources []string `json:"sources"`
	Why     string   `json:"why"` // why a value that is given does not count; else empty
}

func thereOf(f *facts.Facts, pointer string) factThere {
	there := factThere{Sources: []string{}}
	node, known := f.At(pointer)
	if !known {
		aside, given := f.Aside(pointer)
		if !given {
			return there
		}
		node, there.Why = aside.Value, aside.Why()
	}
	there.Known, there.Value, there.Line, there.Column = known, node.Value(), node.Position.Line, node.Position.Column
	there.Sources = append(there.Sources, f.Sources(pointer)...)
	return there
}

// words says it in one line; a value by its unit.
func (t factThere) words(file, unit string) string {
	if !t.Known && t.Why == "" {
		return "not known"
	}
	said := words.FactValue(t.Value, unit) + ", " + words.Place(file, report.Evidence{Line: t.Line, Column: t.Column})
	if !t.Known {
		said = "not known; given as " + said + ", which does not count: " + t.Why
	}
	return said
}
