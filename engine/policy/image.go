package policy

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/image"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// The built-in rules as they are answered, their catalogue and their data, so that
// nothing has to be parsed or compiled to judge by them. It is written by
//
//	go generate ./engine/policy
//
//go:embed builtin.image
var builtin string

// imageVersion has to be raised with each change of what an image holds.
const imageVersion = 1

// Builtin returns the built-in policies, with overrides of their parameters. They
// are those that [Load] returns for them, already compiled.
func Builtin(relations *facts.Relations, parameters []ParameterFile, log *slog.Logger) (*Set, error) {
	set, err := readImage(builtin)
	if err != nil {
		return nil, fmt.Errorf("the built-in policies: %w", err)
	}
	set.schema = factSchema{root: relations.Fields(), relations: relations}
	if log != nil {
		set.log = log
	}
	return set, set.override(parameters)
}

// Image writes the set down as [Builtin] reads it. What is asked of OPA cannot be
// written.
func (s *Set) Image() ([]byte, error) {
	c := image.Writer()
	s.code(c, s.lowered())
	return image.Seal(imageVersion, c.Bytes()), c.Err()
}

// readImage returns the set of an image without the schema of its facts.
func readImage(sealed string) (*Set, error) {
	content, err := image.Open(imageVersion, sealed)
	if err != nil {
		return nil, err
	}
	set := &Set{
		parameters: parameterSet{law: map[string]Parameter{}, parameters: map[string]Parameter{}, readings: map[string]Reading{}},
		byID:       map[string]*Obligation{}, log: slog.New(slog.DiscardHandler), preparations: map[int]*prepared{},
	}
	l := &rules.Lowered{Program: &kleene.Program{}, Roots: map[string]kleene.Root{}}
	c := image.Reader(content)
	set.code(c, l)
	if err := c.Done(); err != nil {
		return nil, err
	}
	for _, o := range set.obligations {
		if set.byID[o.ID] != nil {
			return nil, fmt.Errorf("%s is there twice", o.ID)
		}
		set.byID[o.ID] = o
	}
	set.lowered = func() *rules.Lowered { return l }
	return set, nil
}

// code writes or reads what makes a set. It is one function for both, so that
// nothing is written that is not read.
func (s *Set) code(c *image.Codec, l *rules.Lowered) {
	c.Text(&s.digest)
	image.List(c, &s.obligations, func(o **Obligation) {
		if !c.Writing() {
			*o = &Obligation{}
		}
		(*o).code(c)
	})
	for _, parameters := range []map[string]Parameter{s.parameters.law, s.parameters.parameters} {
		codeMap(c, parameters, func(p *Parameter) { p.code(c) })
	}
	codeMap(c, s.parameters.readings, func(r *Reading) { r.code(c) })
	l.Program.Code(c)
	codeMap(c, l.Roots, func(r *kleene.Root) { l.Program.CodeRoot(c, r) })
	if c.Writing() && len(l.Refused) > 0 {
		c.Fail("not all of it can be lowered: %v", l.Refused)
	}
	codeReads(c, l)
}

// codeReads writes or reads what the rules behind the questions read.
func codeReads(c *image.Codec, l *rules.Lowered) {
	all := map[string]rules.Reads{}
	if c.Writing() {
		for name := range l.Roots {
			all[name] = l.Reads(name)
		}
	}
	codeMap(c, all, func(r *rules.Reads) {
		codePaths(c, &r.Facts)
		image.Texts(c, &r.Parameters)
		image.Texts(c, &r.Readings)
	})
	if !c.Writing() {
		l.Reads = func(name string) rules.Reads { return all[name] }
	}
}

// codeMap writes or reads a map in the order of its keys.
func codeMap[T any](c *image.Codec, m map[string]T, each func(*T)) {
	keys := slices.Sorted(maps.Keys(m))
	image.List(c, &keys, func(key *string) {
		c.Text(key)
		value := m[*key]
		each(&value)
		if !c.Writing() {
			m[*key] = value
		}
	})
}

func codePaths(c *image.Codec, list *[]document.Path) {
	image.List(c, list, func(path *document.Path) { image.List(c, (*[]any)(path), func(step *any) { codeStep(c, step) }) })
}

// codeStep writes or reads a step of a path: a name, an index or any key.
func codeStep(c *image.Codec, step *any) {
	const name, index, all = 0, 1, 2
	kind := name
	var text string
	var number int64
	switch step := (*step).(type) {
	case string:
		text = step
	case int:
		kind, number = index, int64(step)
	case anyKey:
		kind = all
	}
	switch image.Index(c, &kind, all+1); kind {
	case name:
		c.Text(&text)
		*step = text
	case index:
		c.Int(&number)
		*step = int(number)
	default:
		*step = anyKey{}
	}
}

