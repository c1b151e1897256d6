package rego

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// Question is what a program is to answer.
type Question struct {
	Name string
	Kind rules.Kind
	// Rule is the reference to the rule: data.dsa.scope.applies.
	Rule ast.Ref
	// Args are those of a function. A variable stands for an argument that is given
	// anew each time; its slot goes by its name.
	Args []*ast.Term
}

// Options say what a program is about.
type Options struct {
	// Schema is that of the facts. Without one all of input is a single datum,
	// "input", of which nothing is ever missing.
	Schema *factschema.Field
	// Data are the first names of documents below data, each with the number of
	// names that lead to a value: data.law.amar_threshold has two.
	Data map[string]int
	// Onto is a program that the questions are added to; nil begins a new one. It has to
	// be of the same schema.
	Onto *kleene.Program
	// Relations say what is known about facts together. The slots of their facts are
	// made where no rule reads them.
	Relations func(slot func(path ...string) (int, bool)) kleene.Relations
}

// Lowered is a program with its questions.
type Lowered struct {
	Program *kleene.Program
	Roots   map[string]kleene.Root
	// Refused says of the questions that cannot be lowered why, and where that stands.
	Refused map[string]*document.Problem
}

// Lower lowers questions about compiled rules into one program. It fails for none:
// what cannot be lowered is refused.
func Lower(compiler *ast.Compiler, questions []Question, options Options) *Lowered {
	l := newLowerer(compiler, options)
	result := &Lowered{Roots: map[string]kleene.Root{}, Refused: map[string]*document.Problem{}}
	for _, q := range questions {
		root, refusal := l.question(q)
		if refusal != nil {
			result.Refused[q.Name] = refusal
			continue
		}
		result.Roots[q.Name] = root
	}
	if options.Relations != nil {
		l.build.SetRelations(options.Relations(l.factSlot))
	}
	result.Program = l.build.Program()
	return result
}

// lowerer turns rules into conditions. Alternatives are written out where they
// bind variables: what comes after them is lowered once for each, with the
// variables replaced by what they stand for, so that there are none left.
type lowerer struct {
	build    *kleene.Builder
	input    *place
	data     map[string]int
	packages map[string]map[string][]*ast.Rule // by package and first name
	prefixes map[string]bool                   // of packages
	arities  map[string]int                    // of builtins
	helpers  map[helperKey]*kleene.Cond
	steps    int
}

func newLowerer(compiler *ast.Compiler, options Options) *lowerer {
	l := &lowerer{
		build:    kleene.NewBuilder(),
		data:     options.Data,
		packages: map[string]map[string][]*ast.Rule{},
		prefixes: map[string]bool{},
		arities:  map[string]int{},
		helpers:  map[helperKey]*kleene.Cond{},
	}
	if options.Onto != nil {
		l.build = kleene.Extend(options.Onto)
	}
	if options.Schema != nil {
		l.input = placeOf(options.Schema, 0)
	} else {
		l.input = &place{}
	}
	for _, builtin := range ast.Builtins {
		l.arities[builtin.Name] = builtin.Decl.Arity()
	}
	names := make([]string, 0, len(compiler.Modules))
	for name := range compiler.Modules {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		module := compiler.Modules[name]
		path := module.Package.Path
		for i := 2; i <= len(path); i++ {
			l.prefixes[path[:i].String()] = true
		}
		rules := l.packages[path.String()]
		if rules == nil {
			rules = map[string][]*ast.Rule{}
			l.packages[path.String()] = rules
		}
		for _, rule := range module.Rules {
			first := string(rule.Head.Ref()[0].Value.(ast.Var))
			rules[first] = append(rules[first], rule)
		}
	}
	return l
}

// maxSteps bounds the work on one question: alternatives of alternatives multiply.
const maxSteps = 200_000

// step counts the work.
func (l *lowerer) step(at *ast.Location) {
	if l.steps++; l.steps > maxSteps || l.build.Err() != nil {
		refuse(at, "it has too many alternatives of alternatives")
	}
}

// question lowers one question.
func (l *lowerer) question(q Question) (root kleene.Root, refusal *document.Problem) {
	defer func() {
		if r := recover(); r != nil {
			var ok bool
			if refusal, ok = r.(*document.Problem); !ok {
				panic(r)
			}
		}
	}()
	l.steps = 0
	e := env{}
	var args []*kleene.Term
	for _, arg := range q.Args {
		if name, ok := arg.Value.(ast.Var); ok {
			args = append(args, l.build.SlotTerm(l.build.Slot(kleene.Argument, nil, string(name))))
			continue
		}
		l.value(arg, e, func(_ env, t *kleene.Term) *kleene.Cond {
			args = append(args, t)
			return l.build.Always()
		})
	}
	switch behind := l.rulesAt(q.Rule); q.Kind {
	case rules.Findings:
		root.Findings = l.findings(behind)
	case rules.Values:
		root.Cond = l.alternatives(behind, nil, args, e, func(_ env, t *kleene.Term) *kleene.Cond { return l.build.Emit(t) })
	default:
		root.Cond = l.alternatives(behind, nil, args, e, func(_ env, t *kleene.Term) *kleene.Cond { return l.build.Truth(t) })
	}
	return root, nil
}

// rulesAt returns the rules that a reference of a question leads to.
func (l *lowerer) rulesAt(ref ast.Ref) []*ast.Rule {
	last := len(ref) - 1
	name, _ := ref[last].Value.(ast.String)
	return l.packages[ref[:last].String()][string(name)]
}

// factSlot returns the slot of a fact by its path, and makes it where there is
// none; false if the schema has no such fact.
func (l *lowerer) factSlot(path ...string) (int, bool) {
	at := l.input
	for _, name := range path {
		if at = at.members[name]; at == nil {
			return 0, false
		}
	}
	if at.members != nil {
		return 0, false
	}
	return l.build.Slot(kleene.Fact, at.shape, path...), true
}
