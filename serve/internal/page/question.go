package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
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
	// Was stands for the value in the file when the page was drawn, Seen for the version,
	// and Back is the choice of questions.
	Was, Seen, Back string
	Statuses        []option
	Problem         string
	Outcomes        []outcome
	ReadBy          []reader
	MoreReaders     string
	// NotOurs is the answer to another question which says that this one does not concern
	// the service; empty where none says so.
	NotOurs string
}

type option struct {
	Word, Words, Meaning string
	Chosen               bool
}

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
		Was: mark(value), Seen: a.c.Digest, Back: a.of.query().Encode(), Statuses: statusOptions(),
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
	a.notOurs(&q)
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
		q.Hint = say("q.json", q.ShownExample())
		if table, ok := value.(map[string]any); ok && q.Kind == report.Table {
			q.Said = tableLines(table)
		}
		if example, ok := q.Fact.Example.(map[string]any); ok && q.Kind == report.Table {
			line, _, _ := strings.Cut(tableLines(example), "\n")
			q.Hint = say("q.table", line)
		}
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

// factValue says what a fact is: a list of words as it is typed, a long number with
// spaces.
func factValue(value any, unit string) string {
	if list, ok := value.([]any); ok && len(list) > 0 {
		if text := listed(list); len(text) < 200 && !strings.HasPrefix(text, "[") {
			return text
		}
	}
	if number, ok := value.(json.Number); ok && unit != "" {
		if n, err := strconv.Atoi(number.String()); err == nil && n > 1 {
			return words.Number(n) + " " + unit
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

// mark stands for a value in a form: the same as long as the value is, empty of none. The
// value itself could hold characters that a page shows as escapes.
func mark(value any) string {
	if value == nil {
		return ""
	}
	sum := sha256.Sum256([]byte(encoded(value)))
	return hex.EncodeToString(sum[:12])
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
