// Package factschema reads the schema of facts, and answers what it says about a
// fact: which members, which values, in which unit, what it means, and how it is
// related to others. Everything but the validator asks here.
package factschema

import (
	"math/big"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Field is what a schema says about one place of a document. What a reference
// leads to is taken over. Fields are shared and must not be changed.
type Field struct {
	Properties map[string]*Field
	Names      []string // of properties, sorted
	Assumed    []string // those of them that something is said of where nobody gives them
	Additional *Field   // other members
	Keys       *Field   // names of other members
	Items      *Field   // elements
	// Alternatives are the branches of anyOf and oneOf.
	Alternatives []*Field

	Types  []string // as JSON Schema calls them
	Enum   []string // the words that the text can be, in their order
	Format string   // date, or nothing
	Code   string   // x-code: what kind of code the text is

	Description string
	Unit        string
	Nature      string // x-nature: how a fact of this kind is established
	Question    string // x-question: what somebody is asked who knows it
	// Meanings says in short what each word of Enum means (x-values); nil where the
	// words speak for themselves.
	Meanings map[string]string

	// Default is what is assumed where nothing is given.
	Default   *document.Node
	Examples  []any
	ImpliedBy []string
	// PresumedBy are the facts of which each, whatever it says, lets a flag be true
	// that nobody gave.
	PresumedBy []string
	PartOf     []string
	NotBefore  []string
	SumAtMost  []Sum
	Pairs      []Pair
	Err        error    // of the relations
	Role       string   // x-role: how a count was come by
	Wholes     []string // x-whole

	minimum  *big.Rat
	bases    []*Field // references and the branches of allOf
	resolved bool
}

// Step goes to a member or, where the name is an index, to the elements; nil if the
// schema says nothing about it. Safe on nil.
func (f *Field) Step(name string) *Field {
	if f == nil {
		return nil
	}
	if next, ok := f.Properties[name]; ok {
		return next
	}
	if f.Items != nil && name != "" && strings.Trim(name, "0123456789") == "" {
		return f.Items
	}
	return f.Additional
}

// At follows the steps of a pointer.
func (f *Field) At(steps []string) *Field {
	for _, step := range steps {
		if f = f.Step(step); f == nil {
			return nil
		}
	}
	return f
}

// Along follows a path.
func (f *Field) Along(path document.Path) *Field {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			f = f.Step(step)
		case int:
			if f != nil {
				f = f.Items
			}
		}
	}
	return f
}

// Dotted follows a path as people write it, such as service.suspensions[].from: to
// the elements of a list with [].
func (f *Field) Dotted(path string) *Field {
	for name := range strings.SplitSeq(path, ".") {
		name, elements := strings.CutSuffix(name, "[]")
		if f = f.Step(name); elements && f != nil {
			f = f.Items
		}
	}
	return f
}

// Is reports whether the value can be of a type of JSON Schema.
func (f *Field) Is(kind string) bool { return f != nil && slices.Contains(f.Types, kind) }

// IsNumber reports whether the value can be a number, whole or not.
func (f *Field) IsNumber() bool { return f.Is("integer") || f.Is("number") }

// IsDate reports whether the text is a calendar day.
func (f *Field) IsDate() bool { return f != nil && f.Format == "date" }

// IsMap reports whether the schema leaves the names of the members open, as of
// counts by language.
func (f *Field) IsMap() bool { return f != nil && f.Additional != nil && len(f.Names) == 0 }

// ArrayOfObjects reports whether the value is a list of objects.
func (f *Field) ArrayOfObjects() bool { return f != nil && f.Items.Is("object") }

// NeverNegative reports whether the schema keeps the number from being below zero.
func (f *Field) NeverNegative() bool { return f != nil && f.minimum != nil && f.minimum.Sign() >= 0 }
