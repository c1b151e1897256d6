package page

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/answer"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
)

// question is a fact as it is asked for.
type question struct {
	ask.Fact
	ID, Action, Page, List string
	Open, Idle, Alone      bool
	Given, Passed, Judged  bool
	InScope                bool
	Now, Promise           string
	// Input is how it is answered: flag, word, words, day, number, text, long or element.
	Input   string
	Options []option
	None    bool
	Said    string // what stands in the field
	Hint    string
	Source  answer.Source
	// Was is the value in the file when the page was drawn, Seen the version and Back
	// the choice of questions.
	Was, Seen, Back string
	Statuses        []option
	Problem         string
	Outcomes        []outcome
	ReadBy          []reader
	MoreReaders     string
	ShownExample    string
}

type option struct {
	Word, Words, Meaning string
	Chosen               bool
}

// Value is the word of the option, as forms call it.
func (o option) Value() string { return o.Word }

// Example is a value as it could stand in a file, empty if the schema gives none.
func (q question) Example() string { return q.ShownExample }

// outcome is what an answer does.
type outcome struct {
	Words string
	Which []sign
}

// reader is an obligation that reads a fact.
type reader struct {
	Article, Title, URL string
	Words               []string
}

// asker makes questions of facts.
type asker struct {
	pages  *Pages
	at     place
	c      *judge.Case
	of     choice
	passed map[string]bool
	steps  map[string]ask.Step
}

// The bounds of what is told of one question.
const (
	maxReaders  = 8
	maxOutcomes = 8
	maxSettled  = 12
	maxRadios   = 12
)

func (a asker) of1(fact ask.Fact) question {
	value, given := a.c.File.Given(fact.Pointer)
	q := question{
		Fact: fact, ID: "q-" + strings.ReplaceAll(strings.TrimPrefix(fact.Pointer, "/"), "/", "."),
		Action: a.at.URL("answer"), Page: a.at.factURL(fact.Pointer), Given: given, Passed: a.passed[fact.Pointer],
		Judged: fact.Nature == report.Judged, InScope: ask.InScope(fact.Pointer), Source: answer.SourceOf(a.c.File, fact.Pointer),
		Was: encoded(value), Seen: a.c.Digest, Back: a.of.query().Encode(), Statuses: statusOptions(), ShownExample: fact.ShownExample(),
	}
	q.Input = inputOf(fact)
	if q.Input == "element" {
		list, _, _ := strings.Cut(fact.Pointer, "/-")
		q.List = a.at.factURL(strings.TrimRight(list, "/0123456789"))
	}
	if given {
		q.Now = say("q.now", factValue(value, fact.Unit))
	}
	q.fill(value)
	a.promise(&q)
	a.readers(&q)
	return q
}

// inputOf says how a fact is answered on a page.
func inputOf(f ask.Fact) string {
	if slices.ContainsFunc(strings.Split(f.Pointer, "/"), func(step string) bool {
		return step == "-" || step != "" && strings.Trim(step, "0123456789") == ""
	}) {
		return "element"
	}
	switch f.Kind {
	case report.Flag:
		return "flag"
	case report.Word:
		if len(f.Choices) > 0 && len(f.Choices) <= maxRadios {
			return "word"
		}
	case report.List:
		if len(f.Choices) > 0 {
			return "words"
		}
		if f.Example != nil && strings.HasPrefix(f.ShownExample(), `[{`) || f.Example == nil {
			return "long"
		}
	case report.Table:
		return "long"
	case report.Date:
		return "day"
	case report.Count, report.Amount:
		return "number"
	}
	return "text"
}

// fill puts a value into the fields.
func (q *question) fill(value any) {
	for _, c := range q.Choices {
		chosen := value == c.Word
		if list, ok := value.([]any); ok {
			chosen = slices.Contains(list, any(c.Word))
		}
		if q.Input == "word" || q.Input == "words" {
			q.Options = append(q.Options, option{c.Word, strings.ReplaceAll(c.Word, "_", " "), c.Meaning, chosen})
		}
	}
	switch value := value.(type) {
	case nil:
	case bool:
		q.Said = map[bool]string{true: "yes", false: "no"}[value]
	case string:
		q.Said = value
	case json.Number:
		q.Said = value.String()
	case []any:
		q.None = len(value) == 0
		q.Said = listed(value)
	default:
		q.Said = encoded(value)
	}
	switch q.Input {
	case "long":
		if _, isList := value.([]any); isList {
			q.Said = encoded(value)
		}
		q.Hint = say("q.json", q.ShownExample)
	case "text":
		if q.Kind == report.List {
			q.Hint = say("q.list")
		} else if q.Kind == report.Word || q.Code != "" {
			q.Hint = q.Answer()
		}
	case "number":
		q.Hint = q.Answer()
	}
}

