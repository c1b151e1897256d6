package law

import (
	"slices"
	"sync"
)

// Infringements say what one infringement is beside an Article.
type Infringements struct {
	Divided    []DividedArticle `yaml:"divided"`
	OneConduct []OneConduct     `yaml:"one_conduct"`
}

// DividedArticle is one that holds several duties, each an infringement of its own.
type DividedArticle struct {
	Article string `yaml:"article"`
	Source  string `yaml:"source"`
	Because string `yaml:"because"`
	Duties  []Duty `yaml:"duties"`
}

// Duty is some of the paragraphs of an Article.
type Duty struct {
	// Cited is how the duty is cited, and Words its paragraphs behind the Article.
	Cited      string   `yaml:"cited"`
	Words      string   `yaml:"words"`
	Paragraphs []string `yaml:"paragraphs"`
}

// OneConduct is a pair of duties that one conduct breaches.
type OneConduct struct {
	Duties  []string `yaml:"duties"`
	Source  string   `yaml:"source"`
	Because string   `yaml:"because"`
	// Always says that no fact in common is needed.
	Always bool `yaml:"always"`
	// Reading is what a report says of the choice; empty where a fact in common tells.
	Reading struct {
		Question string `yaml:"question"`
		Chosen   string `yaml:"chosen"`
		Other    string `yaml:"other"`
		Switch   string `yaml:"switch"`
	} `yaml:"reading"`
}

// Of reports whether two obligations are the duties of the pair.
func (c OneConduct) Of(a, b string) bool {
	return a != b && slices.Contains(c.Duties, a) && slices.Contains(c.Duties, b)
}

// InfringementsRead returns what policies/infringements.yaml says.
var InfringementsRead = sync.OnceValue(func() Infringements { return read[Infringements]("infringements.yaml") })

// DutyOf returns the duty to which a paragraph of an Article belongs, as it is cited:
// the Article, where it holds one.
func (i Infringements) DutyOf(article, paragraph string) string {
	for _, divided := range i.Divided {
		for _, duty := range divided.Duties {
			if divided.Article == article && slices.Contains(duty.Paragraphs, paragraph) {
				return duty.Cited
			}
		}
	}
	return article
}
