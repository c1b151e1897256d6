package policy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// maxAlternatives bounds how many alternatives a condition spells out.
const maxAlternatives = 6

// words says in English what a residual asks for, such as
// "reporting_pipeline.notices_lost_to_fault_count is above 0".
func (r residual) words() string { return r.alternatives(r.queries, nil) }

// alternatives joins bodies of which one has to hold.
func (r residual) alternatives(bodies []ast.Body, path []string) string {
	var all []string
	for _, body := range bodies {
		if r.body(body, path) == no {
			continue
		}
		if said := r.conjunction(body, path); said != "" && !slices.Contains(all, said) {
			all = append(all, said)
		}
	}
	if len(all) > maxAlternatives {
		more := len(all) - maxAlternatives
		all = append(all[:maxAlternatives], fmt.Sprintf("one of %d more conditions holds", more))
	}
	return strings.Join(all, ", or ")
}

// conjunction joins the conditions of a body that are still open.
func (r residual) conjunction(body ast.Body, path []string) string {
	bound := bindings(body)
	var all []string
	for _, expr := range body {
		if _, isBinding := bindingOf(expr); isBinding || r.expr(expr, path) == yes {
			continue
		}
		if said := r.condition(expr, bound, path); said != "" && !slices.Contains(all, said) {
			all = append(all, said)
		}
	}
	return strings.Join(all, " and ")
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

func (r residual) condition(expr *ast.Expr, bound map[ast.Var]*ast.Term, path []string) string {
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		return r.truth(terms, expr.Negated, bound, path)
	case []*ast.Term:
		return comparison(terms, expr.Negated, bound)
	case *ast.Every:
		if expr.Negated {
			return fmt.Sprintf("not every element of %s is as it should be", name(terms.Domain, bound))
		}
		return fmt.Sprintf("every element of %s is as described", name(terms.Domain, bound))
	}
	return ""
}

// truth says that a fact or a rule holds, or that it does not.
func (r residual) truth(term *ast.Term, negated bool, bound map[ast.Var]*ast.Term, path []string) string {
	ref, ok := term.Value.(ast.Ref)
	if !ok {
		return ""
	}
	rules := r.support[ref.String()]
	if len(rules) == 0 {
		if negated {
			return name(term, bound) + " is not true"
		}
		return name(term, bound) + " is true"
	}
	if slices.Contains(path, ref.String()) {
		return ""
	}
	var bodies []ast.Body
	for _, rule := range rules {
		bodies = append(bodies, rule.Body)
	}
	said := r.alternatives(bodies, append(path, ref.String()))
	switch {
	case said == "":
		return ""
	case negated:
		return "not (" + said + ")"
	case strings.Contains(said, ", or "):
		return "(" + said + ")"
	}
	return said
}

// relation is how a comparison reads: as it is, denied, and the same two for
// days. The swapped operator serves when the sides are exchanged.
type relation struct{ is, isNot, isDay, isNotDay, swapped string }

var relations = map[string]relation{
	ast.GreaterThan.Name:   {"is above", "is not above", "is after", "is not after", ast.LessThan.Name},
	ast.LessThan.Name:      {"is below", "is not below", "is before", "is not before", ast.GreaterThan.Name},
	ast.GreaterThanEq.Name: {"is at least", "is below", "is not before", "is before", ast.LessThanEq.Name},
	ast.LessThanEq.Name:    {"is at most", "is above", "is not after", "is after", ast.GreaterThanEq.Name},
	ast.Equal.Name:         {"is", "is not", "is", "is not", ast.Equal.Name},
	ast.Equality.Name:      {"is", "is not", "is", "is not", ast.Equality.Name},
	ast.NotEqual.Name:      {"is not", "is", "is not", "is", ast.NotEqual.Name},
	ast.Member.Name:        {"is among", "is not among", "is among", "is not among", listHolds},
	listHolds:              {"holds", "does not hold", "holds", "does not hold", ""},
	ast.StartsWith.Name:    {"begins with", "does not begin with", "begins with", "does not begin with", ""},
}

// listHolds reads "c" in list from the list's side.
const listHolds = "holds"

func (r relation) verb(negated, days bool) string {
	switch {
	case negated && days:
		return r.isNotDay
	case negated:
		return r.isNot
	case days:
		return r.isDay
	}
	return r.is
}

func comparison(terms []*ast.Term, negated bool, bound map[ast.Var]*ast.Term) string {
	relation, known := relations[terms[0].String()]
	if !known || len(terms) != 3 {
		said := name(ast.CallTerm(terms...), bound)
		if negated {
			return "not " + said
		}
		return said
	}
	left, right := terms[1], terms[2]
	if isConstant(left) && relation.swapped != "" {
		left, right, relation = right, left, relations[relation.swapped]
	}
	return name(left, bound) + " " + relation.verb(negated, isDay(left) || isDay(right)) + " " + name(right, bound)
}

func isConstant(term *ast.Term) bool { return term.IsGround() && !reads(term) }

// isDay reports whether a term is certainly a calendar day.
func isDay(term *ast.Term) bool {
	switch value := term.Value.(type) {
	case ast.String:
		_, err := dayOf(term)
		return err == nil
	case ast.Call:
		return strings.HasPrefix(value[0].String(), "dates.")
	case ast.Ref:
		last, ok := value[len(value)-1].Value.(ast.String)
		return ok && (strings.HasSuffix(string(last), "_on") || last == "date")
	}
	return false
}

// arithmetic are the words between the operands of a builtin.
var arithmetic = map[string]string{
	ast.Plus.Name: "plus", ast.Minus.Name: "minus", ast.Multiply.Name: "times", ast.Divide.Name: "divided by",
}

// name says what a term stands for.
func name(term *ast.Term, bound map[ast.Var]*ast.Term) string {
	switch value := term.Value.(type) {
	case ast.Ref:
		if value.HasPrefix(ast.InputRootRef) {
			return pathOf(value)
		}
		return value.String()
	case ast.Var:
		if to, ok := bound[value]; ok {
			return name(to, nil)
		}
		return "it"
	case ast.String:
		return string(value)
	case ast.Call:
		args := make([]string, len(value)-1)
		for i, arg := range value[1:] {
			args[i] = name(arg, bound)
		}
		operator := value[0].String()
		switch {
		case arithmetic[operator] != "" && len(args) == 2:
			return args[0] + " " + arithmetic[operator] + " " + args[1]
		case operator == addMonths.Name:
			return args[1] + " months after " + args[0]
		case operator == addDays.Name:
			return args[1] + " days after " + args[0]
		case operator == periodEnd.Name:
			return "the end of " + args[1] + " " + args[2] + " after " + args[0]
		case operator == lastDay.Name:
			return "the working day on or after " + args[0]
		case operator == cycleEnd.Name:
			return args[1] + " months after the end of the yearly cycle, from " + args[0] + ", that holds " + args[2]
		case strings.HasPrefix(operator, "data."):
			return "a condition on " + strings.Join(args, " and ") + " holds"
		case operator == ast.Count.Name:
			return "the number of " + args[0]
		}
		return operator + "(" + strings.Join(args, ", ") + ")"
	}
	return term.String()
}
