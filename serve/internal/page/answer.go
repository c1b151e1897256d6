package page

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/answer"
	"github.com/dsaeval/dsaeval/internal/factfile"
	"github.com/dsaeval/dsaeval/serve/internal/store"
)

// refused is an answer that was not written, to be shown again as it was sent.
type refused struct {
	pointer string
	problem string
	form    url.Values
}

// refused puts what was sent into the fields again.
func (q *question) refused(again *refused) {
	q.Problem = again.problem
	q.Source = answer.Source{Title: again.form.Get("source"), Day: again.form.Get("day"), Status: report.Status(again.form.Get("status"))}
	said := again.form["answer"]
	if len(q.Options) == 0 {
		q.Said = strings.Join(said, ", ")
		return
	}
	for i := range q.Options {
		q.Options[i].Chosen = false
		for _, word := range said {
			q.Options[i].Chosen = q.Options[i].Chosen || word == q.Options[i].Word
		}
	}
	q.None = again.form.Get("none") != ""
}

// errConflict says that another hand has answered the same question meanwhile.
var errConflict = errors.New("answered meanwhile")

// answer writes an answer into the file, or passes a question over.
func (p *Pages) answer(w http.ResponseWriter, r *http.Request, at place) {
	form, ok := p.form(w, r, at)
	if !ok {
		return
	}
	fact, known := p.judge.Catalogue.Fact(form.Get("at"))
	if !known || inputOf(fact) == "element" {
		p.failed(w, http.StatusNotFound, at, say("fact.missing"))
		return
	}
	switch form.Get("do") {
	case "again":
		p.pass(at, fact.Pointer, false)
		p.goBack(w, r, at, form, "again", fact.Pointer, "", false)
		return
	case "pass":
		if _, err := at.Read(at.Name); err != nil {
			p.fail(w, at, err)
			return
		}
		p.pass(at, fact.Pointer, true)
		p.goBack(w, r, at, form, "passed", fact.Pointer, "", false)
		return
	case "notours":
		p.notOurs(w, r, at, fact, form)
		return
	}
	value, err := valueOf(fact, form)
	if err != nil {
		p.refuse(w, r, at, http.StatusUnprocessableEntity, &refused{fact.Pointer, err.Error(), form})
		return
	}
	p.save(w, r, at, reply{asked: fact, fact: fact, value: value, was: form.Get("was"), form: form})
}

// reply is what is written for the question about a fact: its own value, or that of
// another fact which says that the question does not concern the service.
type reply struct {
	asked, fact ask.Fact
	value       any
	was         string // the mark of the value in whose place it comes
	form        url.Values
}

// save writes a reply into the file and goes back to where it came from.
func (p *Pages) save(w http.ResponseWriter, r *http.Request, at place, a reply) {
	before, _, err := at.Change(at.Name, func(now store.Version) ([]byte, error) { return p.written(r.Context(), now, a) })
	switch {
	case err == nil:
		p.pass(at, a.fact.Pointer, false)
		p.goBack(w, r, at, a.form, "saved", a.fact.Pointer, before.Digest, a.form.Get("seen") != before.Digest)
		return
	case errors.Is(err, errConflict) && a.fact.Pointer == a.asked.Pointer:
		p.conflict(w, r, at, a.fact, a.form)
		return
	case errors.Is(err, errConflict):
		err = store.ErrChanged // of a fact that was not asked for
	}
	if status, problem, known := refusal(err); known {
		p.refuse(w, r, at, status, &refused{a.asked.Pointer, problem, a.form})
		return
	}
	p.fail(w, at, err)
}

// written is the file with a reply, if the facts are then still valid. That another hand
// has changed other facts does not matter; the same fact is not written over.
func (p *Pages) written(ctx context.Context, now store.Version, a reply) ([]byte, error) {
	file, err := factfile.Open(now.Name, now.Content)
	if err != nil {
		return nil, err
	}
	if have, _ := file.Given(a.fact.Pointer); mark(have) != a.was {
		return nil, errConflict
	}
	from := answer.Source{Title: strings.TrimSpace(a.form.Get("source")), Day: a.form.Get("day"), Status: report.Status(a.form.Get("status"))}
	entries, err := answer.Entries(file, a.fact, a.value, from)
	if err != nil {
		return nil, err
	}
	changed, err := file.Set(entries...)
	if err != nil {
		return nil, err
	}
	// Judged before it is written: what cannot be judged is not written at all.
	content := changed.Content()
	if _, err := p.judge.Of(ctx, store.NewVersion(now.Name, content)); err != nil {
		return nil, err
	}
	return content, nil
}

// valueOf reads the answer of a form; nil where nobody knows any more.
func valueOf(fact ask.Fact, form url.Values) (any, error) {
	if form.Get("do") == "forget" {
		return nil, nil
	}
	said := form["answer"]
	if inputOf(fact) == "words" {
		switch none := form.Get("none") != ""; {
		case none && len(said) > 0, !none && len(said) == 0:
			return nil, errors.New(say("error.choose"))
		case none:
			return []any{}, nil
		}
		list := make([]any, len(said))
		for i, word := range said {
			read, err := fact.Parse(word)
			words, isList := read.([]any)
			if err != nil || !isList || len(words) != 1 {
				return nil, errors.New(say("error.choose"))
			}
			list[i] = words[0]
		}
		return list, nil
	}
	if len(said) != 1 || strings.TrimSpace(said[0]) == "" {
		return nil, errors.New(say("error.choose"))
	}
	if fact.Kind == report.Table {
		return tableOf(fact, said[0])
	}
	return fact.Parse(said[0])
}
