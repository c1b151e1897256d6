package ask

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Fact is all that somebody who answers for a fact wants to know about it.
type Fact struct {
	Pointer string `json:"pointer"` // JSON Pointer; "-" stands for any element of a list
	Path    string `json:"path"`    // the same as people read it
	Section string `json:"section"`
	// Question asks for the fact in plain words.
	Question    string          `json:"question"`
	Description string          `json:"description"`
	Kind        report.FactKind `json:"kind"`
	Unit        string          `json:"unit"` // empty if it has none
	Nature      report.Nature   `json:"nature"`
	// Choices are the words that the fact, or each of a list, can be.
	Choices []Choice `json:"choices"`
	// Code says of a text what kind of code it is, such as state; empty if none.
	Code string `json:"code"`
	// Example is a value that the schema gives; null if it gives none.
	Example any `json:"example"`
	// Articles are the provisions that read the fact, in the order of the
	// Regulation, each once.
	Articles []string `json:"articles"`
}

// Choice is one of the words that a fact can be.
type Choice struct {
	Word string `json:"word"`
	// Meaning is empty where the word speaks for itself.
	Meaning string `json:"meaning"`
}

func factOf(f *factschema.Field, pointer, section string) Fact {
	fact := Fact{
		Pointer: pointer, Path: words.Fact(pointer), Section: section,
		Question: f.Question, Description: f.Description, Kind: f.AnswerKind(), Unit: f.Unit, Nature: report.Nature(f.Nature), Code: codeOf(f),
		Choices: []Choice{}, Articles: []string{},
	}
	if len(f.Examples) > 0 {
		fact.Example = f.Examples[0]
	}
	chosen := f
	if len(f.Enum) == 0 && f.Items != nil && len(f.Items.Meanings) > 0 {
		chosen = f.Items
	}
	for _, word := range chosen.Enum {
		fact.Choices = append(fact.Choices, Choice{word, chosen.Meanings[word]})
	}
	return fact
}

// codeOf is what kind of code a field is, which may stand in one of its branches.
func codeOf(f *factschema.Field) string {
	code := f.Code
	for _, each := range f.Alternatives {
		code = cmp.Or(code, each.Code)
	}
	return code
}

// Answer says what kind of answer the fact wants, such as "a whole number, in
// notices".
func (f Fact) Answer() string {
	if f.Code == "state" && f.Kind == report.Text {
		return "the code of a State, such as IE"
	}
	q := report.Question{Kind: f.Kind}
	if f.Unit != "" {
		q.Unit = &f.Unit
	}
	for _, choice := range f.Choices {
		q.Values = append(q.Values, choice.Word)
	}
	if f.Kind == report.List && len(q.Values) > 0 {
		return "any of: " + strings.Join(q.Values, ", ")
	}
	return words.Answer(q)
}

// ShownExample writes the example as it could stand in a file; empty if there is
// none.
func (f Fact) ShownExample() string {
	if f.Example == nil {
		return ""
	}
	content, err := json.Marshal(f.Example)
	if err != nil {
		return "" // an example of the schema is JSON
	}
	return string(content)
}

// ReadBy says whose provisions read the fact, or that it decides which of them
// apply; empty where no rule reads it.
func (f Fact) ReadBy() string {
	switch {
	case InScope(f.Pointer):
		return "which obligations apply"
	case len(f.Articles) == 0:
		return ""
	default:
		return words.Articles(f.Articles)
	}
}

// Search reports whether a word stands in what is known of the fact, however it is
// written.
func (f Fact) Search(word string) bool {
	word = strings.ToLower(word)
	return slices.ContainsFunc([]string{f.Path, f.Question, f.Description}, func(text string) bool {
		return strings.Contains(strings.ToLower(text), word)
	})
}

// Of reports whether a provision reads the fact: 28 means all of the Article,
// 28(1) its paragraph and what stands in it.
func (f Fact) Of(article string) bool {
	return slices.ContainsFunc(f.Articles, func(a string) bool {
		rest, ok := strings.CutPrefix(a, article)
		return ok && (rest == "" || rest[0] == '(')
	})
}
