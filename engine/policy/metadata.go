package policy

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/rules"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
)

// Obligation is what the metadata of a package says about itself.
type Obligation struct {
	// ID is stable for ever, such as dsa.art16.6.
	ID string `json:"id"`
	// Article is the provision as lawyers cite it, such as 16(6).
	Article string `json:"article"`
	Title   string `json:"title"`
	// Origin says whose rule it is.
	Origin report.Origin `json:"origin"`
	// Description paraphrases what the provision asks.
	Description string `json:"description"`
	// Kind says which part the provision plays; only some can be breached.
	Kind      report.Kind      `json:"kind"`
	Addressee report.Addressee `json:"addressee"`
	// AddresseeAlso are further kinds of service that the provision names.
	AddresseeAlso []report.Addressee `json:"addressee_also"`
	// VLOPOnly is set where the text speaks of platforms and not of search engines.
	VLOPOnly bool `json:"vlop_only"`
	// Exemption is the paragraph that frees micro and small enterprises, or none.
	Exemption Exemption `json:"exemption"`
	// Start says from when the provision applies.
	Start Start `json:"start"`
	// From is a later first day, YYYY-MM-DD, where a delegated or implementing act sets one.
	From string `json:"from,omitempty"`
	// Penalty are the caps that a breach can attract.
	Penalty []report.Penalty `json:"penalty"`
	// SupervisedBy says who enforces the provision.
	SupervisedBy Supervisor `json:"supervised_by"`
	// Recitals help to read the provision.
	Recitals []int `json:"recitals"`
	// JudgementTerms are words of the provision that have no figure.
	JudgementTerms []string `json:"judgement_terms"`
	// Exceptions says what the provision leaves out.
	Exceptions string `json:"exceptions,omitempty"`
	// Interpretation says what in the rules is a reading and not the text.
	Interpretation string `json:"interpretation,omitempty"`
	// Remediation says what would end a breach: what its findings say, each once.
	Remediation string `json:"remediation,omitempty"`
	// Presupposes are the obligations that order the thing which this one speaks
	// about. Where the thing does not exist this one does not apply: its absence
	// breaches them and is not asked about or fined twice.
	Presupposes []string `json:"presupposes"`
	// PartOf are the paragraphs, by the beginnings of their ids and the closest
	// first, that an obligation is fined with which stands only in a delegated or
	// implementing act: Art. 74(1)(a) speaks of provisions of the Regulation.
	PartOf []string `json:"part_of"`
	// Catalogue notes where the catalogue of obligations decided otherwise.
	Catalogue string `json:"catalogue,omitempty"`
	// Links lead to the official text.
	Links []string `json:"links"`

	// Findings are the ways in which the obligation can be breached.
	Findings []FindingRule `json:"findings"`
	// Facts are the facts that decide the obligation, as dotted paths; those
	// that decide whether it applies come with every obligation and are not
	// listed.
	Facts []string `json:"facts"`
	// Parameters are the names of the parameters that take part.
	Parameters []string `json:"parameters"`
	// Readings are the names of the readings that take part.
	Readings []string `json:"readings"`
	// SpeaksAgainst are observations that decide nothing but point against
	// compliance.
	SpeaksAgainst []FindingRule `json:"speaks_against"`

	metadata    metadataBlocks
	pkg         string // data.dsa.art16.art16_6
	file        string
	concerned   bool
	presupposed bool
	reads       []document.Path // facts that the rules read, the duty's own conditions included
	findings    map[string]*FindingRule
	doubts      map[string]*FindingRule
}

// FindingRule is one way in which an obligation can be breached.
type FindingRule struct {
	// Code names the rule inside its package.
	Code string `json:"code"`
	// Message says in words what was found.
	Message string `json:"message"`
	// Words are the key phrases of the provision on which the ground rests.
	Words []string `json:"words"`
	// Remediation says what would end this finding.
	Remediation string `json:"remediation,omitempty"`
	// EndedOn is the fact, as a dotted path, that says on which day the finding
	// ended; empty for a finding that still runs.
	EndedOn string `json:"ended_on,omitempty"`
	// Facts, Parameters and Readings are what the rule reads.
	Facts      []string `json:"facts"`
	Parameters []string `json:"parameters"`
	Readings   []string `json:"readings"`

	reads []document.Path
	timed bool
}

// custom is the part of the metadata that is ours.
type custom struct {
	ID             string             `json:"id"`
	Article        string             `json:"article"`
	About          string             `json:"about"`
	Kind           report.Kind        `json:"kind"`
	Addressee      report.Addressee   `json:"addressee"`
	AddresseeAlso  []report.Addressee `json:"addressee_also"`
	VLOPOnly       bool               `json:"vlop_only"`
	Exemption      Exemption          `json:"exemption"`
	Start          Start              `json:"start"`
	From           string             `json:"from"`
	Penalty        []report.Penalty   `json:"penalty"`
	SupervisedBy   Supervisor         `json:"supervised_by"`
	Recitals       []int              `json:"recitals"`
	JudgementTerms []string           `json:"judgement_terms"`
	Exceptions     string             `json:"exceptions"`
	Interpretation string             `json:"interpretation"`
	Remediation    string             `json:"remediation"`
	Presupposes    oneOrMore          `json:"presupposes"`
	PartOf         oneOrMore          `json:"part_of"`
	Catalogue      string             `json:"catalogue"`
}

