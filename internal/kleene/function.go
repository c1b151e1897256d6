package kleene

import "fmt"

// Function counts a value from others. It is found by its name, so that a program
// can be written down and read again.
type Function struct {
	Name string
	// Apply is called with arguments that are known throughout. An error says that
	// the arguments are none for which there is a value; then nothing about the
	// document can be answered.
	Apply func(args []Value) (Value, error)
	// Unsettled, if there is one, is called where an argument is unknown, none
	// undefined, and returns what can be said all the same.
	Unsettled func(args []Value) (Value, error)
}

// functions are those that every program may use.
var functions = map[string]*Function{}

// Register adds a function to those that programs may use. It is meant for
// package initialisation, and panics if the name is taken.
func Register(f Function) {
	if functions[f.Name] != nil {
		panic("kleene: the function " + f.Name + " is there already")
	}
	functions[f.Name] = &f
}

// FunctionNamed returns a function by its name, nil if there is none.
func FunctionNamed(name string) *Function { return functions[name] }

// apply is what the function gives for any arguments.
func (f *Function) apply(args []Value) (Value, error) {
	partial := false
	for _, arg := range args {
		if arg.kind == Undefined {
			return Nothing, nil
		}
		partial = partial || arg.partial()
	}
	if !partial {
		return f.Apply(args)
	}
	result := Missing
	if f.Unsettled != nil {
		var err error
		if result, err = f.Unsettled(args); err != nil {
			return Nothing, err
		}
	}
	for _, arg := range args {
		if arg.doubtful() && result.kind != Undefined {
			// Without the argument there is no value either.
			if result.kind != Unknown {
				return Doubtful, nil
			}
			result.flag = true
		}
	}
	return result, nil
}

// wrongKind is the error of a function that is called with what it does not take.
func wrongKind(name string, arg Value) error {
	return fmt.Errorf("%s: does not take %s", name, arg)
}
