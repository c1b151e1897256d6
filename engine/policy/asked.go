package policy

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// questionsFor describes the facts that obligations wait for, in the order in which
// they are met.
func (s *Set) questionsFor(judged []report.Obligation) []report.Question {
	questions := []report.Question{}
	places := map[string]int{}
	for _, o := range judged {
		for _, m := range o.Missing {
			i, seen := places[m.Pointer]
			if !seen {
				i = len(questions)
				places[m.Pointer] = i
				questions = append(questions, described{s.schema.root}.question(m.Pointer))
			}
			if q := &questions[i]; !slices.Contains(q.Articles, o.Article) {
				q.Articles = append(q.Articles, o.Article)
			}
		}
	}
	return questions
}
