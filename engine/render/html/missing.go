package html

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/asked"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// area is a section of the facts with what to ask for. The facts are grouped as
// people who run a platform think, so that the list can be cut up and each part
// sent to those who know.
type area struct {
	Name  string
	Facts []question
	// Obligations is the number of obligations that wait for facts of the area.
	Obligations int
}

// question is a missing fact, how it is asked for, and what it decides.
type question struct {
	*asked.Fact
	Described report.Question
	Anchor    string
	// Decides is what is not said of a fact before: a condition that takes several
	// facts stands under the first of them. Elsewhere counts the others.
	Decides   []asked.For
	Elsewhere int
}

// nextQuestions is how many questions are asked first.
const nextQuestions = 10

// ask collects the missing facts of the undetermined obligations, what decides
// most first, in areas and within them.
func (v *view) ask(anchor string, anchors anchors) {
	waiting := map[string]map[string]bool{}
	said := map[string]bool{}
	for _, fact := range asked.Next(asked.Of(v.With(report.Undetermined)), v.Report) {
		name := areaOf(fact.Pointer)
		i := slices.IndexFunc(v.Unasked, func(a area) bool { return a.Name == name })
		if i < 0 {
			i = len(v.Unasked)
			v.Unasked = append(v.Unasked, area{Name: name})
			waiting[name] = map[string]bool{}
		}
		one := question{Fact: fact, Described: v.Question(fact.Pointer), Anchor: anchors.of(anchor, "ask", strings.TrimPrefix(fact.Pointer, "/"))}
		for _, each := range fact.For {
			if key := each.Words + strings.Join(each.Articles(), " "); said[key] {
				one.Elsewhere++
			} else {
				said[key] = true
				one.Decides = append(one.Decides, each)
			}
		}
		v.Unasked[i].Facts = append(v.Unasked[i].Facts, one)
		if len(v.Next) < nextQuestions {
			v.Next = append(v.Next, one)
		}
		for _, o := range fact.Obligations {
			waiting[name][o.ID] = true
		}
	}
	for i := range v.Unasked {
		v.Unasked[i].Obligations = len(waiting[v.Unasked[i].Name])
	}
	slices.SortStableFunc(v.Unasked, func(a, b area) int { return cmp.Compare(b.Obligations, a.Obligations) })
}

func areaOf(pointer string) string {
	area, _, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	return area
}

// Title is the name of an area as words.
func (a area) Title() string {
	return writing.Capital(strings.ReplaceAll(a.Name, "_", " "))
}

// Given says what was given in vain.
func (a question) Given() string { return words.Given(a.Missing) }

// Question asks for the fact; it is its path where the report has no words for it.
func (a question) Question() string {
	return cmp.Or(words.Question(a.Described), words.Fact(a.Pointer))
}

// Explained says more than the question, where the report does.
func (a question) Explained() string {
	if a.Described.Description == a.Question() {
		return ""
	}
	return a.Described.Description
}

// Answer says what kind of answer the question wants.
func (a question) Answer() string { return words.Answer(a.Described) }

// Choices are the answers that are ticked, none where the answer is written.
func (a question) Choices() []choice {
	switch a.Described.Kind {
	case report.Flag:
		return []choice{{"true", "yes"}, {"false", "no"}}
	case report.Word, report.List:
		return choices(a.Described.Values)
	}
	return nil
}

// choice is an answer as the fact file has it, and as people read it.
type choice struct{ Value, Words string }

func choices(values []string) []choice {
	list := make([]choice, len(values))
	for i, value := range values {
		list[i] = choice{value, strings.ReplaceAll(value, "_", " ")}
	}
	return list
}

// Fillable reports whether an answer can be put into a fact file by itself: an
// element of a list or the values of a table need the others beside them.
func (a question) Fillable() bool {
	if a.Described.Kind == "" || a.Described.Kind == report.Table {
		return false
	}
	for step := range strings.SplitSeq(a.Pointer, "/") {
		if step == "-" || step != "" && strings.Trim(step, "0123456789") == "" {
			return false
		}
	}
	return true
}

// Whether reports whether the fact decides nothing but whether obligations apply.
func (a question) Whether() bool { return a.Gates == len(a.Obligations) }

// Waiting says for what it is asked.
func (a question) Waiting() string { return words.Waiting(a.Fact) }

// outlined is what the fact would have to be, a long condition as a tree.
func outlined(a asked.For) words.Outline { return words.Asked(a) }

// cited lists the articles for which it decides.
func cited(a asked.For) string { return words.Provisions(a.Articles()) }
