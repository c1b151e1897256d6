package opa

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/document"
)

// unmoved are the reasons for which a period may be counted without Regulation
// 1182/71: the first day of a duty, days of grace, a time during which something
// is kept or kept open, and a time of observation. A rule says which, in its
// metadata: custom: {period: kept}.
var unmoved = []string{"start", "grace", "kept", "open", "observed"}

// lintPeriods reports comparisons with a day that is counted in bare months or
// days. Within such a period something would have to be done by a Sunday or a
// holiday, which Regulation 1182/71, Art. 3(4), does not ask.
func lintPeriods(modules map[string]*ast.Module) document.Problems {
	counted := countedDays(modules)
	var defects document.Problems
	for _, name := range sortedKeys(modules) {
		module := modules[name]
		for _, rule := range module.Rules {
			reason, defect := periodOf(rule)
			if defect != nil {
				defects = append(defects, *defect)
			}
			// What merely speaks against compliance is no deadline.
			if reason != "" || rule.Head.Name == speaksAgainst {
				continue
			}
			for _, location := range bareComparisons(rule, module, counted) {
				defects = append(defects, defectAt(location,
					"a bare comparison with a counted day; ask data.dsa.periods whether the period is over or, where it does not move, write custom: {period: %s} above the rule",
					strings.Join(unmoved, " or ")))
			}
		}
	}
	return defects
}

// periodOf returns the reason that the metadata of a rule gives.
func periodOf(rule *ast.Rule) (string, *document.Problem) {
	for _, a := range rule.Annotations {
		period, ok := a.Custom["period"].(string)
		if !ok || period == "" {
			continue // what is no text is said where findings are read
		}
		if !slices.Contains(unmoved, period) {
			defect := defectAt(a.Location, "metadata: custom.period is %q; expected one of %s", period, strings.Join(unmoved, ", "))
			return period, &defect
		}
		return period, nil
	}
	return "", nil
}

// countedDays are the rules whose value is a day counted without moving its end,
// less those that give a reason.
func countedDays(modules map[string]*ast.Module) map[string]bool {
	counted := map[string]bool{}
	for _, module := range modules {
		for _, rule := range module.Rules {
			if reason, _ := periodOf(rule); reason == "" && rule.Head.Value != nil && countsBarely(rule.Head.Value) {
				counted[module.Package.Path.String()+"."+rule.Head.Name.String()] = true
			}
		}
	}
	return counted
}

// countsBarely reports whether a term is a call that counts days or months.
func countsBarely(term *ast.Term) bool {
	call, ok := term.Value.(ast.Call)
	return ok && slices.Contains([]string{addMonths.Name, addDays.Name}, call[0].String())
}

// bareComparisons returns the places at which a rule compares with a counted
// day: the call itself, a variable that holds it, or a rule whose value it is.
func bareComparisons(rule *ast.Rule, module *ast.Module, counted map[string]bool) []*ast.Location {
	holds := map[ast.Value]bool{}
	ast.WalkExprs(rule, func(expr *ast.Expr) bool {
		if terms, ok := expr.Terms.([]*ast.Term); ok && len(terms) == 3 && isAssignment(terms[0]) && countsBarely(terms[2]) {
			holds[terms[1].Value] = true
		}
		return false
	})
	bare := func(term *ast.Term) bool {
		name := term.Value
		if call, ok := name.(ast.Call); ok {
			name = call[0].Value
		}
		if v, ok := name.(ast.Var); ok && holds[v] {
			return true
		}
		return countsBarely(term) || counted[qualified(name, module)]
	}
	var locations []*ast.Location
	ast.WalkExprs(rule, func(expr *ast.Expr) bool {
		terms, ok := expr.Terms.([]*ast.Term)
		if ok && len(terms) == 3 && isComparison(terms[0]) && (bare(terms[1]) || bare(terms[2])) {
			locations = append(locations, expr.Location)
		}
		return false
	})
	return locations
}

// qualified is the full path of a rule that a module names.
func qualified(name ast.Value, module *ast.Module) string {
	switch name := name.(type) {
	case ast.Var:
		return module.Package.Path.String() + "." + string(name)
	case ast.Ref:
		if len(name) == 1 {
			return qualified(name[0].Value, module)
		}
		head, _ := name[0].Value.(ast.Var)
		for _, imported := range module.Imports {
			if path, ok := imported.Path.Value.(ast.Ref); ok && imported.Name() == head {
				return path.Concat(name[1:]).String()
			}
		}
		return name.String()
	}
	return ""
}

func isAssignment(operator *ast.Term) bool {
	return slices.Contains([]string{ast.Assign.Name, ast.Equality.Name}, operator.String())
}

func isComparison(operator *ast.Term) bool {
	return slices.Contains([]string{
		ast.LessThan.Name, ast.LessThanEq.Name, ast.GreaterThan.Name, ast.GreaterThanEq.Name,
	}, operator.String())
}
