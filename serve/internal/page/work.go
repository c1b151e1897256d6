package page

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
)

// work is the page on which questions are answered.
type work struct {
	frame
	Standing    standing
	Ways, Parts []way
	PartsLabel  string
	Search      string
	Lead, Empty string
	Questions   []question
	Board       board
	Sources     []string
}

// way is a choice of questions.
type way struct {
	Words, URL, N string
	Here          bool
}

// choice says which questions are shown: those that decide most, or those of a section,
// of an Article, that are answered, passed over, or found.
type choice struct{ By, Of, Search string }

const (
	bestCount  = 7  // questions at a time; the order changes with each answer
	shownCount = 80 // of a section, an Article or a search
)

func choiceOf(query url.Values) choice {
	c := choice{By: query.Get("by"), Of: query.Get("of"), Search: strings.TrimSpace(query.Get("q"))}
	if !slices.Contains([]string{"section", "article", "given", "passed"}, c.By) {
		c.By, c.Of = "", ""
	}
	if c.Search != "" {
		c.By, c.Of = "", ""
	}
	return c
}

// query is the choice as it stands in an address.
func (c choice) query() url.Values {
	query := url.Values{}
	for key, value := range map[string]string{"by": c.By, "of": c.Of, "q": c.Search} {
		if value != "" {
			query.Set(key, value)
		}
	}
	return query
}

func (c choice) url(at place) string {
	address := at.URL("")
	if query := c.query(); len(query) > 0 {
		address += "?" + query.Encode()
	}
	return address
}

func (p *Pages) work(w http.ResponseWriter, r *http.Request, at place) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	view := p.workOf(r, at, c, choiceOf(r.URL.Query()), nil)
	p.draw(w, http.StatusOK, "work", view)
}

// workOf prepares the page. What was refused is shown again as it was sent.
func (p *Pages) workOf(r *http.Request, at place, c *judge.Case, of choice, again *refused) *work {
	passed := p.passedOf(at)
	before := p.since(r, at, c)
	view := &work{
		frame: p.frame(at, c, "work", ""), Search: of.Search, Standing: p.standingOf(at, c, before),
		Board: boardOf(at, c, before), Sources: titles(c.File),
	}
	view.Notice, view.Alarm = p.noticeOf(r, c, before), false
	view.Ways = p.waysOf(at, c, of, passed)
	questions := asker{pages: p, at: at, c: c, of: of, passed: passed, steps: map[string]ask.Step{}}
	steps := c.Next(passed)
	for _, step := range steps {
		questions.steps[step.Pointer] = step
	}
	facts := p.chosen(view, at, c, of, steps, passed)
	for i, fact := range facts {
		q := questions.of1(fact)
		q.Open = i == 0 && of.By != "given" || again != nil && again.pointer == fact.Pointer || len(facts) == 1
		if again != nil && again.pointer == fact.Pointer {
			q.refused(again)
		} else if again != nil {
			q.Open = false
		}
		view.Questions = append(view.Questions, q)
	}
	if again != nil && !slices.ContainsFunc(facts, func(f ask.Fact) bool { return f.Pointer == again.pointer }) {
		if fact, known := p.judge.Catalogue.Fact(again.pointer); known {
			q := questions.of1(fact)
			q.Open = true
			q.refused(again)
			view.Questions = slices.Insert(view.Questions, 0, q)
		}
	}
	return view
}

// given are the facts that the file gives, as far as they can be asked for.
func (p *Pages) given(c *judge.Case) []ask.Fact {
	return p.facts(func(f ask.Fact) bool {
		_, given := c.File.Given(f.Pointer)
		return given
	})
}

// facts are those of the catalogue that are no part of an element of a list.
func (p *Pages) facts(keep func(ask.Fact) bool) []ask.Fact {
	return slices.DeleteFunc(p.judge.Catalogue.Facts(), func(f ask.Fact) bool { return strings.Contains(f.Pointer, "/-") || !keep(f) })
}

// chosen are the facts that are shown, in their order, and what is said about them.
func (p *Pages) chosen(view *work, at place, c *judge.Case, of choice, steps []ask.Step, passed map[string]bool) []ask.Fact {
	waiting := map[string]bool{}
	for _, q := range c.Report.Questions {
		waiting[q.Pointer] = true
	}
	open := func(f ask.Fact) bool { return waiting[f.Pointer] }
	// Those that a verdict waits for come first.
	first := func(list []ask.Fact) []ask.Fact {
		slices.SortStableFunc(list, func(a, b ask.Fact) int { return rank(open(a)) - rank(open(b)) })
		if len(list) > shownCount {
			view.Lead = say("ask.limit", shownCount)
			list = list[:shownCount]
		}
		return list
	}
	view.Empty = say("ask.none")
	switch {
	case of.Search != "":
		list := p.facts(func(f ask.Fact) bool { return f.Search(of.Search) })
		view.Lead = say("ask.results", of.Search) + ": " + count("ask.found", len(list))
		return first(list)
	case of.By == "section":
		view.PartsLabel, view.Parts = say("ask.sections"), p.sections(at, open, &of)
		return first(p.facts(func(f ask.Fact) bool { return f.Section == of.Of }))
	case of.By == "article":
		view.PartsLabel, view.Parts = say("ask.articles"), p.articles(at, open, &of)
		return first(p.facts(func(f ask.Fact) bool { return f.Of(of.Of) }))
	case of.By == "given":
		view.Empty = say("ask.none.given")
		return first(p.given(c))
	case of.By == "passed":
		view.Empty = say("ask.none.passed")
		return first(p.facts(func(f ask.Fact) bool { return passed[f.Pointer] }))
	}
	view.Empty = say("ask.none.best")
	var list []ask.Fact
	for _, step := range steps[:min(bestCount, len(steps))] {
		list = append(list, step.Fact)
	}
	if len(steps) > bestCount {
		view.Lead = say("ask.more", bestCount, len(steps))
	}
	return list
}

func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}