var idPattern = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$`)

// obligationOf reads the metadata of a module. It returns nil if the module is
// no obligation but a helper, which is a module without custom metadata.
func obligationOf(module *rules.Module, blocks metadataBlocks, from report.Origin) (*Obligation, Defects) {
	var pkg *rules.Annotation
	for i, a := range module.Annotations {
		if a.Scope == "package" {
			pkg = &module.Annotations[i]
		}
	}
	if pkg == nil || len(pkg.Custom) == 0 {
		return nil, nil
	}
	at := pkg.At
	var c custom
	if err := decodeCustom(pkg.Custom, &c); err != nil {
		return nil, Defects{blocks.customDefect(at, err, &c)}
	}
	c.Exemption = cmp.Or(c.Exemption, vocabulary.NoExemption)
	o := &Obligation{
		ID: c.ID, Article: c.Article, Origin: from, Title: pkg.Title, Description: pkg.Description,
		Kind: c.Kind, Addressee: c.Addressee, AddresseeAlso: c.AddresseeAlso, VLOPOnly: c.VLOPOnly,
		Exemption: c.Exemption, Start: c.Start, From: c.From, Penalty: c.Penalty, SupervisedBy: c.SupervisedBy,
		Recitals: c.Recitals, JudgementTerms: c.JudgementTerms, Exceptions: c.Exceptions,
		Interpretation: c.Interpretation, Remediation: c.Remediation,
		Presupposes: c.Presupposes, PartOf: c.PartOf, Catalogue: c.Catalogue,
		metadata: blocks, pkg: module.Path, file: module.At.File,
		findings: map[string]*FindingRule{}, doubts: map[string]*FindingRule{},
	}
	o.Links = pkg.Links
	o.Origin.About = c.About
	defects := o.check(at)
	if o.Origin.House {
		defects = append(defects, o.house(at)...)
	}
	return o, defects
}

// check reports what the metadata lacks or misspells.
func (o *Obligation) check(at document.Position) Defects {
	var defects Defects
	complain := func(name, format string, args ...any) {
		defects = append(defects, defectAt(o.metadata.at(at, name), "metadata: "+name+" "+format, args...))
	}
	if !idPattern.MatchString(o.ID) {
		complain("custom.id", "is %q; expected dotted lower-case words such as dsa.art16.6", o.ID)
	}
	for name, value := range map[string]string{"title": o.Title, "description": o.Description, "custom.article": o.Article} {
		if value == "" {
			complain(name, "is missing")
		}
	}
	if len(o.Links) == 0 {
		complain("related_resources", "is missing; give the link to the official text")
	}
	word := func(name, value string) {
		if !slices.Contains(vocabulary.Of(name), value) {
			complain("custom."+name, "is %q; expected one of %s", value, strings.Join(vocabulary.Of(name), ", "))
		}
	}
	word("kind", string(o.Kind))
	word("addressee", string(o.Addressee))
	for _, also := range o.AddresseeAlso {
		word("addressee", string(also))
	}
	word("exemption", string(o.Exemption))
	word("start", string(o.Start))
	word("supervised_by", string(o.SupervisedBy))
	if len(o.Penalty) == 0 {
		complain("custom.penalty", "is missing; write [none] where nothing is fined")
	}
	for _, p := range o.Penalty {
		word("penalty", string(p))
	}
	if day, unquoted := strings.CutSuffix(o.From, "T00:00:00Z"); unquoted {
		complain("custom.from", "is a day without quotes, which YAML reads as a time; write %q", day)
	} else if _, err := time.Parse(time.DateOnly, cmp.Or(o.From, "2022-11-16")); err != nil {
		complain("custom.from", "is %q; expected a calendar day YYYY-MM-DD, in quotes", o.From)
	}
	slices.SortFunc(defects, func(a, b Defect) int { return cmp.Compare(a.Message, b.Message) })
	return defects
}

// profile names what the scope of an obligation depends on: about sixteen
// combinations for all.
func (o *Obligation) profile() string {
	return fmt.Sprint(o.Addressee, " ", o.AddresseeAlso, " ", o.VLOPOnly, " ", o.Exemption, " ", o.Start, " ", o.From)
}

// File is the path of the Rego file that defines the obligation.
func (o *Obligation) File() string { return o.file }

// Package is the path of the Rego package that defines the obligation, such as
// data.dsa.art16.art16_6.
func (o *Obligation) Package() string { return o.pkg }
