package kleene

// rego.is_collection is true of what has elements, and undefined of anything else.
func init() {
	Register(Function{
		Name: "rego.is_collection",
		Apply: func(args []Value) (Value, error) {
			switch args[0].Kind() {
			case List, Set, Object:
				return True, nil
			}
			return Nothing, nil
		},
		Unsettled: func(args []Value) (Value, error) {
			if args[0].Kind() == Unknown {
				return Doubtful, nil
			}
			return True, nil // only what is in it is unknown
		},
	})
}
