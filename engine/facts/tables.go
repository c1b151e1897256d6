package facts

import "github.com/dsaeval/dsaeval/internal/factschema"

// Tables returns the relations in the order of the schema.
func (r *Relations) Tables() factschema.Tables {
	var t factschema.Tables
	r.tabulate(&t, r.root, nil)
	for _, status := range []string{"vlop", "vlose"} {
		t.Needs = append(t.Needs, factschema.NeedTable{
			Fact: statusPath, Is: status, In: categoriesPath, OneOf: needsCategory[status], Unless: terminatedPath,
		})
	}
	return t
}

func (r *Relations) tabulate(t *factschema.Tables, f *factschema.Field, path Path) {
	if f == nil || len(path) > 3 { // a schema may refer to itself
		return
	}
	for _, name := range f.Names {
		at, p := path.With(name), f.Properties[name]
		for _, pair := range p.Pairs {
			t.Pairs = append(t.Pairs, factschema.PairTable{A: at, B: target(path, pair.Other), AIs: pair.Is, BIs: pair.OtherIs, Negated: pair.Negated})
		}
		for _, sign := range p.ImpliedBy {
			t.Signs = append(t.Signs, factschema.SignTable{Flag: at, Of: target(path, sign)})
		}
		if key := at.String(); r.Counted(at) {
			t.Counts = append(t.Counts, factschema.CountTable{Count: at, Wholes: r.bounds().wholes[key], Parts: r.bounds().parts[key], Sums: r.bounds().sums[key]})
		}
		r.tabulate(t, p, at)
	}
}
