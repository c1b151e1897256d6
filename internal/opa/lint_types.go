package opa

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// OPA compares values of any two types: a number is less than every text, and
// equal to none. So a rule that compares a count with "5" compiles, never holds,
// and what it should find is compliant. lintTypes reports comparisons that hold
// always or never, whatever the facts: of two kinds of value, with null, and with
// a word that the fact, or the reading, cannot be.
func lintTypes(modules map[string]*ast.Module, schema rules.Schema, data rules.Data) document.Problems {
	var defects document.Problems
	for _, name := range sortedKeys(modules) {
		module := modules[name]
		for _, rule := range module.Rules {
			c := comparing{schema: schema, data: data, imports: allImports(module), assigned: assignments(rule)}
			passed(c.assigned, rule, module)
			ast.WalkExprs(rule, func(expr *ast.Expr) bool {
				if terms, ok := expr.Terms.([]*ast.Term); ok {
					c.check(terms)
				}
				return false
			})
			ast.WalkTerms(rule, func(term *ast.Term) bool {
				if call, ok := term.Value.(ast.Call); ok {
					c.check(call)
				}
				return false
			})
			defects = append(defects, c.defects...)
		}
	}
	return defects
}

// comparing checks the comparisons of a rule.
type comparing struct {
	schema   rules.Schema
	data     rules.Data
	imports  map[ast.Var]ast.Ref
	assigned map[ast.Var]*ast.Term
	defects  document.Problems
}

// operand is what is known of one side of a comparison.
type operand struct {
	name  string // of a fact, a parameter or a reading; empty of others
	kind  string // in the words of messages; empty if not known
	words []string
	term  *ast.Term
}

// check looks at a call, operator first.
func (c *comparing) check(call []*ast.Term) {
	if len(call) != 3 {
		return
	}
	switch operator := call[0].String(); {
	case isComparison(call[0]), slices.Contains([]string{ast.Equal.Name, ast.NotEqual.Name, ast.Equality.Name}, operator):
		c.compare(c.operand(call[1]), c.operand(call[2]))
	case operator == ast.Member.Name:
		element := c.operand(call[1])
		for _, each := range c.elements(call[2]) {
			c.compare(element, each)
		}
	}
}

func (c *comparing) compare(a, b operand) {
	if a.name == "" {
		a, b = b, a
	}
	if a.name == "" || a.kind == "" || b.kind == "" {
		return
	}
	complain := func(hint, format string, args ...any) {
		at := b.term.Location
		if at == nil || b.name != "" {
			at = a.term.Location
		}
		defect := defectAt(at, format, args...)
		defect.Hint = hint
		c.defects = append(c.defects, defect)
	}
	literal, isText := b.term.Value.(ast.String)
	switch {
	case b.kind == "null":
		complain("test a fact that says whether there is one", "%s is compared with null, but a fact that is null is a missing fact", a.name)
	case a.kind != b.kind:
		complain(withoutQuotes(a.kind, b.term), "%s is %s and is compared with %s, %s, which holds always or never", a.name, a.kind, b.kind, b.shown())
	case isText && len(a.words) > 0 && !slices.Contains(a.words, string(literal)):
		hint := cmp.Or(document.DidYouMean(string(literal), a.words), "it is one of "+strings.Join(a.words, ", "))
		complain(hint, "%s is never %s", a.name, b.term)
	}
}

func (o operand) shown() string {
	if o.name != "" {
		return o.name
	}
	return o.term.String()
}

// withoutQuotes says how a value is written that was put in quotes.
func withoutQuotes(kind string, term *ast.Term) string {
	text, quoted := term.Value.(ast.String)
	_, err := strconv.ParseFloat(string(text), 64)
	switch {
	case quoted && kind == "a number" && err == nil, quoted && kind == "true or false" && (text == "true" || text == "false"):
		return fmt.Sprintf("write %s without quotes", string(text))
	case kind == "text":
		return "write it in quotes, if the word is meant"
	}
	return ""
}

// operand says what is known of a term: a literal, a fact, a parameter or
// reading, a name for one of them, or a call of a builtin.
func (c *comparing) operand(term *ast.Term) operand {
	o := operand{term: term}
	switch value := term.Value.(type) {
	case ast.Var:
		if held := c.assigned[value]; held != nil {
			o = c.operand(held)
			o.term = term
		}
	case ast.Ref:
		o.name, o.kind, o.words = c.describe(expand(value, c.imports))
	case ast.Call:
		if builtin := ast.BuiltinMap[value[0].String()]; builtin != nil {
			o.kind = kindOfType(builtin.Decl.Result())
		}
	default:
		o.kind = kindOfLiteral(term.Value)
	}
	return o
}

// describe says what is known of the value of a reference.
func (c *comparing) describe(ref ast.Ref) (name, kind string, words []string) {
	if ref.HasPrefix(ast.InputRootRef) {
		kind, words = kindOfSchema(c.schema.At(PathTo(ref)))
		return rules.Dotted(PathTo(ref)), kind, words
	}
	if len(ref) != 3 || !ref.HasPrefix(ast.DefaultRootRef) {
		return "", "", nil
	}
	section, _ := ref[1].Value.(ast.String)
	key := lastKey(ref)
	if section == "readings" {
		if options, ok := c.data.Options[key]; ok {
			return "readings." + key, "text", options
		}
	} else if kind, ok := c.data.Kinds[string(section)][key]; ok {
		return string(section) + "." + key, kind, nil
	}
	return "", "", nil
}

// elements says what is known of the elements of a list: those of a literal one
// by one, those of a fact together.
func (c *comparing) elements(list *ast.Term) []operand {
	var all []operand
	each := func(term *ast.Term) { all = append(all, c.operand(term)) }
	switch value := list.Value.(type) {
	case *ast.Array:
		value.Foreach(each)
	case ast.Set:
		value.Foreach(each)
	case ast.Ref:
		ref := expand(value, c.imports)
		if !ref.HasPrefix(ast.InputRootRef) {
			break
		}
		element := ref.Append(ast.VarTerm(ast.WildcardPrefix))
		kind, words := kindOfSchema(c.schema.At(PathTo(element)))
		all = append(all, operand{name: "each of " + rules.Dotted(PathTo(ref)), kind: kind, words: words, term: list})
	}
	return all
}

func kindOfSchema(f *factschema.Field) (kind string, words []string) {
	for typ, words := range map[string]string{
		"number": "a number", "integer": "a number", "string": "text", "boolean": "true or false", "array": "a list", "object": "a section",
	} {
		if !f.Is(typ) {
			continue
		}
		if kind != "" && kind != words {
			return "", nil // of more than one type
		}
		kind = words
	}
	if f != nil {
		words = f.Enum
	}
	if kind == "" && len(words) > 0 {
		kind = "text" // an enumeration need not say its type
	}
	return kind, words
}

func kindOfLiteral(value ast.Value) string {
	switch value.(type) {
	case ast.Null:
		return "null"
	case ast.Number:
		return "a number"
	case ast.String:
		return "text"
	case ast.Boolean:
		return "true or false"
	case *ast.Array, ast.Set:
		return "a list"
	case ast.Object:
		return "a section"
	}
	return ""
}

func kindOfType(t types.Type) string {
	switch t.(type) {
	case types.Number:
		return "a number"
	case types.String:
		return "text"
	case types.Boolean:
		return "true or false"
	}
	return ""
}
