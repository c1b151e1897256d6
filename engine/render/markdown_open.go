package render

import (
	"fmt"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// commentFacts is how many missing facts a comment lists: those that decide
// most, as nobody scrolls through hundreds below a pull request.
const commentFacts = 20

// undetermined lists the facts to ask for, those first that most obligations
// wait for.
func (m markdown) undetermined(r *report.Report) {
	open := r.With(report.Undetermined)
	if len(open) == 0 {
		return
	}
	facts := report.Ask(open)
	m.Head(fmt.Sprintf("\n### Facts to ask for\n\n%s for %s; what decides most comes first.\n\n| Fact | Decides |\n|---|---|\n",
		writing.Count(len(open), "obligation waits", "obligations wait"), writing.Count(len(facts), "fact", "facts")))
	for _, fact := range facts[:min(len(facts), m.facts)] {
		m.Add("facts to ask for", func() string {
			return fmt.Sprintf("| %s | %s |\n", writing.MarkdownText(words.Fact(fact.Pointer)), m.decides(fact))
		})
	}
	for _, o := range open {
		if o.Waiver != nil {
			m.Add("waivers", func() string {
				return fmt.Sprintf("\n_Waived:_ %s %s: %s\n", writing.MarkdownText("Art. "+o.Article), writing.MarkdownCode(o.ID), writing.MarkdownText(writing.Clip(words.Waiver(*o.Waiver), writing.MaxValue)))
			})
		}
	}
	if len(facts) > m.facts {
		m.Head(fmt.Sprintf("\nand %s, which `github-summary` and `text` list.\n", writing.Count(len(facts)-m.facts, "more fact", "more facts")))
	}
}

// maxConditions is how many things that one fact decides are said.
const maxConditions = 5

func (m markdown) decides(fact *report.Asked) string {
	list := fact.For[:min(len(fact.For), maxConditions)]
	text := joined(list, "<br>", func(a report.AskedFor) string {
		return writing.MarkdownText("Art. "+words.Articles(a.Articles())) + ": " + markdownOutline(words.Asked(a))
	})
	if more := len(fact.For) - len(list); more > 0 {
		text += fmt.Sprintf("<br>and %d more", more)
	}
	return text
}

// markdownOutline writes a long condition as nested lists, which a cell of a table
// takes as HTML only.
func markdownOutline(o words.Outline) string {
	text := writing.MarkdownText(o.Heading())
	if len(o.Parts) == 0 {
		return text
	}
	return text + "<ul>" + joined(o.Parts, "", func(part words.Outline) string {
		return "<li>" + markdownOutline(part) + "</li>"
	}) + "</ul>"
}
