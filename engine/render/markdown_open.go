package render

import (
	"fmt"
	"math"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/asked"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// commentQuestions is how many questions a comment asks: those that decide most, as
// nobody scrolls through hundreds below a pull request.
const commentQuestions = nextQuestions

// undetermined asks for the missing facts, those first that decide most. Where all
// are asked for, it says what each decides, and what several decide together once.
func (m markdown) undetermined(r *report.Report) {
	open := r.With(report.Undetermined)
	if len(open) == 0 {
		return
	}
	facts := asked.Next(asked.Of(open), r)
	m.Head(fmt.Sprintf("\n### Next questions\n\n%s for %s; what decides most comes first.\n\n| Question | Decides |\n|---|---|\n",
		writing.Count(len(open), "obligation waits", "obligations wait"), writing.Count(len(facts), "fact", "facts")))
	said := map[string]bool{}
	for _, fact := range facts[:min(len(facts), m.questions)] {
		m.Add("questions", func() string {
			question := writing.MarkdownCode(words.Fact(fact.Pointer))
			if asked := words.Question(r.Question(fact.Pointer)); asked != "" {
				question = writing.MarkdownText(asked) + "<br>" + question
			}
			return fmt.Sprintf("| %s | %s |\n", question, m.decides(fact, said))
		})
	}
	for _, o := range open {
		if o.Waiver != nil {
			m.Add("waivers", func() string {
				return fmt.Sprintf("\n_Waived:_ %s %s: %s\n", writing.MarkdownText(words.Provision(o.Article, o.Origin)), writing.MarkdownCode(o.ID), writing.MarkdownText(writing.Clip(words.Waiver(*o.Waiver), writing.MaxValue)))
			})
		}
	}
	if len(facts) > m.questions {
		m.Head(fmt.Sprintf("\nand %s, which `github-summary` and `html` ask.\n", writing.Count(len(facts)-m.questions, "more question", "more questions")))
	}
}

// maxConditions is how many things that one fact decides are said.
const maxConditions = 5

// decides says for which articles a question is asked and, where all are, what the
// answer would have to be.
func (m markdown) decides(fact *asked.Fact, said map[string]bool) string {
	text := writing.MarkdownText(words.Waiting(fact))
	if given := words.Given(fact.Missing); given != "" {
		text += " " + writing.MarkdownText(given)
	}
	if fact.Gates == len(fact.Obligations) || m.questions != math.MaxInt {
		return text
	}
	shown := 0
	for _, each := range fact.For {
		if said[each.Words] || shown == maxConditions {
			continue
		}
		said[each.Words] = true
		shown++
		text += "<br>" + writing.MarkdownText(words.Provisions(each.Articles())) + ": " + markdownOutline(words.Asked(each))
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
