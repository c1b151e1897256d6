package kleene

import (
	"slices"
	"unicode/utf8"
)

func init() {
	Register(Function{Name: "count", Apply: count, Unsettled: countUnsettled})
	fold := func(name string, of func(v Value) (Value, error)) {
		Register(Function{Name: name, Apply: func(args []Value) (Value, error) {
			if args[0].kind != List && args[0].kind != Set {
				return Nothing, wrongKind(name, args[0])
			}
			return of(args[0])
		}})
	}
	numbers := func(name string, start int64, of func(a, b Value) Value) {
		fold(name, func(v Value) (Value, error) {
			total := Int(start)
			for _, item := range v.more.items {
				if item.kind != Number {
					return Nothing, wrongKind(name, item)
				}
				total = of(total, item)
			}
			return total, nil
		})
	}
	numbers("sum", 0, add)
	numbers("product", 1, multiply)
	// Of nothing there is no highest.
	fold("max", func(v Value) (Value, error) {
		if v.Len() == 0 {
			return Nothing, nil
		}
		return slices.MaxFunc(v.more.items, Compare), nil
	})
	fold("min", func(v Value) (Value, error) {
		if v.Len() == 0 {
			return Nothing, nil
		}
		return slices.MinFunc(v.more.items, Compare), nil
	})
	fold("sort", func(v Value) (Value, error) {
		sorted := slices.Clone(v.more.items)
		slices.SortStableFunc(sorted, Compare)
		return ListOf(sorted...), nil
	})
	registerCollections()
}

func count(args []Value) (Value, error) {
	switch args[0].kind {
	case List, Set, Object:
		return Int(int64(args[0].Len())), nil
	case String:
		return Int(int64(utf8.RuneCountInString(args[0].text))), nil
	}
	return Nothing, wrongKind("count", args[0])
}

// countUnsettled counts what may be unknown but is there, and says between which
// numbers the rest leaves it.
func countUnsettled(args []Value) (Value, error) {
	v := args[0]
	if v.kind == Unknown {
		return UnknownBetween(Int(0), Nothing), nil
	}
	least := Int(int64(v.Len()))
	switch further := v.further(); {
	case further == 0:
		return least, nil
	case v.kind == Set && v.Len() == 0:
		// At least one of a set of unknown elements differs from none.
		return UnknownBetween(Int(0), most(0, further)), nil
	default:
		return UnknownBetween(least, most(v.Len(), further)), nil
	}
}

func most(known, further int) Value {
	if further < 0 {
		return Nothing
	}
	return Int(int64(known + further))
}

// registerCollections adds what makes lists and sets of others.
func registerCollections() {
	Register(Function{
		Name: "object.keys",
		Apply: func(args []Value) (Value, error) {
			if args[0].kind != Object {
				return Nothing, wrongKind("object.keys", args[0])
			}
			return SetOf(args[0].more.keys...), nil
		},
	})
	Register(Function{Name: "array.concat", Apply: func(args []Value) (Value, error) {
		if args[0].kind != List || args[1].kind != List {
			return Nothing, wrongKind("array.concat", args[0])
		}
		return ListOf(slices.Concat(args[0].more.items, args[1].more.items)...), nil
	}})
	sets := func(name string, keep func(v Value, other Value) bool, withOther bool) {
		Register(Function{Name: name, Apply: func(args []Value) (Value, error) {
			a, b := args[0], args[1]
			if a.kind != Set || b.kind != Set {
				return Nothing, wrongKind(name, a)
			}
			var kept []Value
			for _, item := range a.more.items {
				if keep(item, b) {
					kept = append(kept, item)
				}
			}
			if withOther {
				kept = append(kept, b.more.items...)
			}
			return SetOf(kept...), nil
		}})
	}
	sets("or", func(Value, Value) bool { return true }, true)
	sets("and", func(v, other Value) bool { return member(v, other) == Yes }, false)
}
