package page

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
	"github.com/dsaeval/dsaeval/serve/internal/store"
)

// head is what stands at the top of the pages about a service.
type head struct {
	Name, Provider, Day string
	Digest              string
	Undoable            bool
}

// open reads and judges what a request is about. Where that cannot be done it answers
// the request and reports false.
func (p *Pages) open(w http.ResponseWriter, r *http.Request, at place) (*judge.Case, bool) {
	v, err := at.Read(at.Name)
	if err != nil {
		p.fail(w, at, err)
		return nil, false
	}
	c, err := p.judge.Of(r.Context(), v)
	if err != nil {
		p.broken(w, r, at, err)
		return nil, false
	}
	return c, true
}

// frame is the frame of a page about a service.
func (p *Pages) frame(at place, c *judge.Case, here, title string) frame {
	name := c.Report.Service.Name
	if name == "" {
		name = say("head.unnamed")
	}
	if title == "" {
		title = name
	} else {
		title += ", " + name
	}
	return frame{
		Title: title, Place: &at, Here: here,
		Head: &head{Name: name, Provider: c.Report.Service.Provider, Day: string(c.Report.AssessmentDate), Digest: c.Digest, Undoable: at.Undoable(c.Version)},
	}
}

// statuses are the answers to what can go wrong in the store.
var statuses = []struct {
	err    error
	status int
}{
	{store.ErrNoFile, http.StatusNotFound},
	{store.ErrNoDraft, http.StatusNotFound},
	{store.ErrName, http.StatusUnprocessableEntity},
	{store.ErrExists, http.StatusConflict},
	{store.ErrChanged, http.StatusConflict},
	{store.ErrFirst, http.StatusConflict},
	{store.ErrTooLarge, http.StatusRequestEntityTooLarge},
	{store.ErrTooMany, http.StatusConflict},
}

// fail answers with a page that says what went wrong. Of what is not foreseen only the
// log tells more: an error of the system can hold a path of the machine.
func (p *Pages) fail(w http.ResponseWriter, at place, err error) {
	for _, known := range statuses {
		if errors.Is(err, known.err) {
			p.failed(w, known.status, at, writing.Capital(known.err)+".")
			return
		}
	}
	p.log.Error("a request failed", "file", at.Name, "error", err)
	p.failed(w, http.StatusInternalServerError, at, say("error.internal"))
}

func (p *Pages) failed(w http.ResponseWriter, status int, at place, problem string) {
	back := "/"
	if at.Name != "" && status != http.StatusNotFound {
		back = at.URL("")
	}
	p.draw(w, status, "failed", struct {
		frame
		Problem, Back string
	}{frame{Title: say("error.heading"), Here: "failed"}, problem, back})
}

// Missing answers that there is no such page.
func (p *Pages) Missing(w http.ResponseWriter, _ *http.Request) {
	p.failed(w, http.StatusNotFound, place{}, say("error.none"))
}

// wrong is a problem as the page shows it.
type wrong struct{ Place, Message, Hint string }

// problems are what is wrong with facts, in the order of the file; false of other errors.
func problems(err error) ([]wrong, bool) {
	var list document.Problems
	switch {
	case errors.As(err, &list):
		all := make([]wrong, len(list))
		for i, each := range list {
			all[i] = wrong{Message: each.Message, Hint: each.Hint}
			if each.Position.Line > 0 {
				all[i].Place = fmt.Sprintf("%s:%d:%d", each.Position.File, each.Position.Line, each.Position.Column)
			}
		}
		return all, true
	case errors.Is(err, policy.ErrNoDate):
		return []wrong{{Message: say("broken.date"), Hint: "assessment: {date: 2026-11-28}"}}, true
	}
	return nil, false
}

// broken shows what is wrong with a file, which only its author can set right.
func (p *Pages) broken(w http.ResponseWriter, r *http.Request, at place, err error) {
	list, ok := problems(err)
	switch {
	case r.Context().Err() != nil:
		p.failed(w, http.StatusServiceUnavailable, at, say("lost"))
	case !ok:
		p.fail(w, at, err)
	default:
		p.draw(w, http.StatusUnprocessableEntity, "broken", struct {
			frame
			Problems []wrong
		}{frame{Title: at.Name, Place: &at, Here: "broken"}, list})
	}
}
