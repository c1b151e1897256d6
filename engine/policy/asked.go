package policy

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// questionsFor describes the facts that obligations wait for, in the order in which
// they are met.
func (q *questions) questionsFor(judged []report.Obligation) []report.Question {
	waiting := 0
	for i := range judged {
		waiting += len(judged[i].Missing)
	}
	places := make(map[string]int, min(waiting, len(q.direct.program.Slots)))
	var pointers []string
	var counts []int
	for i := range judged {
		for _, m := range judged[i].Missing {
			place, seen := places[m.Pointer]
			if !seen {
				place = len(pointers)
				places[m.Pointer] = place
				pointers, counts = append(pointers, m.Pointer), append(counts, 0)
			}
			counts[place]++
		}
	}
	questions := make([]report.Question, len(pointers))
	// The articles of all questions share one list.
	articles := make([]string, 0, waiting)
	for i, n := range counts {
		from := len(articles)
		questions[i] = q.described(pointers[i])
		articles = articles[:from+n]
		questions[i].Articles = articles[from:from:len(articles)]
	}
	for i := range judged {
		for _, m := range judged[i].Missing {
			if q := &questions[places[m.Pointer]]; !slices.Contains(q.Articles, judged[i].Article) {
				q.Articles = append(q.Articles, judged[i].Article)
			}
		}
	}
	return questions
}

// described returns what the schema says of a fact that is asked for. It is kept:
// elements of lists apart, there are as many facts as the schema names.
func (q *questions) described(pointer string) report.Question {
	if known, ok := q.descriptions.Load(pointer); ok {
		return *known.(*report.Question)
	}
	described := q.direct.said.schema.question(pointer)
	if q.descriptionCount.Add(1) <= maxDescriptions {
		q.descriptions.Store(pointer, &described)
	}
	return described
}

// maxDescriptions bounds what is kept of the facts that were asked for.
const maxDescriptions = 10_000
