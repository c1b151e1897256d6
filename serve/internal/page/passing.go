package page

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/dsaeval/dsaeval/engine/ask"
)

// form reads a form within limits.
func (p *Pages) form(w http.ResponseWriter, r *http.Request, at place) (url.Values, bool) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		status := http.StatusBadRequest
		if errors.As(err, new(*http.MaxBytesError)) {
			status = http.StatusRequestEntityTooLarge
		}
		p.failed(w, status, at, say("error.large"))
		return nil, false
	}
	return r.PostForm, true
}

// maxForm is how large a form can be; answers are words and numbers.
const maxForm = 1 << 20

// passedOf are the facts that are passed over for a place. It is remembered as long as
// the program runs and is nobody's fact: it does not stand in the file.
func (p *Pages) passedOf(at place) map[string]bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	copied := map[string]bool{}
	for pointer := range p.passed[at.URL("")] {
		copied[pointer] = true
	}
	return copied
}

func (p *Pages) pass(at place, pointer string, on bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	key := at.URL("")
	switch {
	case on && p.passed[key] == nil:
		p.passed[key] = map[string]bool{pointer: true}
	case on:
		p.passed[key][pointer] = true
	default:
		delete(p.passed[key], pointer)
	}
}

// notOurs writes the answer to another question which says that this one does not
// concern the service: never a value of the fact itself.
func (p *Pages) notOurs(w http.ResponseWriter, r *http.Request, at place, fact ask.Fact, form url.Values) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	gate, value, found := p.judge.Catalogue.NotApplicable(c.Report, fact.Pointer)
	if !found || gate.Pointer == fact.Pointer {
		p.refuse(w, r, at, http.StatusConflict, &refused{fact.Pointer, say("q.notours.none"), form})
		return
	}
	have, _ := c.File.Given(gate.Pointer)
	p.save(w, r, at, reply{asked: fact, fact: gate, value: value, was: mark(have), form: form})
}