func (o *Obligation) code(c *image.Codec) {
	for _, text := range []*string{
		&o.ID, &o.Article, &o.Title, &o.Description, &o.From, &o.Exceptions, &o.Interpretation, &o.Remediation, &o.Catalogue, &o.pkg, &o.file,
	} {
		c.Text(text)
	}
	c.Bool(&o.Origin.House)
	for _, text := range []*string{&o.Origin.Name, &o.Origin.SHA256, &o.Origin.About} {
		c.Text(text)
	}
	image.Word(c, &o.Kind)
	image.Word(c, &o.Addressee)
	image.Word(c, &o.Exemption)
	image.Word(c, &o.Start)
	image.Word(c, &o.SupervisedBy)
	image.Texts(c, &o.AddresseeAlso)
	image.Texts(c, &o.Penalty)
	c.Bool(&o.VLOPOnly)
	c.Bool(&o.concerned)
	c.Bool(&o.presupposed)
	image.List(c, &o.Recitals, func(n *int) {
		number := int64(*n)
		c.Int(&number)
		*n = int(number)
	})
	for _, texts := range []*[]string{&o.JudgementTerms, &o.Presupposes, &o.PartOf, &o.Links, &o.Facts, &o.Parameters, &o.Readings} {
		image.Texts(c, texts)
	}
	codePaths(c, &o.reads)
	image.List(c, &o.Findings, func(f *FindingRule) { f.code(c) })
	image.List(c, &o.SpeaksAgainst, func(f *FindingRule) { f.code(c) })
	if !c.Writing() {
		o.findings, o.doubts = byCode(o.Findings), byCode(o.SpeaksAgainst)
	}
}

func byCode(rules []FindingRule) map[string]*FindingRule {
	found := make(map[string]*FindingRule, len(rules))
	for i := range rules {
		rule := rules[i]
		found[rule.Code] = &rule
	}
	return found
}

func (f *FindingRule) code(c *image.Codec) {
	for _, text := range []*string{&f.Code, &f.Message, &f.Remediation, &f.EndedOn} {
		c.Text(text)
	}
	for _, texts := range []*[]string{&f.Words, &f.Facts, &f.Parameters, &f.Readings} {
		image.Texts(c, texts)
	}
	codePaths(c, &f.reads)
	c.Bool(&f.timed)
}

func (p *Parameter) code(c *image.Codec) {
	for _, text := range []*string{&p.Name, &p.Article, &p.Term, &p.Unit, &p.Reason, &p.Source} {
		c.Text(text)
	}
	image.List(c, &p.Values, func(v *DatedValue) {
		c.Text(&v.Since)
		codePlain(c, &v.Value, 0)
	})
	if !c.Writing() && c.Err() == nil && len(p.Values) == 0 {
		c.Fail("%s has no value", p.Name)
	}
	codePosition(c, &p.at)
}

func (r *Reading) code(c *image.Codec) {
	for _, text := range []*string{&r.Name, &r.Article, &r.Question, &r.Default, &r.Chosen, &r.Reason} {
		c.Text(text)
	}
	if !c.Writing() {
		r.Options = map[string]string{}
	}
	codeMap(c, r.Options, func(reason *string) { c.Text(reason) })
	codePosition(c, &r.at)
}

func codePosition(c *image.Codec, at *document.Position) {
	line, column := int64(at.Line), int64(at.Column)
	c.Text(&at.File)
	c.Int(&line)
	c.Int(&column)
	at.Line, at.Column = int(line), int(column)
}

// maxPlainDepth bounds how deep values of parameters lie in one another.
const maxPlainDepth = 8

// codePlain writes or reads a value of a parameter: a number, a text, yes or no, or
// a list or a map of them.
func codePlain(c *image.Codec, value *any, depth int) {
	const number, text, flag, list, object, other = 0, 1, 2, 3, 4, 5
	kind, words, yes := other, "", false
	var elements []any
	members := map[string]any{}
	switch v := (*value).(type) {
	case json.Number:
		kind, words = number, string(v)
	case string:
		kind, words = text, v
	case bool:
		kind, yes = flag, v
	case []any:
		kind, elements = list, v
	case map[string]any:
		kind, members = object, v
	}
	if image.Index(c, &kind, other+1); depth > maxPlainDepth {
		kind = other
	}
	switch kind {
	case number:
		c.Text(&words)
		*value = json.Number(words)
	case text:
		c.Text(&words)
		*value = words
	case flag:
		c.Bool(&yes)
		*value = yes
	case list:
		image.List(c, &elements, func(element *any) { codePlain(c, element, depth+1) })
		*value = elements
	case object:
		codeMap(c, members, func(member *any) { codePlain(c, member, depth+1) })
		*value = members
	default:
		c.Fail("%v is no value of a parameter", *value)
	}
}
