package opa

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/condition"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
)

// Condition returns what a residual asks for. It reports false if that cannot be
// said.
func (r residual) Condition() (report.Condition, bool) {
	all := condition.Simplify(r.alternatives(r.queries, nil), r.world.facts)
	return all, !condition.IsTrue(all) && !condition.IsFalse(all)
}

// alternatives joins bodies of which one has to hold.
func (r residual) alternatives(bodies []ast.Body, path []string) report.Condition {
	any := report.Condition{Op: report.Any}
	for _, body := range bodies {
		if r.body(body, path) != kleene.No {
			any.Of = append(any.Of, r.conjunction(body, path))
		}
	}
	return any
}

// conjunction joins the conditions of a body that are still open. Those about an
// element of a list are gathered, as they are about the same element.
func (r residual) conjunction(body ast.Body, path []string) report.Condition {
	all := report.Condition{Op: report.All}
	t := terms{bound: bindings(body)}
	elements := map[ast.Var]int{}
	for _, expr := range body {
		if _, isBinding := bindingOf(expr); isBinding || r.expr(expr, path) == kleene.Yes {
			continue
		}
		c, said := r.open(expr, t, path)
		if !said {
			continue
		}
		element, list := t.element(expr)
		if element == "" {
			all.Of = append(all.Of, c)
			continue
		}
		i, seen := elements[element]
		if !seen {
			i = len(all.Of)
			elements[element] = i
			all.Of = append(all.Of, report.Condition{Op: report.ForSome, Fact: list, Of: []report.Condition{{Op: report.All}}})
		}
		of := &all.Of[i].Of[0]
		of.Of = append(of.Of, c)
	}
	return all
}

// bindings returns the values of the variables of a body, so that they can be
// named by what they stand for.
func bindings(body ast.Body) map[ast.Var]*ast.Term {
	bound := map[ast.Var]*ast.Term{}
	for _, expr := range body {
		if v, ok := bindingOf(expr); ok {
			bound[v] = otherSide(expr, v)
		}
	}
	return bound
}

func bindingOf(expr *ast.Expr) (ast.Var, bool) {
	terms, ok := expr.Terms.([]*ast.Term)
	if !ok || expr.Negated || len(terms) != 3 {
		return "", false
	}
	if name := terms[0].String(); name != ast.Equality.Name && name != ast.Assign.Name {
		return "", false
	}
	for _, side := range terms[1:] {
		if v, ok := side.Value.(ast.Var); ok {
			return v, true
		}
	}
	return "", false
}

func otherSide(expr *ast.Expr, v ast.Var) *ast.Term {
	terms := expr.Terms.([]*ast.Term)
	if terms[1].Equal(ast.NewTerm(v)) {
		return terms[2]
	}
	return terms[1]
}

// open returns what an expression that is not settled asks for.
func (r residual) open(expr *ast.Expr, t terms, path []string) (report.Condition, bool) {
	var c report.Condition
	said := true
	switch of := expr.Terms.(type) {
	case *ast.Term:
		c, said = r.truth(of, t, path)
	case []*ast.Term:
		c = t.comparison(of)
	case *ast.Every:
		c = r.every(of, t, path)
	default:
		return c, false
	}
	if expr.Negated {
		c = report.Condition{Op: report.Not, Of: []report.Condition{c}}
	}
	return c, said
}

// truth says that a fact or a rule holds.
func (r residual) truth(term *ast.Term, t terms, path []string) (report.Condition, bool) {
	ref, ok := term.Value.(ast.Ref)
	if !ok {
		return report.Condition{}, false
	}
	rules := r.support[ref.String()]
	if len(rules) == 0 {
		return t.holds(term), true
	}
	if slices.Contains(path, ref.String()) {
		return report.Condition{}, false
	}
	var bodies []ast.Body
	for _, rule := range rules {
		bodies = append(bodies, rule.Body)
	}
	return r.alternatives(bodies, append(path, ref.String())), true
}

func (r residual) every(every *ast.Every, t terms, path []string) report.Condition {
	list := t.term(every.Domain)
	within := terms{bound: bindings(every.Body), elements: map[ast.Var]string{}}
	if v, ok := every.Value.Value.(ast.Var); ok {
		within.elements[v] = list.Fact + "/-"
	}
	all := report.Condition{Op: report.All}
	for _, expr := range every.Body {
		if _, isBinding := bindingOf(expr); isBinding {
			continue
		}
		if c, said := r.open(expr, within, path); said {
			all.Of = append(all.Of, c)
		}
	}
	return report.Condition{Op: report.ForEvery, Fact: list.Fact, Of: []report.Condition{all}}
}