// factValue says what a fact is, a list of words as it is typed.
func factValue(value any, unit string) string {
	if list, ok := value.([]any); ok && len(list) > 0 {
		if text := listed(list); len(text) < 200 && !strings.HasPrefix(text, "[") {
			return text
		}
	}
	return words.FactValue(value, unit)
}

// listed writes a list of words as they are typed.
func listed(list []any) string {
	if len(list) == 0 {
		return "none"
	}
	each := make([]string, len(list))
	for i, word := range list {
		text, ok := word.(string)
		if !ok {
			return encoded(list)
		}
		each[i] = text
	}
	return strings.Join(each, ", ")
}

// promise says what an answer does.
func (a asker) promise(q *question) {
	step, open := a.steps[q.Pointer]
	if !open {
		q.Idle = !q.Given && !slices.ContainsFunc(a.c.Report.Questions, func(r report.Question) bool { return r.Pointer == q.Pointer })
		if q.Idle {
			q.Promise = say("ask.idle")
		}
		return
	}
	parts := []string{count("q.waits", step.Waits)}
	if step.Gate {
		parts = append(parts, say(map[bool]string{true: "q.gate.one", false: "q.gate"}[step.Waits == 1]))
	}
	if step.Best > 0 {
		parts = append(parts, say("q.settles", step.Best))
	} else {
		parts = append(parts, say("q.nearer"))
	}
	q.Promise = strings.Join(parts, "; ")
	for i, each := range step.Outcomes {
		if i == maxOutcomes {
			break
		}
		o := outcome{Words: say("q.outcome", shown(each.Answer), settledWords(each.Settles))}
		for j, s := range each.Settles {
			if j == maxSettled {
				break
			}
			if s.Verdict != report.NotApplicable {
				o.Which = append(o.Which, sign{Article: s.Article, URL: a.at.URL("obligation/" + s.ID)})
			}
		}
		q.Outcomes = append(q.Outcomes, o)
	}
}

// shown writes an answer as the page has it.
func shown(value any) string {
	switch value := value.(type) {
	case bool:
		return map[bool]string{true: say("q.yes"), false: say("q.no")}[value]
	case string:
		return strings.ReplaceAll(value, "_", " ")
	}
	return words.FactValue(value, "")
}

// settledWords counts verdicts: "2 breached, 3 not applicable".
func settledWords(list []ask.Settled) string {
	n := map[report.Verdict]int{}
	for _, each := range list {
		n[each.Verdict]++
	}
	var parts []string
	for _, v := range []report.Verdict{report.Breach, report.Compliant, report.NotApplicable} {
		if n[v] > 0 {
			parts = append(parts, words.Number(n[v])+" "+say("verdict."+string(v)))
		}
	}
	return strings.Join(parts, ", ")
}

// readers are the obligations that read a fact, with the words of the law on which what
// they find in it rests.
func (a asker) readers(q *question) {
	n := 0
	for _, o := range a.pages.judge.Engine.Obligations() {
		if !slices.Contains(o.Facts, q.Path) && !slices.ContainsFunc(o.Facts, func(f string) bool { return strings.TrimSuffix(f, "[]") == q.Path }) {
			continue
		}
		if n++; n > maxReaders {
			continue
		}
		q.ReadBy = append(q.ReadBy, reader{o.Article, o.Title, a.at.URL("obligation/" + o.ID), phrases(o, q.Path)})
	}
	if n > maxReaders {
		q.MoreReaders = say("q.articles", n-maxReaders)
	}
}

// phrases are the key phrases of the grounds that read a fact.
func phrases(o *policy.Obligation, path string) []string {
	var list []string
	for _, f := range o.Findings {
		if !slices.Contains(f.Facts, path) {
			continue
		}
		for _, phrase := range f.Words {
			if !slices.Contains(list, phrase) {
				list = append(list, phrase)
			}
		}
	}
	return list
}

// statusOptions are who can have established a fact.
func statusOptions() []option {
	list := []option{{"", say("q.status.unstated"), "", false}}
	for _, s := range report.Statuses() {
		if s != report.Unstated {
			list = append(list, option{string(s), words.Status(s), "", false})
		}
	}
	return append(list, option{string(report.Alleged), say("q.status.alleged"), "", false}, option{string(report.Annulled), say("q.status.annulled"), "", false})
}

// encoded is a value as JSON, empty of none.
func encoded(value any) string {
	if value == nil {
		return ""
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return "" // plain values of facts
	}
	return strings.TrimSuffix(b.String(), "\n")
}

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
