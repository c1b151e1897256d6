package page

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
	"github.com/dsaeval/dsaeval/serve/internal/store"
)

// offers are facts that what was read gives.
type offers struct {
	Title        string
	Choose, Both bool
	List         []offer
}

type offer struct {
	Pointer, Path, Question string
	Value, Now, From        string
	Chosen                  bool
}

// maxNotes is how many notes are shown.
const maxNotes = 100

// drawFound shows what was read beside what the file says. The document that was made
// of it goes with the page, so that nothing has to be remembered.
func (p *Pages) drawFound(w http.ResponseWriter, at place, c *judge.Case, content []byte, notes []string) {
	read, err := p.readDocument(content)
	if err != nil {
		p.failed(w, http.StatusUnprocessableEntity, at, say("import.failed", err))
		return
	}
	if len(notes) > maxNotes {
		notes = append(notes[:maxNotes:maxNotes], say("import.more", len(notes)-maxNotes))
	}
	view := struct {
		frame
		Document, Seen       string
		New, Conflicts, Same offers
		Offers               bool
		Notes                []string
	}{
		frame: p.frame(at, c, "found", say("import.found")), Document: base64.RawURLEncoding.EncodeToString(content), Seen: c.Digest, Notes: notes,
		New: offers{Title: say("import.new"), Choose: true}, Conflicts: offers{Title: say("import.conflict"), Choose: true, Both: true}, Same: offers{Title: say("import.same")},
	}
	for _, f := range p.factsIn(read) {
		o := offer{Pointer: f.pointer, Path: words.Fact(f.pointer), Question: words.Fact(f.pointer), From: sourceIn(read, f.pointer)}
		unit := ""
		if fact, known := p.judge.Catalogue.Fact(f.pointer); known {
			o.Question, unit = fact.Question, fact.Unit
		}
		o.Value = factValue(f.value, unit)
		have, given := c.File.Given(f.pointer)
		switch {
		case !given:
			o.Chosen = true
			view.New.List = append(view.New.List, o)
		case reflect.DeepEqual(have, f.value):
			view.Same.List = append(view.Same.List, o)
		default:
			o.Now = factValue(have, unit)
			view.Conflicts.List = append(view.Conflicts.List, o)
		}
	}
	view.Offers = len(view.New.List)+len(view.Conflicts.List) > 0
	p.draw(w, http.StatusOK, "found", view)
}

// readDocument reads a document of facts, which must be valid like any other.
func (p *Pages) readDocument(content []byte) (*factfile.File, error) {
	file, err := factfile.Open("import", content)
	if err != nil {
		return nil, err
	}
	_, err = p.judge.Engine.Load("import", content)
	return file, err
}

type given struct {
	pointer string
	value   any
}

// factsIn are the facts of a document, but for the day of the assessment, in its order.
func (p *Pages) factsIn(file *factfile.File) []given {
	var list []given
	var walk func(n *document.Node, at document.Path)
	walk = func(n *document.Node, at document.Path) {
		pointer := at.Pointer()
		_, asked := p.judge.Catalogue.Fact(pointer)
		switch {
		case !n.Known() || pointer == "/assessment/date" || len(at) == 1 && slices.Contains([]any{"sources", "provenance"}, at[0]):
		case n.Kind == document.Object && !asked && len(at) < 3:
			for _, m := range n.Members {
				walk(m.Value, at.With(m.Key))
			}
		case len(at) > 1:
			list = append(list, given{pointer, n.Value()})
		}
	}
	walk(file.Root(), nil)
	return list
}

// importTake takes over the facts that were chosen, with their sources.
func (p *Pages) importTake(w http.ResponseWriter, r *http.Request, at place) {
	r.Body = http.MaxBytesReader(w, r.Body, maxTaken)
	if err := r.ParseForm(); err != nil {
		p.failed(w, http.StatusRequestEntityTooLarge, at, say("error.large"))
		return
	}
	content, err := base64.RawURLEncoding.DecodeString(r.PostForm.Get("document"))
	var read *factfile.File
	if err == nil {
		read, err = p.readDocument(content)
	}
	if err != nil {
		p.failed(w, http.StatusUnprocessableEntity, at, say("import.failed", err))
		return
	}
	var taken []given
	for _, f := range p.factsIn(read) {
		if slices.Contains(r.PostForm["take"], f.pointer) {
			taken = append(taken, f)
		}
	}
	if len(taken) == 0 {
		p.failed(w, http.StatusUnprocessableEntity, at, say("import.notake"))
		return
	}
	before, _, err := at.Change(at.Name, func(now store.Version) ([]byte, error) {
		if now.Digest != r.PostForm.Get("seen") {
			return nil, store.ErrChanged
		}
		file, err := factfile.Open(now.Name, now.Content)
		if err != nil {
			return nil, err
		}
		if file, err = p.takeOver(file, read, taken); err != nil {
			return nil, err
		}
		content := file.Content()
		if _, err := p.judge.Of(r.Context(), store.NewVersion(now.Name, content)); err != nil {
			return nil, err
		}
		return content, nil
	})
	if err != nil {
		if status, problem, known := refusal(err); known {
			p.failed(w, status, at, problem)
			return
		}
		p.fail(w, at, err)
		return
	}
	query := url.Values{"did": {"taken"}, "n": {fmt.Sprint(len(taken))}, "since": {before.Digest}}
	http.Redirect(w, r, at.URL("")+"?"+query.Encode(), http.StatusSeeOther)
}

// maxTaken is how large a document can be that goes with a page, four letters for three
// bytes: as text, a browser would change the ends of its lines.
const maxTaken = document.MaxSize/3*4 + 1<<20
