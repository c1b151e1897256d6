package rego

import (
	"cmp"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// findings lowers the rules of a set of findings, those of one code together.
func (l *lowerer) findings(rules []*ast.Rule) []kleene.Finding {
	byCode := map[string]*kleene.Finding{}
	var codes []string
	for _, rule := range rules {
		if rule.Head.Key == nil {
			refuse(rule.Location, "findings that are no set")
		}
		code, item := findingOf(rule)
		var list *kleene.Term
		c := l.body(rule.Body, env{}, func(e env) *kleene.Cond {
			if item == nil {
				return l.build.Always()
			}
			return l.value(item, e, func(e env, t *kleene.Term) *kleene.Cond {
				if t.Op == kleene.Position && t.Loop == 0 {
					if walked := e.listOf(0); list != nil && list != walked {
						refuse(rule.Location, "an item of one of several lists")
					}
					list = e.listOf(0)
				}
				argument := l.build.SlotTerm(l.build.Slot(kleene.Argument, nil, kleene.ItemArgument))
				return l.build.Compare(kleene.Equal, t, argument)
			})
		})
		if item != nil && list == nil && c != l.build.Never() {
			refuse(rule.Location, "an item that is no index of the outermost loop")
		}
		f := byCode[code]
		if f == nil {
			f = &kleene.Finding{Code: code, Cond: l.build.Never(), List: list}
			byCode[code], codes = f, append(codes, code)
		}
		if f.List != list {
			refuse(rule.Location, "a finding with items of two lists, or with and without one")
		}
		f.Cond = l.build.Or(f.Cond, c)
	}
	findings := make([]kleene.Finding, 0, len(codes))
	slices.SortFunc(codes, cmp.Compare[string])
	for _, code := range codes {
		findings = append(findings, *byCode[code])
	}
	return findings
}

// findingOf returns the code of a finding and the term of its item, nil if none.
func findingOf(rule *ast.Rule) (code string, item *ast.Term) {
	switch key := rule.Head.Key.Value.(type) {
	case ast.String:
		return string(key), nil
	case ast.Object:
		if c := key.Get(ast.StringTerm("ground")); c != nil {
			if text, ok := c.Value.(ast.String); ok {
				return string(text), key.Get(ast.StringTerm("item"))
			}
		}
	}
	refuse(rule.Location, "a finding whose code is reckoned")
	return "", nil
}
