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

// relations are the words for comparisons, as they are, denied, and with the
// sides exchanged.
var relations = map[string]struct{ is, isNot, swapped string }{
	ast.GreaterThan.Name:   {"is above", "is not above", ast.LessThan.Name},
	ast.LessThan.Name:      {"is below", "is not below", ast.GreaterThan.Name},
	ast.GreaterThanEq.Name: {"is at least", "is below", ast.LessThanEq.Name},
	ast.LessThanEq.Name:    {"is at most", "is above", ast.GreaterThanEq.Name},
	ast.Equal.Name:         {"is", "is not", ast.Equal.Name},
	ast.Equality.Name:      {"is", "is not", ast.Equality.Name},
	ast.NotEqual.Name:      {"is not", "is", ast.NotEqual.Name},
	ast.Member.Name:        {"is among", "is not among", ""},
	ast.StartsWith.Name:    {"begins with", "does not begin with", ""},
	ast.MemberWithKey.Name: {"is among", "is not among", ""},
}

func comparison(terms []*ast.Term, negated bool, bound map[ast.Var]*ast.Term) string {
	operator := terms[0].String()
	words, known := relations[operator]
	if !known || len(terms) != 3 {
		said := name(ast.CallTerm(terms...), bound)
		if negated {
			return "not " + said
		}
		return said
	}
	left, right := terms[1], terms[2]
	if left.IsGround() && !reads(left) && words.swapped != "" {
		left, right = right, left
		words = relations[words.swapped]
	}
	verb := words.is
	if negated {
		verb = words.isNot
	}
	// "x is among a fixed list" reads better than a list of its values.
	if operator == ast.Member.Name && left.IsGround() && !reads(left) {
		verb = strings.Replace(verb, "is among", "is in", 1)
		verb = strings.Replace(verb, "is not among", "is not in", 1)
	}
	return name(left, bound) + " " + verb + " " + name(right, bound)
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
		case operator == deadline.Name:
			return "the first working day from " + args[0] + " on"
		case operator == ast.Count.Name:
			return "the number of " + args[0]
		}
		return operator + "(" + strings.Join(args, ", ") + ")"
	}
	return term.String()
}
