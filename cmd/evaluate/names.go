package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/dsaeval/dsaeval/internal/document"
)

// notOneOf says that a word is none of a few, with the nearest of them. Where none is
// near it lists them all.
func notOneOf(what, name string, words ...string) error {
	if near := document.Nearest(name, words); near != "" {
		return fmt.Errorf("there is no %s %q; did you mean %s?", what, name, near)
	}
	expected := strings.Join(words, ", ")
	if len(words) > 1 {
		expected = "one of " + expected
	}
	return fmt.Errorf("there is no %s %q; expected %s", what, name, expected)
}

// oneOf refuses a flag with a word that is none of a few.
func oneOf(flag, what, value string, words ...string) error {
	if slices.Contains(words, value) {
		return nil
	}
	return fmt.Errorf("--%s: %w", flag, notOneOf(what, value, words...))
}

// noneEmpty refuses flags that were given nothing, such as --only "$SELECTION" of a
// variable that is not set: what is then done is not what was meant.
func noneEmpty(flags *pflag.FlagSet) (err error) {
	flags.Visit(func(f *pflag.Flag) {
		values := []string{f.Value.String()}
		if list, ok := f.Value.(pflag.SliceValue); ok {
			values = list.GetSlice()
		}
		if err == nil && (len(values) == 0 || slices.ContainsFunc(values, func(v string) bool { return strings.TrimSpace(v) == "" })) {
			err = document.Hinted(fmt.Errorf("--%s: the value is empty", f.Name), "a value, or the command without this flag")
		}
	})
	return err
}
