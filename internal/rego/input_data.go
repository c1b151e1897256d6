package rego

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/kleene"
)

// inputAt goes from a section of the facts along a path.
func (l *lowerer) inputAt(p *place, names []string, path []*ast.Term, at *ast.Location, e env, k use) *kleene.Cond {
	if t := e.overridden(names); t != nil {
		return l.walk(t, path, at, e, k)
	}
	if p.members == nil {
		if e.overrides(names) {
			refuse(at, "with replaces a part of the fact %s", names[len(names)-1])
		}
		if len(names) == 1 {
			// Without a schema nobody knows what there is, and so not what is missing.
			whole := l.build.SlotTerm(l.build.Slot(kleene.Datum, nil, names[0]))
			return l.build.And(l.build.Defined(whole), l.walk(whole, path, at, e, k))
		}
		slot := l.build.SlotTerm(l.build.Slot(kleene.Fact, p.shape, names[1:]...))
		return l.walk(e.narrow(slot), path, at, e, k)
	}
	if len(path) == 0 {
		refuse(at, "a whole section of the facts")
	}
	below := func(name string, e env) *kleene.Cond {
		member := p.members[name]
		if member == nil {
			return l.build.Never()
		}
		return l.inputAt(member, append(slices.Clip(names), name), path[1:], at, e, k)
	}
	step := path[0]
	if free, ok := step.Value.(ast.Var); ok && e.lookup(free) == nil {
		refuse(at, "a loop over the facts of a section")
	}
	return l.value(step, e, func(e env, key *kleene.Term) *kleene.Cond {
		if key.Op == kleene.Constant {
			return below(key.Value.Text(), e)
		}
		var any []*kleene.Cond
		for _, name := range p.names {
			is := l.build.Constant(kleene.StringOf(name))
			narrowed := e
			narrowed.narrowed = &narrowing{key, is, e.narrowed}
			any = append(any, l.join(l.build.Compare(kleene.Equal, key, is), narrowed, func(e env) *kleene.Cond { return below(name, e) }))
		}
		return l.build.Or(any...)
	})
}

// dataNames returns how many names lead to a value below data.
func (l *lowerer) dataNames(first string) int {
	if n, ok := l.data[first]; ok {
		return n
	}
	return l.data[""]
}

// dataAt goes to a rule, or to a datum.
func (l *lowerer) dataAt(ref ast.Ref, at *ast.Location, e env, k use) *kleene.Cond {
	names := []string{"data"}
	for _, step := range ref[1:] {
		name, ok := step.Value.(ast.String)
		if !ok {
			break
		}
		names = append(names, string(name))
		if t := e.overridden(names); t != nil {
			return l.walk(t, ref[len(names):], at, e, k)
		}
	}
	for n := len(names) - 1; n >= 1; n-- {
		rules, ok := l.packages[ref[:n+1].String()]
		if !ok {
			continue
		}
		if n+1 >= len(names) {
			break // the package as a whole
		}
		if named := rules[names[n+1]]; len(named) > 0 {
			return l.alternatives(named, ref[n+2:], nil, e, k)
		}
	}
	if l.prefixes[ref[:len(names)].String()] || len(names) < 2 {
		refuse(at, "a whole package")
	}
	n := l.dataNames(names[1])
	switch {
	case n == 0:
		return l.build.Never()
	case len(names) <= n:
		refuse(at, "the data below %s as a whole", names[len(names)-1])
	case e.overrides(names[:n+1]):
		refuse(at, "with replaces a part of the datum %s", names[n])
	}
	if len(ref) > n+1 {
		if _, isNumber := ref[n+1].Value.(ast.Number); isNumber {
			refuse(at, "a number as a name below data") // OPA's store takes it for an index or for a name
		}
	}
	t := l.build.SlotTerm(l.build.Slot(kleene.Datum, nil, names[1:n+1]...))
	defined := l.build.Defined(t)
	return l.build.And(defined, l.walk(e.narrow(t), ref[n+1:], at, e, k))
}
