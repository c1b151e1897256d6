package page

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
)

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
	before, _, err := at.Undo(at.Name, form.Get("seen"))
	if err != nil {
		p.fail(w, at, err)
		return
	}
	query := url.Values{"did": {"undone"}, "since": {before.Digest}}
	http.Redirect(w, r, at.URL("")+"?"+query.Encode(), http.StatusSeeOther)
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
	case "rated":
		return p.ratedNotice(c, query.Get("currency"))
	case "unrated":
		return []string{say("saved.unrated")}
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

func number(n int) string {
	if n == 0 {
		return ""
	}
	return words.Number(n)
}
