package writing

import (
	"cmp"
	"fmt"
	"unicode"
)

// Count writes a number with its word: "1 finding", "2 findings".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Capital begins a word or a sentence with a capital letter.
func Capital(word any) string {
	s := []rune(fmt.Sprint(word))
	if len(s) > 0 {
		s[0] = unicode.ToUpper(s[0])
	}
	return string(s)
}

// Service names a service with its provider; "" is a name that nobody gave.
func Service(name, provider string) string {
	name = cmp.Or(name, "A service without a name")
	if provider != "" {
		name += ", " + provider
	}
	return name
}
