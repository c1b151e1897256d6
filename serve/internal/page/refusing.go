package page

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/internal/answer"
	"github.com/dsaeval/dsaeval/internal/factfile"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/serve/internal/store"
)

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
		return http.StatusUnprocessableEntity, writing.Capital(err.Error()) + ".", true
	case errors.Is(err, store.ErrChanged):
		return http.StatusConflict, writing.Capital(store.ErrChanged.Error()) + ".", true
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
