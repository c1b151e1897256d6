package opa

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/condition"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rego"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// FrontEnd reads and compiles rules with OPA.
type FrontEnd struct{}

// Parse reads files of rules.
func (FrontEnd) Parse(files []rules.File) (rules.Parsed, document.Problems) {
	p := parsed{}
	var defects document.Problems
	for _, file := range files {
		module, err := ast.ParseModuleWithOpts(file.Name, string(file.Content), ast.ParserOptions{
			ProcessAnnotation: true,
			Capabilities:      capabilities(),
		})
		if err != nil {
			defects = append(defects, defectsOf(err)...)
			continue
		}
		p[file.Name] = module
	}
	return p, defects
}

// parsed are modules by the names of their files.
type parsed map[string]*ast.Module

func (p parsed) Modules() map[string]*rules.Module {
	modules := make(map[string]*rules.Module, len(p))
	for name, module := range p {
		m := &rules.Module{
			Path: module.Package.Path.String(), At: positionOf(module.Package.Location), Annotations: annotationsOf(module.Annotations),
		}
		for _, step := range module.Package.Path[1:] {
			key, _ := step.Value.(ast.String)
			m.Package = append(m.Package, string(key))
		}
		modules[name] = m
	}
	return modules
}

func annotationsOf(list []*ast.Annotations) []rules.Annotation {
	annotations := make([]rules.Annotation, len(list))
	for i, a := range list {
		annotations[i] = rules.Annotation{Scope: a.Scope, Title: a.Title, Description: a.Description, Custom: a.Custom, At: positionOf(a.Location)}
		for _, link := range a.RelatedResources {
			annotations[i].Links = append(annotations[i].Links, link.Ref.String())
		}
	}
	return annotations
}

func (p parsed) Drop(names ...string) {
	for _, name := range names {
		delete(p, name)
	}
}

func (p parsed) Join(more rules.Parsed) { maps.Copy(p, more.(parsed)) }

func (p parsed) Refers() []string {
	found := map[string]bool{}
	for _, module := range p {
		names := allImports(module)
		// Imports are references too, whether they are used or not.
		ast.WalkRefs(module, func(ref ast.Ref) bool {
			if head, ok := ref[0].Value.(ast.Var); ok && names[head] != nil {
				ref = slices.Concat(names[head], ref[1:])
			}
			if ref.HasPrefix(ast.DefaultRootRef) {
				found[ref.ConstantPrefix().String()] = true
			}
			return false
		})
	}
	return sortedKeys(found)
}

func (p parsed) Lint(schema rules.Schema, data rules.Data) document.Problems {
	return slices.Concat(lint(p, schema), lintInput(p, schema), lintTypes(p, schema, data), lintPeriods(p))
}

func (p parsed) Compile(facts map[string]any) (rules.Compiled, document.Problems) {
	compiler, defects := Compile(p, facts)
	if len(defects) > 0 {
		return nil, defects
	}
	return &Compiled{Compiler: compiler}, nil
}

// Compiled are modules that OPA has compiled.
type Compiled struct {
	Compiler *ast.Compiler
	asked    map[string]rego.Question // that were lowered, by name
}

// Rules returns the rules of a file.
func (c *Compiled) Rules(file string) []rules.Rule {
	var all []rules.Rule
	for _, rule := range c.Compiler.Modules[file].Rules {
		r := rules.Rule{
			Name: rule.Head.Name.String(), At: positionOf(rule.Location), Annotations: annotationsOf(rule.Annotations),
			Reads: func() rules.Reads { return ReadsOf(c.Compiler, rule) },
			Timed: func() bool { return comparesWithTheDay(c.Compiler, rule) },
		}
		if r.Set = rule.Head.Key != nil; r.Set {
			r.Code, r.NoCode = findingCode(rule.Head.Key)
		}
		all = append(all, r)
	}
	return all
}

// Lower turns the rules behind some questions into one program, which may begin with
// another one.
func (c *Compiled) Lower(questions []rules.Question, schema rules.Schema, onto *kleene.Program) *rules.Lowered {
	c.asked = map[string]rego.Question{}
	all := make([]rego.Question, len(questions))
	for i, q := range questions {
		all[i] = questionOf(q)
		c.asked[q.Name] = all[i]
	}
	l := lower(c.Compiler, all, schema, onto)
	refused := map[string]string{}
	for name, refusal := range l.Refused {
		refused[name] = refusal.Error()
	}
	var known sync.Map
	return &rules.Lowered{Program: l.Program, Roots: l.Roots, Refused: refused, Reads: func(name string) rules.Reads {
		if reads, ok := known.Load(name); ok {
			return reads.(rules.Reads)
		}
		reads := ReadsOf(c.Compiler, queryOf(c.asked[name], ""))
		known.Store(name, reads)
		return reads
	}}
}

func lower(compiler *ast.Compiler, questions []rego.Question, schema rules.Schema, onto *kleene.Program) *rego.Lowered {
	return rego.Lower(compiler, questions, rego.Options{
		Schema: schema.Root,
		Onto:   onto,
		Data:   map[string]int{"law": 2, "parameters": 2, "readings": 2},
		Relations: func(slot func(path ...string) (int, bool)) kleene.Relations {
			return RelationsOf(schema.Relations.Tables(), slot)
		},
	})
}

// questionOf writes a question as one about rules.
func questionOf(q rules.Question) rego.Question {
	asked := rego.Question{Name: q.Name, Kind: q.Kind, Rule: ast.MustParseRef(q.Package).Append(ast.StringTerm(q.Rule))}
	if q.Argument != nil {
		asked.Args = append(asked.Args, ast.NewTerm(ast.MustInterfaceToValue(q.Argument)))
	}
	if q.About != "" {
		asked.Args = append(asked.Args, ast.VarTerm(q.About))
	}
	return asked
}

// Oracle answers by partial evaluation.
func (c *Compiled) Oracle(schema rules.Schema, data map[string]any, about condition.Facts) rules.Oracle {
	return newOracle(c, schema, data, about)
}

// findingCode returns the code of a finding: a constant, or the ground of an
// object that also holds the index of an element. Anything else would make a
// definite breach depend on the facts in its message.
func findingCode(key *ast.Term) (string, error) {
	switch value := key.Value.(type) {
	case ast.String:
		return string(value), nil
	case ast.Object:
		ground := value.Get(ast.StringTerm("ground"))
		if ground == nil {
			break
		}
		code, ok := ground.Value.(ast.String)
		if !ok {
			break
		}
		if item := value.Get(ast.StringTerm("item")); item == nil || value.Len() != 2 {
			break
		}
		return string(code), nil
	}
	got := key.String()
	if _, variable := key.Value.(ast.Var); variable {
		got = "an expression" // which the compiler has given a name of its own
	}
	return "", fmt.Errorf(`a finding is a constant such as "lost", or {"ground": "lost", "item": i}; got %s`, got)
}

func lastKey(path ast.Ref) string {
	key, _ := path[len(path)-1].Value.(ast.String)
	return string(key)
}

func sortedKeys[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

// speaksAgainst is the name of the rules that merely speak against compliance.
const speaksAgainst = "speaks_against"
