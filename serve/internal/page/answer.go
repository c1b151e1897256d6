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
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
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
	}
	value, err := valueOf(fact, form)
	if err != nil {
		p.refuse(w, r, at, http.StatusUnprocessableEntity, &refused{fact.Pointer, err.Error(), form})
		return
	}
	from := answer.Source{Title: strings.TrimSpace(form.Get("source")), Day: form.Get("day"), Status: report.Status(form.Get("status"))}
	before, _, err := at.Change(at.Name, func(now store.Version) ([]byte, error) {
		return p.written(r.Context(), now, fact, value, from, form.Get("was"))
	})
	switch {
	case errors.Is(err, errConflict):
		p.conflict(w, r, at, fact, form)
	case err != nil:
		if status, problem, known := refusal(err); known {
			p.refuse(w, r, at, status, &refused{fact.Pointer, problem, form})
			return
		}
		p.fail(w, at, err)
	default:
		p.pass(at, fact.Pointer, false)
		p.goBack(w, r, at, form, "saved", fact.Pointer, before.Digest, form.Get("seen") != before.Digest)
	}
}

// written is the file with an answer, if the facts are then still valid. That another
// hand has changed other facts does not matter; the same fact is not written over.
func (p *Pages) written(ctx context.Context, now store.Version, fact ask.Fact, value any, from answer.Source, was string) ([]byte, error) {
	file, err := factfile.Open(now.Name, now.Content)
	if err != nil {
		return nil, err
	}
	if have, _ := file.Given(fact.Pointer); encoded(have) != was {
		return nil, errConflict
	}
	entries, err := answer.Entries(file, fact, value, from)
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
	return fact.Parse(said[0])
}

// refusal is what to say of an error that the answer itself is to blame for.
func refusal(err error) (status int, problem string, known bool) {
	if list, ok := problems(err); ok {
		text := say("error.invalid")
		for i, each := range list {
			if i == 3 {
				break
			}
			text += " " + each.Message + "."
			if each.Hint != "" {
				text += " " + words.Value(each.Hint) + "."
			}
		}
		return http.StatusUnprocessableEntity, text, true
	}
	switch {
	case errors.Is(err, factfile.ErrByHand):
		return http.StatusUnprocessableEntity, say("error.byhand"), true
	case errors.Is(err, answer.ErrUnsourced), errors.Is(err, answer.ErrDay), errors.Is(err, answer.ErrOldSource):
		return http.StatusUnprocessableEntity, capital(err.Error()) + ".", true
	case errors.Is(err, store.ErrChanged):
		return http.StatusConflict, capital(store.ErrChanged.Error()) + ".", true
	}
	return 0, "", false
}

// conflict shows what another hand has written in the meantime, and the answer again.
// Who sends it once more knows what it replaces.
func (p *Pages) conflict(w http.ResponseWriter, r *http.Request, at place, fact ask.Fact, form url.Values) {
	theirs := say("conflict.nothing")
	if v, err := at.Read(at.Name); err == nil {
		if file, err := factfile.Open(v.Name, v.Content); err == nil {
			if value, given := file.Given(fact.Pointer); given {
				theirs = "“" + factValue(value, fact.Unit) + "”"
			}
		}
	}
	p.refuse(w, r, at, http.StatusConflict, &refused{fact.Pointer, say("conflict", theirs), form})
}

// refuse draws the page that the answer came from once more.
func (p *Pages) refuse(w http.ResponseWriter, r *http.Request, at place, status int, again *refused) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	if again.form.Get("back") == "fact" {
		p.drawFact(w, r, status, at, c, again.pointer, again)
		return
	}
	query, _ := url.ParseQuery(again.form.Get("back"))
	p.draw(w, status, "work", p.workOf(r, at, c, choiceOf(query), again))
}

// goBack leads to the page that the answer came from, which tells what was done.
func (p *Pages) goBack(w http.ResponseWriter, r *http.Request, at place, form url.Values, did, pointer, since string, merged bool) {
	address, query := at.URL(""), url.Values{}
	if back := form.Get("back"); back == "fact" {
		address = at.URL("fact")
		query.Set("at", pointer)
	} else if parsed, err := url.ParseQuery(back); err == nil {
		query = choiceOf(parsed).query()
	}
	query.Set("did", did)
	query.Set("fact", pointer)
	if since != "" {
		query.Set("since", since)
	}
	if merged {
		query.Set("merged", "1")
	}
	http.Redirect(w, r, address+"?"+query.Encode(), http.StatusSeeOther)
}

// undo takes the last save back, if it is the one that whoever asks for it has seen.
func (p *Pages) undo(w http.ResponseWriter, r *http.Request, at place) {
	form, ok := p.form(w, r, at)
	if !ok {
		return
	}
	now, err := at.Read(at.Name)
	if err == nil && now.Digest != form.Get("seen") {
		err = store.ErrChanged
	}
	var before store.Version
	if err == nil {
		before, _, err = at.Undo(at.Name)
	}
	if err != nil {
		p.fail(w, at, err)
		return
	}
	query := url.Values{"did": {"undone"}, "since": {before.Digest}}
	http.Redirect(w, r, at.URL("")+"?"+query.Encode(), http.StatusSeeOther)
}

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

// since is the report before the last answer, if the address names it.
func (p *Pages) since(r *http.Request, at place, c *judge.Case) *report.Report {
	digest := r.URL.Query().Get("since")
	if digest == "" {
		return nil
	}
	v, found := at.At(at.Name, digest)
	if !found {
		return nil
	}
	before, err := p.judge.Of(r.Context(), v)
	if err != nil {
		return nil
	}
	return before.Report
}

// noticeOf tells what has just been done.
func (p *Pages) noticeOf(r *http.Request, c *judge.Case, before *report.Report) []string {
	query := r.URL.Query()
	fact, _ := p.judge.Catalogue.Fact(query.Get("fact"))
	var lines []string
	switch query.Get("did") {
	case "passed":
		return []string{say("saved.passed", fact.Question)}
	case "again":
		return []string{say("saved.again", fact.Question)}
	case "undone":
		return []string{say("saved.undone")}
	case "begun":
		return []string{say("saved.begun", c.Name)}
	case "kept":
		return []string{say("saved.kept")}
	case "dropped":
		return []string{say("saved.dropped")}
	case "copy":
		return []string{say("saved.copy")}
	case "taken":
		lines = append(lines, say("saved.taken", query.Get("n")))
	case "saved":
		said := say("saved.unknown")
		if value, given := c.File.Given(fact.Pointer); given {
			said = factValue(value, fact.Unit)
		}
		lines = append(lines, say("saved", fact.Question, said))
	default:
		return nil
	}
	if before != nil {
		lines[0] += " " + changed(before, c.Report)
	}
	if query.Get("merged") != "" {
		lines = append(lines, say("saved.merged"))
	}
	return lines
}

// changed says which verdicts an answer has settled or reopened.
func changed(before, now *report.Report) string {
	var parts []string
	if fell := ask.Fell(before, now); len(fell) > 0 {
		parts = append(parts, say("saved.settled", settledWords(fell)))
	}
	if reopened := ask.Fell(now, before); len(reopened) > 0 {
		parts = append(parts, say("saved.reopened", len(reopened)))
	}
	if len(parts) == 0 {
		return say("saved.same")
	}
	return strings.Join(parts, " ")
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

func number(n int) string {
	if n == 0 {
		return ""
	}
	return words.Number(n)
}
