package pages

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Page is what is to be said about one obligation. What is empty is not said.
type Page struct {
	ID             string        `json:"id"`
	Article        string        `json:"article"`
	Title          string        `json:"title"`
	Kind           string        `json:"kind"` // in words
	Breachable     bool          `json:"breachable"`
	Description    string        `json:"description"`
	Exceptions     string        `json:"exceptions"`
	Catalogue      string        `json:"catalogue"` // where the catalogue decided otherwise
	Addressee      string        `json:"addressee"` // in words, as what follows
	Size           string        `json:"size"`
	Since          string        `json:"since"`
	EnforcedBy     string        `json:"enforced_by"`
	Cap            string        `json:"cap"`
	Presupposes    []Obligation  `json:"presupposes"`
	Rows           []Row         `json:"rows"`
	SpeaksAgainst  []Observation `json:"speaks_against"`
	Facts          []Fact        `json:"facts"`
	Parameters     []Threshold   `json:"parameters"`
	Readings       []Reading     `json:"readings"`
	Interpretation string        `json:"interpretation"`
	Links          []string      `json:"links"`
	Recitals       []int         `json:"recitals"`
	Rules          string        `json:"rules"` // the file
	Cases          []Outcome     `json:"cases"`
}

// Obligation names an obligation.
type Obligation struct {
	ID      string `json:"id"`
	Article string `json:"article"` // empty where it is not known
	Title   string `json:"title"`
}

// Observation is something that decides nothing, and the facts that it rests on.
type Observation struct {
	Message string   `json:"message"`
	Facts   []string `json:"facts"` // dotted paths
}

// Threshold is a parameter with its value.
type Threshold struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
	Unit  string `json:"unit"`
	Since string `json:"since"` // YYYY-MM-DD
	// Term is the word of the law for which it stands.
	Term   string `json:"term"`
	Reason string `json:"reason"`
}

// Reading is where words bear more than one meaning.
type Reading struct {
	Name     string   `json:"name"`
	Question string   `json:"question"`
	Chosen   Option   `json:"chosen"`
	Rivals   []Option `json:"rivals"`
}

// Option is a meaning that words can bear.
type Option struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// Outcome is a case and how it ends.
type Outcome struct {
	Verdict string `json:"verdict"` // in words
	Note    string `json:"note"`
}

// Page gathers what is to be said about an obligation.
func (s Source) Page(ctx context.Context, o *policy.Obligation) (*Page, error) {
	file, service, err := s.Cases(o)
	if err != nil {
		return nil, err
	}
	answers := map[string]string{}
	if file == nil {
		file = &policytest.File{}
	} else if answers, err = s.answers(ctx, o, service); err != nil {
		return nil, fmt.Errorf("%s: %w", o.ID, err)
	}
	p := &Page{
		ID: o.ID, Article: o.Article, Title: o.Title, Kind: words.Kind(o.Kind), Breachable: o.Kind.Breachable(),
		Description: o.Description, Exceptions: o.Exceptions, Catalogue: o.Catalogue,
		Addressee: who(o), Size: exemption(o), Since: since(o), EnforcedBy: supervisors[o.SupervisedBy], Cap: caps(o),
		Presupposes: []Obligation{}, Rows: s.rows(o, file, answers), SpeaksAgainst: []Observation{}, Facts: []Fact{}, Parameters: []Threshold{},
		Readings: []Reading{}, Interpretation: o.Interpretation, Links: append([]string{}, o.Links...),
		Recitals: append([]int{}, slices.Sorted(slices.Values(o.Recitals))...), Rules: o.File(), Cases: []Outcome{},
	}
	for _, id := range o.Presupposes {
		p.Presupposes = append(p.Presupposes, s.named(id))
	}
	for _, d := range o.SpeaksAgainst {
		p.SpeaksAgainst = append(p.SpeaksAgainst, Observation{d.Message, d.Facts})
	}
	for _, name := range o.Facts {
		fact, _ := s.Fact(name)
		p.Facts = append(p.Facts, fact)
	}
	for _, name := range o.Parameters {
		p.Parameters = append(p.Parameters, s.threshold(name))
	}
	for _, name := range o.Readings {
		p.Readings = append(p.Readings, s.reading(name))
	}
	for _, c := range file.Cases {
		p.Cases = append(p.Cases, Outcome{strings.ReplaceAll(string(c.Verdict)+string(c.State), "_", " "), c.Note})
	}
	return p, nil
}

func (s Source) named(id string) Obligation {
	for _, o := range s.Obligations {
		if o.ID == id {
			return Obligation{id, o.Article, o.Title}
		}
	}
	return Obligation{ID: id}
}

func (s Source) threshold(name string) Threshold {
	p := s.Parameters[name]
	value := p.Values[len(p.Values)-1]
	return Threshold{Name: name, Value: value.Value, Unit: p.Unit, Since: value.Since, Term: p.Term, Reason: p.Reason}
}

func (s Source) reading(name string) Reading {
	r := s.Readings[name]
	made := Reading{Name: name, Question: r.Question, Chosen: Option{r.Chosen, r.Options[r.Chosen]}, Rivals: []Option{}}
	for _, rival := range r.Rivals() {
		made.Rivals = append(made.Rivals, Option{rival, r.Options[rival]})
	}
	return made
}
