package page

import (
	"net/http"
	"net/url"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
)

// factURL is the address of the question for a fact.
func (at place) factURL(pointer string) string {
	return at.URL("fact") + "?at=" + url.QueryEscape(pointer)
}

// fact shows one question alone.
func (p *Pages) fact(w http.ResponseWriter, r *http.Request, at place) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	p.drawFact(w, r, http.StatusOK, at, c, r.URL.Query().Get("at"), nil)
}

func (p *Pages) drawFact(w http.ResponseWriter, r *http.Request, status int, at place, c *judge.Case, pointer string, again *refused) {
	fact, known := p.judge.Catalogue.Fact(pointer)
	if !known {
		p.failed(w, http.StatusNotFound, at, say("fact.missing"))
		return
	}
	passed := p.passedOf(at)
	a := asker{pages: p, at: at, c: c, passed: passed, steps: map[string]ask.Step{}}
	for _, step := range c.Next(passed) {
		a.steps[step.Pointer] = step
	}
	view := struct {
		frame
		Asked   question
		Sources []string
	}{p.frame(at, c, "fact", fact.Question), a.of1(fact), titles(c.File)}
	view.Asked.Open, view.Asked.Alone, view.Asked.Back = true, true, "fact"
	view.Notice = p.noticeOf(r, c, p.since(r, at, c))
	if again != nil {
		view.Asked.refused(again)
	}
	p.draw(w, status, "fact", view)
}
