package draft

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/lazy"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
)

// Obligation is what is known of an obligation before it is written. Only the ID
// and a fact are needed; what is empty is filled in.
type Obligation struct {
	// ID is dsa.art16.6 of a provision of the Regulation, else a word of the house
	// and further words: house.signed.
	ID           string
	Article      string
	Title        string
	Description  string
	Kind         report.Kind
	Addressee    report.Addressee
	Exemption    policy.Exemption
	Start        policy.Start
	From         string // YYYY-MM-DD
	Penalty      report.Penalty
	SupervisedBy policy.Supervisor
	Link         string // to the official text
	// Words are the key phrase of the provision on which the ground rests.
	Words string
	// Fact is the fact that decides, as a dotted path.
	Fact Fact
}

// File is a file to be written, by its path in the directory of policies.
type File struct {
	Path    string
	Content string
}

// law is the first word of the ids of the Regulation.
const law = "dsa"

var (
	idPattern   = lazy.NewRegexp(`^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$`)
	lawPattern  = lazy.NewRegexp(`^dsa\.art([1-9][0-9]?)(\.[a-z0-9_]+)*$`)
	enumeration = lazy.NewRegexp(`^([0-9]+|[a-z])$`)
)

// OfLaw reports whether an id is one of the Regulation.
func OfLaw(id string) bool { return id == law || strings.HasPrefix(id, law+".") }

// CheckID reports what keeps an id from being one: of the Regulation where the
// directory holds its obligations, of the house elsewhere.
func CheckID(id string, ofLaw bool) error {
	first, _, _ := strings.Cut(id, ".")
	switch {
	case ofLaw && !lawPattern.MatchString(id):
		return fmt.Errorf("the id is %q; here stand the obligations of the Regulation, such as dsa.art16.6 or dsa.art34.1.a", id)
	case ofLaw:
		return nil
	case slices.Contains(policy.Reserved(), first):
		return document.Hinted(fmt.Errorf("the id is %q, and %s belongs to the built-in policies", id, first), fmt.Sprintf("put a word of your house first, such as house.%s", lastWord(id)))
	case !idPattern.MatchString(id):
		return fmt.Errorf("the id is %q; expected a word of your house and further words, in small letters and joined by dots, such as house.signed", id)
	}
	return nil
}

func lastWord(id string) string { return id[strings.LastIndexByte(id, '.')+1:] }

// Package is the Rego package of an obligation, and Path its file.
func (o Obligation) Package() string {
	if !OfLaw(o.ID) {
		return o.ID
	}
	words := strings.Split(o.ID, ".")
	return law + "." + words[1] + "." + strings.Join(words[1:], "_")
}

// Path is the file of the rules in the directory of policies.
func (o Obligation) Path() string { return strings.ReplaceAll(o.Package(), ".", "/") + ".rego" }

// Files returns the rules and the cases.
func (o Obligation) Files() ([]File, error) {
	o = o.filled()
	g, err := o.ground()
	if err != nil {
		return nil, err
	}
	return []File{
		{o.Path(), o.rules(g)},
		{strings.TrimSuffix(o.Path(), path.Ext(o.Path())) + "_test.yaml", o.cases(g)},
	}, nil
}

// filled puts what is usual where nothing is said.
func (o Obligation) filled() Obligation {
	usual := Obligation{
		Article: o.ID, Kind: report.Duty, Addressee: report.Hosting, Start: vocabulary.General,
		Penalty: report.NoPenalty, SupervisedBy: vocabulary.Nobody, Link: "https://example.org/rules-of-the-house",
	}
	if OfLaw(o.ID) {
		usual = usualOf(o.ID)
	}
	o.Article = cmp.Or(o.Article, usual.Article)
	o.Title = cmp.Or(o.Title, "What "+o.ID+" asks is done")
	o.Description = cmp.Or(o.Description, "Say here in one or two sentences what the provision asks.")
	o.Kind = cmp.Or(o.Kind, usual.Kind)
	o.Addressee = cmp.Or(o.Addressee, usual.Addressee)
	o.Exemption = cmp.Or(o.Exemption, usual.Exemption)
	o.Start = cmp.Or(o.Start, usual.Start)
	o.Penalty = cmp.Or(o.Penalty, usual.Penalty)
	o.SupervisedBy = cmp.Or(o.SupervisedBy, usual.SupervisedBy)
	o.Link = cmp.Or(o.Link, usual.Link)
	return o
}
