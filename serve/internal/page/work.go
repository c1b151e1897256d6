package page

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/internal/chapter"
	"github.com/dsaeval/dsaeval/internal/factfile"
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

// waysOf are the ways to choose questions.
func (p *Pages) waysOf(at place, c *judge.Case, of choice, passed map[string]bool) []way {
	ways := []way{
		{Words: say("ask.best"), URL: choice{}.url(at), Here: of.By == "" && of.Search == ""},
		{Words: say("ask.section"), URL: choice{By: "section"}.url(at), Here: of.By == "section"},
		{Words: say("ask.article"), URL: choice{By: "article"}.url(at), Here: of.By == "article"},
		{Words: say("ask.given"), URL: choice{By: "given"}.url(at), Here: of.By == "given", N: number(len(p.given(c)))},
	}
	if len(passed) > 0 || of.By == "passed" {
		ways = append(ways, way{Words: say("ask.passed"), URL: choice{By: "passed"}.url(at), Here: of.By == "passed", N: number(len(passed))})
	}
	return ways
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

// sections are the sections of the document with the questions that are open in each;
// without a choice the first that has some is chosen.
func (p *Pages) sections(at place, open func(ask.Fact) bool, of *choice) []way {
	names, n := []string{}, map[string]int{}
	for _, f := range p.facts(func(ask.Fact) bool { return true }) {
		if !slices.Contains(names, f.Section) {
			names = append(names, f.Section)
		}
		if open(f) {
			n[f.Section]++
		}
	}
	return choose(at, of, "section", names, n, sectionName)
}

// articles are the Articles of the obligations with the questions that are open in each.
func (p *Pages) articles(at place, open func(ask.Fact) bool, of *choice) []way {
	names, n := []string{}, map[string]int{}
	for _, o := range p.judge.Engine.Obligations() {
		if number := chapter.Number(o.Article); number != "" && !slices.Contains(names, number) {
			names = append(names, number)
		}
	}
	for _, f := range p.facts(open) {
		numbers := map[string]bool{}
		for _, article := range f.Articles {
			numbers[chapter.Number(article)] = true
		}
		for number := range maps.Keys(numbers) {
			n[number]++
		}
	}
	return choose(at, of, "article", names, n, cite)
}

func choose(at place, of *choice, by string, names []string, n map[string]int, words func(string) string) []way {
	if !slices.Contains(names, of.Of) {
		of.Of = ""
		for _, name := range names {
			if n[name] > 0 {
				of.Of = name
				break
			}
		}
		if of.Of == "" && len(names) > 0 {
			of.Of = names[0]
		}
	}
	ways := make([]way, len(names))
	for i, name := range names {
		ways[i] = way{Words: words(name), URL: choice{By: by, Of: name}.url(at), Here: name == of.Of, N: number(n[name])}
	}
	return ways
}

// titles are the sources that the file names, for answers to come.
func titles(file *factfile.File) []string {
	given, _ := file.Given("/sources")
	sources, _ := given.(map[string]any)
	var list []string
	for _, id := range slices.Sorted(maps.Keys(sources)) {
		about, _ := sources[id].(map[string]any)
		if title, _ := about["title"].(string); title != "" && !slices.Contains(list, title) {
			list = append(list, title)
		}
	}
	return list
}
