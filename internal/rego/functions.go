package rego

import "github.com/dsaeval/dsaeval/internal/kleene"

// isCollection is true of what has elements, and undefined of anything else.
var isCollection = register(kleene.Function{
	Name: "rego.is_collection",
	Apply: func(args []kleene.Value) (kleene.Value, error) {
		switch args[0].Kind() {
		case kleene.List, kleene.Set, kleene.Object:
			return kleene.True, nil
		}
		return kleene.Nothing, nil
	},
	Unsettled: func(args []kleene.Value) (kleene.Value, error) {
		if args[0].Kind() == kleene.Unknown {
			return kleene.Doubtful, nil
		}
		return kleene.True, nil // only what is in it is unknown
	},
})

func register(f kleene.Function) *kleene.Function {
	kleene.Register(f)
	return kleene.FunctionNamed(f.Name)
}
