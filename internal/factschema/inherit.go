package factschema

import (
	"cmp"
	"maps"
	"slices"
)

// resolve takes over what the bases say and the field itself does not: a property
// describes itself better than the shared type does. The branches of anyOf and
// oneOf are treated like those of allOf where it is about which members there
// are: that may name a fact as missing that another branch rules out, but never
// hides one. What a value is they only say together.
func (f *Field) resolve() {
	if f.resolved {
		return
	}
	f.resolved = true
	for _, base := range slices.Concat(f.bases, f.Alternatives) {
		base.resolve()
		for name, property := range base.Properties {
			if f.Properties == nil {
				f.Properties = map[string]*Field{}
			}
			if _, own := f.Properties[name]; !own {
				f.Properties[name] = property
			}
		}
		if f.Additional == nil {
			f.Additional = base.Additional
		}
		if f.Items == nil {
			f.Items = base.Items
		}
		if f.Default == nil {
			f.Default = base.Default
		}
		if f.Keys == nil {
			f.Keys = base.Keys
		}
		if f.Code == "" {
			f.Code = base.Code
		}
		f.Examples = append(f.Examples, base.Examples...)
		f.ImpliedBy = append(f.ImpliedBy, base.ImpliedBy...)
		f.PresumedBy = append(f.PresumedBy, base.PresumedBy...)
		f.PartOf = append(f.PartOf, base.PartOf...)
		f.NotBefore = append(f.NotBefore, base.NotBefore...)
		f.SumAtMost = append(f.SumAtMost, base.SumAtMost...)
		f.Pairs = append(f.Pairs, base.Pairs...)
		if f.Role == "" {
			f.Role, f.Wholes = base.Role, base.Wholes
		}
	}
	for _, base := range f.bases {
		f.inherit(base)
	}
	f.Names = slices.Sorted(maps.Keys(f.Properties))
}

// inherit takes over what the value is.
func (f *Field) inherit(base *Field) {
	if f.Alternatives == nil {
		f.Alternatives = base.Alternatives
	}
	if f.Types == nil {
		f.Types = base.Types
	}
	if f.Enum == nil {
		f.Enum = base.Enum
	}
	if f.minimum == nil {
		f.minimum = base.minimum
	}
	if f.Meanings == nil {
		f.Meanings = base.Meanings
	}
	f.Format = cmp.Or(f.Format, base.Format)
	f.Description = cmp.Or(f.Description, base.Description)
	f.Unit = cmp.Or(f.Unit, base.Unit)
	f.Nature = cmp.Or(f.Nature, base.Nature)
	f.Question = cmp.Or(f.Question, base.Question)
}
