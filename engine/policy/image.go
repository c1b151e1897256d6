package policy

import (
	_ "embed"
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
	set.given = set.parameters.clone()
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
