package page

import (
	"errors"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"
	"unicode"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/internal/answer"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/serve/internal/store"
)

// begun is the page with the list of services and the questions with which one begins.
type begun struct {
	frame
	Services []service
	More     string
	CanBegin bool
	Frame    []question
	Given    url.Values
	Date     string
	File     string
}

// service is a file in the list.
type service struct {
	Name, File, URL, Day string
	Counts               []counted
	Broken               bool
}

// maxListed is how many files are judged for the list.
const maxListed = 25

func (p *Pages) start(w http.ResponseWriter, r *http.Request) {
	p.drawStart(w, r, http.StatusOK, url.Values{}, nil)
}

func (p *Pages) drawStart(w http.ResponseWriter, r *http.Request, status int, given url.Values, wrong map[string]string) {
	names, err := p.folder.List()
	if err != nil {
		p.fail(w, place{}, err)
		return
	}
	view := begun{frame: frame{Title: say("start.heading"), Here: "start"}, Given: given, Date: given.Get("date"), File: given.Get("file")}
	for i, name := range names {
		if i == maxListed {
			view.More = say("start.more", maxListed)
			break
		}
		if s, exists := p.listed(r, name); exists {
			view.Services = append(view.Services, s)
		}
	}
	view.CanBegin = p.folder.Only() == "" || !p.folder.Exists(p.folder.Only())
	if view.Date == "" {
		view.Date = p.today().Format(time.DateOnly)
	}
	if view.File == "" {
		view.File = p.free("")
	}
	if len(view.Services) == 0 {
		view.Title = say("start.empty")
	}
	for _, pointer := range ask.Frame() {
		fact, known := p.judge.Catalogue.Fact(pointer)
		if !known {
			continue // an engine without the built-in sections
		}
		view.Frame = append(view.Frame, beginning(fact, given, wrong[pointer]))
	}
	if text := wrong["file"]; text != "" {
		view.Notice, view.Alarm = []string{text}, true
	}
	p.draw(w, status, "start", view)
}

// beginning is one of the first questions, which may be left out.
func beginning(fact ask.Fact, given url.Values, problem string) question {
	q := question{Fact: fact, ID: "begin-" + strings.ReplaceAll(strings.TrimPrefix(fact.Pointer, "/"), "/", "."), Input: inputOf(fact), Problem: problem}
	said := given[q.ID]
	switch q.Input {
	case "flag":
		q.Options = []option{{Word: "yes", Words: say("q.yes")}, {Word: "no", Words: say("q.no")}}
	case "word", "words":
		for _, c := range fact.Choices {
			q.Options = append(q.Options, option{Word: c.Word, Words: strings.ReplaceAll(c.Word, "_", " "), Meaning: c.Meaning})
		}
	default:
		q.Said = strings.Join(said, ", ")
		return q
	}
	for i := range q.Options {
		for _, word := range said {
			q.Options[i].Chosen = q.Options[i].Chosen || word == q.Options[i].Word
		}
	}
	if q.Input != "words" {
		q.Options = append(q.Options, option{Word: "", Words: say("start.unknown"), Chosen: strings.Join(said, "") == ""})
	}
	return q
}

// listed is a file in the list; it reports false where there is none.
func (p *Pages) listed(r *http.Request, name string) (service, bool) {
	s := service{Name: name, File: name, URL: place{Name: name}.URL("")}
	v, err := p.folder.Read(name)
	if err != nil {
		return s, false
	}
	c, err := p.judge.Of(r.Context(), v)
	if err != nil {
		s.Broken = true
		return s, true
	}
	if c.Report.Service.Name != "" {
		s.Name = c.Report.Service.Name
	}
	s.Day, s.Counts = string(c.Report.AssessmentDate), countsOf(c.Report.Summary, nil)
	return s, true
}

// free is a name for a new file that is not taken.
func (p *Pages) free(name string) string {
	if p.folder.Only() != "" {
		return p.folder.Only()
	}
	stem := strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
	if !p.folder.Exists("facts.yaml") {
		return "facts.yaml"
	}
	if stem != "" && !p.folder.Exists(stem+".facts.yaml") {
		return stem + ".facts.yaml"
	}
	return ""
}

// begin writes a new file with the answers to the first questions and all that remains
// to be said, each as null below its question.
func (p *Pages) begin(w http.ResponseWriter, r *http.Request) {
	form, ok := p.form(w, r, place{})
	if !ok {
		return
	}
	wrong := map[string]string{}
	name, file := strings.TrimSpace(form.Get("name")), strings.TrimSpace(form.Get("file"))
	if file == "" {
		file = p.free(name)
	}
	begun, err := factfile.Begin(form.Get("date"), name)
	if day := document.CheckDay(form.Get("date")); day != nil {
		err = day
	}
	if err != nil {
		wrong["file"] = writing.Capital(err.Error()) + "."
	}
	var entries []factfile.Entry
	for _, pointer := range ask.Frame() {
		fact, known := p.judge.Catalogue.Fact(pointer)
		if !known {
			continue
		}
		q := beginning(fact, form, "")
		said := strings.Join(form[q.ID], ", ")
		if said == "" {
			continue
		}
		value, err := fact.Parse(said)
		if err != nil {
			wrong[pointer] = writing.Capital(err.Error()) + "."
			continue
		}
		entries = append(entries, factfile.Entry{Pointer: pointer, Value: value, Comment: fact.Comment()})
	}
	if len(wrong) == 0 {
		var text string
		if text, err = p.beginFile(r, begun, file, entries); text != "" {
			wrong["file"] = text
		}
		if err != nil {
			p.fail(w, place{}, err)
			return
		}
	}
	if len(wrong) > 0 {
		p.drawStart(w, r, http.StatusUnprocessableEntity, form, wrong)
		return
	}
	http.Redirect(w, r, place{Name: file}.URL("")+"?did=begun", http.StatusSeeOther)
}

// beginFile writes the file. What whoever asks can set right is returned as a text.
func (p *Pages) beginFile(r *http.Request, begun *factfile.File, file string, entries []factfile.Entry) (string, error) {
	if path.Ext(file) == ".json" {
		return writing.Capital(store.ErrName.Error()) + ".", nil // what is begun here has comments
	}
	begun, err := begun.Set(entries...)
	if err != nil {
		return "", err
	}
	c, err := p.judge.Of(r.Context(), store.NewVersion(path.Base(file), begun.Content()))
	if _, text, known := refusal(err); err != nil && known {
		return text, nil
	} else if err != nil {
		return "", err
	}
	if begun, err = answer.Blank(begun, p.judge.Catalogue.Remaining(c.Report, false)); err != nil {
		return "", err
	}
	switch _, err := p.folder.Create(file, begun.Content()); {
	case err == nil:
		return "", nil
	case errors.Is(err, store.ErrExists):
		return say("start.named", file), nil
	case errors.Is(err, store.ErrName):
		return writing.Capital(err.Error()) + ".", nil
	default:
		return "", err
	}
}
