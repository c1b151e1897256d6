package sor

import (
	"strings"
	"unicode"
)

// Slug turns the name of a platform into what stands in the names of its
// files: lower case, - for spaces and underscores, no other punctuation. Where
// what is dropped stood between two -, one of them remains.
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == ' ' || r == '_' || r == '-':
			gap = true
		}
	}
	return b.String()
}