// terms reads the terms of a body.
type terms struct {
	bound map[ast.Var]*ast.Term
	// elements are the pointers of the elements that variables stand for.
	elements map[ast.Var]string
}

// operations are the comparisons of Rego.
var operations = map[string]report.Op{
	ast.GreaterThan.Name: report.Above, ast.LessThan.Name: report.Below,
	ast.GreaterThanEq.Name: report.AtLeast, ast.LessThanEq.Name: report.AtMost,
	ast.Equal.Name: report.Equal, ast.Equality.Name: report.Equal, ast.NotEqual.Name: report.Differ,
	ast.Member.Name: report.Among, ast.StartsWith.Name: report.BeginsWith, ast.EndsWith.Name: report.EndsWith,
}

func (t terms) comparison(of []*ast.Term) report.Condition {
	op, known := operations[of[0].String()]
	if !known || len(of) != 3 {
		return report.Condition{Op: report.Holds, Terms: []report.Term{t.term(ast.CallTerm(of...))}}
	}
	left, right := t.term(of[1]), t.term(of[2])
	if left.Fact != "" && right.Fact == "" && right.Function == "" {
		return report.Condition{Op: op, Fact: left.Fact, Value: right.Value}
	}
	return report.Condition{Op: op, Terms: []report.Term{left, right}}
}

func (t terms) holds(term *ast.Term) report.Condition {
	if of := t.term(term); of.Fact != "" {
		return report.Condition{Op: report.Holds, Fact: of.Fact}
	}
	return report.Condition{Op: report.Holds, Terms: []report.Term{t.term(term)}}
}

// functions are the builtins that have a name of their own in a report.
var functions = map[string]report.Function{
	ast.Plus.Name: report.Sum, ast.Minus.Name: report.Difference, ast.Multiply.Name: report.Product, ast.Divide.Name: report.Quotient,
	ast.Count.Name: report.Number, ast.Max.Name: report.Highest, ast.Min.Name: report.Lowest,
	addMonths.Name: report.MonthsAfter, addDays.Name: report.DaysAfter, periodEnd.Name: report.PeriodEnd,
	lastDay.Name: report.WorkingDay, cycleEnd.Name: report.CycleEnd,
}

// term says what a term stands for.
func (t terms) term(term *ast.Term) report.Term {
	switch value := term.Value.(type) {
	case ast.Ref:
		if pointer, ok := t.pointer(value); ok {
			return report.Term{Fact: pointer}
		}
		return report.Term{Function: report.Reckoned}
	case ast.Var:
		if pointer, ok := t.elements[value]; ok {
			return report.Term{Fact: pointer}
		}
		if to, ok := t.bound[value]; ok {
			return terms{elements: t.elements}.term(to)
		}
		return report.Term{Function: report.Reckoned}
	case ast.Call:
		function, known := functions[value[0].String()]
		if !known {
			function = report.Reckoned
		}
		args := value[1:]
		if list, isList := args[0].Value.(*ast.Array); isList && (function == report.Highest || function == report.Lowest) {
			args = nil
			list.Foreach(func(element *ast.Term) { args = append(args, element) })
		}
		of := report.Term{Function: function}
		for _, arg := range args {
			of.Of = append(of.Of, t.term(arg))
		}
		return of
	}
	value, err := ast.JSON(term.Value)
	if err != nil {
		return report.Term{Function: report.Reckoned}
	}
	return report.Term{Value: value}
}

// pointer writes a reference to a fact as a JSON Pointer, with "-" for an element
// that a variable chooses.
func (t terms) pointer(ref ast.Ref) (string, bool) {
	pointer := ""
	switch head := ref[0].Value.(type) {
	case ast.Var:
		if of, ok := t.elements[head]; ok {
			pointer = of
		} else if !ref.HasPrefix(ast.InputRootRef) {
			return "", false
		}
	default:
		return "", false
	}
	for _, term := range ref[1:] {
		switch key := term.Value.(type) {
		case ast.String:
			pointer += "/" + document.EscapeStep(string(key))
		case ast.Number:
			pointer += "/" + string(key)
		default:
			pointer += "/-"
		}
	}
	return pointer, true
}

// element returns the variable that chooses an element of a list in an
// expression, and the pointer of the list.
func (t terms) element(expr *ast.Expr) (element ast.Var, list string) {
	ast.WalkRefs(expr, func(ref ast.Ref) bool {
		if element != "" || !ref.HasPrefix(ast.InputRootRef) {
			return false
		}
		for i, term := range ref[1:] {
			if v, isVar := term.Value.(ast.Var); isVar && t.bound[v] == nil {
				element, list = v, strings.TrimSuffix(first(t.pointer(ref[:i+2])), "/-")
				break
			}
		}
		return false
	})
	return element, list
}

func first(s string, _ bool) string { return s }
