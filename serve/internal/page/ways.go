package page

import (
	"maps"
	"slices"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/internal/chapter"
	"github.com/dsaeval/dsaeval/internal/factfile"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
)

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
