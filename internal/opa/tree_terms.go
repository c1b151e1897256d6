package opa

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

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
	ast.Contains.Name: report.Contains,
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
