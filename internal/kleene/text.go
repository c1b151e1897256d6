package kleene

import (
	"errors"
	"strings"
)

func init() {
	texts := func(name string, arity int, of func(args []string) Value) {
		Register(Function{Name: name, Apply: func(args []Value) (Value, error) {
			words := make([]string, arity)
			for i := range words {
				if args[i].kind != String {
					return Nothing, wrongKind(name, args[i])
				}
				words[i] = args[i].text
			}
			return of(words), nil
		}})
	}
	text := func(f func(s string) string) func([]string) Value {
		return func(args []string) Value { return StringOf(f(args[0])) }
	}
	texts("lower", 1, text(strings.ToLower))
	texts("upper", 1, text(strings.ToUpper))
	texts("trim_space", 1, text(strings.TrimSpace))
	texts("trim_prefix", 2, func(args []string) Value { return StringOf(strings.TrimPrefix(args[0], args[1])) })
	texts("trim_suffix", 2, func(args []string) Value { return StringOf(strings.TrimSuffix(args[0], args[1])) })
	texts("replace", 3, func(args []string) Value { return StringOf(strings.ReplaceAll(args[0], args[1], args[2])) })
	texts("split", 2, func(args []string) Value {
		var parts []Value
		for _, part := range strings.Split(args[0], args[1]) {
			parts = append(parts, StringOf(part))
		}
		return ListOf(parts...)
	})
	Register(Function{Name: "concat", Apply: func(args []Value) (Value, error) {
		if args[0].kind != String || args[1].kind != List && args[1].kind != Set {
			return Nothing, wrongKind("concat", args[0])
		}
		var parts []string
		for _, part := range args[1].more.items {
			if part.kind != String {
				return Nothing, wrongKind("concat", part)
			}
			parts = append(parts, part.text)
		}
		return StringOf(strings.Join(parts, args[0].text)), nil
	}})
	Register(Function{Name: "substring", Apply: substring})
}

// substring counts in characters; a negative length means up to the end.
func substring(args []Value) (Value, error) {
	offset, isInt := args[1].Int()
	length, isLength := args[2].Int()
	switch {
	case args[0].kind != String || !isInt || !isLength:
		return Nothing, wrongKind("substring", args[0])
	case offset < 0:
		return Nothing, errors.New("substring: negative offset")
	}
	runes := []rune(args[0].text)
	offset = min(offset, int64(len(runes)))
	runes = runes[offset:]
	if length >= 0 && length < int64(len(runes)) {
		runes = runes[:length]
	}
	return StringOf(string(runes)), nil
}
