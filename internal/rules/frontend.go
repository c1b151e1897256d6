package rules

import (
	"github.com/dsaeval/dsaeval/internal/condition"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// FrontEnd reads rules.
type FrontEnd interface {
	// Parse returns what it could read of some files, and what is wrong with them.
	Parse(files []File) (Parsed, document.Problems)
}

// File is a file of rules.
type File struct {
	Name    string // as messages show it
	Content []byte
}

// Parsed are rules that were read.
type Parsed interface {
	// Modules returns the files by their names.
	Modules() map[string]*Module
	// Drop takes files away, as if they had not been there.
	Drop(names ...string)
	// Join adds files that the same front end has parsed.
	Join(more Parsed)
	// Refers returns what the rules refer to below data as it is written, each once, up to
	// the first name that is only known when they are asked: data.dsa.scope.applies. It
	// reaches all that they can read.
	Refers() []string
	// Lint returns what would compile and blur verdicts.
	Lint(schema Schema, data Data) document.Problems
	// Compile checks the rules together. The facts are the JSON Schema of input.
	Compile(facts map[string]any) (Compiled, document.Problems)
}

// Compiled are rules that can be asked.
type Compiled interface {
	// Rules returns the rules of a file, in their order.
	Rules(file string) []Rule
	// Lower turns the rules behind some questions into one program, which begins with
	// another one of the same schema unless that is nil.
	Lower(questions []Question, schema Schema, onto *kleene.Program) *Lowered
	// Oracle answers by another way, with some values below data. It is asked by the
	// names of questions that were lowered.
	Oracle(schema Schema, data map[string]any, about condition.Facts) Oracle
}

// Data is what is known of the data that rules read.
type Data struct {
	// Kinds are those of values, by section and name: a number, text, true or false.
	Kinds map[string]map[string]string
	// Options are those of readings, by name.
	Options map[string][]string
}

// Module is a file of rules without the rules.
type Module struct {
	// Package is its path below data, and At where it stands.
	Package     []string
	Path        string // the same as it is written: data.dsa.art16.art16_6
	At          document.Position
	Annotations []Annotation
}

// Annotation is metadata of a package or a rule.
type Annotation struct {
	Scope, Title, Description string
	Links                     []string
	Custom                    map[string]any
	At                        document.Position
}

// Rule is a rule of a package.
type Rule struct {
	Name        string
	At          document.Position
	Annotations []Annotation
	// Set is set where the rule adds to a set; Code is then that of its finding, and
	// NoCode says why there is none.
	Set    bool
	Code   string
	NoCode error
	// Reads returns what the rule reads, by itself or through others.
	Reads func() Reads
	// Timed reports whether it reads the assessment date, by itself or through others
	// of its package. Beyond are scope and the like, which say since when something
	// binds.
	Timed func() bool
}

// Reads are what rules read, each once.
type Reads struct {
	Facts      []document.Path
	Parameters []string
	Readings   []string
}

// Kind says what a question asks for.
type Kind int

// The kinds of questions.
const (
	Holds    Kind = iota + 1 // whether a rule is there and not false
	Findings                 // which findings a set has: a code, or a code and an item
	Values                   // which values a rule has
)

// Question is what a program is to answer.
type Question struct {
	Name string
	Kind Kind
	// Package and Rule are the rule that is asked about: data.dsa.scope and applies.
	Package, Rule string
	// Argument is that of a function; nil if it takes none.
	Argument map[string]any
	// About is the name of an argument that is given anew each time; empty if none.
	About string
}

// Lowered is a program with what it answers, by the names of the questions.
type Lowered struct {
	Program *kleene.Program
	Roots   map[string]kleene.Root
	// Refused says why a question cannot be lowered, with file and line.
	Refused map[string]string
	// Reads returns what the rules behind a question read.
	Reads func(question string) Reads
}
