package pages

import (
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Fact is what is to be said about a fact.
type Fact struct {
	Path        string `json:"path"` // dotted
	Question    string `json:"question"`
	Description string `json:"description"`
	Answer      string `json:"answer"` // what kind is wanted, in words
	Unit        string `json:"unit"`
	Nature      string `json:"nature"`
	// Obligations are those whose own rules read the fact; none of one that only the
	// rules read about who is bound.
	Obligations []Obligation `json:"obligations"`
}

// Fact looks a fact up by its dotted path; false if the schema has none there.
func (s Source) Fact(path string) (Fact, bool) {
	f := s.Schema.Dotted(strings.TrimSuffix(path, "[]")) // the elements as a whole
	if f == nil || f == s.Schema {
		return Fact{Path: path}, false
	}
	fact := Fact{Path: path, Question: f.Question, Description: f.Description, Unit: f.Unit, Nature: f.Nature, Obligations: []Obligation{}}
	asked := report.Question{Kind: f.AnswerKind(), Values: f.Enum}
	if f.Unit != "" {
		asked.Unit = &f.Unit
	}
	fact.Answer = words.Answer(asked)
	return fact, true
}

// FactPage is [Source.Fact] with the obligations that read the fact.
func (s Source) FactPage(path string) (Fact, bool) {
	fact, found := s.Fact(path)
	if !found {
		return fact, false
	}
	for _, o := range s.Obligations {
		if slices.ContainsFunc(o.Facts, func(read string) bool {
			read = strings.TrimSuffix(read, "[]")
			return read == path || strings.HasPrefix(read, path+".") || strings.HasPrefix(read, path+"[]")
		}) {
			fact.Obligations = append(fact.Obligations, Obligation{o.ID, o.Article, o.Title})
		}
	}
	return fact, true
}

// Paths returns the dotted paths of all facts that have a meaning of their own, sorted.
func (s Source) Paths() []string {
	var paths []string
	for _, o := range s.Obligations {
		for _, path := range o.Facts {
			paths = append(paths, strings.TrimSuffix(path, "[]"))
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}
